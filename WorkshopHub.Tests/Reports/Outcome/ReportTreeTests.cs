using WorkshopHub.Web.Reports.Outcome;

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
        Assert.Equal([1, 2, 4, 6, 2], back.Doors!.Statements[0].Now!.Counts);
        Assert.Equal(2, back.Head.Number);
        Assert.DoesNotContain("\"words\":\"fewer", json, StringComparison.Ordinal);
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
