using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Tests.Demo;

/// <summary>What people of the demo wrote says nothing else than the rows around it: days that stand in texts move with the dates.</summary>
public sealed partial class DemoTextsTests
{
    [Theory]
    [InlineData("Rang on 13 October.", -20, "Rang on 26 May.")]
    [InlineData("24 and 31 October.", -20, "6 and 13 June.")]
    [InlineData("One week away, 3 to 10 July.", -1, "One week away, 26 June to 3 July.")]
    [InlineData("Walks on 28 and 30 March", 0, "Walks on 28 and 30 March")]
    [InlineData("Leavers in the trial group, April to August", 9, "Leavers in the trial group, June to October")]
    [InlineData("Job records, May-August", -9, "Job records, March-June")]
    [InlineData("In the Marden burst of December 2025", 9, "In the Marden burst of February 2026")]
    [InlineData("No permit breach since 1 June. May we dig in May?", 5, "No permit breach since 6 July. May we dig in June?")]
    [InlineData("1,186 of 6,240 in 2025", 52, "1,186 of 6,240 in 2026")]
    [InlineData("Common Ground 2026", 60, "Common Ground 2026")]
    [InlineData("Lists on Mondays, the second winter, 41 per cent, £4,180", 60, "Lists on Mondays, the second winter, 41 per cent, £4,180")]
    public void Days_in_texts_move_by_the_same_weeks_as_the_rows(string text, int weeks, string moved) => Assert.Equal(moved, DemoTexts.Moved(text, weeks));

    /// <summary>May becomes September as the weeks go on: the demo must start on every day of the year.</summary>
    [Fact]
    public void What_stands_on_a_wall_fits_it_in_every_week_of_the_year()
    {
        var outcomes = JsonNode.Parse(File.ReadAllText(Path.Combine(Repo.Root, "WorkshopHub.Web", "Demo", "demo-content.json")))!["programmes"]!.AsArray()
            .SelectMany(programme => programme!["outcomes"]?.AsArray() ?? []);
        var texts = outcomes.SelectMany(outcome => outcome!.AsObject()).Select(field => field.Value)
            .OfType<JsonValue>().Where(value => value.GetValueKind() is JsonValueKind.String).Select(value => value.GetValue<string>()).ToList();
        Assert.Contains(texts, text => text.StartsWith("Cottering pumping station", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.All(Enumerable.Range(-30, 90), weeks => Assert.InRange(DemoTexts.Moved(text, weeks).Length, 0, Slides.TextMax)));
    }

    [Theory]
    [InlineData("final")]
    [InlineData("finished")]
    public async Task What_a_report_says_of_a_day_lies_between_promise_and_report(string word)
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoments.Read(word)!.Value);
        var said = demo.Ask<string>(
            "SELECT group_concat(substr(a.created_at, 1, 10) || '|' || substr(r.created_at, 1, 10) || '|' || r.did, char(10)) FROM set_action_report r JOIN set_action a ON a.id = r.action_id");
        var named = said.Split('\n').Select(line => line.Split('|')).Select(line => (From: Day(line[0]), Until: Day(line[1]), Named: Named().Match(line[2]))).Where(one => one.Named.Success).ToList();
        Assert.InRange(named.Count, 18, 40);
        Assert.All(named, one => Assert.Contains(
            new[] { one.From.Year, one.Until.Year }.Select(year => DateOnly.ParseExact($"{one.Named.Value} {year}", "d MMMM yyyy", CultureInfo.InvariantCulture)),
            day => day >= one.From && day <= one.Until));
    }

    [Fact]
    public async Task Nothing_is_promised_for_the_mid_term_and_due_after_it()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoments.Read("final")!.Value);
        Assert.Equal(1, demo.Ask<long>("SELECT count(*) FROM set_action WHERE text LIKE '%show at the mid-term%'"));
        Assert.Equal(0, demo.Ask<long>("SELECT count(*) FROM set_action WHERE text LIKE '%show at the mid-term%' AND due >= (SELECT date FROM workshop WHERE kind = 'MidTerm' AND programme_id = 1)"));
    }

    [Fact]
    public async Task The_sets_that_were_told_in_full_have_reflections_notes_and_a_prompt()
    {
        await using var demo = await SeededDemo.AtAsync(DemoMoment.Finished);
        foreach (var set in new[] { "Backfill", "Quiet Night" })
        {
            foreach (var (table, count) in new[] { ("reflection", 14), ("study_note", 3), ("advisor_note", 2) })
            {
                Assert.Equal((set, table, (long)count), (set, table, demo.Ask<long>($"SELECT count(*) FROM {table} t JOIN sets s ON s.id = t.set_id WHERE s.name = '{set}'")));
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b")]
    private static partial Regex Named();
}
