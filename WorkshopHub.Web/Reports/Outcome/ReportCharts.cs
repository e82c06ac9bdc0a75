using WorkshopHub.Web.Shared.Charts;
using Cell = WorkshopHub.Web.Shared.Charts.MatrixCell;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>The drawings of a report, made of its tree alone: the same on the page, on paper and on slides.</summary>
public static class ReportCharts
{
    private const string Few = "·";

    /// <summary>A measure from what it was to what it is, on its own scale; figures that came later are told under it.</summary>
    public static ArrowChart Arrow(MeasureStory measure, int width = 358, bool table = true, IReadOnlyList<LaterFigure>? later = null) => new()
    {
        Title = measure.Name,
        Width = width,
        HasTable = table,
        Then = Value(measure, measure.Baseline),
        Now = Value(measure, measure.Now),
        Aim = Value(measure, measure.Target),
        Note = NoteOf(measure, later ?? [], ""),
    };

    /// <summary>
    /// A measure over time: it ends in what it is, and figures that came later stand beside that end. Null where there are not three
    /// readings to make a line of, and where the result has no place on it.
    /// </summary>
    public static LineChart? Line(MeasureStory measure, IReadOnlyList<LaterFigure>? later = null)
    {
        List<LinePoint> points = [.. measure.Counted.Select(reading => new LinePoint(reading.On, new ChartValue(reading.Value, measure.Say(reading.Value)), reading.N))];
        if (measure is { Baseline: { } before, BaselineOn: { } first } && points.TrueForAll(point => point.Day > first))
        {
            points.Insert(0, new LinePoint(first, new ChartValue(before, measure.Say(before))));
        }

        if (measure is { IsResult: true, Now: { } now })
        {
            if (measure.NowOn is not { } last || points.Exists(point => point.Day > last))
            {
                return null;
            }

            var read = points is [.., var end] && end.Day == last ? end : null;
            points = [.. read is null ? points : points.SkipLast(1), new LinePoint(last, new ChartValue(now, measure.Say(now)), read?.Of)];
        }

        List<LaterFigure> beside = [.. (later ?? []).Where(one => points is [.., var end] && one.On >= end.Day)];
        return points.Count < 3 ? null : new LineChart
        {
            Title = measure.Name,
            Points = points,
            FirstTry = measure.TrialFrom,
            Aim = Value(measure, measure.Target),
            Later = [.. beside.Select(one => new LaterPoint(one.On, new ChartValue(one.Value, measure.Say(one.Value)), one.Words))],
            Note = NoteOf(measure, later ?? [], beside.Count == later?.Count ? "Hollow square: " : ""),
        };
    }

    /// <summary>The phases of a story as a strip; null where none is dated.</summary>
    public static PhaseChart? Phases(ProblemStory story, DateOnly today) => story.Phases.Count == 0 ? null : new PhaseChart
    {
        Title = $"Phases of {story.Set.Name}",
        HasTable = false,
        Phases = [.. story.Phases.Select(phase => new PhaseSpan(phase.Phase, phase.On))],
        From = story.From is { } from && from < story.Phases[0].On ? from : story.Phases[0].On,
        To = new[] { story.Until ?? today, story.Phases[^1].On.AddDays(1) }.Max(),
        Today = today,
    };

    /// <summary>When the sets met.</summary>
    public static MeetingsChart Meetings(SetsWork work) => new()
    {
        Title = "Meetings of the sets, and the workshops of all",
        Lanes =
        [
            .. work.Lanes.Select(lane => new ChartLane(
                lane.Set.Name, lane.Set.Position,
                [.. lane.Meetings.OrderBy(one => one.On).Select(one => new ChartMeeting(one.Number, one.On, one.IsHeld, one.FirstOn == one.On ? null : one.FirstOn))], lane.Cancelled)),
        ],
        Stops = [.. work.Workshops.Select(one => new ChartStop(one.Title, one.On))],
    };

    /// <summary>Actions by state.</summary>
    public static BarsChart Actions(SetsWork work) => new()
    {
        Title = "Actions by state",
        Keys =
        [
            .. ActionBar.States.Zip([Fill.Solid, Fill.Hatched, Fill.Dotted, Fill.Soft, Fill.Hollow], (state, fill) => new BarKey(state, fill)),
            .. work.Actions.Any(bar => bar.Together is not null) ? [new BarKey(ActionBar.TogetherWords, Fill.Crossed)] : Array.Empty<BarKey>(),
        ],
        Rows =
        [
            .. work.Actions.Select(bar => new BarRow(NameOf(bar), bar.Set?.Position, CountsOf(work, bar)) { HasFew = bar.HasFew })
                .Concat(work.WithoutActions.Select(set => new BarRow(set.Name, set.Position, null))).OrderBy(row => row.Position ?? long.MaxValue),
        ],
    };

    /// <summary>Whose actions a bar counts.</summary>
    public static string NameOf(ActionBar bar) => bar.Set?.Name ?? "Other sets together";

