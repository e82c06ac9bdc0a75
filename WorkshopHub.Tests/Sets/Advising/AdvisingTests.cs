using System.Net;
using WorkshopHub.Tests.Sets.Search;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Advising;

namespace WorkshopHub.Tests.Sets.Advising;

/// <summary>What a set and its advisor see of how they learn, and what the advisor keeps for themselves.</summary>
public sealed class AdvisingTests : SearchRoom
{
    private string Page => There.At("advising");

    [Fact]
    public async Task Learnings_stand_before_figures_and_members_see_the_same_as_the_advisor()
    {
        await QuestionAsync("Who closes the job on your map?");
        await AssumptionAsync("I took closed to mean finished");
        await ReflectAsync("We gave advice for an hour", author: null);
        await ReflectAsync("For me alone", "Alma Tamm");
        await There.Site.SetAsync("UPDATE airtime_question SET ticked_at = @At", new { At });
        await There.Site.SetAsync("UPDATE airtime_slot SET state = 'Done', started_at = @At, ended_at = @At, used_seconds = 3300", new { At });
        foreach (var name in new[] { "Aada Advisor", "Bo Lind" })
        {
            var page = await (await There.AsAsync(name)).GetStringAsync(Page, Stop);
            Assert.True(page.IndexOf("I took closed to mean finished", StringComparison.Ordinal) is > 0 and var learned
                && learned < page.IndexOf("id=\"figures\"", StringComparison.Ordinal));
            Assert.Contains("We gave advice for an hour", page, StringComparison.Ordinal);
            Assert.DoesNotContain("For me alone", page, StringComparison.Ordinal);
            Assert.Contains("55 min", page, StringComparison.Ordinal);
            Assert.Contains("(100 of 100)", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Questions_stand_by_who_asked_with_the_share_that_moved_somebody_and_actions_by_their_state()
    {
        foreach (var text in new[] { "Who closes the job?", "Who is told?", "Since when?" })
        {
            await QuestionAsync(text); // by Bo
        }

        await QuestionAsync("What would a map say?");
        await There.Site.SetAsync("UPDATE airtime_question SET asker_id = @fay WHERE text LIKE 'What%'", new { fay = There.World["Fay Novak"] });
        await There.Site.SetAsync("UPDATE airtime_question SET ticked_at = @At WHERE text = 'Who is told?'", new { At });
        await There.Site.SetAsync("UPDATE airtime_question SET state = 'Removed' WHERE text = 'Since when?'");
        await There.Site.SetAsync("UPDATE airtime_slot SET state = 'Done', started_at = @At, ended_at = @At, used_seconds = 3300", new { At });
        foreach (var (number, state, learned) in new[] { (1, "Agreed", ""), (2, "Done", "Take boots"), (3, "Done", "Ask first"), (4, "Partly", "Early is late"), (5, "NotDone", "Ask for time") })
        {
            await There.Site.SetAsync(
                """
                INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
                VALUES (@key, @Set, @number, @bo, 'Ring the depot', '2026-03-24', '2099-04-07', @state, @At, @At)
                """, new { key = Tokens.New(), There.Set, number, bo = There.World["Bo Lind"], state, At });
            if (state != "Agreed")
            {
                await There.Site.SetAsync(
                    """
                    INSERT INTO set_action_report (action_id, round, key, state, did, happened, learned, due, created_at, changed_at)
                    SELECT id, 1, @key, @state, 'x', 'y', @learned, due, @At, @At FROM set_action WHERE number = @number
                    """, new { key = Tokens.New(), number, state, learned, At });
            }
        }

        var page = WebUtility.HtmlDecode(await (await There.AsAsync("Aada Advisor")).GetStringAsync(Page, Stop));
        foreach (var (who, asked, moved) in new[] { ("Bo", 2, 1), ("Fay", 1, 0), ("Aada, advisor", 0, 0) })
        {
            Assert.Matches($"<tr><td>{who}</td>(?:(?!</tr>).)*<span class=\"num\">{asked}</span></td>\\s*<td data-label=\"Moved somebody\"><span class=\"num\">{moved}</span>", page.ReplaceLineEndings(" "));
        }

        Assert.Contains("<span class=\"num\">1</span> (33 of 100)", page, StringComparison.Ordinal);
        foreach (var figure in new[] { "<b>1</b><span>open", "<b>2</b><span>done", "<b>1</b><span>partly", "<b>1</b><span>not done", "<b>4 of 4</b><span>reports with a learning" })
        {
            Assert.Contains(figure, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_an_advisors_own_page_learnings_come_first_then_what_is_due_and_it_leads_to_how_each_set_learns()
    {
        var aada = await There.AsAsync("Aada Advisor");
        Assert.Contains("Nothing is written yet", await aada.GetStringAsync("/as/advisor", Stop), StringComparison.Ordinal);
        await AssumptionAsync("I took closed to mean finished");
        await ReflectAsync("We gave advice for an hour", author: null);
        await ReflectAsync("For me alone", "Alma Tamm");
        await There.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @Set, 1, @bo, 'Ring the depot', '2026-03-24', '2099-04-07', @At, @At)
            """, new { key = Tokens.New(), There.Set, bo = There.World["Bo Lind"], At });
        var page = await aada.GetStringAsync("/as/advisor", Stop);
        string[] inOrder = ["We gave advice for an hour", "Ring the depot", "id=\"waiting\""];
        var places = inOrder.Select(words => page.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("I took closed to mean finished", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("For me alone", page, StringComparison.Ordinal);
        // Of each set the last three, by one statement; of a set that one does not advise nothing.
        await AssumptionAsync("I took the map to be right");
        await AssumptionAsync("I took two days to be enough");
        Assert.Equal(AdvisorPart.Learnings, Count(await aada.GetStringAsync("/as/advisor", Stop), "class=\"learned\""));
        Assert.Equal(0, Count(await (await There.AsAsync("Arno Advisor")).GetStringAsync("/as/advisor", Stop), "class=\"learned\""));
    }

    [Theory]
    [InlineData("Cecil Hart")]
    [InlineData("Uma Supervisor")]
    [InlineData("Clio Client")]
    [InlineData("Chen Champion")]
    [InlineData("Sven Sponsor")]
    [InlineData("Mari Kask")]
    public async Task Nobody_outside_sees_a_figure(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await There.AsAsync(name)).GetAsync(Page, Stop)).StatusCode);

    [Fact]
    public async Task An_advisors_note_is_read_by_its_writer_alone_and_changed_and_thrown_away_by_nobody_else()
    {
        var (aada, bo) = (await There.AsAsync("Aada Advisor"), await There.AsAsync("Bo Lind"));
        using var kept = await aada.PostAsync(Page, "?handler=Note", ("of", "0"), ("Note", "Tomasz answers before he has heard"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Tomasz answers", await aada.GetStringAsync(Page, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Tomasz answers", await bo.GetStringAsync(Page, Stop), StringComparison.Ordinal);
        using var forged = await bo.PostFormAsync("/account", $"{Page}?handler=Note", ("of", "0"), ("Note", "Me too"));
        using var dropped = await bo.PostFormAsync("/account", $"{Page}?handler=Drop", ("of", "1"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forged.StatusCode, dropped.StatusCode));
        // Another advisor takes over: the note stays with its writer.
        await There.Site.SetAsync("UPDATE role_assignment SET person_id = @arno WHERE set_id = @Set AND role = 'Advisor'", new { arno = There.World["Arno Advisor"], There.Set });
        Assert.DoesNotContain("Tomasz answers", await (await There.AsAsync("Arno Advisor")).GetStringAsync(Page, Stop), StringComparison.Ordinal);
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM advisor_note"));
    }

    [Fact]
    public async Task A_note_that_another_device_changed_is_not_written_over_and_an_empty_one_is_refused()
    {
        var aada = await There.AsAsync("Aada Advisor");
        using var kept = await aada.PostAsync(Page, "?handler=Note", ("of", "0"), ("Note", "First"));
        using var second = await aada.PostAsync(Page, "?handler=Note", ("of", "1"), ("version", "1"), ("Note", "Second"));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        using var late = await aada.PostAsync(Page, "?handler=Note", ("of", "1"), ("version", "1"), ("Note", "From my phone"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("From my phone", both, StringComparison.Ordinal);
        Assert.Contains("Second", both, StringComparison.Ordinal);
        using var empty = await aada.PostAsync(Page, "?handler=Note", ("of", "0"), ("Note", "  "));
        await empty.RefusesAsync("Write a word.");
        using var gone = await aada.PostAsync(Page, "?handler=Drop", ("of", "1"));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM advisor_note"));
    }
}
