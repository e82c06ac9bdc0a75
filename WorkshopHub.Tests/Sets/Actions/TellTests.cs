using System.Net;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Tests.Sets.Actions;

public sealed class TellTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task An_owner_reports_before_the_meeting_and_may_change_it_until_it_is_read_out()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var told = await _acting.TellAsync("Alma Tamm", number, "Done");
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        using var again = await _acting.TellAsync("Alma Tamm", number, "NotDone", ("Form.Learned", "I only know how to send forms"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var action = (await _acting.ActionAsync(number))!;
        var report = Assert.Single(action.Reports);
        Assert.Equal(("NotDone", "NotDone", true, "I only know how to send forms"), (action.State, report.State, report.Waits, report.Learned));
    }

    [Theory]
    [InlineData("", "Form.Did", "How did it go?")]
    [InlineData("Done", "Form.Did", "What did you do?")]
    [InlineData("Partly", "Form.Happened", "What happened?")]
    [InlineData("NotDone", "Form.Learned", "Half a sentence is enough. “Nothing yet” counts too.")]
    public async Task Each_answer_has_its_three_parts_and_what_was_typed_stays(string state, string missing, string says)
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        using var refused = await _acting.TellAsync("Alma Tamm", number, state, (missing, " "), ("Form.GoesOn", "true"));
        await refused.RefusesAsync(says, missing == "Form.Did" ? "It rained" : "Went out");
        Assert.Empty((await _acting.ActionAsync(number))!.Reports);
    }

    [Fact]
    public async Task What_is_too_long_is_not_cut_off_but_said_with_how_much_too_long_it_is()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        var page = await (await _acting.AsAsync("Alma Tamm")).GetStringAsync($"{_acting.List}/{number}/tell", Stop);
        Assert.DoesNotContain("maxlength", page[page.IndexOf("tell-Did", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Matches("(?s)data-longest=\"2000\".*id=\"tell-Learned-left\" data-near=\"200\" hidden", page);
        var words = new string('a', ToldAction.Limit + 3);
        using var refused = await _acting.TellAsync("Alma Tamm", number, "Done", ("Form.Learned", words));
        await refused.RefusesAsync("2003 characters. Keep it to 2000.", words);
        Assert.Contains("3 too many", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty((await _acting.ActionAsync(number))!.Reports);
    }

    [Fact]
    public async Task Nobody_but_the_owner_reports_and_nobody_else_reads_the_owners_notes()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        using var kept = await _acting.DoAsync("Alma Tamm", number, "note", ("Words", "Yard at half past six"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var alma = await _acting.AsAsync("Alma Tamm");
        Assert.Contains("Yard at half past six", await alma.GetStringAsync($"{_acting.List}/{number}", Stop), StringComparison.Ordinal);
        var bo = await _acting.AsAsync("Bo Lind");
        Assert.DoesNotContain("Yard at half past six", await bo.GetStringAsync($"{_acting.List}/{number}", Stop), StringComparison.Ordinal);
        using var page = await bo.GetAsync($"{_acting.List}/{number}/tell", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        foreach (var handler in new[] { "note", "carry", "change", "enough" })
        {
            using var refused = await _acting.DoAsync("Bo Lind", number, handler, ("Words", "Mine now"), ("Day", ActingWorld.Second));
            Assert.Equal((handler, HttpStatusCode.NotFound), (handler, refused.StatusCode));
        }
    }

    [Fact]
    public async Task It_is_carried_over_twice_and_a_third_time_with_a_sentence()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        foreach (var day in new[] { "2030-01-29", "2030-02-12" })
        {
            using var carried = await _acting.DoAsync("Alma Tamm", number, "carry", ("Day", day));
            Assert.Equal(HttpStatusCode.Redirect, carried.StatusCode);
        }

        using var refused = await _acting.DoAsync("Alma Tamm", number, "carry", ("Day", "2030-02-26"));
        await refused.RefusesAsync("It was carried over twice already");
        using var with = await _acting.DoAsync("Alma Tamm", number, "carry", ("Day", "2030-02-26"), ("Words", "The gang was moved"));
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
        var action = (await _acting.ActionAsync(number))!;
        Assert.Equal(("Agreed", 3L, "2030-02-26", "The gang was moved"), (action.State, action.Carried, action.Due, action.Last!.Why));
        using var back = await _acting.DoAsync("Alma Tamm", number, "back");
        Assert.Equal(("2030-02-12", 2L), (await _acting.ActionAsync(number)) is { } now ? (now.Due, now.Carried) : default);
    }

    [Fact]
    public async Task Not_done_is_told_and_carried_on_in_one()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        using var told = await _acting.TellAsync("Alma Tamm", number, "NotDone", ("Form.GoesOn", "true"), ("Form.OnTo", ActingWorld.Second));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var action = (await _acting.ActionAsync(number))!;
        Assert.Equal(("Agreed", ActingWorld.Second, 1L, "NotDone"), (action.State, action.Due, action.Carried, action.Last!.State));
        var alma = await _acting.AsAsync("Alma Tamm");
        using var page = await alma.GetAsync($"{_acting.List}/{number}", Stop);
        Assert.Contains("Was due on 15 January, new date: 29 January.", await ActingWorld.WordsAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_set_drops_an_action_with_a_reason_and_takes_it_up_again()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        using var refused = await _acting.DoAsync("Bo Lind", number, "drop");
        await refused.RefusesAsync("Why is it dropped?");
        using var dropped = await _acting.DoAsync("Bo Lind", number, "drop", ("Words", "The gang is gone"));
        Assert.Equal("Dropped", (await _acting.ActionAsync(number))!.State);
        using var nothingToTell = await (await _acting.AsAsync("Alma Tamm")).GetAsync($"{_acting.List}/{number}/tell", Stop);
        Assert.Equal($"{_acting.List}/{number}", nothingToTell.Headers.Location?.ToString());
        using var back = await _acting.DoAsync("Fay Novak", number, "back");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(("Agreed", 0), (await _acting.ActionAsync(number)) is { } now ? (now.State, now.Reports.Count) : default);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_sees_both()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out");
        using var first = await _acting.DoAsync("Bo Lind", number, "drop", ("Words", "The gang is gone"));
        using var second = await _acting.DoAsync("Alma Tamm", number, "change", ("Words", "Go out twice"), ("Day", ActingWorld.First), ("Version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Bo Lind changed this", await ActingWorld.WordsAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_asks_the_set_for_help_and_it_waits_on_the_others_pages_until_it_is_enough()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Ask the road authority");
        using var asked = await _acting.DoAsync("Alma Tamm", number, "help", ("Words", "Whom do I ring there?"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var bo = await _acting.AsAsync("Bo Lind");
        var home = await bo.GetStringAsync("/", Stop);
        Assert.Contains("Alma asks the set for help with an action", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask the road authority", home, StringComparison.Ordinal);
        Assert.Contains("asks the set for help", await (await _acting.AsAsync("Aada Advisor")).GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("asks the set for help", await (await _acting.AsAsync("Cecil Hart")).GetStringAsync("/", Stop), StringComparison.Ordinal); // of another set
        using var answered = await _acting.DoAsync("Bo Lind", number, "help", ("Words", "My brother works there"));
        Assert.DoesNotContain("asks the set for help", await bo.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var alma = await _acting.AsAsync("Alma Tamm");
        Assert.Contains("My brother works there", await alma.GetStringAsync($"{_acting.List}/{number}", Stop), StringComparison.Ordinal);
        using var enough = await _acting.DoAsync("Alma Tamm", number, "enough", ("enough", "true"));
        Assert.False((await _acting.ActionAsync(number))!.WantsHelp);
        using var more = await _acting.DoAsync("Alma Tamm", number, "enough", ("enough", "false"));
        Assert.True((await _acting.ActionAsync(number))!.WantsHelp);
    }

    [Fact]
    public async Task Whoever_stays_takes_over_what_somebody_left_behind()
    {
        var number = await _acting.PromisedAsync("Fay Novak", "Map it");
        using var early = await _acting.DoAsync("Bo Lind", number, "adopt");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await _acting.Site.SetAsync("UPDATE membership SET left_at = '2026-03-12T09:00:00.000Z' WHERE person_id = @person", new { person = _acting.There.World["Fay Novak"] });
        using var adopted = await _acting.DoAsync("Bo Lind", number, "adopt");
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
        Assert.Equal("Bo Lind", (await _acting.ActionAsync(number))!.Owner);
    }

    [Fact]
    public async Task Three_days_before_it_waits_on_its_owners_page_alone()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var alma = await _acting.AsAsync("Alma Tamm");
        Assert.DoesNotContain("Go out with the gang", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var id = (await _acting.ActionAsync(number))!.Id;
        Assert.Equal("2030-01-12T06:00:00.000Z", await _acting.Site.OneAsync<string>(
            "SELECT due_at FROM due WHERE kind = 'ActionSoon' AND thing_id = @id AND done_at IS NULL", new { id })); // eight in the morning in Tallinn
        await _acting.Site.Writer.RunAsync(writes =>
        {
            new ActionSoon().Do(writes, id);
            return true;
        });
        Assert.Contains("Go out with the gang", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var bo = await _acting.AsAsync("Bo Lind");
        Assert.DoesNotContain("Go out with the gang", await bo.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var told = await _acting.TellAsync("Alma Tamm", number, "Done");
        Assert.DoesNotContain("Go out with the gang", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Equal(0, await _acting.Site.OneAsync<long>("SELECT count(*) FROM due WHERE kind = 'ActionSoon' AND done_at IS NULL"));
    }

    [Fact]
    public async Task Its_day_stands_in_its_owners_calendar_without_a_word_of_it()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var calendar = await (await _acting.AsAsync("Alma Tamm")).GetStringAsync("/calendar?handler=file", Stop);
        Assert.Contains("Due: something you promised your set", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Go out with the gang", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("something you promised your set", await (await _acting.AsAsync("Bo Lind")).GetStringAsync("/calendar?handler=file", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_day_is_no_way_around_the_report_of_what_is_due()
    {
        await _acting.BeginAsync("Fay Novak");
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var later = await _acting.DoAsync("Alma Tamm", 1, "change", ("Words", "Go out with the gang"), ("Day", ActingWorld.Second));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.StatusCode);
        Assert.Contains("It is due: carry it over", await ActingWorld.WordsAsync(later), StringComparison.Ordinal);
        Assert.Equal(ActingWorld.First, (await _acting.ActionAsync(1))!.Due);
        using var words = await _acting.DoAsync("Alma Tamm", 1, "change", ("Words", "Go out with all of them"), ("Day", ActingWorld.First));
        Assert.Equal(HttpStatusCode.Redirect, words.StatusCode);
        await _acting.PromisedAsync("Bo Lind", "Ring the depot", ActingWorld.Second);
        using var further = await _acting.DoAsync("Bo Lind", 2, "change", ("Words", "Ring the depot"), ("Day", "2030-02-12"));
        Assert.Equal(HttpStatusCode.Redirect, further.StatusCode);
    }

    [Fact]
    public async Task A_later_day_takes_the_reminder_back_and_other_words_alone_do_not()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.Site.SetAsync("UPDATE set_action SET soon_at = '2030-01-12T08:00:00.000Z'");
        foreach (var (day, reminded) in new[] { (ActingWorld.First, 1L), (ActingWorld.Second, 0L) })
        {
            using var changed = await _acting.DoAsync("Alma Tamm", number, "change", ("Words", "Go out with all of them"), ("Day", day));
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
            Assert.Equal((day, reminded), (day, await _acting.Site.OneAsync<long>("SELECT count(*) FROM set_action WHERE soon_at IS NOT NULL")));
        }
    }
}
