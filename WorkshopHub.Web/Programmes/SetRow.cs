using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>A set as stored.</summary>
public sealed record SetRow
{
    /// <summary>The set's id.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from 1; the mark follows from it.</summary>
    public long Position { get; init; }

    /// <summary>Its own name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    private const string Select = """
        SELECT s.id, s.position, s.name, s.version, s.changed_at AS ChangedAt, c.name AS ChangedBy
        FROM sets s LEFT JOIN person c ON c.id = s.changed_by
        """;

    /// <summary>The sets of a programme by position.</summary>
    public static IReadOnlyList<SetRow> Of(Reads reads, long programmeId) => reads.Query<SetRow>(
        $"{Select} WHERE s.programme_id = @programmeId ORDER BY s.position", new { programmeId });

    /// <summary>One set of a programme, or null.</summary>
    public static SetRow? Find(Reads reads, long programmeId, long id) => reads.First<SetRow>(
        $"{Select} WHERE s.programme_id = @programmeId AND s.id = @id", new { programmeId, id });
}
