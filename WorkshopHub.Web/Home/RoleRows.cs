using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>A set that somebody champions, advises or is a client of.</summary>
public sealed record RoleSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>What it works on, or null while it has chosen nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Who advises it, or null.</summary>
    public string? Advisor { get; init; }

    /// <summary>Who champions it, or null.</summary>
    public string? Champion { get; init; }

    /// <summary>The day of its next meeting (local date), or null.</summary>
    public string? MeetsOn { get; init; }

    /// <summary>When that begins, HH:mm.</summary>
    public string? MeetsAt { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string? MeetsIn { get; init; }

    /// <summary>The next meeting as people say it; null where none has a date.</summary>
    public string? NextMeeting => MeetingLine.Words(MeetsOn, MeetsAt, MeetsIn);

    /// <summary>Who is in it.</summary>
    public IReadOnlyList<OwnOther> Members { get; init; } = [];

    /// <summary>The sets for which a person has a role; a client's are those that took their problems.</summary>
    public static IReadOnlyList<RoleSet> Of(Reads reads, long person, Role role, DateTime now)
    {
        var sets = reads.Query<RoleSet>(
            """
            SELECT s.id, s.position, s.name, g.id AS ProgrammeId, g.name AS Programme, b.title AS Problem,
              n.date AS MeetsOn, n.starts AS MeetsAt, n.place AS MeetsIn,
              (SELECT group_concat(a.name, ', ') FROM role_assignment r JOIN person a ON a.id = r.person_id
               WHERE r.set_id = s.id AND r.role = 'Advisor') AS Advisor,
              (SELECT group_concat(a.name, ', ') FROM role_assignment r JOIN person a ON a.id = r.person_id
               WHERE r.set_id = s.id AND r.role = 'Champion') AS Champion
            FROM sets s
            JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            LEFT JOIN problem b ON b.id = s.problem_id
            LEFT JOIN set_meeting n ON n.id = (SELECT t.id FROM set_meeting t
              WHERE t.set_id = s.id AND t.state IN ('Planned', 'Open') AND t.date >= @today ORDER BY t.date, t.number LIMIT 1)
            WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = @role)
              OR (@role = 'Client' AND b.client_id = @person)
            ORDER BY g.id DESC, s.position
            """,
            new { person, role = role.ToString(), today = MeetingLine.Text(now) });
        var members = reads.Query<OwnOther>(
            """
            SELECT m.set_id AS SetId, p.name AS Name, ifnull(u.name, '') AS Unit
            FROM membership m
            JOIN person p ON p.id = m.person_id
            LEFT JOIN org_unit u ON u.id = p.org_unit_id
            WHERE m.left_at IS NULL AND m.set_id IN (SELECT value FROM json_each(@sets))
            ORDER BY p.name
            """,
            new { sets = OwnSet.Json(sets.Select(set => set.Id)) }).ToLookup(one => one.SetId);
        return [.. sets.Select(set => set with { Members = [.. members[set.Id]] })];
    }
}
