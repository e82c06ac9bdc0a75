using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Trail;

/// <summary>What of the log is looked for.</summary>
/// <param name="Sort">A sort, or null for all that is more than the running of a workshop.</param>
/// <param name="Everything">Whether the running of workshops is wanted too.</param>
/// <param name="Who">A piece of the name of who did it or of whom it was done to; may be empty.</param>
/// <param name="From">From this moment on (UTC, see <see cref="Utc"/>), or null.</param>
/// <param name="To">Before this moment (UTC), or null.</param>
public sealed record TrailQuery(TrailSort? Sort, bool Everything, string Who, string? From, string? To);

/// <summary>One line of the log: who did what to which thing, and when. Never a text that somebody wrote.</summary>
public sealed record TrailLine
{
    /// <summary>How many lines one page lists.</summary>
    public const int PageSize = 50;

    /// <summary>When (UTC, see <see cref="Utc"/>).</summary>
    public string At { get; init; } = "";

    /// <summary>Who did it, or null where the program did or nobody was known.</summary>
    public string? Who { get; init; }

    /// <summary>What was done, by its name in the file.</summary>
    public string Act { get; init; } = "";

    /// <summary>To what: a person, a set, a programme or a workshop by its name; null where the thing's name would be a text of somebody, or is gone.</summary>
    public string? What { get; init; }

    /// <summary>In which programme or workshop, or null.</summary>
    public string? Where { get; init; }

    /// <summary>How many lines were found in all.</summary>
    public long Found { get; init; }

    /// <summary>What was done, in words.</summary>
    public string Words => TrailWords.Of(Act);

    /// <summary>What fits, the newest first.</summary>
    public static IReadOnlyList<TrailLine> Of(Reads reads, TrailQuery query, int skip) => reads.Query<TrailLine>(
        """
        SELECT a.at, w.name AS Who, a.act, count(*) OVER () AS Found,
               coalesce(p.name, mp.name, s.name, iif(a.thing = 'programme', g.name, NULL), iif(a.thing = 'workshop', k.title, NULL)) AS What,
               coalesce(kg.name || ', ' || k.title, g.name, sg.name, og.name || ', ' || o.name) AS "Where"
        FROM audit a
        LEFT JOIN person w ON w.id = a.person_id
        LEFT JOIN person p ON a.thing = 'person' AND a.act <> 'export-people' AND p.id = CAST(a.thing_id AS INTEGER)
        LEFT JOIN membership m ON a.thing = 'membership' AND m.id = CAST(a.thing_id AS INTEGER)
        LEFT JOIN person mp ON mp.id = m.person_id
        LEFT JOIN sets s ON s.id = iif(a.thing = 'sets', CAST(a.thing_id AS INTEGER), m.set_id)
        LEFT JOIN programme sg ON sg.id = s.programme_id
        LEFT JOIN programme g ON g.id = iif(a.thing = 'programme', CAST(a.thing_id AS INTEGER), a.programme_id)
        LEFT JOIN sets o ON o.id = CASE
          WHEN a.thing = 'sheet' THEN (SELECT h.set_id FROM sheet h WHERE h.id = a.thing_id)
          WHEN a.act = 'withdraw-share' OR a.act GLOB 'share-with-*' THEN (SELECT x.set_id FROM share x WHERE x.thing_id = a.thing_id AND lower(x.kind) = a.thing LIMIT 1) END
        LEFT JOIN programme og ON og.id = o.programme_id
        LEFT JOIN workshop k ON k.id = a.workshop_id
        LEFT JOIN programme kg ON kg.id = k.programme_id
        WHERE (@everything OR EXISTS (SELECT 1 FROM json_each(@acts) f WHERE a.act GLOB f.value))
          AND NOT EXISTS (SELECT 1 FROM json_each(@others) f WHERE a.act GLOB f.value)
          AND (@From IS NULL OR a.at >= @From) AND (@To IS NULL OR a.at < @To)
          AND (@Who = '' OR w.name LIKE @like ESCAPE '\' OR p.name LIKE @like ESCAPE '\' OR mp.name LIKE @like ESCAPE '\')
        ORDER BY a.id DESC LIMIT @PageSize OFFSET @skip
        """,
        new
        {
            everything = query is { Everything: true, Sort: null },
            acts = JsonSerializer.Serialize(query.Sort?.Acts ?? [.. TrailSort.All.SelectMany(sort => sort.Acts)]),
            others = JsonSerializer.Serialize(TrailSort.All.TakeWhile(_ => query.Sort is not null).TakeWhile(sort => sort != query.Sort).SelectMany(sort => sort.Acts)),
            query.From,
            query.To,
            query.Who,
            like = $"%{query.Who.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%",
            PageSize,
            skip,
        });
}
