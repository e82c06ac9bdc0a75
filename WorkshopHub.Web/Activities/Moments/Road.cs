using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>A workshop on the road.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its local date.</param>
/// <param name="IsToday">It is the one that people sit in.</param>
public sealed record RoadStop(string Title, DateOnly Date, bool IsToday);

/// <summary>A set's meetings on the road.</summary>
/// <param name="Position">The set's place; null for the line of all sets.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meetings">Their local dates.</param>
public sealed record RoadLane(long? Position, string Name, IReadOnlyList<DateOnly> Meetings);

/// <summary>The programme as one line of time: its workshops, and the sets' meetings as far as they are dated.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Today">The day of the workshop that people sit in.</param>
/// <param name="Stops">The workshops in order.</param>
/// <param name="Lanes">A line a set; one for all, every two weeks, where no set has dated anything.</param>
/// <param name="AreDated">Whether the meetings are the sets' own dates, not only the plan.</param>
public sealed record Road(
    DateOnly From, DateOnly Until, DateOnly Today, IReadOnlyList<RoadStop> Stops, IReadOnlyList<RoadLane> Lanes, bool AreDated)
{
    /// <summary>Sets meet every two weeks.</summary>
    public const int Interval = 14;

    /// <summary>The road in words, for those who don't see it.</summary>
    public string Words => string.Join("; ", Stops.Select(stop => $"{stop.Title} on {Day(stop.Date)}{(stop.IsToday ? ", today" : "")}"))
        + (AreDated ? $". {Lanes.Sum(lane => lane.Meetings.Count)} set meetings are dated." : ". Sets meet every two weeks.");

    /// <summary>A day and month: 9 June.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The share of the road that lies before a day, from 0 to 1.</summary>
    public double Share(DateOnly day) =>
        Math.Clamp((day.DayNumber - From.DayNumber) / (double)Math.Max(1, Until.DayNumber - From.DayNumber), 0, 1);

    /// <summary>The first days of the months on the road.</summary>
    public IEnumerable<DateOnly> Months()
    {
        for (var month = new DateOnly(From.Year, From.Month, 1).AddMonths(1); month <= Until; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>The road of a workshop's programme.</summary>
    public static Road Read(Reads reads, long workshop)
    {
        var stops = reads.Query<StopRow>("""
            SELECT v.title, v.date, v.id = w.id AS IsToday
            FROM workshop w JOIN workshop v ON v.programme_id = w.programme_id
            WHERE w.id = @workshop ORDER BY v.date, v.id
            """, new { workshop }).Select(row => new RoadStop(row.Title, Parse(row.Date), row.IsToday)).ToList();
        var today = stops.First(stop => stop.IsToday).Date;
        var ends = reads.First<EndsRow>(
            "SELECT p.start_date, p.end_date FROM programme p JOIN workshop w ON w.programme_id = p.id WHERE w.id = @workshop", new { workshop })!;
        var from = new[] { stops[0].Date, ends.StartDate is { } first ? Parse(first) : stops[0].Date }.Min();
        var until = new[] { stops[^1].Date, ends.EndDate is { } last ? Parse(last) : stops[^1].Date, from.AddDays(Interval) }.Max();
        var dated = Meetings(reads, workshop);
        IReadOnlyList<RoadLane> lanes = dated.Count == 0
            ? [new RoadLane(null, "Set meetings", [.. Plan(stops, from, until)])]
            : [.. RoomSet.Of(reads, workshop).Select(set => new RoadLane(set.Position, set.Name, [.. dated.Where(one => one.SetId == set.Id).Select(one => Parse(one.Date))]))];
        return new Road(from, until, today, stops, lanes, dated.Count > 0);
    }

    /// <summary>The dates that the sets of a workshop's programme have given their meetings.</summary>
    /// <remarks>What they have just dated in the room is the set's plan only once the activity closes.</remarks>
    internal static IReadOnlyList<MeetingRow> Meetings(Reads reads, long workshop) => reads.Query<MeetingRow>("""
        SELECT m.set_id, m.date
        FROM set_meeting m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
        WHERE w.id = @workshop AND m.state <> 'Cancelled'
        UNION
        SELECT m.set_id, m.date
        FROM commitment_meeting m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
        WHERE w.id = @workshop AND NOT EXISTS (SELECT 1 FROM set_meeting p WHERE p.set_id = s.id)
        ORDER BY 2
        """, new { workshop });

    internal static DateOnly Parse(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Plan(List<RoadStop> stops, DateOnly from, DateOnly until)
    {
        for (var day = from.AddDays(Interval); day < until; day = day.AddDays(Interval))
        {
            if (stops.TrueForAll(stop => Math.Abs(stop.Date.DayNumber - day.DayNumber) > 2))
            {
                yield return day;
            }
        }
    }

    internal sealed record MeetingRow
    {
        public long SetId { get; init; }

        public string Date { get; init; } = "";
    }

    private sealed record StopRow
    {
        public string Title { get; init; } = "";

        public string Date { get; init; } = "";

        public bool IsToday { get; init; }
    }

    private sealed record EndsRow
    {
        public string? StartDate { get; init; }

        public string? EndDate { get; init; }
    }
}

/// <summary>When all meet again, and before that each set.</summary>
/// <param name="Title">What it is: the next workshop, or the day on which people are asked about their promises.</param>
/// <param name="Date">Its local date.</param>
/// <param name="Where">Time and place; empty where nobody says.</param>
/// <param name="Weeks">Whole weeks until then.</param>
/// <param name="Sets">Each set with its next dated meeting; without those that have none.</param>
public sealed record NextStop(string Title, DateOnly Date, string Where, int Weeks, IReadOnlyList<(RoomSet Set, DateOnly Date)> Sets)
{
    private const int AfterTheFinal = 90;

    /// <summary>The day with its weekday: Tuesday 9 June.</summary>
    public string Day => Date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>What comes after a workshop; null where nothing is planned after one that isn't the final.</summary>
    public static NextStop? Read(Reads reads, long workshop)
    {
        var now = reads.First<NextRow>("SELECT kind, title, date, starts, place FROM workshop WHERE id = @workshop", new { workshop })!;
        var today = Road.Parse(now.Date);
        var next = reads.First<NextRow>("""
            SELECT v.kind, v.title, v.date, v.starts, v.place
            FROM workshop w JOIN workshop v ON v.programme_id = w.programme_id AND v.date > w.date
            WHERE w.id = @workshop ORDER BY v.date LIMIT 1
            """, new { workshop });
        if (next is null)
        {
            return now.Kind != "Final" ? null : Of("We ask what became of it", today.AddDays(AfterTheFinal), "Each of you and your witness, on your own page", []);
        }

        var dated = Road.Meetings(reads, workshop);
        return Of(next.Title, Road.Parse(next.Date), string.Join(", ", new[] { next.Starts, next.Place }.Where(one => one.Length > 0)),
        [
            .. RoomSet.Of(reads, workshop).SelectMany(set => dated
                .Where(one => one.SetId == set.Id && Road.Parse(one.Date) > today).Take(1).Select(one => (set, Road.Parse(one.Date)))),
        ]);

        NextStop Of(string title, DateOnly date, string where, IReadOnlyList<(RoomSet, DateOnly)> sets) =>
            new(title, date, where, (date.DayNumber - today.DayNumber) / 7, sets);
    }

    private sealed record NextRow
    {
        public string Kind { get; init; } = "";

        public string Title { get; init; } = "";

        public string Date { get; init; } = "";

        public string Starts { get; init; } = "";

        public string Place { get; init; } = "";
    }
}