    private static IReadOnlyList<long?> CountsOf(SetsWork work, ActionBar bar) =>
        [.. bar.Counts.Select(count => (long?)count), .. work.Actions.Any(one => one.Together is not null) ? [bar.HasFew ? null : bar.Together ?? 0] : Array.Empty<long?>()];

    /// <summary>Statements, then and now.</summary>
    public static PairsChart Pairs(string title, IReadOnlyList<StatementThenNow> statements)
    {
        var (then, now) = (statements.Select(one => one.Then).OfType<Agreement>().ToList(), statements.Select(one => one.Now).OfType<Agreement>().ToList());
        return new PairsChart
        {
            Title = title,
            Rows = [.. statements.Select(one => new PairRow(one.Text, MeanOf(one.Then), MeanOf(one.Now), one.Then is null && one.Now is null ? "fewer than five answered" : null))],
            ThenIs = When(then),
            NowIs = When(now),
        };
    }

    /// <summary>How far members were with their goals.</summary>
    public static SpreadChart Goals(IReadOnlyList<GoalMoment> goals) => new()
    {
        Title = "How far members said to be with their goals",
        Note = "1 = not at all, 5 = fully. Neighbouring values stand together where fewer than five gave one. Never by person.",
        Moments = [.. goals.Select(goal => new SpreadMoment(goal.Words, goal.N, [.. goal.Bins.Select(bin => new Bin(bin.From, bin.To, bin.Count))]))],
    };

    /// <summary>The picture of one moment.</summary>
    public static NetChart Net(NetworkOn net) => new()
    {
        Title = net.Workshop,
        HasTable = false,
        Sets = [.. net.Dots.Select(place => (long)place)],
        Lines = [.. net.Lines.Select(line => new NetLine(line.From, line.To, line.Strength == 3))],
        Figures = $"{net.Ring} of {net.Possible} pairs would ring for help, {net.Talked} have talked or more, {net.Known} know at least the name.{(net is { Dots.Count: > 0, Lines.Count: 0 } ? $" {NetworkOn.NoLines}" : "")}",
    };

    /// <summary>Who would ring whom, group by group; null where there are not two groups of five.</summary>
    public static MatrixChart? Matrix(WorkTogether together)
    {
        if (together.Now is not { Groups.Count: > 1 } now)
        {
            return null;
        }

        var then = together.Then?.Groups.SequenceEqual(now.Groups) == true ? together.Then : null;
        return new MatrixChart
        {
            Title = "Who would ring whom",
            Note = "Rows were asked about columns. The share of pairs of different parts who would ring; · is not told: it is of fewer than five, or would tell what is.",
            HasTable = false,
            Heads = [.. now.Groups.Zip(now.Places).Select(group => new MatrixHead(group.First, group.Second == 0 ? null : group.Second))],
            Cells = [.. now.Groups.Select((_, row) => (IReadOnlyList<Cell?>)[.. now.Groups.Select((_, column) => CellOf(row, column))])],
        };

        Cell? CellOf(int row, int column)
        {
            var (before, after) = (Share(then, row, column), Share(now, row, column));
            return now.Cells.FirstOrDefault(cell => cell.From == row && cell.To == column) is not { Possible: > 0 } ? null
                : new Cell(before, after, then is null ? Text(after) : before is null && after is null ? Few : $"{Text(before)} → {Text(after)}");
        }

        static double? Share(NetworkOn? net, int row, int column) =>
            net?.Cells.FirstOrDefault(cell => cell.From == row && cell.To == column) is { Possible: > 0, Ring: { } ring } cell ? (double)ring / cell.Possible : null;

        static string Text(double? share) => share is { } known ? Figure.Say(Math.Round(known * 100), "%") : Few;
    }

    private static ChartValue? Value(MeasureStory measure, double? value) => value is { } known ? new ChartValue(known, measure.Say(known)) : null;

    private static Mean? MeanOf(Agreement? counts) => counts is null ? null : new Mean(counts.Mean, counts.N);

    private static string When(List<Agreement> counts) => counts.Count == 0 ? "" : $"{counts[0].Workshop}, {ReportPart.Day(counts[0].On)}, {NOf(counts)} answers";

    private static string NOf(List<Agreement> counts) => (counts.Min(one => one.N), counts.Max(one => one.N)) is var (least, most) && least == most ? $"{most}" : $"{least} to {most}";

    private static string NoteOf(MeasureStory measure, IReadOnlyList<LaterFigure> later, string mark) => string.Join(' ', new[]
    {
        measure.Unit.Length > 3 ? ArrowChart.InUnit(measure.Unit) : "",
        measure.NowOn is { } day ? $"{(measure.IsResult ? "Result" : "Last reading")} of {ReportPart.Day(day)}." : measure.Now is null ? "No figure yet." : "",
        measure.Times > 0 ? $"{measure.TimesWords}." : "",
        measure.Source.Length > 0 ? $"Source: {measure.Source.TrimEnd('.')}." : "",
        StoryFigures.Standing(measure),
        later.Count == 0 ? "" : mark + LaterFigure.Say(measure, later),
    }.Where(words => words.Length > 0));
}
