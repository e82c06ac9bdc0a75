using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>The report of the demo organisation after its final, held against the raw rows.</summary>
public sealed class FiguresTests(FinishedDemo demo) : IClassFixture<FinishedDemo>
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 40)]
    public void Every_figure_is_what_the_raw_rows_say(long programme, int least)
    {
        var (raw, report) = (new RawFigures(demo, programme).All, programme == 1 ? demo.Report : demo.Second);
        var wrong = report.Figures.Where(figure => figure.Value is not null || figure.N is not null || raw.ContainsKey(figure.Key)).Where(figure => !raw.TryGetValue(figure.Key, out var found)
                || found.Value != figure.Value && !(found.N == 0 && figure.Value is null) || found.N != figure.N)
            .Select(figure => $"{figure.Key}: {figure.Value} of {figure.N}, raw {(raw.TryGetValue(figure.Key, out var found) ? found : "nothing")}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(report.Figures.Count > least, $"{report.Figures.Count} figures");
        Assert.Equal(report.Figures.Count, report.Figures.Select(figure => figure.Key).Distinct().Count());
        Assert.Empty(raw.Where(one => one.Value.N is null or > 0).Select(one => one.Key).Except(report.Figures.Select(figure => figure.Key)));
    }

    [Fact]
    public void A_measure_tells_how_often_it_was_read_on_the_page_in_its_figure_and_on_its_slide()
    {
        var measures = demo.Report.Problems!.SelectMany(story => story.Measures).ToList();
        Assert.Contains(measures, measure => measure.Times == 4);
        Assert.Contains(measures, measure => measure.Times is 1 or 2);
        var notes = string.Join('\n', Web.Reports.Forms.SlideNotes.Of(demo.Report, ReportSection.Problems));
        Assert.All(measures, measure =>
        {
            Assert.Equal((1, measure.Times), (demo.Report.Find($"measure-{measure.Id}-before")!.N, demo.Report.Find($"measure-{measure.Id}")!.N));
            Assert.Contains($"{measure.TimesWords}.", ReportCharts.Arrow(measure).Note, StringComparison.Ordinal);
            Assert.Contains($"{measure.Name}: {demo.Report.Find($"measure-{measure.Id}")!.Words}; n {measure.Times}; ", notes, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_slides_of_a_whole_programme_are_one_for_each_section_behind_the_cover()
    {
        var report = demo.Report.ForReaders();
        Assert.Equal([report.Head.Programme, "To begin with", .. report.Shown.Select(section => section.Title)], Web.Reports.Forms.ReportDeck.Pages(report).Select(page => page.Title));
    }

    [Fact]
    public void A_set_s_light_is_the_one_it_gave_itself_last()
    {
        var notes = demo.Rows("sheet").Where(one => (string)one["kind"]! == "Progress" && (string)one["state"]! == "Gone").ToLookup(one => (long)one["set_id"]!);
        var told = demo.Report.OnePage!.Lines.Select(line => (line.Set.Id, line.Light)).ToList();

        Assert.Equal(told.Select(one => (one.Id, (string?)notes[one.Id].MaxBy(note => (string)note["gone_at"]!, StringComparer.Ordinal)!["light"])), told);
        Assert.Contains(told, one => notes[one.Id].Select(note => note["light"]).Distinct().Skip(1).Any()); // or the first would do as well
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

    [Theory]
    [InlineData("people", "Programme")]
    [InlineData("units", "Programme")]
    [InlineData("decisions-asked", "Summary")]
    [InlineData("matches", "Summary", "/programmes/1/help")]
    [InlineData("matches-happened", "Summary", "/programmes/1/help")]
    [InlineData("months-saved", "Summary", "/programmes/1/help")]
    [InlineData("measures-confirmed", null, "#confirmed")]
    public void What_can_be_seen_on_a_page_leads_there(string key, string? needs, string? there = null)
    {
        var figure = demo.Report.Find(key)!;
        Assert.Equal((key, needs), (key, figure.Needs));
        Assert.StartsWith(there ?? (needs == "Programme" ? "/programmes/1" : "/workshops/"), figure.Link, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_is_of_the_day_until_which_it_counts_and_its_curve_is_what_its_source_could_have_read()
    {
        var readings = demo.Rows("measure_reading").ToLookup(one => (long)one["measure_id"]!);
        string[] once = ["Priority households reached within four hours", "Time to first street list", "Open defects on handover day", "Spares in the stores system on handover day"];
        var measures = demo.Report.Problems!.SelectMany(story => story.Measures).ToList();

        Assert.Equal(4, measures.Count(measure => once.Contains(measure.Name)));
        var moved = demo.Report.Problems![0].ToldOn!.Value.DayNumber - new DateOnly(2026, 9, 15).DayNumber; // the demo's days go by weeks
        DateOnly[] read = [new(2026, 7, 9), new(2026, 7, 22), new(2026, 8, 17), new(2026, 8, 31)];
        Assert.Equal(read, measures.Select(measure => measure.NowOn!.Value.AddDays(-moved)).Distinct().Order());
        Assert.All(measures, measure =>
        {
            Assert.Equal(measure.NowOn, demo.Report.Find($"measure-{measure.Id}")!.AsOf);
            Assert.NotEqual(demo.Report.Head.MadeOn, measure.NowOn);
            Assert.True(!once.Contains(measure.Name) || readings[measure.Id].Count() <= 1, measure.Name);
            Assert.True(!double.IsInteger(measure.Baseline!.Value) || !double.IsInteger(measure.Now!.Value) || readings[measure.Id].All(one => double.IsInteger((double)one["value"]!)), measure.Name);
        });
        Assert.Contains(measures, measure => readings[measure.Id].Count() == 4); // what is followed week by week keeps its curve
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

        Assert.All(report.Doors!.Statements.Concat(report.Together!.Statements).SelectMany(one => new[] { one.Then, one.Now }).OfType<Agreement>(), said =>
        {
            Assert.True(said.N >= 5);
            Assert.All(said.Bins, bin => Assert.True(bin.Count is 0 or >= 5));
        });
        Assert.All(report.Learned!.Goals.SelectMany(goal => goal.Bins), bin => Assert.True(bin.Count is 0 or >= 5));
        Assert.All(new[] { report.Together!.Then, report.Together.Now }.OfType<NetworkOn>().SelectMany(net => net.Cells), cell => Assert.True(cell.Ring is null or >= 5));
        Assert.All(report.Together!.Words.SelectMany(words => words.Most), word => Assert.True(word.Count is null or >= 5));
        Assert.All(report.Work!.Actions.SelectMany(bar => bar.Counts.Append(bar.Together).Append(bar.Total)), count => Assert.True(count is null or 0 or >= 5));
        Assert.All(report.Figures.Where(figure => figure.Key.StartsWith("actions-", StringComparison.Ordinal)), figure => Assert.True(figure.Value is null or 0 or >= 5, figure.Key));
        Assert.All(report.Doors.Champions, row => Assert.True(row.Name is null || row.Asked >= 5));
    }

    [Fact]
    public async Task The_picture_is_drawn_in_another_order_in_each_report_and_in_one_order_before_and_after()
    {
        var (first, second) = (demo.Report.Together!, (await demo.ReadAsync(1)).Together!);

        Assert.NotEqual(Degrees(first.Now!), Degrees(second.Now!));
        Assert.Equal(Degrees(first.Now!).Order(), Degrees(second.Now!).Order());
        Assert.Equal(first.Now!.Dots, second.Now!.Dots); // the sets stand where they stood
        Assert.Equal(first.Then!.Dots, first.Now.Dots);
        Assert.Equal(Both(first).Order(), Both(second).Order()); // whoever is one mark before is the same mark after

        static List<int> Degrees(NetworkOn net) => [.. net.Dots.Select((_, dot) => net.Lines.Count(line => line.From == dot || line.To == dot))];
        static IEnumerable<(int, int)> Both(WorkTogether together) => Degrees(together.Then!).Zip(Degrees(together.Now!));
    }

    [Fact]
    public void No_pair_of_sets_whose_cells_are_withheld_has_bold_lines_and_no_pair_one_to_four_of_any()
    {
        foreach (var net in new[] { demo.Report.Together!.Then!, demo.Report.Together.Now! })
        {
            var pairs = net.Lines.GroupBy(line => (One: Math.Min(net.Dots[line.From], net.Dots[line.To]), Other: Math.Max(net.Dots[line.From], net.Dots[line.To]), line.Strength)).ToList();
            Assert.True(pairs.Count > 0 || net.On < demo.Report.Together.Now!.On);
            Assert.All(pairs, pair => Assert.True(pair.Count() >= 5, $"{pair.Key}: {pair.Count()}"));
            Assert.All(pairs.Where(pair => pair.Key.Strength == 3), pair =>
            {
                var (one, other) = (net.Places.ToList().IndexOf(pair.Key.One), net.Places.ToList().IndexOf(pair.Key.Other));
                Assert.DoesNotContain(net.Cells, cell => cell is { Possible: > 0, Ring: null } && ((cell.From, cell.To) == (one, other) || (cell.From, cell.To) == (other, one)));
            });
        }
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
    public void Each_figure_has_a_definition_beyond_its_name()
    {
        Assert.Equal("What sets told everybody, and what people gave for a report", demo.Report.Find("learnings-released")!.Source);
        Assert.All(demo.Report.Figures.Concat(demo.Second.Figures), figure => Assert.True(Web.Reports.Forms.FigureMeaning.Counts(figure.Key).Length > 20, figure.Key));
    }

    [Fact]
    public void A_picture_without_a_line_says_why()
    {
        var (then, now) = (demo.Report.Together!.Then!, demo.Report.Together.Now!);
        Assert.Empty(then.Lines);
        Assert.EndsWith(NetworkOn.NoLines, ReportCharts.Net(then).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(NetworkOn.NoLines, ReportCharts.Net(now).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_some_answered_on_paper_it_says_why_a_draft_may_count_one_more() => Assert.Equal(
        demo.Report.Method!.Asked.Any(one => one.OnPaper > 0), demo.Report.Method.Limits.Any(limit => limit.StartsWith("Answers on paper may be entered", StringComparison.Ordinal)));

    [Fact]
    public void It_is_made_in_a_number_of_statements_that_does_not_grow() => Assert.InRange(demo.Statements, 30, 140);
}
