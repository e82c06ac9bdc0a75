using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>
/// Somebody who was asked into a set, and how far the yes is: the member's own, with what they are willing to risk, and the
/// supervisor's to the share of their time.
/// </summary>
public sealed record Consent
{
    private const string Select =
        """
        SELECT m.id, m.version, ifnull(m.changed_at, m.joined_at) AS ChangedAt, m.set_id, s.name AS SetName, s.position AS SetPosition, s.programme_id, g.name AS Programme, g.format,
          g.time_mode, g.time_share_percent AS Share, g.state AS ProgrammeState, g.start_date, g.end_date,
          m.person_id, p.name, p.job_title, m.supervisor_id, v.name AS Supervisor, m.left_at, m.accepted_at, m.willing_to_risk,
          m.declined_at, m.decline_reason, m.time_share_percent, m.time_share_confirmed_at, c.name AS TimeShareConfirmedBy,
          m.time_refused_at, m.time_refused_reason
        FROM membership m
        JOIN sets s ON s.id = m.set_id
        JOIN programme g ON g.id = s.programme_id
        JOIN person p ON p.id = m.person_id
        LEFT JOIN person v ON v.id = m.supervisor_id
        LEFT JOIN person c ON c.id = m.time_share_confirmed_by
        """;

    /// <summary>The membership.</summary>
    public long Id { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When an answer was last given (UTC); before that, when the person was asked.</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>The set that the person is asked into.</summary>
    public long SetId { get; init; }

    /// <summary>That set's name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>That set's place in the programme.</summary>
    public long SetPosition { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>OwnProblem or CommonProblem.</summary>
    public string Format { get; init; } = "";

    /// <summary>PartTime or FullTime.</summary>
    public string TimeMode { get; init; } = "";

    /// <summary>The share of working time that the programme asks for, in per cent.</summary>
    public long Share { get; init; }

    /// <summary>Draft, Recruiting, Ready, Running, Reporting or Closed.</summary>
    public string ProgrammeState { get; init; } = "";

    /// <summary>First day (local date), or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last day (local date), or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>
    /// Whether it has been put to people: in a draft the office still mixes sets, and nobody is asked. From "Begin to ask people" on
    /// everybody is, so that each yes that "Ready" needs can be given before it.
    /// </summary>
    public bool IsAsked => ProgrammeState != "Draft";

    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>The member's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the member does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>The supervisor as of now, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The supervisor's name, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>When the person left the set (UTC), or null.</summary>
    public string? LeftAt { get; init; }

    /// <summary>When the person said yes (UTC), or null.</summary>
    public string? AcceptedAt { get; init; }

    /// <summary>What the member is willing to risk, in one sentence; read by the member, the set and its advisor.</summary>
    public string WillingToRisk { get; init; } = "";

    /// <summary>When the person said no, or withdrew (UTC), or null.</summary>
    public string? DeclinedAt { get; init; }

    /// <summary>Why; read by the person and the programme office.</summary>
    public string DeclineReason { get; init; } = "";

    /// <summary>The share of time that the supervisor confirmed, in per cent; null until then.</summary>
    public long? TimeSharePercent { get; init; }

    /// <summary>When the supervisor confirmed it (UTC), or null.</summary>
    public string? TimeShareConfirmedAt { get; init; }

    /// <summary>Who confirmed it, or null.</summary>
    public string? TimeShareConfirmedBy { get; init; }

    /// <summary>When the supervisor said that the time can't be released (UTC), or null.</summary>
    public string? TimeRefusedAt { get; init; }

    /// <summary>Why not, for the programme office and the member; empty where nobody said so.</summary>
    public string TimeRefusedReason { get; init; } = "";

    /// <summary>The member's first name.</summary>
    public string First => Name.Split(' ')[0];

    /// <summary>The supervisor's first name, or "your supervisor".</summary>
    public string SupervisorFirst => Supervisor?.Split(' ')[0] ?? "your supervisor";

    /// <summary>The days between which the programme runs, e.g. 10 March to 15 September 2026; empty where they are not set.</summary>
    public string Dates => Day(StartDate) is { } from && Day(EndDate) is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{from:d MMMM} to {to:d MMMM yyyy}") : "";

    /// <summary>Each member works on a problem of their own.</summary>
    public bool IsOwn => Format == "OwnProblem";

    /// <summary>Part time: 20 to 30 per cent; full time: all of it.</summary>
    public (long Least, long Most) Shares => TimeMode == "FullTime" ? (100, 100) : (20, 30);

    /// <summary>Asked, Accepted, Declined (said no), Withdrew (said yes, then no) or Left (taken out by the office).</summary>
    public string State => DeclinedAt is not null ? AcceptedAt is null ? "Declined" : "Withdrew"
        : LeftAt is not null ? "Left" : AcceptedAt is null ? "Asked" : "Accepted";

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One, by the membership's number; null where there is none.</summary>
    public static Consent? Find(Reads reads, long id) => reads.First<Consent>($"{Select} WHERE m.id = @id", new { id });

    /// <summary>Who gave the answer that changed it last, by name; null where it was no answer, but the office.</summary>
    public static string? ChangedBy(Reads reads, long id) => reads.First<string>(
        """
        SELECT p.name FROM membership m
        JOIN audit a ON a.thing = 'membership' AND a.thing_id = CAST(m.id AS TEXT) AND a.at = m.changed_at
        JOIN person p ON p.id = a.person_id
        WHERE m.id = @id ORDER BY a.id DESC LIMIT 1
        """, new { id });

    /// <summary>A person's place in the sets of a programme as of now, or null.</summary>
    public static Consent? Of(Reads reads, long programme, long person) => reads.First<Consent>(
        $"{Select} WHERE s.programme_id = @programme AND m.person_id = @person AND m.left_at IS NULL", new { programme, person });

    /// <summary>Everybody who is in a set of a programme as of now, by set and name.</summary>
    public static IReadOnlyList<Consent> In(Reads reads, long programme) => reads.Query<Consent>(
        $"{Select} WHERE s.programme_id = @programme AND m.left_at IS NULL ORDER BY s.position, p.name COLLATE NAMES, m.id", new { programme });

    /// <summary>Everybody who is in a set as of now, by name.</summary>
    public static IReadOnlyList<Consent> OfSet(Reads reads, long set) => reads.Query<Consent>(
        $"{Select} WHERE s.id = @set AND m.left_at IS NULL ORDER BY p.name COLLATE NAMES, m.id", new { set });

    /// <summary>Who said no, or withdrew, the newest first; without those who are in a set again.</summary>
    public static IReadOnlyList<Consent> Declined(Reads reads, long programme) => reads.Query<Consent>(
        $"""
        {Select}
        WHERE s.programme_id = @programme AND m.declined_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM membership n JOIN sets t ON t.id = n.set_id
            WHERE t.programme_id = s.programme_id AND n.person_id = m.person_id AND n.left_at IS NULL)
        ORDER BY m.declined_at DESC, m.id DESC
        """, new { programme });
}
