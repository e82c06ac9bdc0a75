using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Tests.Reports.Outcome;

public sealed class ReportTreeTests
{
    [Fact]
    public void A_report_comes_back_from_the_file_as_it_went_in()
    {
        var json = ReportJson.Write(ReportExample.Published);
        var back = ReportJson.Read(json);

        Assert.Equal(json, ReportJson.Write(back));
        Assert.Equal("Õnnelik Lõpp 🌍 日本", back.Problems![1].Set.Name);
        Assert.Equal(9.5, back.Problems[0].Measures[0].Now);
        Assert.Null(back.Together!.Then!.Cells[0].Ring);
        Assert.Equal((15, 3.4), (back.Doors!.Statements[0].Now!.N, back.Doors.Statements[0].Now!.Mean));
        Assert.Equal(2, back.Head.Number);
        Assert.DoesNotContain("\"words\":\"fewer", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_of_the_first_form_is_read_and_its_small_counts_stand_together()
    {
        var first = System.Text.Json.Nodes.JsonNode.Parse(ReportJson.Write(ReportExample.Published))!;
        first["form"] = 1;
        first["doors"]!["statements"]![0]!["now"] = System.Text.Json.Nodes.JsonNode.Parse("""{"counts":[1,2,4,6,2],"on":"2026-06-09","workshop":"Mid-term"}""");
        var read = ReportJson.Read(first.ToJsonString());

        Assert.Equal(ReportJson.Write(ReportExample.Published), ReportJson.Write(read));
        Assert.Equal([(1, 3, 7), (4, 5, 8)], read.Doors!.Statements[0].Now!.Bins.Select(bin => (bin.From, bin.To, bin.Count)));
        Assert.Equal(OutcomeReport.Newest, read.Form);
    }

    [Fact]
    public void Readers_get_nothing_of_a_hidden_section()
    {
        Assert.NotNull(ReportExample.Whole().Help);
        var json = ReportJson.Write(ReportExample.Published);

        Assert.Null(ReportExample.Published.Help);
        Assert.DoesNotContain("The permit came in two days.", json, StringComparison.Ordinal);
        Assert.DoesNotContain("months-saved", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_section_that_is_hidden_stand_in_no_other()
    {
        var whole = ReportExample.Whole() with { Sections = ReportSection.Arranged([], []) };
        whole = whole with
        {
            Method = whole.Method! with
            {
                Limits = ["1 of 2 figures of the problems is not confirmed by the one whom it belongs to.", "Who would ring whom is told by few people; the pictures describe, they prove nothing.", "Sets are not compared: each worked on another problem."],
            },
        };
        Dictionary<string, object?> parts = new()
        {
            ["one-page"] = whole.OnePage!.Opening,
            ["problems"] = whole.Problems!.Select(story => story with { Quotes = [] }),
            ["decisions"] = whole.Decisions,
            ["work"] = whole.Work,
            ["doors"] = whole.Doors,
            ["learned"] = whole.Learned,
            ["together"] = whole.Together,
            ["help"] = whole.Help,
            ["next"] = whole.Next,
            ["method"] = whole.Method.Limits,
        };
        foreach (var (key, part) in parts)
        {
            var readers = (whole with { Sections = ReportSection.Arranged([], [key]) }).ForReaders();
            var json = ReportJson.Write(readers);
            var words = Words(System.Text.Json.JsonSerializer.SerializeToNode(part, ReportJson.Options)).Where(words => words.Count(letter => letter == ' ') > 1 && words != "Õnnelik Lõpp 🌍 日本").ToList();
            Assert.True(words.Count > 0 || key is "work", key);
            Assert.All(words, one => Assert.DoesNotContain(one, json, StringComparison.Ordinal));
            Assert.DoesNotContain(readers.Method?.Evidence ?? [], level => level.Sections.Contains(key));
        }

        var hidden = (whole with { Sections = ReportSection.Arranged([], ["problems", "together"]) }).ForReaders();
        Assert.Empty(hidden.Method!.Confirmed);
        Assert.Equal(["Sets are not compared: each worked on another problem."], hidden.Method.Limits);
        Assert.Equal(["not shown in this version", "not recorded", "not shown in this version"], hidden.Method.Evidence.Select(level => level.None(hidden)));
        Assert.All(hidden.OnePage!.Lines, line => Assert.True(line.Problem.Length == 0 && line.Main is null));
        Assert.Empty((whole with { Sections = ReportSection.Arranged([], ["decisions"]) }).ForReaders().Next!.Decided);

        static IEnumerable<string> Words(System.Text.Json.Nodes.JsonNode? node) => node switch
        {
            System.Text.Json.Nodes.JsonObject fields => fields.SelectMany(field => Words(field.Value)),
            System.Text.Json.Nodes.JsonArray items => items.SelectMany(Words),
            System.Text.Json.Nodes.JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value.GetValue<string>()],
            _ => [],
        };
    }

    [Fact]
    public void Sections_keep_a_chosen_order_and_number_only_what_is_shown()
    {
        var sections = ReportSection.Arranged(["decisions", "nothing", "decisions", "one-page"], ["one-page"]);

        Assert.Equal(10, sections.Count);
        Assert.Equal(("decisions", 1), (sections[0].Key, sections[0].Number));
        Assert.Equal(("one-page", 0, false), (sections[1].Key, sections[1].Number, sections[1].IsShown));
        Assert.Equal(("problems", 2), (sections[2].Key, sections[2].Number));
        Assert.Equal(9, sections[^1].Number);
    }

    [Fact]
    public void Nothing_recorded_reads_as_that_and_never_as_zero()
    {
        var figure = new Figure("one-page", "sets", "Sets", null, "", null, "", new DateOnly(2026, 9, 15), "");

        Assert.Equal("not recorded", figure.Words);
        Assert.Equal("0", (figure with { Value = 0 }).Words);
        Assert.Equal("fewer than five", (figure with { IsWithheld = true }).Words);
        Assert.Equal("34.5%", (figure with { Value = 34.5, Unit = "%" }).Words);
        Assert.Equal("1,250 days", (figure with { Value = 1250, Unit = "days" }).Words);
    }

    [Fact]
    public void Each_form_says_the_same_mean_as_the_wall()
    {
        foreach (var counts in new int[][] { [0, 10, 20, 13, 10], [1, 3, 5, 9, 2], [0, 0, 3, 1, 0], [0, 0, 1, 3, 1], [2, 3, 5, 7, 3], [5, 14, 11, 9, 1] })
        {
            var wall = new PulseCounts([.. counts.Select(count => (long)count)]).MeanText;
            Assert.Equal(wall, Agreement.MeanOf(counts).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(wall, new Mean(Agreement.MeanOf(counts), counts.Sum()).Text);
        }
    }

    [Fact]
    public void How_often_a_word_was_said_is_told_of_five_people_at_least()
    {
        Assert.Equal(["trust (5)", "proud"], new[] { WordSaid.Of("trust", 5), WordSaid.Of("proud", 4) }.Select(said => said.Words));
        Assert.Null(WordSaid.Of("proud", 4).Count);
    }

    [Fact]
    public void No_value_of_a_spread_stands_for_one_to_four_people()
    {
        foreach (var counts in new int[][] { [1, 5, 3, 1, 0], [0, 0, 3, 5, 1], [1, 1, 1, 1, 1], [5, 0, 5, 0, 5], [9, 9, 9, 9, 9], [0, 4, 0, 0, 9] })
        {
            var bins = ValueBin.Merge(counts);

            Assert.All(bins, bin => Assert.True(bin.Count is 0 or >= 5));
            Assert.Equal(counts.Sum(), bins.Sum(bin => bin.Count));
            Assert.Equal((1, 5), (bins[0].From, bins[^1].To));
        }

        Assert.Equal(5, ValueBin.Merge([9, 9, 9, 9, 9]).Count);
    }
}
