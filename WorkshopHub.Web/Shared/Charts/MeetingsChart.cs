using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A meeting of a set on its line of time.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Day">Its day.</param>
/// <param name="IsHeld">It was held; otherwise it is to come.</param>
/// <param name="MovedFrom">The day from which it was moved, or null.</param>
public sealed record ChartMeeting(long Number, DateOnly Day, bool IsHeld, DateOnly? MovedFrom = null);

/// <summary>A set's line of time.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Position">Its place in the programme.</param>
/// <param name="Meetings">Its meetings in the order of their days.</param>
/// <param name="Cancelled">The days of those that were cancelled; null where that is not recorded.</param>
public sealed record ChartLane(string Name, long Position, IReadOnlyList<ChartMeeting> Meetings, IReadOnlyList<DateOnly>? Cancelled);

/// <summary>A day of all sets together.</summary>
/// <param name="Title">The workshop.</param>
/// <param name="Day">Its day.</param>
public sealed record ChartStop(string Title, DateOnly Day);

/// <summary>When the sets really met, a line for each, and the workshops between.</summary>
public sealed record MeetingsChart : Chart
{
    private const double Top = 64;

    /// <summary>The lines in the order of the sets.</summary>
    public required IReadOnlyList<ChartLane> Lanes { get; init; }

    /// <summary>The workshops.</summary>
    public required IReadOnlyList<ChartStop> Stops { get; init; }

    /// <summary>The width that it is drawn for.</summary>
    public int Width { get; init; } = 690;

    /// <summary>Drawn for a phone: each name stands over its line.</summary>
    public bool IsSlim { get; init; }

    /// <summary>The same, drawn for a phone.</summary>
    public MeetingsChart Slim => this with { IsSlim = true, Width = 342 };

    private double Left => IsSlim ? 12 : 168;

    private double Lane => IsSlim ? 58 : 34;

    /// <summary>The radius of a meeting: as large as its neighbours let it be.</summary>
    public double Round
    {
        get
        {
            var steps = Lanes.SelectMany(lane => lane.Meetings.Zip(lane.Meetings.Skip(1), (one, next) => X(next.Day) - X(one.Day))).Where(step => step > 0).ToList();
            return IsSlim && steps.Count > 0 ? Math.Clamp((steps.Min() / 2) - 0.5, 5, 8.5) : 8.5;
        }
    }

    /// <summary>Whether the numbers of the meetings have room in their circles.</summary>
    public bool HasNumbers => Round > 7;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Meetings.cshtml";

    private IEnumerable<DateOnly> Days => Stops.Select(stop => stop.Day)
        .Concat(Lanes.SelectMany(lane => lane.Meetings.SelectMany(one => one.MovedFrom is { } from ? [one.Day, from] : new[] { one.Day }).Concat(lane.Cancelled ?? [])));

    /// <summary>Whether there is any day to draw.</summary>
    public bool IsDrawn => Lanes.Count > 0 && Days.Any();

    /// <summary>Where the lines end below.</summary>
    public double Foot => Top + (Lanes.Count * Lane) - (IsSlim ? 4 : 12);

    /// <summary>The height of the drawing.</summary>
    public double Height => Foot + 4;

    /// <summary>Where the lines begin.</summary>
    public double Start => Left - (IsSlim ? 12 : 14);

    /// <summary>The first days of months, with their names where there is room.</summary>
    public IEnumerable<(double X, string Name)> Months
    {
        get
        {
            var (first, last) = (Days.Min(), Days.Max());
            var month = new DateOnly(first.Year, first.Month, 1).AddMonths(1);
            var wide = X(month.AddMonths(1)) - X(month) > 44 || month.AddMonths(2) > last;
            for (; month <= last; month = month.AddMonths(1))
            {
                yield return (X(month), Width - X(month) > 28 && (wide || month.Month % 2 == 1) ? month.ToString("MMM", CultureInfo.InvariantCulture) : "");
            }
        }
    }

    /// <summary>Whether a meeting was moved or cancelled, so that the key says what the dashed circle is.</summary>
    public bool HasGone => Lanes.Any(lane => lane.Cancelled?.Count > 0 || lane.Meetings.Any(one => one.MovedFrom is not null));

    /// <summary>Whether a meeting is still to come.</summary>
    public bool HasToCome => Lanes.Any(lane => lane.Meetings.Any(one => !one.IsHeld));

    /// <inheritdoc />
    public override string Words => !IsDrawn ? "not recorded" : string.Join("; ",
        Lanes.Select(lane => $"{lane.Name} met {lane.Meetings.Count(one => one.IsHeld)} times{(lane.Meetings.LastOrDefault(one => one.IsHeld) is { } last ? $", last on {Draw.Day(last.Day)}" : "")}")
        .Concat(Stops.Select(stop => $"{stop.Title} on {Draw.Year(stop.Day)}")));

    /// <inheritdoc />
    public override ChartTable Table => new(
        ["Set", "Held", "Days", "Moved", "Cancelled"],
        [.. Lanes.Select(lane => (string[])
        [
            lane.Name, Text(lane.Meetings.Count(one => one.IsHeld)), string.Join(", ", lane.Meetings.Where(one => one.IsHeld).Select(one => Draw.Day(one.Day))),
            Text(lane.Meetings.Count(one => one.MovedFrom is not null)), lane.Cancelled is { } cancelled ? Text(cancelled.Count) : "not recorded",
        ])]);

    /// <summary>Where a day is.</summary>
    public double X(DateOnly day) => Scale.Of(Days.Min(), Days.Max(), Left, Width - 12)[day];

    /// <summary>Where a line is.</summary>
    public double Y(int lane) => Top + (lane * Lane) + (IsSlim ? 36 : 6);

    /// <summary>Where the name of a line is.</summary>
    public double NameY(int lane) => IsSlim ? Y(lane) - 25 : Y(lane);

    /// <summary>Where the mark before a name begins: on a phone beside the first workshop's line.</summary>
    public double NameX => IsSlim ? 20 : 0;

    /// <summary>How many letters of a name have room.</summary>
    public int Letters => IsSlim ? 32 : 16;

    /// <summary>Where the words of a workshop begin or end, so that they stay in the drawing.</summary>
    public string Anchor(ChartStop stop) => X(stop.Day) < Left + 50 ? "start" : X(stop.Day) > Width - 60 ? "end" : "middle";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
