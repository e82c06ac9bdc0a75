using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Reflections;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>Questions in somebody's airtime.</summary>
public sealed class QuestionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_that_is_sent_again_is_one_question()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var id = await one.AskAsync(Alma, Bo, "Who is better off if nothing changes?", "Jaan Mets");

        await one.AskAsync(Alma, Bo, "Who is better off if nothing changes?", "Jaan Mets", id);

        Assert.Equal(1, await one.There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question"));
        await one.RefusesAsync(Alma, "/airtime", "sent before with other words", await one.QuestionAsync(id, Bo, "Something else?", "Jaan Mets"));
        using var foreign = await one.PressAsync("Fay Novak", "/airtime", await one.QuestionAsync(id, Bo, "Who is better off if nothing changes?"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task A_line_from_a_phone_is_let_in_after_the_turn_too_and_the_meeting_does_not_close_over_it()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var id = await one.AskAsync("Fay Novak", Bo, "Who told you so?");
        await one.TurnAsync(Bo, "end");
        Assert.Matches(@"/airtime\?slot=\d+"">Airtime<", await one.SeesAsync(Alma, "/close")); // straight to that turn
        await one.RefusesAsync(Alma, "/close", "One line from a phone in the time of Bo Lind waits to be let in or left out.", ("allTheSame", "true"));
        await one.DoesAsync(Alma, $"/airtime?handler=line&slot={(await one.SlotAsync(Bo)).Id}&question={id}&state=Noted");
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        Assert.Equal("Noted", await one.There.Site.OneAsync<string>("SELECT state FROM airtime_question"));
    }

    [Fact]
    public async Task The_presenter_asks_nobody_and_a_question_is_short_and_has_an_asker()
    {
        await using var one = await StartAsync();
        await one.RefusesAsync(Alma, "/airtime", "doesn’t have the floor yet", await one.QuestionAsync(Tokens.New(), Bo, "Why?", "Jaan Mets"));
        await one.BeginAsync(Bo);
        await one.RefusesAsync(Alma, "/airtime", "has the floor and is asked", await one.QuestionAsync(Tokens.New(), Bo, "Why?", Bo));
        await one.RefusesAsync(Bo, "/airtime", "has the floor and is asked", await one.QuestionAsync(Tokens.New(), Bo, "Why?"));
        await one.RefusesAsync(Alma, "/airtime", "Who asked?", await one.QuestionAsync(Tokens.New(), Bo, "Why?"));
        await one.RefusesAsync(Alma, "/airtime", "isn’t in this meeting", await one.QuestionAsync(Tokens.New(), Bo, "Why?", "Cecil Hart"));
        await one.RefusesAsync(Alma, "/airtime", "40 too many", await one.QuestionAsync(Tokens.New(), Bo, new string('a', 200), "Jaan Mets"));
        await one.RefusesAsync(Alma, "/airtime", "Write the question", await one.QuestionAsync(Tokens.New(), Bo, "  ", "Jaan Mets"));

        await one.AskAsync(Alma, Bo, new string('a', 159) + "?", "Aada Advisor");

        Assert.Equal(1, await one.There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question"));
    }

    [Fact]
    public async Task Only_the_presenter_says_which_question_moved_them_and_never_during_the_questions()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var id = await one.AskAsync(Alma, Bo, "Who would miss it?", "Jaan Mets");
        var tick = $"/airtime?handler=tick&question={id}&moved=true";
        await one.RefusesAsync(Bo, tick, "First the questions.");
        await one.TurnAsync(Bo, "go", "&part=Helped");
        await one.RefusesAsync("Jaan Mets", tick, "Only Bo Lind knows");
        await one.RefusesAsync(Alma, tick, "Only Bo Lind knows");

        await one.DoesAsync(Bo, tick); // on the own phone
        Assert.True((await one.QuestionAsync(id))!.IsTicked);
        await one.DoesAsync(Bo, tick.Replace("true", "false", StringComparison.Ordinal));
        Assert.False((await one.QuestionAsync(id))!.IsTicked);
        await one.TurnAsync(Bo, "turn"); // the scribe's screen is turned, and Bo taps the own name
        await one.DoesAsync(Alma, tick);
        Assert.True((await one.QuestionAsync(id))!.IsTicked);
        await one.TurnAsync(Bo, "back");
        await one.RefusesAsync(Alma, tick, "Only Bo Lind knows");
        await one.TurnAsync(Bo, "end");
        await one.DoesAsync(Bo, tick); // and afterwards, until the meeting is closed
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        await one.RefusesAsync(Bo, tick.Replace("true", "false", StringComparison.Ordinal), "First the questions.");
        Assert.True((await one.QuestionAsync(id))!.IsTicked);
    }

    [Fact]
    public async Task A_question_that_was_taken_out_and_put_back_has_moved_nobody_until_the_presenter_says_so_again()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var id = await one.AskAsync(Alma, Bo, "Who would miss it?", "Jaan Mets");
        await one.TurnAsync(Bo, "go", "&part=Helped");
        await one.DoesAsync(Bo, $"/airtime?handler=tick&question={id}&moved=true");
        await one.DoesAsync(Alma, $"/airtime?handler=line&question={id}&state=Removed");
        await one.DoesAsync(Alma, $"/airtime?handler=line&question={id}&state=Noted");
        Assert.Equal(("Noted", false), ((await one.QuestionAsync(id))!.State, (await one.QuestionAsync(id))!.IsTicked));
    }

    [Fact]
    public async Task A_question_is_written_anew_taken_out_and_put_back_and_the_second_who_changes_it_sees_both()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var id = await one.AskAsync(Alma, Bo, "Who would mis it?", "Jaan Mets");
        (string, string)[] anew = [("version", "1"), ("text", "Who would miss it?"), ("asker", N(one.There.World["Fay Novak"]))];
        await one.DoesAsync(Alma, $"/airtime?handler=edit&question={id}", anew);
        Assert.Equal(("Who would miss it?", "Fay Novak"), ((await one.QuestionAsync(id))!.Text, (await one.QuestionAsync(id))!.Asker));

        using var second = await one.PressAsync(Alma, $"/airtime?handler=edit&question={id}", ("version", "1"), ("text", "Who mist it?"), ("asker", anew[2].Item2));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Yours, not saved", page, StringComparison.Ordinal);
        Assert.Contains("Who mist it?", page, StringComparison.Ordinal);

        await one.DoesAsync(Alma, $"/airtime?handler=line&question={id}&state=Removed");
        Assert.DoesNotContain("Who would miss it?", await one.SeesAsync("Hugo Kern", "/airtime"), StringComparison.Ordinal);
        await one.DoesAsync(Alma, $"/airtime?handler=line&question={id}&state=Noted");
        Assert.Contains("Who would miss it?", await one.SeesAsync("Hugo Kern", "/airtime"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_queued_when_the_pen_moved_is_proposed_and_what_comes_after_the_close_stays_on_the_device()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.DoesAsync(Alma, $"?handler=pen&does=give&to={one.There.World["Hugo Kern"]}");

        var late = await one.AskAsync(Alma, Bo, "What did the night shift say?", "Jaan Mets");

        Assert.Equal(("Proposed", "Jaan Mets"), ((await one.QuestionAsync(late))!.State, (await one.QuestionAsync(late))!.Asker));
        await one.There.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE id = @id", new { id = one.There.Meetings[0] });
        await one.RefusesAsync(Alma, "/airtime", "This meeting is closed.", await one.QuestionAsync(Tokens.New(), Bo, "And then?", "Jaan Mets"));
    }

    [Fact]
    public async Task Who_asked_is_counted_member_by_member_and_what_the_advisor_asked_as_well()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.AskAsync(Alma, Bo, "Who told you so?", "Jaan Mets");
        await one.AskAsync(Alma, Bo, "What do you fear?", "Aada Advisor");
        var asked = await one.There.Site.Db.ReadAsync(reads => Asked.Of(reads, one.There.Set, one.There.Meetings[0]), Stop);
        Assert.Equal((2, 6), (asked.Questions, asked.Askers.Count));
        Assert.Equal(("Aada Advisor", 1), (asked.Askers[^1].Name, asked.Askers[^1].Questions));
    }

    [Theory]
    [InlineData("Have you tried to ask them?", true)]
    [InlineData("Why don't you ring the depot?", true)]
    [InlineData("Is it late because the lorry waits?", true)]
    [InlineData("You need a list", true)]
    [InlineData("What do the drivers say?", false)]
    [InlineData("What about it worries you?", false)]
    [InlineData("", false)]
    public void Advice_in_disguise_is_hinted_at(string text, bool hinted) => Assert.Equal(hinted, QuestionText.IsAdvice(text));

    [Fact]
    public async Task Advice_in_disguise_is_taken_all_the_same_and_hinted_at_without_scripts()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.AskAsync(Alma, Bo, "Have you tried to ask them?", "Jaan Mets");

        Assert.Contains(QuestionText.Hint, await one.SeesAsync(Alma, "/airtime"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_presenter_noticed_is_noted_by_the_scribe_and_the_presenter_and_proposed_by_others()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var slot = N((await one.SlotAsync(Bo)).Id);
        foreach (var (who, text) in new[] { (Alma, "I took closed to mean finished"), (Bo, "I thought they knew"), ("Fay Novak", "You speak of them as one") })
        {
            await one.DoesAsync(who, $"/airtime?handler=seen&slot={slot}", ("id", Tokens.New()), ("slot", slot), ("seen", text));
        }

        Assert.Equal(["Noted", "Noted", "Proposed"], await one.There.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT state FROM airtime_assumption ORDER BY state"), Stop));
        Assert.Contains("Fay Novak proposes it", await one.SeesAsync(Alma, "/airtime"), StringComparison.Ordinal);
    }
}
