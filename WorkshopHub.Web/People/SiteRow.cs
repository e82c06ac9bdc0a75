using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>A site: a place where people work.</summary>
public sealed record SiteRow : IPlace
{
    /// <summary>The site's id.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>), or null where it never was.</summary>
    public string? ChangedAt { get; init; }

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>How many people work there.</summary>
    public long People { get; init; }

    string IPlace.Indented => Name;

    int IPlace.Depth => 0;

    long IPlace.All => People;

    /// <summary>All sites by name.</summary>
    public static IReadOnlyList<SiteRow> All(Reads reads) => reads.Query<SiteRow>("""
        SELECT s.id, s.name, s.version, s.changed_at, c.name AS ChangedBy, ifnull(n.people, 0) AS People
        FROM site s LEFT JOIN person c ON c.id = s.changed_by
          LEFT JOIN (SELECT site_id, count(*) AS people FROM person GROUP BY site_id) n ON n.site_id = s.id
        ORDER BY s.name COLLATE NAMES, s.id
        """);
}
