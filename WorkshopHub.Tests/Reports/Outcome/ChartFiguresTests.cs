using System.Globalization;
using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Reports.Outcome;
using Row = System.Collections.Generic.IDictionary<string, object?>;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>What the charts of the finished demo draw, counted another way from whole tables.</summary>
public sealed class ChartFiguresTests(FinishedDemo demo) : IClassFixture<FinishedDemo>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Lanes_of_meetings_and_bars_of_actions_are_the_rows_of_their_sets(long programme)
    {
        var work = Report(programme).Work!;
        var sets = demo.Rows("sets").Where(set => Is(set, "programme_id", programme)).OrderBy(set => (long)set["position"]!).ToList();
        var meetings = demo.Rows("set_meeting").ToLookup(one => one["set_id"]);
        Assert.Equal(sets.Select(set => set["id"]), work.Lanes.Select(lane => (object)lane.Set.Id));
        foreach (var lane in ReportCharts.Meetings(work).Lanes.Zip(sets))
        {
            var rows = meetings[lane.Second["id"]].Where(one => Text(one, "state") != "Cancelled").OrderBy(one => Text(one, "date"), StringComparer.Ordinal).ToList();
            Assert.Equal(rows.Select(one => (Day(one, "date"), Text(one, "state") == "Held")), lane.First.Meetings.Select(one => (one.Day, one.IsHeld)));
        }

        var actions = demo.Rows("set_action").Where(one => sets.Exists(set => Is(one, "set_id", set["id"]))).ToLookup(one => one["set_id"]);
        Assert.NotEmpty(work.Actions);
        foreach (var bar in work.Actions.Where(bar => bar.Set is not null))
        {
            string[] states = ["Done", "Partly", "NotDone", "Dropped", "Agreed"];
            int[] counts = [.. states.Select(state => actions[bar.Set!.Id].Count(one => Text(one, "state") == state))];
            Assert.All(counts.Zip(bar.Counts), one => Assert.True(one.Second is null ? one.First > 0 : one.Second == one.First && one.First is 0 or >= 5, $"{one}"));
            var held = counts.Zip(bar.Counts).Where(one => one.Second is null).Sum(one => one.First);
            Assert.True(bar.Together is null || (bar.Together == held && held >= 5), $"{bar.Together} of {held}");
        }

        var alone = work.Actions.Select(bar => bar.Set?.Id).OfType<long>().ToHashSet();
        var rest = actions.Where(set => !alone.Contains((long)set.Key!)).Sum(set => set.Count());
        Assert.Equal(rest, work.Actions.Where(bar => bar.Set is null).Sum(bar => bar.Total ?? rest));
    }

    [Fact]
    public void Arrows_curves_and_phase_strips_are_the_rows_of_their_measures_and_steps()
    {
        var (measures, readings) = (demo.Rows("measure").ToDictionary(one => (long)one["id"]!), demo.Rows("measure_reading").Where(one => one["gone_at"] is null).ToLookup(one => (long)one["measure_id"]!));
        foreach (var told in demo.Report.Problems!.SelectMany(story => story.Measures))
        {
            var row = measures[told.Id];
            var last = readings[told.Id].OrderBy(one => Text(one, "date"), StringComparer.Ordinal).LastOrDefault();
            var arrow = ReportCharts.Arrow(told);
            Assert.Equal(((double?)row["baseline"], (double?)(row["result"] ?? last?["value"]), (double?)row["target"]), (arrow.Then?.At, arrow.Now?.At, arrow.Aim?.At));
            if (ReportCharts.Line(told) is { } line)
            {
                var days = readings[told.Id].Select(one => (Day(one, "date"), (double)one["value"]!)).OrderBy(one => one.Item1).ToList();
                Assert.Equal(days, line.Points.Select(point => (point.Day, point.Value.At)).Where(days.Contains));
                Assert.InRange(line.Points.Count - days.Count, 0, 2); // what it was before, and the result
            }
        }

        var steps = demo.Rows("phase_step").OrderBy(one => Text(one, "on_date"), StringComparer.Ordinal).ThenBy(one => (long)one["id"]!).ToLookup(one => (long)one["set_id"]!);
        Assert.All(demo.Report.Problems!, story => Assert.Equal(
            steps[story.Set.Id].Select(one => (Text(one, "phase"), Day(one, "on_date"))), ReportCharts.Phases(story, demo.Report.Head.MadeOn)!.Phases.Select(phase => (phase.Name, phase.Since))));
    }

    [Fact]
    public void Pairs_of_means_and_spreads_of_goals_are_the_answers_that_were_given()
    {
        var activities = demo.Rows("activity").ToDictionary(one => (long)one["id"]!);
        var workshops = demo.Rows("workshop").Where(one => Is(one, "programme_id", 1L)).ToDictionary(one => (long)one["id"]!);
        var answers = demo.Rows("pulse_answer").Where(one => workshops.ContainsKey((long)activities[(long)one["activity_id"]!]["workshop_id"]!)).ToList();
        var report = demo.Report;
        var statements = report.Together!.Statements.Concat(report.Doors!.Statements).Concat(report.Learned!.Statements).ToList();
        foreach (var one in statements)
        {
            var key = PulseStatement.Standard[one.Number - 1].Key;
            var times = answers.Where(answer => Text(answer, "statement") == key).GroupBy(answer => workshops[(long)activities[(long)answer["activity_id"]!]["workshop_id"]!])
                .OrderBy(time => Text(time.Key, "date"), StringComparer.Ordinal).Select(time => time.Select(answer => (long)answer["value"]!).ToList()).ToList();
            Same(times[^1], one.Now!);
            Assert.Equal(times.Count > 1, one.Then is not null);
            if (one.Then is { } then)
            {
                Same(times[0], then);
            }
        }

        var row = Assert.Single(ReportCharts.Pairs("", [statements[0]]).Rows);
        Assert.Equal((statements[0].Then!.N, statements[0].Now!.N), ((int)row.Then!.N, (int)row.Now!.N));
        var members = demo.Rows("membership").Where(one => report.Work!.Lanes.Any(lane => Is(one, "set_id", lane.Set.Id))).Select(one => one["id"]).ToHashSet();
        Assert.All(report.Learned.Goals, goal => Binned(
            [.. demo.Rows("self_rating").Where(one => Text(one, "moment") == goal.Moment && members.Contains(one["membership_id"])).Select(one => (long)one["value"]!)], goal.N!.Value, goal.Bins));

        static void Same(List<long> given, Agreement told)
        {
            Assert.Equal((double)Math.Round(given.Average(value => (decimal)value), 1, MidpointRounding.AwayFromZero), told.Mean);
            Binned(given, told.N, told.Bins);
        }

        static void Binned(List<long> given, int n, IReadOnlyList<ValueBin> bins)
        {
            Assert.Equal(given.Count, n);
            Assert.All(bins, bin => Assert.Equal(given.Count(value => value >= bin.From && value <= bin.To), bin.Count));
            Assert.Equal(given.Count, bins.Sum(bin => bin.Count));
        }
    }

    [Fact]
    public void Each_cell_of_who_would_ring_whom_is_counted_from_the_pairs_between_two_sets()
    {
        var unit = demo.Rows("person").ToDictionary(one => (long)one["id"]!, one => one["org_unit_id"] as long?);
        var set = demo.Rows("membership").Where(one => one["left_at"] is null && demo.Report.Work!.Lanes.Any(lane => Is(one, "set_id", lane.Set.Id)))
            .ToDictionary(one => (long)one["person_id"]!, one => demo.Report.Work!.Lanes.First(lane => Is(one, "set_id", lane.Set.Id)).Set.Position);
        var last = demo.Rows("connection").GroupBy(one => (long)one["activity_id"]!).MaxBy(one => one.Key)!.ToList();
        var net = demo.Report.Together!.Now!;
        var told = 0;
        foreach (var cell in net.Cells.Where(cell => cell.Ring is not null && net.Places[cell.From] > 0 && net.Places[cell.To] > 0))
        {
            var ring = last.Count(one => (long)one["strength"]! == 3 && set.GetValueOrDefault((long)one["from_id"]!) == net.Places[cell.From]
                && set.GetValueOrDefault((long)one["to_id"]!) == net.Places[cell.To] && unit[(long)one["from_id"]!] != unit[(long)one["to_id"]!]);
            Assert.Equal((cell.From, cell.To, ring), (cell.From, cell.To, cell.Ring!.Value));
            told++;
        }

        Assert.True(told > 0, "no cell is told");
    }

    private OutcomeReport Report(long programme) => programme == 1 ? demo.Report : demo.Second;

    private static bool Is(Row row, string column, object? value) => value is not null && Equals(row[column], value);

    private static string Text(Row row, string column) => (string)row[column]!;

    private static DateOnly Day(Row row, string column) => DateOnly.Parse(Text(row, column), CultureInfo.InvariantCulture);
}
