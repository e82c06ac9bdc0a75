using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>
/// A talk of a member with their supervisor: "meet regularly with their supervisor to report on their progress". Before it the
/// member writes what the supervisor should know; after it one of the two writes what was agreed, and it stands when the other
/// says yes. These two read it, and nobody else.
/// </summary>
public sealed record Talk
{
    /// <summary>At most this many days should lie between two talks, where each member has a problem of their own.</summary>
    public const int MostDays = 28;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>With whom: who was the supervisor then.</summary>
    public long SupervisorId { get; init; }

    /// <summary>Their name.</summary>
    public string Supervisor { get; init; } = "";

    /// <summary>The day (local date).</summary>
    public string Date { get; init; } = "";

    /// <summary>When it begins, HH:mm, or null.</summary>
    public string? Starts { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>What the member wants the supervisor to know; may be empty.</summary>
    public string Word { get; init; } = "";

    /// <summary>When that was written (UTC), or null.</summary>
    public string? WordAt { get; init; }

    /// <summary>How far it is.</summary>
    public string Progress { get; init; } = "";

    /// <summary>What each of the two does next.</summary>
    public string AgreedNext { get; init; } = "";

    /// <summary>The day of the next talk (local date), or null.</summary>
    public string? NextDate { get; init; }

    /// <summary>Who wrote what was agreed, or null: it is still to come.</summary>
    public long? WrittenBy { get; init; }

    /// <summary>When the other one said yes (UTC), or null.</summary>
    public string? StandsAt { get; init; }

    /// <summary>Whether the member did what was agreed: Yes, NotYet, or null.</summary>
    public string? MemberDid { get; init; }

    /// <summary>Whether the supervisor did, likewise.</summary>
    public string? SupervisorDid { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>It is still to come.</summary>
    public bool IsPlanned => WrittenBy is null;

    /// <summary>It waits for this person's yes.</summary>
    public bool WaitsFor(long person) => WrittenBy is { } by && by != person && StandsAt is null;

    private const string Select =
        """
        SELECT t.id, t.programme_id, t.person_id, t.supervisor_id, v.name AS Supervisor, t.date, t.starts, t.place, t.word, t.word_at, t.progress,
          t.agreed_next, t.next_date, t.written_by, t.stands_at, t.member_did, t.supervisor_did, t.version, t.changed_at, c.name AS ChangedBy
        FROM supervisor_talk t
        JOIN person v ON v.id = t.supervisor_id
        JOIN person c ON c.id = t.changed_by
        """;

    /// <summary>A member's talks, the newest first; with a supervisor: those with them alone.</summary>
    public static IReadOnlyList<Talk> Of(Reads reads, long programme, long person, long? supervisor) => reads.Query<Talk>(
        $"""
        {Select}
        WHERE t.programme_id = @programme AND t.person_id = @person AND (@supervisor IS NULL OR t.supervisor_id = @supervisor)
        ORDER BY t.written_at IS NOT NULL, t.date DESC, t.id DESC
        """,
        new { programme, person, supervisor });
}

/// <summary>When two meet, as typed.</summary>
public sealed class PlanForm
{
    /// <summary>The day.</summary>
    public string? Date { get; set; }

    /// <summary>When it begins; may be empty.</summary>
    public string? Starts { get; set; }

    /// <summary>Where; may be empty.</summary>
    public string? Place { get; set; }

    /// <summary>The version that was shown; 0 where none was planned.</summary>
    public long Version { get; set; }
}

/// <summary>What two agreed, as typed.</summary>
public sealed class RecordForm
{
    /// <summary>The day on which they met; empty is today.</summary>
    public string? Date { get; set; }

    /// <summary>How far it is.</summary>
    public string? Progress { get; set; }

    /// <summary>What each does next.</summary>
    public string? AgreedNext { get; set; }

    /// <summary>The day of the next talk.</summary>
    public string? NextDate { get; set; }

    /// <summary>The version that was shown; 0 where nothing was planned.</summary>
    public long Version { get; set; }
}
