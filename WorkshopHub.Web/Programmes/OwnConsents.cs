using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// What waits for a person before the first workshop: to say yes, to write, to confirm, to sign. Members and supervisors are asked
/// once the office has begun to ask people, and of a draft not at all; its sponsor prepares it, and signs in a draft too.
/// </summary>
public sealed class OwnConsents : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Waits>(
            """
            WITH mine AS (
              SELECT m.id, m.set_id, m.person_id, m.supervisor_id, m.accepted_at, m.time_share_confirmed_at, m.time_refused_at, p.name, v.name AS supervisor,
                g.id AS programme_id, g.name AS programme, g.format, q.sent_at, q.within_sphere_at, q.within_sphere_note, q.state AS own,
                q.id AS problem_id, d.id AS goal_id, d.to_supervisor,
                ifnull((SELECT min(w.date) FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'KickOff'), g.start_date) AS kick_off,
                (SELECT min(t.date) FROM set_meeting t WHERE t.set_id = m.set_id AND t.state <> 'Cancelled') AS first_meeting
              FROM membership m
              JOIN sets s ON s.id = m.set_id
              JOIN programme g ON g.id = s.programme_id AND g.state NOT IN ('Draft', 'Closed')
              JOIN person p ON p.id = m.person_id
              LEFT JOIN person v ON v.id = m.supervisor_id
              LEFT JOIN problem q ON q.id = (SELECT max(o.id) FROM problem o WHERE o.programme_id = g.id AND o.owner_id = m.person_id)
              LEFT JOIN developmental_goal d ON d.membership_id = m.id AND d.ended_at IS NULL
              WHERE m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person))
            SELECT 1 AS Place, 'Answer' AS Verb, 'Member' AS Hat, '/memberships/' || id AS Href, 'Will you take part?' AS What, programme AS Words, set_id, kick_off AS "By" FROM mine
            WHERE person_id = @person AND accepted_at IS NULL
            UNION ALL
            SELECT 2, 'Write', 'Member', '/memberships/' || id || '/problem', iif(own IS NULL, 'Write your own problem', 'Write on your problem'),
              programme || iif(within_sphere_note <> '', ', sent back to you', ''), set_id, kick_off FROM mine
            WHERE person_id = @person AND accepted_at IS NOT NULL AND format = 'OwnProblem' AND ifnull(own, 'Proposed') = 'Proposed'
              AND (problem_id IS NULL OR sent_at IS NULL OR within_sphere_note <> '')
            UNION ALL
            SELECT 3, 'Write', 'Member', '/memberships/' || id || '#goal', 'Write your goal', programme, set_id, first_meeting FROM mine
            WHERE person_id = @person AND accepted_at IS NOT NULL AND format = 'CommonProblem' AND goal_id IS NULL
            UNION ALL
            SELECT 4, 'Show it', 'Member', '/memberships/' || id || iif(format = 'OwnProblem', '/problem', '#goal'), 'Show your goal to ' || supervisor, programme, set_id, first_meeting FROM mine
            WHERE person_id = @person AND to_supervisor = 0 AND supervisor IS NOT NULL
            UNION ALL
            SELECT 5, 'Read', 'Supervisor', '/memberships/' || id || '/problem', name || ' asks you to look at a problem', programme, 0, first_meeting FROM mine
            WHERE supervisor_id = @person AND format = 'OwnProblem' AND own IN ('Proposed', 'InWork') AND sent_at IS NOT NULL
              AND within_sphere_at IS NULL AND within_sphere_note = ''
            UNION ALL
            SELECT 5, 'Sign', 'Supervisor', '/memberships/' || id || '/problem', 'Sign what ' || name || ' may decide', programme, 0, first_meeting FROM mine
            WHERE supervisor_id = @person AND format = 'OwnProblem' AND own IN ('Agreed', 'InWork') AND within_sphere_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM authority_statement a WHERE a.problem_id = mine.problem_id)
            UNION ALL
            SELECT 6, 'Confirm', 'Supervisor', '/memberships/' || id, 'Confirm the time of ' || name, programme, 0, kick_off FROM mine
            WHERE supervisor_id = @person AND accepted_at IS NOT NULL AND time_share_confirmed_at IS NULL AND time_refused_at IS NULL
            UNION ALL
            SELECT 7, 'Sign', 'Sponsor', '/programmes/' || g.id || '/authority', 'Sign what the sets may decide', g.name, 0,
              ifnull((SELECT min(w.date) FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'KickOff'), g.start_date)
            FROM role_assignment r JOIN programme g ON g.id = r.programme_id AND g.state <> 'Closed' AND g.format = 'CommonProblem'
            WHERE r.person_id = @person AND r.role = 'Sponsor'
              AND NOT EXISTS (SELECT 1 FROM authority_statement a WHERE a.programme_id = g.id AND a.problem_id IS NULL)
            ORDER BY 1, 5
            """, new { person }).Select(one => new OwnLink(one.Href, one.What, one.Words, one.SetId, ToDo: true)
            {
                By = one.By,
                Verb = one.Verb,
                As = Enum.Parse<Role>(one.Hat),
            }),
        .. Lacking(reads, person),
        .. Left(reads, person),
    ];

    /// <summary>What somebody wrote for a set that they are in no longer: it stays theirs, and their page leads to it.</summary>
    private static IEnumerable<OwnLink> Left(Reads reads, long person) => reads.Query<(long Id, string Programme)>(
        """
        SELECT max(m.id), g.name
        FROM membership m
        JOIN sets s ON s.id = m.set_id
        JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
        WHERE m.person_id = @person
          AND (m.accepted_at IS NOT NULL OR m.declined_at IS NOT NULL OR EXISTS (SELECT 1 FROM developmental_goal d WHERE d.membership_id = m.id))
        GROUP BY g.id
        HAVING NOT EXISTS (SELECT 1 FROM membership n JOIN sets t ON t.id = n.set_id AND t.programme_id = g.id WHERE n.person_id = @person AND n.left_at IS NULL)
        ORDER BY g.id DESC
        """, new { person }).Select(one => new OwnLink(
            string.Create(CultureInfo.InvariantCulture, $"/memberships/{one.Id}"), "What you wrote when you were in a set", $"{one.Programme}. It stays yours.", 0, ToDo: false));

    /// <summary>Problems that lack something, by the kick-off: for a sponsor all of them, and for a client the own.</summary>
    private static IEnumerable<OwnLink> Lacking(Reads reads, long person)
    {
        var hats = reads.Query<Hat>(
            """
            SELECT g.id AS ProgrammeId, g.name AS Programme, r.role,
              iif(g.state IN ('Draft', 'Recruiting', 'Ready'),
                ifnull((SELECT min(w.date) FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'KickOff'), g.start_date), NULL) AS "By"
            FROM role_assignment r JOIN programme g ON g.id = r.programme_id AND g.state <> 'Closed' AND g.format = 'CommonProblem'
            WHERE r.person_id = @person AND (r.role = 'Sponsor' OR (r.role = 'Client' AND g.state <> 'Draft'))
            GROUP BY g.id, r.role
            ORDER BY g.id DESC, r.role DESC
            """, new { person });
        var lacking = hats.Count == 0 ? [] : Problems.ProblemRow.Lacking(reads, person);
        foreach (var hat in hats)
        {
            var count = lacking.Count(problem => problem.ProgrammeId == hat.ProgrammeId && (hat.Role == Role.Sponsor || problem.ClientId == person));
            if (count > 0)
            {
                yield return new OwnLink(
                    string.Create(CultureInfo.InvariantCulture, $"/programmes/{hat.ProgrammeId}/problems"),
                    count == 1 ? "One problem needs a little" : $"{Problems.ProblemTest.Number(count, true)} problems need a little",
                    $"{hat.Programme}, before {(count == 1 ? "it" : "they")} can be offered to the sets", 0, ToDo: true)
                {
                    By = hat.By,
                    As = hat.Role,
                    Verb = "See what is missing",
                };
            }
        }
    }

    private sealed record Hat
    {
        public long ProgrammeId { get; init; }

        public string Programme { get; init; } = "";

        public Role Role { get; init; }

        public string? By { get; init; }
    }

    private sealed record Waits
    {
        public string? By { get; init; }

        public string Verb { get; init; } = "";

        public string Hat { get; init; } = "";

        public string Href { get; init; } = "";

        public string What { get; init; } = "";

        public string Words { get; init; } = "";

        public long SetId { get; init; }
    }
}
