using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>An open room, as somebody at its door sees it.</summary>
public sealed record Room
{
    /// <summary>The workshop's number.</summary>
    public long Id { get; init; }

    /// <summary>The workshop's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, e.g. 2026-03-10.</summary>
    public string Date { get; init; } = "";

    /// <summary>Where people meet; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The programme's number.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The date in words, e.g. 10 March.</summary>
    public string DateWords =>
        DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The open room with this code (six digits) or token (from its QR), or null.</summary>
    public static Room? ByKey(Reads reads, string key) => reads.First<Room>(
        """
        SELECT w.id, w.title, w.date, w.place, w.programme_id, p.name AS Programme
        FROM workshop w
        JOIN programme p ON p.id = w.programme_id
        WHERE w.state = 'Live' AND (w.room_code = @key OR w.room_token = @key)
        """,
        new { key = key.ToLowerInvariant() });

    /// <summary>The open room of a workshop, or null.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="id">The workshop.</param>
    /// <param name="whenever">True for whoever prepares it or looks back: before it is open, and after.</param>
    public static Room? ById(Reads reads, long id, bool whenever = false) => reads.First<Room>(
        """
        SELECT w.id, w.title, w.date, w.place, w.programme_id, p.name AS Programme
        FROM workshop w
        JOIN programme p ON p.id = w.programme_id
        WHERE (w.state = 'Live' OR @whenever) AND w.id = @id
        """,
        new { id, whenever });
}
