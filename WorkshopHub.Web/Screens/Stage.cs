using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Screens;

/// <summary>All that a paired wall shows now. Read in one snapshot; data only, the same for page, push and catch-up.</summary>
public sealed record Stage
{
    /// <summary>The screen.</summary>
    public required StageScreen Screen { get; init; }

    /// <summary>The workshop and its programme.</summary>
    public required StageRoom Room { get; init; }

    /// <summary>Which picture: blank, waiting, join, columns, mosaic, spotlight, timer, title, split or activity.</summary>
    public required string Layout { get; init; }

    /// <summary>What is now; null before the first item and after the last.</summary>
    public StageItem? Now { get; init; }

    /// <summary>Whether what its board shows was closed, or ran earlier: nobody writes to it now.</summary>
    public bool IsOver => Now is { Closed: true } || (Now is not null && BoardOf != 0 && BoardOf != Now.ActivityId) || Now is { Runs: false };

    /// <summary>What comes next; null when nothing does.</summary>
    public StageNext? Next { get; init; }

    /// <summary>The activity of what is now, or null.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The sets, in their order, with who is here.</summary>
    public IReadOnlyList<StageSet> Sets { get; init; } = [];

    /// <summary>Who is here by role, for the picture that says so.</summary>
    public IReadOnlyList<StageRole> Roles { get; init; } = [];

    /// <summary>The sets that this screen shows (0: everybody without one); empty means all.</summary>
    public IReadOnlyList<long> Only { get; init; } = [];

    /// <summary>The two stages of a split screen.</summary>
    public IReadOnlyList<Stage> Halves { get; init; } = [];

    /// <summary>Whether the halves are two rooms; otherwise what is now and what was before.</summary>
    public bool HasRooms { get; init; }

    /// <summary>The class of its picture: what stands round the partial.</summary>
    public string? Look => Layout switch
    {
        "spotlight" => "spotlight",
        "title" => "talk",
        "timer" => "wall-clock-only",
        "blank" => "wall-blank",
        "activity" => "wall-own",
        "split" => "wall-split",
        _ => null,
    };

    /// <summary>What people have put up, for columns and mosaic; null for the other pictures.</summary>
    public WallBoard? Board { get; init; }

    /// <summary>Posts in themes; null for the other pictures, and where nothing has been put together.</summary>
    public WallThemes? Themes { get; init; }

    /// <summary>Title of the activity of the themes, or null.</summary>
    public string? ThemesTitle { get; init; }

    /// <summary>The day, for the picture of it.</summary>
    public IReadOnlyList<DayRow> Day { get; init; } = [];

    /// <summary>The activity whose board that is; 0 where there is none.</summary>
    public long BoardOf { get; init; }

    /// <summary>The post of the spotlight.</summary>
    public SpotPost? Spot { get; init; }

    /// <summary>The kind's own wall; null for the layouts of this room.</summary>
    public string? KindPartial { get; init; }

    /// <summary>The model of <see cref="KindPartial"/>.</summary>
    public WallContext? KindModel { get; init; }

    /// <summary>Revision of the snapshot.</summary>
    public long Revision { get; init; }

    /// <summary>
    /// Names the picture: a new one is put in place of the old, the same one is brought up to date.
    /// </summary>
    public string Key => Layout switch
    {
        "spotlight" => $"spotlight-{Spot?.Id}",
        "blank" or "waiting" or "join" or "agenda" or "table" => Layout,
        "split" => $"split_{string.Join('_', Halves.Select(half => half.Key))}",
        _ => $"{Layout}-{Now?.Id ?? 0}-{BoardOf}{WallViews.NameOf(Only)}",
    };

    /// <summary>The model of this layout's partial.</summary>
    public object Model => Layout == "activity" ? KindModel! : this;

    /// <summary>The file of this layout's partial.</summary>
    public string Partial => Layout switch
    {
        "blank" => "~/Screens/_Blank.cshtml",
        "waiting" => "~/Screens/_Waiting.cshtml",
        "join" => "~/Screens/_Join.cshtml",
        "columns" => "~/Screens/_Columns.cshtml",
        "mosaic" => "~/Screens/_Mosaic.cshtml",
        "spotlight" => "~/Screens/_Spotlight.cshtml",
        "timer" => "~/Screens/_Timer.cshtml",
        "themes" => "~/Screens/_Themes.cshtml",
        "agenda" => "~/Screens/_Agenda.cshtml",
        "table" => "~/Screens/_Table.cshtml",
        "split" => "~/Screens/_Split.cshtml",
        "activity" => KindPartial!,
        _ => "~/Screens/_Title.cshtml",
    };

    /// <summary>What a screen reports to show: the item, the items of both halves, or the post of the spotlight.</summary>
    public string? Shows => Layout switch
    {
        "spotlight" => Spot?.Id,
        "split" => string.Join(' ', Halves.Select(half => half.Now?.Id).OfType<long>()),
        _ => Now?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>How many of those who are expected are here, but for the facilitators.</summary>
    public long Here => Roles.Sum(role => role.People is null ? 0 : role.Here);

    /// <summary>How many are expected.</summary>
    public long Expected => Roles.Sum(role => role.People ?? 0);
}

/// <summary>A set as the walls show it.</summary>
public sealed record StageSet
{
    /// <summary>The set; 0 stands for posts without one.</summary>
    public long Id { get; init; }

    /// <summary>1, 2, 3 ...: decides the mark.</summary>
    public long Position { get; init; }

    /// <summary>Its own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many members it has.</summary>
    public long People { get; init; }

    /// <summary>How many of them are here now.</summary>
    public long Here { get; init; }
}
