using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>What stands beside an answer.</summary>
public enum NameMode
{
    /// <summary>The person's name.</summary>
    Named,

    /// <summary>The set, not the person.</summary>
    SetOnly,

    /// <summary>Nothing: no person is stored with the answer, only that the person has answered.</summary>
    Anonymous,

    /// <summary>Stored with the person, who alone sees it; others see counts.</summary>
    Private,
}

/// <summary>When answers show.</summary>
public enum Reveal
{
    /// <summary>At once.</summary>
    Live,

    /// <summary>When the activity has been closed.</summary>
    AfterClose,

    /// <summary>Never; only how many.</summary>
    Never,
}

/// <summary>Whether phones may answer.</summary>
public enum ActivityState
{
    /// <summary>Not yet.</summary>
    Draft,

    /// <summary>Now.</summary>
    Open,

    /// <summary>No longer. Closing never deletes.</summary>
    Closed,
}

/// <summary>What an agenda item does with its activity.</summary>
public enum ItemAct
{
    /// <summary>People answer.</summary>
    Run,

    /// <summary>What was answered earlier is shown to all.</summary>
    Reveal,

    /// <summary>What was answered earlier, perhaps in an earlier workshop, is looked at and brought up to date.</summary>
    Review,
}

/// <summary>One thing that people do together in a workshop.</summary>
public sealed record Activity
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The workshop that it belongs to.</summary>
    public long WorkshopId { get; init; }

    /// <summary>Key of its kind, see <see cref="ActivityKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What it is called in the run of show.</summary>
    public string Title { get; init; } = "";

    /// <summary>What people are asked, on walls and phones.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The kind's own settings, as JSON that only the kind reads.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>JSON list of the roles that take part; empty means everybody.</summary>
    public string Audience { get; init; } = "[]";

    /// <summary>What stands beside an answer.</summary>
    public NameMode NameMode { get; init; }

    /// <summary>When answers show.</summary>
    public Reveal Reveal { get; init; }

    /// <summary>Whether phones may answer.</summary>
    public ActivityState State { get; init; }

    /// <summary>Raised by each edit of the activity itself.</summary>
    public long Version { get; init; }

    /// <summary>
    /// The same thing at several workshops of a programme carries the same word, so that then and now find each other;
    /// empty where there is no other time.
    /// </summary>
    public string Series { get; init; } = "";

    /// <summary>The earlier activity that this one is about (dots over its posts), or null.</summary>
    public long? SourceId { get; init; }

    /// <summary>When an item of its own revealed it (UTC), or null.</summary>
    public string? RevealedAt { get; init; }

    /// <summary>What the item that runs now does with it; null while none that runs points to it.</summary>
    public ItemAct? Act { get; init; }

    /// <summary>
    /// The workshop whose screens it concerns: where it runs now, else its own. An activity of an earlier workshop can be
    /// reviewed or revealed in a later one.
    /// </summary>
    public long RoomId { get; init; }

    /// <summary>The roles that take part; empty means everybody.</summary>
    public IReadOnlyList<Role> Roles => JsonSerializer.Deserialize<string[]>(Audience)!.Select(Enum.Parse<Role>).ToList();

    /// <summary>Whether what people wrote may be seen in the room now.</summary>
    public bool IsRevealed =>
        RevealedAt is not null || Reveal == Reveal.Live || (Reveal == Reveal.AfterClose && State == ActivityState.Closed);

    /// <summary>What stands over the field: the prompt, or the title where there is none.</summary>
    public string Question => Prompt.Length > 0 ? Prompt : Title;

    /// <summary>Whether a role takes part. Guests take part in what is for everybody.</summary>
    public bool IsFor(Role role) => Audience == "[]" || Roles.Contains(role);

    /// <summary>The activity, or null.</summary>
    public static Activity? Find(Reads reads, long id) => reads.First<Activity>(
        """
        SELECT a.id, a.workshop_id, a.kind, a.title, a.prompt, a.settings, a.audience, a.name_mode, a.reveal, a.state, a.version,
               a.series, a.source_id, a.revealed_at, i.act, ifnull(i.workshop_id, a.workshop_id) AS RoomId
        FROM activity a
        LEFT JOIN agenda_item i ON i.activity_id = a.id AND i.state = 'Running'
        WHERE a.id = @id
        LIMIT 1
        """,
        new { id });

    /// <summary>
    /// The same thing (kind and series) in the nearest earlier workshop of the programme, or null: what stood then.
    /// </summary>
    public Activity? Earlier(Reads reads) => AllEarlier(reads) is [.., var nearest] ? nearest : null;

    /// <summary>The same thing in all earlier workshops of the programme, the first workshop's first.</summary>
    public IReadOnlyList<Activity> AllEarlier(Reads reads) => Series.Length == 0 ? [] : [.. reads.Query<long>(
        """
        SELECT b.id
        FROM activity a
        JOIN workshop w ON w.id = a.workshop_id
        JOIN workshop v ON v.programme_id = w.programme_id AND v.date < w.date
        JOIN activity b ON b.workshop_id = v.id AND b.kind = a.kind AND b.series = a.series
        WHERE a.id = @Id
        ORDER BY v.date, b.id
        """,
        this).Select(id => Find(reads, id)!)];

    /// <summary>All activities of a programme's workshops, the first workshop's first.</summary>
    public static IReadOnlyList<Activity> OfProgramme(Reads reads, long programme) => reads.Query<Activity>(
        """
        SELECT a.id, a.workshop_id, a.kind, a.title, a.prompt, a.settings, a.audience, a.name_mode, a.reveal, a.state, a.version,
               a.series, a.source_id, a.revealed_at, a.workshop_id AS RoomId
        FROM activity a JOIN workshop w ON w.id = a.workshop_id
        WHERE w.programme_id = @programme
        ORDER BY w.date, w.id, a.id
        """,
        new { programme });
}
