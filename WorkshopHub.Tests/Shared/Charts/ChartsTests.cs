using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Tests.Shared.Charts;

public sealed partial class ChartsTests
{
    [Theory]
    [InlineData("minutes", "In minutes.")]
    [InlineData("per month", "Per month.")]
    public void A_unit_reads_as_a_sentence(string unit, string says) => Assert.Equal(says, ArrowChart.InUnit(unit));

    [Fact]
    public async Task Every_chart_says_in_words_and_as_a_table_what_it_draws()
    {
        await using var site = new Site();
        var partials = site.Services.GetRequiredService<Partials>();
        foreach (var chart in Drawn.All)
        {
            var html = await partials.RenderAsync("/Shared/Charts/_Chart.cshtml", chart);
            Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Keys", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), html);
            Assert.All(Svg().Matches(html), svg => Assert.Matches("aria-hidden=\"true\"|role=\"img\" aria-label=\"[^\"]{8,}\"", svg.Value));
            Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Heads.Count, row.Count));
            Assert.All(chart.Table.Rows.SelectMany(row => row), cell => Assert.NotEqual("", cell));
            Assert.NotEqual("", chart.Words);
        }
    }

    [Theory]
    [InlineData(19.1, 10.9, 15)]
    [InlineData(17.5, 16.2, 15)]
    [InlineData(16, 15.9, 16)]
    [InlineData(4.5, 4.4, 4.3)]
    [InlineData(2, 58, 60)]
    public void The_aim_is_always_said_and_stands_over_no_other_words(double then, double now, double aim)
    {
        var arrow = Drawn.Arrow(then, now, aim);
        var (x, y) = arrow.AimWords;
        Assert.InRange(x, 0, arrow.Width);
        foreach (var (other, at) in new[] { (arrow.Then!, arrow.IsTight ? arrow.Below : arrow.Above), (arrow.Now!, arrow.Above) })
        {
            Assert.True(at != y || Math.Abs(arrow.Label(other) - x) > (other.Text.Length + arrow.Aim!.Text.Length + 4) * 13 * .29, $"aim at {x}, {other.Text} at {arrow.Label(other)}");
        }
    }

    [Fact]
    public void A_name_that_is_cut_keeps_whole_signs()
    {
        Assert.Equal("Circle", Draw.Cut("Circle", 6));
        Assert.Equal("Circ…", Draw.Cut("Circle of", 5));
        Assert.Equal("👩🏽‍🚒🌍…", Draw.Cut("👩🏽‍🚒🌍🌍🌍", 3));
        Assert.Equal("🌍🌍🌍", Draw.Cut("🌍🌍🌍", 3));
        Assert.Equal("नाराय…", Draw.Cut("नारायणनारायण", 4));
    }

    [Fact]
    public void An_arrow_has_a_scale_of_its_own_that_begins_at_zero()
    {
        var arrow = Drawn.Arrow(20, 10, 15);
        Assert.Equal(arrow.At(arrow.Then!) - arrow.Edge, 2 * (arrow.At(arrow.Now!) - arrow.Edge), 6);
        Assert.Equal("before 20%, now 10%, aim 15%", arrow.Words);
        Assert.False(arrow.IsTight);
        Assert.True(Drawn.Arrow(4.5, 4.4, 1).IsTight); // the words would stand on each other
        Assert.Equal("before 63%, no figure yet", Drawn.Arrow(63, null, null).Words);
    }

    [Fact]
    public void Each_statement_says_by_how_many_it_was_answered_where_these_are_not_as_many()
    {
        var pairs = Drawn.Pairs with { Rows = [new("One", new Mean(2.3, 28), new Mean(4.2, 29)), new("Two", null, new Mean(3, 29)), new("Three", new Mean(3, 28), null)] };
        Assert.False(pairs.HasOwnN); // the key says it of all
        pairs = pairs with { Rows = [.. pairs.Rows, new("Four", new Mean(3, 26), new Mean(3, 29))] };
        Assert.True(pairs.HasOwnN);
        Assert.Equal(["n 28 then, 29 now", "n 29", "n 28 then", "n 26 then, 29 now"], pairs.Rows.Select(PairsChart.NOf));
    }

    [Fact]
    public void What_was_not_recorded_is_never_a_zero()
    {
        Assert.Contains("Žižkovští Švédové: not recorded", Drawn.Bars.Words, StringComparison.Ordinal);
        Assert.Equal("not recorded", Drawn.Bars.Table.Rows[3][1]);
        Assert.Contains("Colleagues in other departments are much like me.: fewer than five answers", Drawn.Pairs.Words, StringComparison.Ordinal);
        Assert.Contains("Later: not recorded", Drawn.Spread.Words, StringComparison.Ordinal);
        Assert.Equal("before not recorded, no figure yet, aim 3%", Drawn.Arrow(null, null, 3).Words);
        Assert.Equal("not recorded", Drawn.Phases().Words);
    }

    [Fact]
    public void Merged_values_keep_the_area_of_their_column()
    {
        var columns = Drawn.Spread.Columns(Drawn.Spread.Moments[0]).ToList();
        Assert.Equal(3, columns.Count);
        var (two, merged) = (columns[1], columns[2]); // 15 gave 2, 8 gave 3 to 5
        Assert.Equal(15 / 8.0, two.Height * (two.Width + 6) / (merged.Height * (merged.Width + 6)), 6);
    }

    [Fact]
    public void Bars_are_told_apart_without_colour_and_keep_to_their_width()
    {
        Assert.Equal(Drawn.Bars.Keys.Count, Drawn.Bars.Keys.Select(key => key.Fill).Distinct().Count());
        Assert.All(Drawn.Bars.Rows, row => Assert.True(Drawn.Bars.End(row) < Drawn.Bars.Width - 10));
        var hatch = Draw.Pattern(Fill.Hatched, 10, 0, 40, 20);
        Assert.All(Places().Matches(hatch).Select(one => double.Parse(one.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), x => Assert.InRange(x, 10, 50));
    }

    [Fact]
    public void Places_on_the_circle_stay_whatever_lines_are_drawn()
    {
        var then = Drawn.Net(30);
        Assert.Equal(then.Dots, (then with { Lines = [] }).Dots);
        Assert.Equal(30, then.Dots.Distinct().Count());
    }

    [Fact]
    public void A_strip_is_solid_until_today_and_an_outline_after()
    {
        var strip = Drawn.Phases("Study", "Develop", "Implement");
        var bars = strip.Bars.ToList();
        Assert.Equal([false, false, true, false], bars.Select(bar => bar.IsToCome));
        Assert.Equal(strip.X(strip.Today), bars[^1].X + bars[^1].Width, 6);
        Assert.Equal("Study from 10 Mar, Develop from 12 Apr, Implement from 15 May, until 15 Sep 2026", strip.Words);
    }

    [GeneratedRegex("""\s(style|on[a-z]+)\s*=""")]
    private static partial Regex Inline();

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Svg();

    [GeneratedRegex("[ML](-?[0-9.]+) ")]
    private static partial Regex Places();
}
