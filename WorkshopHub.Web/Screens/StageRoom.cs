using System.Globalization;

namespace WorkshopHub.Web.Screens;

/// <summary>The workshop of a wall.</summary>
public sealed record StageRoom
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, as in the file.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time of the start, 09:00.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where it is held.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>The six digits that people type; null while the room is closed.</summary>
    public string? Code { get; init; }

    /// <summary>The token of the QR; null while the room is closed.</summary>
    public string? Token { get; init; }

    /// <summary>What is now, in the room of the screen.</summary>
    public long? CurrentItemId { get; init; }

    /// <summary>What runs in the second room, while there are two.</summary>
    public long? SecondItemId { get; init; }

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The organisation; empty where none has been named.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Where people type, without scheme: hub.example/j.</summary>
    public string Address { get; init; } = "";

    /// <summary>The QR to join; null while the room is closed.</summary>
    public Qr? Qr { get; init; }

    /// <summary>Whether people can join.</summary>
    public bool Open => State == "Live" && Code is not null;

    /// <summary>Kick-off, Mid-term workshop or Final workshop.</summary>
    public string KindName => Kind switch
    {
        "KickOff" => "Kick-off",
        "MidTerm" => "Mid-term workshop",
        _ => "Final workshop",
    };

    /// <summary>The code in two groups: 482 713.</summary>
    public string ShownCode => Code is { Length: 6 } ? $"{Code[..3]} {Code[3..]}" : "";

    /// <summary>Organisation and programme, for the foot of a wall.</summary>
    public string Whose => Organisation.Length == 0 ? Programme : $"{Organisation} · {Programme}";

    /// <summary>The start in local time, as planned.</summary>
    public DateTime LocalStart => DateTime.ParseExact($"{Date} {Starts}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same in Unix milliseconds: from then on no wall promises it.</summary>
    public long StartsUnixMs { get; init; }

    /// <summary>The start as people say it: 9:30.</summary>
    public string ShownStart => Clock(TimeOnly.Parse(Starts, CultureInfo.InvariantCulture));

    /// <summary>A time of day as people say it: 9:30.</summary>
    public static string Clock(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
