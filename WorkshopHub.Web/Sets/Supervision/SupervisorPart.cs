using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>What a supervisor sees of their people: the talks, the time that was released, goal and problem as far as they were shown.</summary>
public sealed class SupervisorPart : IRolePart
{
    /// <inheritdoc />
    public Role Role => Role.Supervisor;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now) => new("/Sets/Supervision/_SupervisorPart.cshtml", new SupervisorView(
        SupervisedMember.Of(reads, person, LocalDay.Today(reads, now)), LocalDay.Today(reads, now), LocalTime.ZoneOf(reads)));
}

/// <summary>A supervisor's people.</summary>
/// <param name="People">Those of programmes that are not closed.</param>
/// <param name="Today">Today on the organisation's calendars.</param>
/// <param name="Zone">The organisation's zone.</param>
public sealed record SupervisorView(IReadOnlyList<SupervisedMember> People, DateOnly Today, TimeZoneInfo Zone)
{
    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).DateTime));
}

/// <summary>Somebody whom a supervisor has in a set, and how the two stand.</summary>
public sealed record SupervisedMember
{
    /// <summary>The membership.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>The set's place, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>The set.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Whether it runs: talks are due.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether each member has a problem of their own: then talks are at most four weeks apart.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Its last day (local date), or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>How much of the time is meant, in per cent.</summary>
    public long Share { get; init; }

    /// <summary>When the supervisor released it (UTC), or null.</summary>
    public string? TimeAt { get; init; }

    /// <summary>Whether the supervisor said that it can't be released.</summary>
    public bool HasRefused { get; init; }

    /// <summary>When the member said yes (UTC), or null: the time is asked for after that.</summary>
    public string? AcceptedAt { get; init; }

    /// <summary>A goal is written and shown to the supervisor.</summary>
    public bool HasGoal { get; init; }

    /// <summary>When the supervisor agreed to it (UTC), or null.</summary>
    public string? GoalAt { get; init; }

    /// <summary>The member's own problem, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>When it was confirmed (UTC), or null.</summary>
    public string? ConfirmedAt { get; init; }

    /// <summary>The day of the last talk with this supervisor (local date), or null.</summary>
    public string? LastTalk { get; init; }

    /// <summary>The day of the next one, or null.</summary>
    public string? NextTalk { get; init; }

    /// <summary>Days since the last talk, or since the programme began; null where neither is known.</summary>
    public long? Days { get; init; }

    /// <summary>Too long ago.</summary>
    public bool IsLate => Runs && IsOwn && Days > Talk.MostDays && NextTalk is null;

    /// <summary>Everybody whom a person supervises, over all programmes that are not closed.</summary>
    public static IReadOnlyList<SupervisedMember> Of(Reads reads, long person, DateOnly today) => reads.Query<SupervisedMember>(
        """
        WITH talk AS (
          SELECT programme_id, person_id, max(iif(written_at IS NOT NULL, date, NULL)) AS last, min(iif(written_at IS NULL, date, NULL)) AS next
          FROM supervisor_talk WHERE supervisor_id = @person GROUP BY programme_id, person_id)
        SELECT m.id, p.name, p.job_title, s.position, s.name AS SetName, g.name AS Programme, g.state IN ('Running', 'Reporting') AS Runs, g.format = 'OwnProblem' AS IsOwn, g.end_date,
          ifnull(m.time_share_percent, g.time_share_percent) AS Share, m.time_share_confirmed_at AS TimeAt, m.time_refused_at IS NOT NULL AS HasRefused, m.accepted_at, d.id IS NOT NULL AS HasGoal, d.agreed_at AS GoalAt,
          b.title AS Problem, b.within_sphere_at AS ConfirmedAt, t.last AS LastTalk, t.next AS NextTalk,
          CAST(julianday(@today) - julianday(ifnull(t.last, g.start_date)) AS INTEGER) AS Days
        FROM membership m
        JOIN sets s ON s.id = m.set_id
        JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
        JOIN person p ON p.id = m.person_id
        LEFT JOIN talk t ON t.programme_id = g.id AND t.person_id = p.id
        LEFT JOIN developmental_goal d ON d.membership_id = m.id AND d.ended_at IS NULL AND d.to_supervisor = 1
        LEFT JOIN problem b ON b.id = (SELECT max(own.id) FROM problem own
          WHERE own.programme_id = g.id AND own.owner_id = p.id AND own.state <> 'Stopped' AND own.sent_at IS NOT NULL)
        WHERE m.supervisor_id = @person AND m.left_at IS NULL
        ORDER BY g.id DESC, p.name COLLATE NAMES
        """,
        new { person, today = LocalDay.Text(today) });
}
