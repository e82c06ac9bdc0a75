using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// What must be settled before a set meets for the first time. Format 1: each member's problem within the supervisor's sphere,
/// and the challenge agreed. Format 2: the set's one problem chosen.
/// </summary>
public static class BeforeFirst
{
    /// <summary>What is missing, as a sentence; null where the set may begin.</summary>
    public static string? Missing(Reads reads, long set)
    {
        if (reads.First<string>("SELECT p.format FROM sets s JOIN programme p ON p.id = s.programme_id WHERE s.id = @set", new { set }) == "CommonProblem")
        {
            return reads.First<long?>("SELECT problem_id FROM sets WHERE id = @set", new { set }) is null
                ? "Before its first meeting the set chooses its problem." : null;
        }

        var problems = reads.Query<string>(
            """
            SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id JOIN sets s ON s.id = m.set_id
            WHERE m.set_id = @set AND m.left_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM problem b WHERE b.programme_id = s.programme_id AND b.owner_id = m.person_id AND b.within_sphere_at IS NOT NULL)
            ORDER BY p.name COLLATE NAMES
            """, new { set });
        var goals = reads.Query<string>(
            """
            SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.set_id = @set AND m.left_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL AND g.agreed_at IS NOT NULL)
            ORDER BY p.name COLLATE NAMES
            """, new { set });
        return problems.Count > 0 ? $"Before the first meeting the supervisor confirms each problem. It waits for {Attending.Listed(problems)}."
            : goals.Count > 0 ? $"Before the first meeting each challenge is agreed with the supervisor. It waits for {Attending.Listed(goals)}."
            : null;
    }
}
