using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Tests.Shared.Charts;

/// <summary>One of each chart, plain and with what makes drawing hard: names in every script, ends that meet, nothing recorded.</summary>
internal static class Drawn
{
    /// <summary>Names that have to survive: long, right to left, without spaces, with a mark of HTML.</summary>
    public static readonly string[] Names = ["Backfill", "Quiet Night", "Twelve Streets", "Žižkovští Švédové", "فريق النهر", "水の仲間たち", "<b>Keys & Co</b>"];

    private static readonly int[] _steps = [7, 11, 16];

    private static readonly DateOnly _first = new(2026, 3, 10);

    /// <summary>All of them.</summary>
    public static IEnumerable<Chart> All =>
    [
        Arrow(19.1, 10.9, 15), Arrow(63, null, 25), Arrow(4.5, 4.4, 4.3), Arrow(1380, 610, 800), Arrow(null, null, 3), Arrow(0, 0, 0), Arrow(2, 58, 60),
        Arrow(19.1, 10.9, 15) with { IsLarge = true, Width = 640 }, Arrow(4.5, 4.4, 4.3) with { IsLarge = true, Width = 560 }, Arrow(3, 58, 60) with { IsLarge = true, Width = 880 },
        Line(14), Line(6) with { Aim = Value(15.5) }, Line(6) with { Aim = Value(15.6), Later = Later }, Line(3) with { Points = [.. Line(3).Points.Reverse().Select((one, at) => one with { Day = _first.AddDays(at * 14) })], Aim = Value(3), Later = Later },
        Line(6) with { FirstTry = _first.AddDays(16), Later = Later }, Line(2), Line(1), Line(0),
        Phases("Study", "Develop", "Implement"), Phases("Study", "Develop", "Study", "Develop", "Implement"), Phases(), Phases("Study", "Develop", "Implement") with { IsLarge = true, Width = 1824 },
        Bars, Pairs, Spread, Matrix(6), Matrix(10), Net(30), Net(60), Net(0), Meetings, Meetings with { Lanes = [], Stops = [] },
    ];

    public static ArrowChart Arrow(double? then, double? now, double? aim) => new() { Title = "Digs opened again within 30 days, Thornby", Then = Value(then), Now = Value(now), Aim = Value(aim) };

    public static LineChart Line(int count) => new()
    {
        Title = "Missed appointments",
        Points = [.. Enumerable.Range(0, count).Select(at => new LinePoint(_first.AddDays(at * 14), Value(19.1 - (at * .7))!, 40 + at))],
        FirstTry = _first.AddDays(70),
        Aim = Value(15),
        Note = "Job records, weeks 19 to 38.",
    };

    private static IReadOnlyList<LaterPoint> Later =>
        [new(_first.AddDays(160), Value(15.6)!, "said 90 days later by Bo Lind, not confirmed"), new(_first.AddDays(160), Value(15.9)!, "said 90 days later by Clio Client, the client")];

    public static PhaseChart Phases(params string[] names) => new()
    {
        Title = "Phases",
        Phases = [.. names.Select((name, at) => new PhaseSpan(name, _first.AddDays(at * 33)))],
        From = _first,
        To = new DateOnly(2026, 9, 15),
        Today = new DateOnly(2026, 7, 3),
    };

    public static BarsChart Bars => new()
    {
        Title = "Actions by state",
        Keys = [new("Done", Fill.Solid), new("Partly", Fill.Hatched), new("Not done", Fill.Hollow), new("Dropped", Fill.Dotted), new("Still open", Fill.Soft)],
        Rows = [.. Names.Select((name, at) => new BarRow(name, at + 1, at == 3 ? null : [14 - at, 5, at, 1, at == 2 ? 7 : 0]))],
        Note = "All actions that were agreed in set meetings, as of 15 September 2026.",
    };

    public static PairsChart Pairs => new()
    {
        Title = "Pulse, kick-off and final",
        ThenIs = "10 March, 28 answers",
        NowIs = "15 September, 29 answers",
        Rows =
        [
            new("People in other departments co-operate with mine.", Mean(2.3), Mean(4.2)),
            new("I pick up the phone to someone in another department when a job is stuck.", Mean(3.44), Mean(3.5)),
            new("Morale in my part of the organisation is good.", Mean(4.6), Mean(3.1)),
            new("We act as if we succeed or fail together.", null, Mean(1)),
            new("I bring up ideas for what else we could do differently.", Mean(5), null),
            new("Colleagues in other departments are much like me.", null, null, "fewer than five answers"),
        ],
    };

    public static SpreadChart Spread => new()
    {
        Title = "How far I am with my goal",
        Moments =
        [
            new("Kick-off", 30, [new(1, 1, 7), new(2, 2, 15), new(3, 5, 8)]), new("Mid-term", 30, [new(1, 2, 6), new(3, 3, 16), new(4, 5, 8)]),
            new("Final", 30, [new(1, 2, 5), new(3, 3, 6), new(4, 4, 13), new(5, 5, 6)]), new("After 90 days", 4, []), new("Later", null, []),
        ],
    };

    public static MatrixChart Matrix(int count) => new()
    {
        Title = "Who would ring whom",
        Heads = [.. Enumerable.Range(0, count).Select(at => new MatrixHead(Names[at % Names.Length], at + 1))],
        Cells = [.. Enumerable.Range(0, count).Select(row => (IReadOnlyList<MatrixCell?>)
        [
            .. Enumerable.Range(0, count).Select(column => row == column ? null : (row + column) % 5 == 4 ? new MatrixCell(null, null, "under five")
                : new MatrixCell(.04 * column, (row + column) % 7 == 2 ? .01 : .08 * (row + 1), $"{4 * column} → {8 * (row + 1)}%")),
        ])],
    };

    public static NetChart Net(int people) => new()
    {
        Title = "Final",
        Figures = "147 of 838 would ring for help.",
        Sets = [.. Enumerable.Range(0, people).Select(at => (at / 5) + 1L)],
        Lines = [.. Enumerable.Range(0, people).SelectMany(from => _steps.Select(step => new NetLine(from, (from + step) % people, (from + step) % 3 == 0)))],
    };

    public static MeetingsChart Meetings => new()
    {
        Title = "When the sets met",
        Lanes = [.. Names.Select((name, lane) => new ChartLane(
            name, lane + 1, [.. Enumerable.Range(1, 11).Select(number => new ChartMeeting(number, _first.AddDays((number * 14) + lane), number < 10, number == 4 && lane == 2 ? _first.AddDays(50) : null))],
            lane == 1 ? [_first.AddDays(162)] : []))],
        Stops = [new("Kick-off", _first), new("Mid-term", new(2026, 6, 9)), new("Final", new(2026, 9, 15))],
    };

    private static Mean Mean(double at) => new(at, 28);

    private static ChartValue? Value(double? value) => value is { } known ? new ChartValue(known, FormattableString.Invariant($"{known:#,##0.#}%")) : null;
}
