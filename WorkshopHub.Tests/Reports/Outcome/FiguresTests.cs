using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>The report of the demo organisation after its final, held against the raw rows.</summary>
public sealed class FiguresTests(FinishedDemo demo) : IClassFixture<FinishedDemo>
{
    [Fact]
    public void Every_figure_is_what_the_raw_rows_say()
    {
        var raw = new RawFigures(demo, 1).All;
        var wrong = demo.Report.Figures.Where(figure => !raw.TryGetValue(figure.Key, out var found)
                || found.Value != figure.Value && !(found.N == 0 && figure.Value is null) || found.N != figure.N)
            .Select(figure => $"{figure.Key}: {figure.Value} of {figure.N}, raw {(raw.TryGetValue(figure.Key, out var found) ? found : "nothing")}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(demo.Report.Figures.Count > 60, $"{demo.Report.Figures.Count} figures");
        Assert.Equal(demo.Report.Figures.Count, demo.Report.Figures.Select(figure => figure.Key).Distinct().Count());
        Assert.Empty(raw.Keys.Except(demo.Report.Figures.Select(figure => figure.Key)));
    }

    [Fact]
    public void Each_figure_names_its_source_and_day()
    {
        Assert.All(demo.Report.Figures, figure =>
        {
            Assert.NotEmpty(figure.Source);
            Assert.True(figure.AsOf <= demo.Report.Head.MadeOn, $"{figure.Key} is of {figure.AsOf}");
            Assert.True(figure.Value is not 0 || figure.N is null or > 0, $"{figure.Key} is zero of nothing");
        });
    }

    [Fact]
    public void The_report_of_a_finished_programme_lacks_nothing()
    {
        var report = demo.Report;

        Assert.Equal(6, report.Problems!.Count);
        Assert.All(report.Problems, story =>
        {
            Assert.NotNull(story.ToldOn);
            Assert.NotEmpty(story.Tried);
            Assert.NotEmpty(story.Happened);
            Assert.NotEmpty(story.Learned);
            Assert.NotEmpty(story.Next);
            Assert.NotEmpty(story.Measures);
            Assert.NotEmpty(story.Phases);
            Assert.NotNull(story.Client);
        });
        Assert.All(report.Decisions!, decision => Assert.NotNull(decision.Answer));
        Assert.Equal(6, report.Decisions!.Count);
        Assert.Equal(12, report.Doors!.Statements.Concat(report.Learned!.Statements).Concat(report.Together!.Statements).Count());
        Assert.NotNull(report.Together!.Then);
        Assert.NotNull(report.Together.Now);
        Assert.NotEmpty(report.Learned!.Kept);
        Assert.Equal(3, report.Learned.Goals.Count);
        Assert.NotEmpty(report.Help!.Stories);
        Assert.NotEmpty(report.Next!.Ideas);
        Assert.NotNull(report.Next.Promises);
        Assert.All(report.Method!.Evidence, level => Assert.NotEmpty(level.Sections));
    }

    [Fact]
    public void No_answer_of_fewer_than_five_can_be_read_in_it()
    {
        var report = demo.Report;

        Assert.All(report.Doors!.Statements.Concat(report.Together!.Statements).SelectMany(one => new[] { one.Then, one.Now }).OfType<FiveCounts>(), counts => Assert.True(counts.N >= 5));
        Assert.All(report.Learned!.Goals.SelectMany(goal => goal.Bins), bin => Assert.True(bin.Count is 0 or >= 5));
        Assert.All(new[] { report.Together!.Then, report.Together.Now }.OfType<NetworkOn>().SelectMany(net => net.Cells), cell => Assert.True(cell.Ring is null or >= 5));
        Assert.All(report.Work!.Actions, bar => Assert.True(bar.Set is null || bar.Total >= 5));
        Assert.All(report.Doors.Champions, row => Assert.True(row.Name is null || row.Asked >= 5));
    }

    [Fact]
    public void Nobody_s_goal_or_rating_stands_in_it()
    {
        var json = ReportJson.Write(demo.Report);

        Assert.All(demo.Rows("developmental_goal"), goal => Assert.DoesNotContain((string)goal["text"]!, json, StringComparison.Ordinal));
        Assert.All(demo.Rows("self_rating").Where(one => ((string)one["note"]!).Length > 12), rating => Assert.DoesNotContain((string)rating["note"]!, json, StringComparison.Ordinal));
        Assert.All(demo.Rows("commitment"), promise => Assert.DoesNotContain((string)promise["text"]!, json, StringComparison.Ordinal));
        Assert.All(demo.Rows("set_action"), action => Assert.DoesNotContain((string)action["text"]!, json, StringComparison.Ordinal));
        Assert.All(demo.Rows("door_request"), door => Assert.DoesNotContain((string)door["title"]!, json, StringComparison.Ordinal));
        Assert.All(demo.Rows("outcome_slide").Where(one => ((string)one["note"]!).Length > 0), slide => Assert.DoesNotContain((string)slide["note"]!, json, StringComparison.Ordinal));
    }

    [Fact]
    public void A_programme_under_way_with_problems_of_the_members_own_gives_an_honest_report()
    {
        var report = demo.Second;

        Assert.True(report.Head.IsOwnProblem);
        Assert.Equal(8, report.Problems!.Count);
        Assert.All(report.Problems, story =>
        {
            Assert.NotNull(story.Member);
            Assert.Null(story.ToldOn);
            Assert.Empty(story.WhyItMatters);
            Assert.Empty(story.Happened);
        });
        Assert.Empty(report.Decisions!);
        Assert.Null(report.Find("decisions-asked")!.Value);
        Assert.Null(report.Find("ring-now")!.Value);
        Assert.Equal("not recorded", report.Find("promises")!.Words);
        Assert.Contains("The final has not been held. What is not recorded here may still come.", report.Method!.Limits);
    }

    [Fact]
    public void It_is_made_in_a_number_of_statements_that_does_not_grow() => Assert.InRange(demo.Statements, 30, 140);
}
