using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>A set as it stands on its table.</summary>
public sealed record SheetSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The problem that it has taken on; empty where there is none yet.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Its members' names; may be empty.</summary>
    public string Members { get; init; } = "";

    /// <summary>Its advisor, champion and client, each with the role; may be empty.</summary>
    public string Around { get; init; } = "";

    /// <summary>The sets of a programme, in order.</summary>
    public static IReadOnlyList<SheetSet> Of(Reads reads, long programme) => reads.Query<SheetSet>(
        """
        SELECT s.id, s.position, s.name, ifnull(q.title, '') AS Problem,
               ifnull((SELECT group_concat(p.name, ', ') FROM (
                   SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
                   WHERE m.set_id = s.id AND m.left_at IS NULL ORDER BY p.name COLLATE NAMES) p), '') AS Members,
               ifnull((SELECT group_concat(a.role || ': ' || a.name, '. ') FROM (
                   SELECT r.role, p.name FROM role_assignment r JOIN person p ON p.id = r.person_id
                   WHERE r.set_id = s.id ORDER BY r.role, p.name COLLATE NAMES) a), '') AS Around
        FROM sets s
        LEFT JOIN problem q ON q.id = s.problem_id
        WHERE s.programme_id = @programme
        ORDER BY s.position
        """,
        new { programme });
}
