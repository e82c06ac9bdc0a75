using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Screens;

/// <summary>All that a paired wall shows now. Read in one snapshot; data only, the same for page, push and catch-up.</summary>
public sealed record Stage
{
    /// <summary>The screen.</summary>
    public required StageScreen Screen { get; init; }

    /// <summary>The workshop and its programme.</summary>
    public required StageRoom Room { get; init; }

    /// <summary>Which picture: blank, waiting, join, columns, mosaic, spotlight, timer, title or activity.</summary>
    public required string Layout { get; init; }

    /// <summary>What is now; null before the first item and after the last.</summary>
    public StageItem? Now { get; init; }

    /// <summary>What comes next; null when nothing does.</summary>
    public StageNext? Next { get; init; }

    /// <summary>The sets, in their order, with who is here.</summary>
    public IReadOnlyList<StageSet> Sets { get; init; } = [];

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
        _ => $"{Layout}-{Now?.Id ?? 0}-{BoardOf}",
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
        "activity" => KindPartial!,
        _ => "~/Screens/_Title.cshtml",
    };

    /// <summary>How many people of the sets are here.</summary>
    public long Here => Sets.Sum(set => set.Here);

    /// <summary>How many people the sets have.</summary>
    public long Expected => Sets.Sum(set => set.People);
}

/// <summary>The row of a paired screen.</summary>
public sealed record StageScreen
{
    /// <summary>The screen.</summary>
    public long Id { get; init; }

    /// <summary>Its workshop.</summary>
    public long WorkshopId { get; init; }

    /// <summary>What the facilitator calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Follow, or what it is held on.</summary>
    public ScreenLayout Layout { get; init; }

    /// <summary>The post of its spotlight.</summary>
    public string? PostId { get; init; }

    /// <summary>Whether it is black.</summary>
    public bool Blank { get; init; }

    /// <summary>Whether it keeps what it shows.</summary>
    public bool Frozen { get; init; }

    /// <summary>Light or Dark.</summary>
    public string Theme { get; init; } = "Light";

    /// <summary>The room that it stands in, 1 or 2: what it follows while there are two.</summary>
    public long Room { get; init; } = 1;

    /// <summary>The set on whose table it stands as a tablet; null for a wall.</summary>
    public long? TableSet { get; init; }

    /// <summary>JSON list of the sets that it shows; empty means all.</summary>
    public string Sets { get; init; } = "[]";

    /// <summary>Raised by each act on it.</summary>
    public long Version { get; init; }

    /// <summary>The value of data-theme: light or dark.</summary>
    public string ThemeName => Theme == "Dark" ? "dark" : "light";
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
