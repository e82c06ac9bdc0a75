using System.Globalization;

namespace WorkshopHub.Web.Home;

/// <summary>A workshop on somebody's own page.</summary>
public sealed record WorkshopLine
{
    private static readonly CultureInfo _british = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where, or empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "Planned";

    /// <summary>The secret of the open room, or null while it is closed.</summary>
    public string? RoomToken { get; init; }

    /// <summary>What one answered to the invitation: Yes, No, or null.</summary>
    public string? Reply { get; init; }

    /// <summary>How many items the agenda has.</summary>
    public long Items { get; init; }

    /// <summary>The room is open.</summary>
    public bool IsLive => State == "Live";

    /// <summary>E.g. Tuesday 24 November 2026, 9:00.</summary>
    public string When => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? $"{day.ToString("dddd d MMMM yyyy", _british)}, {Time}"
        : Date;

    /// <summary>The day alone, e.g. 24 Nov.</summary>
    public string ShortDay => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("d MMM", CultureInfo.InvariantCulture) : Date;

    /// <summary>E.g. 9:00, Education Centre.</summary>
    public string TimeAndPlace => Place.Length == 0 ? Time : $"{Time}, {Place}";

    private string Time => Starts.StartsWith('0') ? Starts[1..] : Starts;
}
