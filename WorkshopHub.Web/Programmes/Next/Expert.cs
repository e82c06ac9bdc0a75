using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Next;

/// <summary>Somebody whom sets of a programme may ask into a meeting for what they know. They see nothing by that.</summary>
public sealed record Expert
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What they said when they put their hand up; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>The programme in which they said it, or null.</summary>
    public string? From { get; init; }

    /// <summary>The experts of a programme by name.</summary>
    public static IReadOnlyList<Expert> Of(Reads reads, long programme) => reads.Query<Expert>(
        """
        SELECT e.person_id, p.name, p.job_title, ifnull(u.name, '') AS Unit, e.words, f.name AS "From"
        FROM expert e
        JOIN person p ON p.id = e.person_id
        LEFT JOIN org_unit u ON u.id = p.org_unit_id
        LEFT JOIN programme f ON f.id = e.from_id
        WHERE e.programme_id = @programme
        ORDER BY p.name COLLATE NAMES
        """,
        new { programme });

    /// <summary>Notes that sets may ask somebody.</summary>
    public static void Add(Writes writes, long programme, long person, string words, long? from) => writes.Execute(
        """
        INSERT INTO expert (programme_id, person_id, words, from_id, at) VALUES (@programme, @person, @words, @from, @Now)
        ON CONFLICT (programme_id, person_id) DO NOTHING
        """,
        new { programme, person, words, from, writes.Now });
}
