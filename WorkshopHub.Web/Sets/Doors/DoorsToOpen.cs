using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>The doors of somebody who "can open doors as needed": what is overdue first, then what waits longest.</summary>
/// <param name="Doors">All of them.</param>
/// <param name="Today">Today in the organisation's zone.</param>
/// <param name="Zone">That zone.</param>
/// <param name="Back">The page to which an answer leads back.</param>
public sealed record DoorsToOpen(IReadOnlyList<DoorRow> Doors, DateOnly Today, TimeZoneInfo Zone, string Back)
{
    /// <summary>Days without a word to the set after which the page says so.</summary>
    public const int Silence = 14;

    /// <summary>The doors that wait.</summary>
    public IReadOnlyList<DoorRow> Waiting =>
        [.. Doors.Where(door => door.Waits).OrderByDescending(IsOverdue).ThenBy(door => door.AskedAt, StringComparer.Ordinal)];

    /// <summary>Those that are open, or shut for good; the last first.</summary>
    public IReadOnlyList<DoorRow> Answered => [.. Doors.Where(door => !door.Waits)];

    /// <summary>How long the opened ones took, e.g. 2, in 1 and 3 days.</summary>
    public string OpenedIn
    {
        get
        {
            var days = Doors.Where(door => door.State == "Opened").Select(DaysToOpen).Order().ToList();
            return days.Count switch
            {
                0 => $"{Answered.Count}",
                1 => $"1, in {Days(days[0])}",
                2 => $"2, in {days[0]} and {Days(days[1])}",
                var count => $"{count}, in {days[0]} to {Days(days[^1])}",
            };
        }
    }

    /// <summary>Whether the day is past that the set named, or that was promised.</summary>
    public bool IsOverdue(DoorRow door) => door.Waits && (door.OpensOn ?? door.NeededBy) is { } by && LocalDay.Read(by) < Today;

    /// <summary>Days from asked to now; of one that is closed to then.</summary>
    public int DaysToOpen(DoorRow door) => (door.ClosedAt is { } closed && !door.Waits ? DayOf(closed) : Today).DayNumber - DayOf(door.AskedAt).DayNumber;

    /// <summary>How many days ago something happened.</summary>
    public int DaysSince(string at) => Today.DayNumber - DayOf(at).DayNumber;

    /// <summary>The day of something that happened: yesterday, today, or e.g. on 5 May.</summary>
    public string On(string at) => DaysSince(at) switch { 0 => "today", 1 => "yesterday", _ => $"on {LocalDay.WithMonth(DayOf(at))}" };

    /// <summary>Days with their word, e.g. 1 day.</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    /// <summary>A count as a sentence begins, e.g. Two.</summary>
    public static string Number(int count) => count is > 0 and <= 12
        ? ((string[])["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"])[count - 1]
        : count.ToString(CultureInfo.InvariantCulture);

    private DateOnly DayOf(string at) => LocalDay.Of(Utc.Parse(at), Zone);
}

/// <summary>A champion's doors on the champion's page.</summary>
public sealed class ChampionDoors : IRolePart
{
    /// <inheritdoc />
    public Role Role => Role.Champion;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now)
    {
        var doors = new DoorsToOpen(DoorRow.OfPerson(reads, person), LocalDay.Today(reads, now), LocalTime.ZoneOf(reads), "/as/champion");
        return new RolePart("~/Sets/Doors/_DoorsToOpen.cshtml", doors)
        {
            First = true,
            Title = doors.Waiting.Count switch
            {
                0 => "No door is shut",
                1 => "One door waits for you",
                var count => $"{DoorsToOpen.Number(count)} doors wait for you",
            },
            Shows = "/doors/",
        };
    }
}
