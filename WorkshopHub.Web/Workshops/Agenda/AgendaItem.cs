using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>An item of an agenda with the activity that it points to.</summary>
public sealed record AgendaItem
{
    /// <summary>The item's id.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the agenda; only the order counts.</summary>
    public long Position { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is good for; may be empty.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>How long it takes.</summary>
    public long Minutes { get; init; }

    /// <summary>For whoever runs the room; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Run, Reveal or Review.</summary>
    public string Act { get; init; } = "Run";

    /// <summary>Planned, Running, Done or Skipped.</summary>
    public string State { get; init; } = "Planned";

    /// <summary>Rises with every change of the item.</summary>
    public long Version { get; init; }

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>Key of the activity's kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What stands on wall and phones.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The kind's own settings, JSON.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>JSON list of the roles that take part; empty means everybody.</summary>
    public string Audience { get; init; } = "[]";

    /// <summary>Named, SetOnly, Anonymous or Private.</summary>
    public string NameMode { get; init; } = "Named";

    /// <summary>Live, AfterClose or Never.</summary>
    public string Reveal { get; init; } = "Live";

    /// <summary>For the set advisors; may be empty.</summary>
    public string AdvisorNote { get; init; } = "";

    /// <summary>The word that the same thing carries in other workshops of the programme; may be empty.</summary>
    public string Series { get; init; } = "";

    /// <summary>The activity that the own one is about, or null.</summary>
    public long? SourceId { get; init; }

    /// <summary>0 for all, 1 or 2 where two groups of sets work at once.</summary>
    public long Room { get; init; }

    /// <summary>What it was to take up but is not there, e.g. KickOff:offers; empty for nothing.</summary>
    public string Wanted { get; init; } = "";

    /// <summary>It goes on with an activity that an item before it, or of an earlier workshop, has run first.</summary>
    public bool Again { get; init; }

    /// <summary>Whether the activity is its own: it is the first that runs it.</summary>
    [JsonIgnore]
    public bool IsOwn => IsRun && !Again;

    /// <summary>The workshop whose agenda it stands on.</summary>
    [JsonIgnore]
    public long WorkshopId { get; init; }

    /// <summary>The workshop that the activity belongs to: this one, or an earlier one.</summary>
    [JsonIgnore]
    public long Home { get; init; }

    /// <summary>That workshop's title.</summary>
    [JsonIgnore]
    public string HomeTitle { get; init; } = "";

    /// <summary>What the activity itself is called.</summary>
    [JsonIgnore]
    public string ActivityTitle { get; init; } = "";

    /// <summary>Whether people answer in it; otherwise it shows or takes up what they answered before.</summary>
    [JsonIgnore]
    public bool IsRun => Act == "Run";

    /// <summary>Whether somebody has answered already.</summary>
    [JsonIgnore]
    public bool IsAnswered { get; init; }

    /// <summary>When the activity was last changed (UTC, see <see cref="Utc"/>).</summary>
    [JsonIgnore]
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    [JsonIgnore]
    public string? ChangedBy { get; init; }

    /// <summary>The roles that take part; empty means everybody.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Roles => JsonSerializer.Deserialize<string[]>(Audience) ?? [];

    /// <summary>The activity as its kind asks for it.</summary>
    [JsonIgnore]
    public Activity Activity => new()
    {
        Id = ActivityId,
        WorkshopId = Home,
        RoomId = WorkshopId,
        Series = Series,
        SourceId = SourceId,
        Kind = Kind,
        Title = IsOwn ? Title : ActivityTitle,
        Prompt = Prompt,
        Settings = Settings,
        Audience = Audience,
        NameMode = Enum.Parse<NameMode>(NameMode),
        Reveal = Enum.Parse<Reveal>(Reveal),
    };

    private const string Select = """
        SELECT i.id, i.position, i.title, i.purpose, i.minutes, i.facilitator_note AS Note, i.act, i.state, i.version,
          i.advisor_note, i.room, i.wanted, i.workshop_id, a.workshop_id AS Home, h.title AS HomeTitle, a.title AS ActivityTitle,
          a.series, a.source_id, a.id AS ActivityId, a.kind, a.prompt, a.settings, a.audience, a.name_mode, a.reveal, a.changed_at,
          i.act = 'Run' AND (a.workshop_id <> i.workshop_id OR EXISTS (SELECT 1 FROM agenda_item e
            WHERE e.activity_id = a.id AND e.workshop_id = i.workshop_id AND e.act = 'Run' AND e.position < i.position)) AS Again,
          c.name AS ChangedBy, EXISTS (SELECT 1 FROM activity_answered x WHERE x.activity_id = a.id) AS IsAnswered
        FROM agenda_item i JOIN activity a ON a.id = i.activity_id JOIN workshop h ON h.id = a.workshop_id LEFT JOIN person c ON c.id = a.changed_by
        """;

    /// <summary>A workshop's items in order.</summary>
    public static IReadOnlyList<AgendaItem> Of(Reads reads, long workshopId) => reads.Query<AgendaItem>(
        $"{Select} WHERE i.workshop_id = @workshopId ORDER BY i.position, i.id", new { workshopId });

    /// <summary>One item of a workshop, or null.</summary>
    public static AgendaItem? Find(Reads reads, long workshopId, long id) => reads.First<AgendaItem>(
        $"{Select} WHERE i.workshop_id = @workshopId AND i.id = @id", new { workshopId, id });
}
