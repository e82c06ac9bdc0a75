using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Somebody who knows something, as the directory of a programme tells it.</summary>
public sealed record WhoKnows
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they do; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What they offered, or said when they put a hand up; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>Offer, where it was said at a workshop; Expert, where they would come into meetings.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Where it was said: a workshop, or a programme before this one; may be empty.</summary>
    public string Where { get; init; } = "";

    /// <summary>Local day of it, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The place of their set, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>That set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>How often it was taken up.</summary>
    public long Taken { get; init; }

    /// <summary>What came of it, where that was told; may be empty.</summary>
    public string CameOfIt { get; init; } = "";

    private const string All =
        """
        WITH everything AS (
          SELECT e.person_id, e.words, 'Expert' AS kind, ifnull(f.name, '') AS "where", NULL AS date, NULL AS set_id, 0 AS taken, '' AS came_of_it, e.at
          FROM expert e LEFT JOIN programme f ON f.id = e.from_id WHERE e.programme_id = @programme
          UNION ALL
          SELECT o.person_id, o.text, 'Offer', w.title, w.date, o.set_id,
                 (SELECT count(*) FROM offer_match t WHERE t.offer_id = o.id AND t.state IN ('Agreed', 'Happened')),
                 ifnull((SELECT group_concat(t.came_of_it, ' ') FROM offer_match t WHERE t.offer_id = o.id AND t.state = 'Happened' AND t.came_of_it <> ''), ''),
                 o.posted_at
          FROM offer o JOIN activity a ON a.id = o.activity_id JOIN workshop w ON w.id = a.workshop_id
          WHERE w.programme_id = @programme AND o.kind = 'Offer' AND o.state = 'Shown')
        SELECT x.person_id, p.name, p.job_title, ifnull(u.name, '') AS Unit, x.words, x.kind, x."where", x.date, s.position AS SetPosition,
               s.name AS SetName, x.taken, x.came_of_it
        FROM everything x
        JOIN person p ON p.id = x.person_id
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN sets s ON s.id = x.set_id
        """;

    /// <summary>Everybody of a programme, or those of whom all words are told; who would come as an expert first.</summary>
    public static IReadOnlyList<WhoKnows> Of(Reads reads, long programme, string? words = null)
    {
        var looked = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. reads.Query<WhoKnows>($"{All} ORDER BY x.kind = 'Offer', p.name COLLATE NAMES, x.at", new { programme })
                .Where(one => Array.TrueForAll(looked, word => $"{one.Name} {one.JobTitle} {one.Unit} {one.Words} {one.CameOfIt}"
                    .Contains(word, StringComparison.CurrentCultureIgnoreCase))),
        ];
    }

    /// <summary>The names in it that are not of a set itself, each once.</summary>
    public static IReadOnlyList<string> Names(Reads reads, long programme, long set) => reads.Query<string>(
        """
        SELECT p.name FROM person p
        WHERE (p.id IN (SELECT person_id FROM expert WHERE programme_id = @programme)
               OR p.id IN (SELECT m.person_id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme AND m.left_at IS NULL)
               OR p.id IN (SELECT person_id FROM role_assignment WHERE programme_id = @programme))
          AND p.id NOT IN (SELECT person_id FROM membership WHERE set_id = @set AND left_at IS NULL)
          AND p.id NOT IN (SELECT person_id FROM role_assignment WHERE set_id = @set AND role = 'Advisor')
        ORDER BY p.name COLLATE NAMES LIMIT 300
        """, new { programme, set });
}
