using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>A member of the demo as whom one goes straight into a set's own place: one of either format.</summary>
internal sealed record DemoSpace
{
    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>CommonProblem or OwnProblem.</summary>
    public string Format { get; init; } = "";

    /// <summary>The word that stands in the address.</summary>
    public string Word => Format == "OwnProblem" ? "own-set" : "set";

    /// <summary>What it is called in the terminal.</summary>
    public string Title => Format == "OwnProblem" ? "Set, own" : "Set space";

    /// <summary>The first set of the programme of a workshop; and of the one where members have problems of their own, once it has met.</summary>
    public static IReadOnlyList<DemoSpace> Of(Reads reads, long workshop) => reads.Query<DemoSpace>(
        """
        WITH first AS (
          SELECT s.id, s.name, s.programme_id, g.format, row_number() OVER (PARTITION BY s.programme_id ORDER BY s.position) AS place
          FROM sets s JOIN programme g ON g.id = s.programme_id
          WHERE g.id = (SELECT programme_id FROM workshop WHERE id = @workshop)
             OR (g.format = 'OwnProblem' AND EXISTS (SELECT 1 FROM set_meeting m WHERE m.set_id = s.id AND m.state = 'Held')))
        SELECT p.id AS PersonId, p.name, first.id AS SetId, first.name AS SetName, first.format
        FROM first
        JOIN membership m ON m.id = (SELECT min(x.id) FROM membership x WHERE x.set_id = first.id AND x.left_at IS NULL)
        JOIN person p ON p.id = m.person_id
        WHERE first.place = 1 ORDER BY first.format, first.id
        """, new { workshop });
}
