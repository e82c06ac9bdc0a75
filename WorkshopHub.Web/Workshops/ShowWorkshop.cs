using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>The workshop as the control room needs it.</summary>
public sealed record ShowWorkshop
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>KickOff, MidTerm or Final.</summary>
    public required string Kind { get; init; }

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public required string Date { get; init; }

    /// <summary>Local time of the first item, HH:mm.</summary>
    public required string Starts { get; init; }

    /// <summary>Where it is held.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public required string State { get; init; }

    /// <summary>The six digits that people type; null while the room is closed.</summary>
    public string? RoomCode { get; init; }

    /// <summary>Whether posts wait until a facilitator approves them.</summary>
    public bool ApproveFirst { get; init; }

    /// <summary>What is said on every screen.</summary>
    public string? SayText { get; init; }

    /// <summary>Until when it is said.</summary>
    public string? SayUntil { get; init; }

    /// <summary>When the first item is to begin, local.</summary>
    public DateTime LocalStart =>
        DateTime.ParseExact($"{Date} {Starts}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The date in words, e.g. 24 November.</summary>
    public string DateWords => LocalStart.ToString("d MMMM", CultureInfo.InvariantCulture);
}

/// <summary>The last move.</summary>
public sealed record ShowMove
{
    /// <summary>The move.</summary>
    public long Id { get; init; }

    /// <summary>When it was made.</summary>
    public required string At { get; init; }

    /// <summary>What it led to; null where the last item was closed.</summary>
    public string? Title { get; init; }

    /// <summary>The item that it led to; null where the last item was closed.</summary>
    public long? ToItem { get; init; }

    /// <summary>That item's version as it stands.</summary>
    public long? ToVersion { get; init; }

    /// <summary>Until when it can be undone.</summary>
    public DateTimeOffset Until => Utc.Parse(At) + RunOfShow.UndoFor;
}
