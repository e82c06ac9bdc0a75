using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>A workshop as the office sees it.</summary>
public sealed record AgendaWorkshop
{
    /// <summary>The workshop's id.</summary>
    public long Id { get; init; }

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Local time until which the room is booked, HH:mm, or null.</summary>
    public string? Ends { get; init; }

    /// <summary>The programme's format.</summary>
    public string Format { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>Six digits while the room is open, else null.</summary>
    public string? RoomCode { get; init; }

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The programme's first day (local date), or null.</summary>
    public string? From { get; init; }

    /// <summary>The programme's last day (local date), or null.</summary>
    public string? Until { get; init; }

    /// <summary>That a planned day lies outside the programme's, in a sentence; null where it doesn't.</summary>
    public string? Outside => State == "Planned" ? WorkshopDays.Outside(Date, From, Until) : null;

    /// <summary>Whether the room is open.</summary>
    public bool IsLive => State == "Live";

    /// <summary>By how many minutes a minute of the day lies after the room's time; zero or less where it doesn't, or nobody said.</summary>
    /// <param name="minute">Minutes from the start of the day.</param>
    public long Over(long minute) => Ends is null ? 0 : minute - (long)(TimeOnly.ParseExact(Ends, "HH:mm", CultureInfo.InvariantCulture)
        - TimeOnly.ParseExact(Starts, "HH:mm", CultureInfo.InvariantCulture)).TotalMinutes;

    /// <summary>The day as people say it, e.g. Tuesday 10 March.</summary>
    public string Day => DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        .ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>A workshop by id, or null.</summary>
    public static AgendaWorkshop? Find(Reads reads, long id) => reads.First<AgendaWorkshop>("""
        SELECT w.id, w.programme_id, p.name AS Programme, w.kind, w.title, w.date, w.starts, w.ends, p.format, p.start_date AS "From", p.end_date AS "Until", w.place, w.state, w.room_code,
          w.version, w.changed_at, c.name AS ChangedBy
        FROM workshop w JOIN programme p ON p.id = w.programme_id LEFT JOIN person c ON c.id = w.changed_by
        WHERE w.id = @id
        """, new { id });
}
