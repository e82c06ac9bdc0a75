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

    /// <summary>The roles that take part; empty means everybody.</summary>
    public IReadOnlyList<Role> Roles => JsonSerializer.Deserialize<string[]>(Audience)!.Select(Enum.Parse<Role>).ToList();

    /// <summary>Whether what people wrote may be seen in the room now.</summary>
    public bool IsRevealed =>
        Reveal == Reveal.Live || (Reveal == Reveal.AfterClose && State == ActivityState.Closed);

    /// <summary>What stands over the field: the prompt, or the title where there is none.</summary>
    public string Question => Prompt.Length > 0 ? Prompt : Title;

    /// <summary>Whether a role takes part. Guests take part in what is for everybody.</summary>
    public bool IsFor(Role role) => Audience == "[]" || Roles.Contains(role);

    /// <summary>The activity, or null.</summary>
    public static Activity? Find(Reads reads, long id) => reads.First<Activity>(
        """
        SELECT id, workshop_id, kind, title, prompt, settings, audience, name_mode, reveal, state, version
        FROM activity
        WHERE id = @id
        """,
        new { id });
}
