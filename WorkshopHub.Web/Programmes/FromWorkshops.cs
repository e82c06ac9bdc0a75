using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>What the workshops of a programme left to be taken up.</summary>
/// <param name="Lines">What the viewer may read, the newest workshop first.</param>
/// <param name="Kept">How many more there are whose owners keep the words to themselves.</param>
public sealed record FromWorkshops(IReadOnlyList<FromWorkshop> Lines, int Kept)
{
    private const string Select =
        """
        SELECT c.id, c.target, c.text, c.due, iif(k.state <> 'Agreed', 'TakenUp', c.state) AS State, c.thing_id, q.title AS Thing, p.name AS Who,
               w.id AS WorkshopId, w.title AS Workshop, w.date,
               s.id AS SetId, s.position AS SetPosition, s.name AS SetName
        FROM carried c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        LEFT JOIN sets s ON s.id = c.set_id
        LEFT JOIN person p ON p.id = c.person_id
        LEFT JOIN commitment k ON c.target IN ('Action', 'Commitment') AND k.id = CAST(c.source AS INTEGER) AND k.activity_id = c.activity_id
        LEFT JOIN problem q ON q.id = c.thing_id AND c.target IN ('ProblemQuestion', 'SetProblem')
        WHERE c.state <> 'Undone'
        """;

    /// <summary>What came to a set. What is only the set's stands there for its members and its advisor alone.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="set">The set.</param>
    /// <param name="isOfSet">Whether the viewer is of the set.</param>
    public static FromWorkshops OfSet(Reads reads, long set, bool isOfSet)
    {
        var all = reads.Query<FromWorkshop>(
            $"""
            {Select} AND c.set_id = @set AND c.target NOT IN (SELECT value FROM json_each(@hidden))
            ORDER BY w.date DESC, w.id, c.target, c.due, c.id
            """,
            new { set, hidden = Hidden(isOfSet) });
        return new FromWorkshops([.. all.Where(one => one.Text.Length > 0)], all.Count(one => one.Text.Length == 0));
    }

    /// <summary>Everything of one sort in a programme, the newest workshop first.</summary>
    public static IReadOnlyList<FromWorkshop> OfSort(Reads reads, long programme, string target) => reads.Query<FromWorkshop>(
        $"{Select} AND w.programme_id = @programme AND c.target = @target ORDER BY w.date DESC, w.id, q.position, c.id",
        new { programme, target });

    /// <summary>Whether somebody is a member of the set or its advisor.</summary>
    public static bool IsOf(Reads reads, long set, long? person) => person is not null && reads.First<long?>(
        """
        SELECT 1 FROM sets s
        WHERE s.id = @set
          AND (EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @person AND m.left_at IS NULL)
               OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = 'Advisor'))
        """,
        new { set, person }) is not null;

    private static string Hidden(bool isOfSet) => System.Text.Json.JsonSerializer.Serialize(
        isOfSet ? CarriedTarget.Only(CarriedFor.Office) : [.. CarriedTarget.Only(CarriedFor.Office), .. CarriedTarget.Only(CarriedFor.Set)]);
}
