using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>The fields of an item as typed, with the kind's own settings as the kind reads them.</summary>
public sealed class ItemForm
{
    /// <summary>Key of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What stands on wall and phones.</summary>
    public string? Prompt { get; set; }

    /// <summary>How long it takes, as typed.</summary>
    public string? Minutes { get; set; } = "15";

    /// <summary>What it is good for.</summary>
    public string? Purpose { get; set; }

    /// <summary>For whoever runs the room.</summary>
    public string? Note { get; set; }

    /// <summary>For the set advisors.</summary>
    public string? AdvisorNote { get; set; }

    /// <summary>The word that the same thing carries in other workshops.</summary>
    public string? Series { get; set; }

    /// <summary>The activity that it is about.</summary>
    public long? Source { get; set; }

    /// <summary>Run, Reveal or Review.</summary>
    public string? Act { get; set; } = "Run";

    /// <summary>The activity that a new item takes up; null for one of its own.</summary>
    public long? Of { get; set; }

    /// <summary>0 for all together, 1 or 2 for one of two rooms; null where the form doesn't say.</summary>
    public int? Room { get; set; }

    /// <summary>Chosen roles; none means everybody.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Named, SetOnly, Anonymous or Private.</summary>
    public string? NameMode { get; set; }

    /// <summary>Live, AfterClose or Never.</summary>
    public string? Reveal { get; set; }

    /// <summary>The version that the form was shown; 0 for a new item.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned, with the kind's settings.</summary>
    /// <param name="kind">Key of the kind; of an item that is there, its own.</param>
    /// <param name="settings">The kind's settings, JSON.</param>
    /// <param name="now">The item as it stands; null for a new one.</param>
    public ItemDetails Details(ActivityKind kind, string settings, AgendaItem? now) => new(
        kind.Key, Line.Clean(Title), Block(Prompt), ItemDetails.ReadMinutes(Minutes), Line.Clean(Purpose), Block(Note),
        ItemDetails.AudienceOf(Roles), NameMode ?? now?.NameMode ?? kind.NameModes[0].ToString(),
        Reveal ?? now?.Reveal ?? kind.Reveals[0].ToString(), settings)
    {
        AdvisorNote = Block(AdvisorNote),
        Series = Line.Clean(Series),
        SourceId = Source,
        Act = Act ?? "Run",
        Of = now is { IsOwn: false } ? now.ActivityId : Of,
        Room = Room ?? (int)(now?.Room ?? 0),
    };

    /// <summary>The form of an item as it stands.</summary>
    public static ItemForm From(AgendaItem item) => new()
    {
        Kind = item.Kind,
        Title = item.Title,
        Prompt = item.Prompt,
        Minutes = item.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Purpose = item.Purpose,
        Note = item.Note,
        AdvisorNote = item.AdvisorNote,
        Series = item.Series,
        Source = item.SourceId,
        Act = item.Act,
        Room = (int)item.Room,
        Roles = [.. item.Roles],
        NameMode = item.NameMode,
        Reveal = item.Reveal,
        Version = item.Version,
    };

    /// <summary>Lines stay lines; each is cleaned.</summary>
    private static string Block(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(Line.Clean)).Trim();
}

/// <summary>What the item's form shows.</summary>
/// <param name="Form">What was typed or stands.</param>
/// <param name="Line">The item with its times; null for a new one.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Kinds">The kinds to choose from for a new one.</param>
/// <param name="Settings">The kind's settings, JSON.</param>
/// <param name="Problems">What is wrong with the kind's settings, by field.</param>
/// <param name="After">A new item comes behind this one; null for the end.</param>
/// <param name="At">Local time of a new item.</param>
public sealed record ItemPanel(
    ItemForm Form, AgendaLine? Line, ActivityKind Kind, IReadOnlyList<ActivityKind> Kinds, string Settings,
    IReadOnlyDictionary<string, string> Problems, long? After, string At)
{
    /// <summary>The activity that is taken up; null where the item has one of its own.</summary>
    public EarlierActivity? Of { get; init; }

    /// <summary>What was asked before, here or in an earlier workshop, to be taken up or to be about.</summary>
    public IReadOnlyList<EarlierActivity> Earlier { get; init; } = [];

    /// <summary>What an item may do with the activity that is taken up.</summary>
    public IReadOnlyList<ItemAct> Acts => Of is null ? [] : Kind.Acts(Of.Activity);

    /// <summary>The name modes to choose from: the kind's, and what stands.</summary>
    public IReadOnlyList<string> Names =>
        [.. Kind.NameModes.Select(mode => mode.ToString()).Union(Line is null ? [] : [Line.Item.NameMode])];

    /// <summary>The reveals to choose from: the kind's, and what stands.</summary>
    public IReadOnlyList<string> Shows =>
        [.. Kind.Reveals.Select(reveal => reveal.ToString()).Union(Line is null ? [] : [Line.Item.Reveal])];

    /// <summary>Whether people write in it, so that names and reveal matter.</summary>
    public bool HasAnswers => Kind.DoingOf(new Activity { Settings = Settings }) == Doing.Phones;
}
