using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>A member, with what was said and written about taking part.</summary>
public sealed record ReadyMember
{
    /// <summary>The membership.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where a letter reaches them, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What they were trained in; empty where it is not known.</summary>
    public string Discipline { get; init; } = "";

    /// <summary>The supervisor, or null where none is named.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The supervisor's name, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>The line manager, or null; may be another than the supervisor.</summary>
    public long? ManagerId { get; init; }

    /// <summary>Where a letter reaches the supervisor, or null.</summary>
    public string? SupervisorEmail { get; init; }

    /// <summary>When the member said yes (UTC), or null.</summary>
    public string? AcceptedAt { get; init; }

    /// <summary>When the supervisor released the time (UTC), or null.</summary>
    public string? TimeAt { get; init; }

    /// <summary>Whether the supervisor said that the time can't be released.</summary>
    public bool TimeRefused { get; init; }

    /// <summary>A developmental goal is written.</summary>
    public bool HasGoal { get; init; }

    /// <summary>The supervisor has agreed to it.</summary>
    public bool GoalAgreed { get; init; }

    /// <summary>A problem of the own is written and sent to the supervisor.</summary>
    public bool HasProblem { get; init; }

    /// <summary>The supervisor has confirmed that it lies within their sphere.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The supervisor has signed what they may decide in it.</summary>
    public bool HasAuthority { get; init; }

    /// <summary>The first name.</summary>
    public string First => Name.Split(' ')[0];

    /// <summary>The member as somebody who has to act.</summary>
    public NeedPerson Person => new(PersonId, Name, Email);

    /// <summary>Everybody in the sets of a programme, by name.</summary>
    public static IReadOnlyList<ReadyMember> Of(Reads reads, long programme) => reads.Query<ReadyMember>(
        """
        SELECT m.id, m.set_id, m.person_id, p.name, p.email, ifnull(u.name, '') AS Unit, p.discipline, m.supervisor_id, v.name AS Supervisor,
          v.email AS SupervisorEmail, p.manager_id, m.accepted_at, m.time_share_confirmed_at AS TimeAt, m.time_refused_at IS NOT NULL AS TimeRefused,
          EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL) AS HasGoal,
          EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL AND g.agreed_at IS NOT NULL) AS GoalAgreed,
          EXISTS (SELECT 1 FROM problem q WHERE q.programme_id = s.programme_id AND q.owner_id = m.person_id AND q.state <> 'Stopped'
            AND q.sent_at IS NOT NULL) AS HasProblem,
          EXISTS (SELECT 1 FROM problem q WHERE q.programme_id = s.programme_id AND q.owner_id = m.person_id
            AND q.state <> 'Stopped' AND q.within_sphere_at IS NOT NULL) AS Confirmed,
          EXISTS (SELECT 1 FROM problem q JOIN authority_statement a ON a.problem_id = q.id WHERE q.programme_id = s.programme_id
            AND q.owner_id = m.person_id AND q.state <> 'Stopped') AS HasAuthority
        FROM membership m
        JOIN sets s ON s.id = m.set_id
        JOIN person p ON p.id = m.person_id
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN person v ON v.id = m.supervisor_id
        WHERE s.programme_id = @programme AND m.left_at IS NULL
        ORDER BY p.name COLLATE NAMES, m.id
        """,
        new { programme });
}

/// <summary>That a facilitator goes on without something, and why.</summary>
public sealed record OverrideRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The need.</summary>
    public string Need { get; init; } = "";

    /// <summary>Why it is right to go on.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who decided it.</summary>
    public string By { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";
}

/// <summary>When somebody was last reminded of a need.</summary>
public sealed record NudgeRow
{
    /// <summary>The need.</summary>
    public string Need { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";
}

/// <summary>Everything that the checklist is computed from, read in one snapshot by a number of statements that doesn't grow.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Sets">Its sets by position.</param>
/// <param name="Members">Everybody in them.</param>
/// <param name="Roles">Everybody else.</param>
/// <param name="Problems">Its problems in order.</param>
/// <param name="HasAuthority">Whether the sponsor has signed what the sets may decide.</param>
/// <param name="Workshops">Its workshops: kind and local date.</param>
/// <param name="Chosen">The sets that have taken a problem on, and which.</param>
/// <param name="Meetings">The dated meetings of its sets, in order.</param>
/// <param name="Replies">What people answered to the invitation to the kick-off: who, and whether they come.</param>
/// <param name="Overrides">What a facilitator goes on without.</param>
/// <param name="Nudges">When people were last reminded.</param>
public sealed record ReadyRows(
    ProgrammeRow Programme, IReadOnlyList<SetRow> Sets, IReadOnlyList<ReadyMember> Members, IReadOnlyList<RoleRow> Roles,
    IReadOnlyList<ProblemRow> Problems, bool HasAuthority, IReadOnlyList<(string Kind, string Date)> Workshops, IReadOnlyList<(long SetId, long ProblemId)> Chosen,
    IReadOnlyList<(long SetId, long Number, string Date)> Meetings, IReadOnlyDictionary<long, bool> Replies, IReadOnlyList<OverrideRow> Overrides, IReadOnlyList<NudgeRow> Nudges)
{
    /// <summary>Reads them; null where there is no such programme.</summary>
    public static ReadyRows? Read(Reads reads, long id) => ProgrammeRow.Find(reads, id) is not { } programme ? null : new(
        programme, SetRow.Of(reads, id), ReadyMember.Of(reads, id), RoleRow.Of(reads, id), ProblemRow.Of(reads, id),
        Authority.Of(reads, id) is not null,
        reads.Query<(string Kind, string Date)>("SELECT kind, date FROM workshop WHERE programme_id = @id", new { id }),
        reads.Query<(long SetId, long ProblemId)>("SELECT id, problem_id FROM sets WHERE programme_id = @id AND problem_id IS NOT NULL", new { id }),
        reads.Query<(long SetId, long Number, string Date)>(
            """
            SELECT m.set_id, m.number, m.date FROM set_meeting m JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @id AND m.state <> 'Cancelled' ORDER BY m.set_id, m.number
            """,
            new { id }),
        reads.Query<(long Person, long Comes)>(
            """
            SELECT a.person_id, max(a.reply = 'Yes')
            FROM workshop_attendance a JOIN workshop w ON w.id = a.workshop_id AND w.kind = 'KickOff'
            WHERE w.programme_id = @id AND a.reply IS NOT NULL
            GROUP BY a.person_id
            """,
            new { id }).ToDictionary(one => one.Person, one => one.Comes == 1),
        reads.Query<OverrideRow>(
            """
            SELECT o.id, o.need, o.reason, p.name AS "By", o.at
            FROM readiness_override o JOIN person p ON p.id = o.by
            WHERE o.programme_id = @id AND o.undone_at IS NULL
            """,
            new { id }),
        reads.Query<NudgeRow>("SELECT need, max(at) AS At FROM nudge WHERE programme_id = @id GROUP BY need", new { id }));

    /// <summary>The members of one set.</summary>
    public IReadOnlyList<ReadyMember> In(SetRow set) => [.. Members.Where(member => member.SetId == set.Id)];

    /// <summary>Who has a role for one set.</summary>
    public IReadOnlyList<RoleRow> Around(SetRow set, string role) => [.. Roles.Where(one => one.SetId == set.Id && one.Role == role)];

    /// <summary>Each set has a problem of the sponsor's.</summary>
    public bool IsCommon => Programme.Format == "CommonProblem";
}
