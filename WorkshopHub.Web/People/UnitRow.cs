using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>A part of the organisation, at its place in the tree.</summary>
public sealed record UnitRow : IPlace
{
    /// <summary>The part's id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it belongs to, or null at the top.</summary>
    public long? ParentId { get; init; }

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>), or null where it never was.</summary>
    public string? ChangedAt { get; init; }

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>How many people work in it itself.</summary>
    public long People { get; init; }

    /// <summary>How deep it stands: 0 at the top.</summary>
    public int Depth { get; init; }

    /// <summary>How many people work in it and in all that belongs to it.</summary>
    public long All { get; init; }

    /// <summary>The name, moved in by its depth, for a list to choose from.</summary>
    public string Indented => string.Concat(Enumerable.Repeat("– ", Depth)) + Name;

    /// <summary>The whole tree in the order of reading: a part, then what belongs to it, each by name.</summary>
    public static IReadOnlyList<UnitRow> Tree(Reads reads)
    {
        var rows = reads.Query<UnitRow>("""
            SELECT u.id, u.name, u.parent_id, u.version, u.changed_at, c.name AS ChangedBy, ifnull(n.people, 0) AS People
            FROM org_unit u LEFT JOIN person c ON c.id = u.changed_by
              LEFT JOIN (SELECT org_unit_id, count(*) AS people FROM person GROUP BY org_unit_id) n ON n.org_unit_id = u.id
            ORDER BY u.name COLLATE NAMES, u.id
            """).ToLookup(row => row.ParentId ?? 0);
        return [.. Below(0, 0)];

        IEnumerable<UnitRow> Below(long parent, int depth) => rows[parent].SelectMany(row =>
        {
            List<UnitRow> within = [.. Below(row.Id, depth + 1)];
            var all = row.People + within.Where(one => one.Depth == depth + 1).Sum(one => one.All);
            return within.Prepend(row with { Depth = depth, All = all });
        });
    }
}
