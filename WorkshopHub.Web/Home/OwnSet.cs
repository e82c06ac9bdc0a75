using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>Somebody of a set, on another's page.</summary>
public sealed record OwnOther
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>A set that somebody is in, or has to do with in a role: as its advisor, its champion, or the client of its problem.</summary>
public sealed record OwnSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from 1; the mark follows from it.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The person's place in it; null where they advise it.</summary>
    public long? MembershipId { get; init; }

    /// <summary>What it works on, or null while it has chosen nothing, or where each member has a problem of their own.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether each member works on a problem of their own.</summary>
    public bool IsOwn { get; init; }

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

    /// <summary>The next meeting as people say it, e.g. Tuesday 1 December, 9:00, Library; null where none has a date.</summary>
    public string? NextMeeting => MeetingLine.Words(MeetsOn, MeetsAt, MeetsIn);

    /// <summary>Its members, without the person whose page it is.</summary>
    public IReadOnlyList<OwnOther> Others { get; init; } = [];

    /// <summary>The sets of a person, in a draft not those that they have not been asked into, with who is in them, by a number of statements that doesn't grow.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="person">Whose.</param>
    /// <param name="role">In which role; null for those that they are in or advise. A client's are those that took their problems.</param>
    /// <param name="now">Now, in the organisation's zone.</param>
    public static IReadOnlyList<OwnSet> Of(Reads reads, long person, Role? role, DateTime now)
    {
        var sets = reads.Query<OwnSet>(
            """
            SELECT s.id, s.position, s.name, p.id AS ProgrammeId, p.name AS Programme, b.title AS Problem, p.format = 'OwnProblem' AS IsOwn,
              (SELECT m.id FROM membership m WHERE m.set_id = s.id AND m.person_id = @person AND m.left_at IS NULL) AS MembershipId,
              n.date AS MeetsOn, n.starts AS MeetsAt, n.place AS MeetsIn,
              (SELECT group_concat(a.name, ', ') FROM role_assignment r JOIN person a ON a.id = r.person_id
               WHERE r.set_id = s.id AND r.role = 'Advisor' AND (@role IS NOT NULL OR a.id <> @person)) AS Advisor,
              (SELECT group_concat(a.name, ', ') FROM role_assignment r JOIN person a ON a.id = r.person_id
               WHERE r.set_id = s.id AND r.role = 'Champion') AS Champion
            FROM sets s
            JOIN programme p ON p.id = s.programme_id
            LEFT JOIN problem b ON b.id = s.problem_id
            LEFT JOIN set_meeting n ON n.id = (SELECT t.id FROM set_meeting t
              WHERE t.set_id = s.id AND t.state IN ('Planned', 'Open') AND t.date >= @today ORDER BY t.date, t.number LIMIT 1)
            WHERE p.state <> 'Closed'
              AND ((@role IS NULL AND p.state <> 'Draft' AND EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @person AND m.left_at IS NULL))
                   OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = ifnull(@role, 'Advisor'))
                   OR (@role = 'Client' AND b.client_id = @person))
            ORDER BY p.id DESC, s.position
            """,
            new { person, role = role?.ToString(), today = MeetingLine.Text(now) });
        var others = reads.Query<OwnOther>(
            """
            SELECT m.set_id AS SetId, p.name AS Name, ifnull(u.name, '') AS Unit
            FROM membership m
            JOIN person p ON p.id = m.person_id
            LEFT JOIN org_unit u ON u.id = p.org_unit_id
            WHERE m.left_at IS NULL AND m.person_id <> @person AND m.set_id IN (SELECT value FROM json_each(@sets))
            ORDER BY p.name COLLATE NAMES
            """,
            new { person, sets = Json(sets.Select(set => set.Id)) }).ToLookup(other => other.SetId);
        return [.. sets.Select(set => set with { Others = [.. others[set.Id]] })];
    }

    /// <summary>Numbers as one value of a query.</summary>
    internal static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";
}
