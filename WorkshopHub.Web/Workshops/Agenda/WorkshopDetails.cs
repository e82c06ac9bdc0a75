using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>What the form says about a workshop, cleaned.</summary>
public sealed record WorkshopDetails
{
    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; }

    /// <summary>Local time, HH:mm.</summary>
    public string Starts { get; }

    /// <summary>Local time until which the room is booked, HH:mm; null where nobody said.</summary>
    public string? Ends { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; }

    /// <summary>Cleans what was typed.</summary>
    public WorkshopDetails(string? kind, string? title, string? date, string? starts, string? place)
    {
        Kind = kind ?? "";
        Title = Line.Clean(title);
        Date = Line.Clean(date);
        Starts = Line.Clean(starts) is { Length: 4 } brief && brief[1] == ':' ? $"0{brief}" : Line.Clean(starts);
        Place = Line.Clean(place);
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public void Check()
    {
        var wrong = new Refusals();
        wrong.If(Kind is not ("KickOff" or "MidTerm" or "Final"), "Kind", "Choose which of the three workshops it is.");
        wrong.If(Title.Length == 0, "Title", "What is it called? People read it on walls and phones.");
        wrong.If(Title.Length > 80, "Title", $"{Title.Length} characters. Keep it to 80.");
        wrong.If(Date.Length == 0, "Date", "On which day?");
        wrong.If(
            LocalDay.Read(Date) is null,
            "Date", "This is no date. Write it as year, month and day: 2026-03-10.");
        var begins = IsTime(Starts);
        wrong.If(!begins, "Starts", "At what time? Write it as 9:00 or 13:30.");
        wrong.If(
            Ends is { } ends && (!IsTime(ends) || (begins && string.CompareOrdinal(ends, Starts) <= 0)),
            "Ends", "Until when is the room yours? A time after the start, such as 16:30; or leave it empty.");
        wrong.If(Place.Length > 120, "Place", $"{Place.Length} characters. Keep it to 120.");
        wrong.Throw();
    }

    private static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
