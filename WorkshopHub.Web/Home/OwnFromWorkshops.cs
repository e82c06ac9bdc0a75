using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Home;

/// <summary>
/// What workshops left that concerns one person: their own, what their sets have to take up, the help that they give, what they
/// witness, and questions about a problem whose client they are.
/// </summary>
public static class OwnFromWorkshops
{
    // The owner and the witness of a commitment read its words, also where the room may not.
    private const string Select =
        """
        SELECT c.id, c.target, CASE WHEN k.id IS NULL THEN c.text ELSE k.text END AS Text, c.due,
               iif(k.state <> 'Agreed', 'TakenUp', c.state) AS State, c.thing_id,
               CASE WHEN c.target = 'ProblemQuestion' THEN q.title END AS Thing, CASE WHEN c.person_id <> @person THEN p.name END AS Who,
               w.id AS WorkshopId, w.title AS Workshop, w.date, s.id AS SetId, s.position AS SetPosition, s.name AS SetName
        FROM carried c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        JOIN programme g ON g.id = w.programme_id AND g.state <> 'Closed'
        LEFT JOIN sets s ON s.id = c.set_id
        LEFT JOIN person p ON p.id = c.person_id
        LEFT JOIN problem q ON q.id = c.thing_id
        LEFT JOIN commitment k ON c.target IN ('Action', 'Commitment') AND k.id = CAST(c.source AS INTEGER) AND k.activity_id = c.activity_id
                              AND (k.person_id = @person OR (k.witness_id = @person AND ifnull(k.witness_says, 'Yes') = 'Yes'))
        WHERE c.state <> 'Undone'
          AND NOT (c.target = 'SetMeeting' AND c.due IS NOT NULL AND EXISTS (
            SELECT 1 FROM set_meeting t WHERE t.set_id = c.set_id AND t.state = 'Held' AND t.date >= c.due))
          AND (c.person_id = @person
               OR k.id IS NOT NULL
               OR (c.target = 'ProblemQuestion' AND q.client_id = @person)
               OR (c.target = 'Match' AND EXISTS (SELECT 1 FROM offer_match m WHERE m.id = c.source AND m.helper_id = @person))
               OR (c.target IN ('SetQuestion', 'SetMeeting', 'DoorRequest', 'Decision') AND EXISTS (
                 SELECT 1 FROM membership m WHERE m.set_id = c.set_id AND m.person_id = @person AND m.left_at IS NULL))
               OR (c.target IN ('SetQuestion', 'SetMeeting') AND EXISTS (
                 SELECT 1 FROM role_assignment r WHERE r.set_id = c.set_id AND r.person_id = @person AND r.role = 'Advisor')))
        """;

    /// <summary>As it is now, the newest workshop first.</summary>
    public static IReadOnlyList<FromWorkshop> Of(Reads reads, long person) => reads.Query<FromWorkshop>(
        $"{Select} ORDER BY w.date DESC, w.id, c.due IS NULL, c.due, c.id LIMIT 60", new { person });
}
