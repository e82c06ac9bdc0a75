using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>A workshop as it stands on paper.</summary>
public sealed record SheetHead
{
    /// <summary>What the organisation is called.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The workshop's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>The six digits, or null while there are none.</summary>
    public string? RoomCode { get; init; }

    /// <summary>The secret of the room's QR, or null while there is none.</summary>
    public string? RoomToken { get; init; }

    /// <summary>When badges were last made (UTC), or null.</summary>
    public string? BadgesAt { get; init; }

    /// <summary>Who made them.</summary>
    public string? BadgesBy { get; init; }

    /// <summary>The facilitators' names, whom people ask by the door; may be empty.</summary>
    public string Facilitators { get; init; } = "";

    /// <summary>The date in words, with the year, since paper lies about for longer than that: 10 March 2026.</summary>
    public string DateWords => LocalDay.Parse(Date).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads it; null where there is no such workshop.</summary>
    public static SheetHead? Read(Reads reads, long workshop) => reads.First<SheetHead>(
        """
        SELECT ifnull((SELECT value FROM setting WHERE name = 'Site:Name'), '') AS Organisation, w.programme_id, p.name AS Programme,
               w.title, w.date, w.place, w.state, w.room_code, w.room_token, l.created_at AS BadgesAt, b.name AS BadgesBy,
               ifnull((SELECT group_concat(f.name, ' or ') FROM role_assignment r JOIN person f ON f.id = r.person_id
                       WHERE r.programme_id = p.id AND r.role = 'Facilitator'), '') AS Facilitators
        FROM workshop w
        JOIN programme p ON p.id = w.programme_id
        LEFT JOIN personal_link l ON l.workshop_id = w.id AND l.purpose = 'Badge' AND l.expires_at IS NULL
        LEFT JOIN person b ON b.id = l.created_by
        WHERE w.id = @workshop
        ORDER BY l.created_at DESC
        LIMIT 1
        """,
        new { workshop });
}
