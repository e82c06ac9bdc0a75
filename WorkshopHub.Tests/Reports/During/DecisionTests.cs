using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>What sets ask and what is answered: it waits on the page of whoever answers, and set and client see the answer.</summary>
public sealed partial class DecisionTests : IAsyncLifetime
{
    private FinalWorld _there = null!;

    public async ValueTask InitializeAsync() => _there = await FinalWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_reports_decision_waits_for_the_sponsor_until_it_is_answered_and_set_and_client_read_the_answer()
    {
        var page = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.Contains("Two covered bays", page, StringComparison.Ordinal);
        Assert.Contains("asked at the final, by 31 October, with Procurement", page, StringComparison.Ordinal);
        Assert.Contains("Not answered yet", await _there.PageAsync("Clio Client", "/as/client"), StringComparison.Ordinal);
        var answer = $"/answers/{_there.Outcome}";
        using var bare = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.UnprocessableEntity, ("Decides", "Later"));
        await bare.RefusesAsync("by which day do you decide it");
        using var over = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.UnprocessableEntity, ("Decides", "Adopt"), ("Due", "2020-01-31"));
        await over.RefusesAsync("That day is over.");
        using var stop = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.UnprocessableEntity, ("Decides", "Stop"));
        await stop.RefusesAsync("A stop needs its reason");
        using var all = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.UnprocessableEntity, ("NextStep", new string('n', 201)), ("Owner", new string('o', 81)), ("Due", "soon"));
        await all.RefusesBesideAsync("Decides", "NextStep", "Owner", "Due");
        using var done = await _there.SendAsync(
            "Sven Sponsor", answer, HttpStatusCode.Redirect, ("Decides", "Adopt"), ("Text", "Bays for both depots"), ("NextStep", "Order them"), ("Owner", "Clio"), ("Due", "2036-10-30"));
        page = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.Contains("Nobody waits", page, StringComparison.Ordinal);
        Assert.Contains("Next: Order them. Clio, by 30 October", page, StringComparison.Ordinal);
        foreach (var (name, where) in new[] { ("Clio Client", "/as/client"), ("Chen Champion", "/as/champion"), ("Uma Supervisor", "/as/supervisor"), ("Alma Tamm", _there.There.At()) })
        {
            Assert.Contains("Bays for both depots", await _there.PageAsync(name, where), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_champion_reads_what_was_answered_to_their_own_sets_and_to_no_other()
    {
        var triangle = _there.World.Sets[1].Id;
        await _there.Site.Writer.RunAsync(writes =>
        {
            writes.Execute(
                "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@otto, @Programme, 'Champion', @triangle)",
                new { otto = _there.World["Otto Outsider"], _there.Programme, triangle });
            var outcome = writes.Insert(
                "INSERT INTO outcome (workshop_id, set_id, asked, created_at, changed_at) VALUES (@Final, @triangle, 'Forty keys', @Now, @Now)", new { _there.Final, triangle, writes.Now });
            return writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) SELECT activity_id, @outcome, 2, tell_at FROM report_turn", new { outcome });
        }, TestContext.Current.CancellationToken);
        foreach (var (name, own, other) in new[] { ("Chen Champion", "Two covered bays", "Forty keys"), ("Otto Outsider", "Forty keys", "Two covered bays") })
        {
            var page = await _there.PageAsync(name, "/as/champion");
            Assert.Contains(own, page, StringComparison.Ordinal);
            Assert.DoesNotContain(other, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_who_answer_at_once_see_both_answers_and_the_later_one_stands_only_when_it_is_sent_again()
    {
        var answer = $"/answers/{_there.Outcome}";
        using var first = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.Redirect, ("Decides", "Adopt"), ("Text", "Bays for both"), ("Version", "0"));
        using var second = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.Conflict, ("Decides", "Stop"), ("Text", "Not now"), ("Version", "0"));
        var both = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Contains("Bays for both", both, StringComparison.Ordinal);
        Assert.Contains("Not now", both, StringComparison.Ordinal);
        var sven = await _there.There.AsAsync("Sven Sponsor");
        var styles = await Task.WhenAll(System.Text.RegularExpressions.Regex.Matches(both, "href=\"(/css/[^\"]+)\"").Select(link => sven.GetStringAsync(link.Groups[1].Value)));
        Assert.Contains(styles, style => style.Contains(".stale .cap {", StringComparison.Ordinal)); // the two versions stand apart on this page too
        Assert.Equal("Adopt", await _there.OneAsync<string>("SELECT decision FROM outcome_answer"));
        using var again = await _there.SendAsync("Sven Sponsor", answer, HttpStatusCode.Redirect, ("Decides", "Stop"), ("Text", "Not now"), ("Version", "1"));
        Assert.Equal("Stop", await _there.OneAsync<string>("SELECT decision FROM outcome_answer"));
    }

    [Theory]
    [InlineData("Version")]
    [InlineData("Seen")]
    public async Task A_form_that_cannot_be_read_is_no_answer_to_what_nobody_saw_and_what_was_typed_stays(string field)
    {
        using var ill = await _there.SendAsync("Sven Sponsor", $"/answers/{_there.Outcome}", HttpStatusCode.UnprocessableEntity, ("Decides", "Adopt"), ("Text", "Bays for both"), (field, "x"));
        await ill.RefusesAsync("This form could not be read. Nothing was kept.", ">Bays for both</textarea>", "name=\"Version\" value=\"0\"");
        Assert.Equal(0, await _there.OneAsync<long>("SELECT count(*) FROM outcome_answer"));
    }

    [Fact]
    public async Task What_they_took_back_meanwhile_is_said_and_what_was_typed_stays()
    {
        await _there.Site.SetAsync("UPDATE outcome SET asked = '', version = version + 1 WHERE id = @Outcome", new { _there.Outcome });
        using var late = await _there.SendAsync("Sven Sponsor", $"/answers/{_there.Outcome}", HttpStatusCode.Conflict, ("Decides", "Adopt"), ("Text", "Bays for both"), ("Seen", "1"));
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("They have taken back what they asked", page, StringComparison.Ordinal);
        Assert.Contains(">Bays for both</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(0, await _there.OneAsync<long>("SELECT count(*) FROM outcome_answer"));
    }

    [Fact]
    public async Task In_the_archive_nothing_waits_and_nothing_is_answered_any_more()
    {
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed', closed_at = '2026-10-01T00:00:00.000Z' WHERE id = @Programme", new { _there.Programme });
        Assert.Contains("Answer the report of Circle", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE programme SET archived_at = '2026-11-01T00:00:00.000Z' WHERE id = @Programme", new { _there.Programme });
        Assert.DoesNotContain("Answer the report of Circle", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        using var late = await _there.SendAsync("Sven Sponsor", $"/answers/{_there.Outcome}", HttpStatusCode.Locked, ("Decides", "Adopt"));
    }

    [Fact]
    public async Task Where_members_report_the_supervisor_answers_the_member_and_the_sponsor_the_set()
    {
        await using var own = await FinalWorld.OpenAsync(ownProblem: true);
        Assert.Contains("Answer the report of Alma Tamm", await own.PageAsync("Uma Supervisor", "/"), StringComparison.Ordinal);
        Assert.Contains("Answer the report of Circle", await own.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await own.StatusAsync("Sven Sponsor", $"/answers/{own.Outcome}"));
        Assert.Equal(HttpStatusCode.NotFound, await own.StatusAsync("Uma Supervisor", $"/answers/{own.Whole}"));
        Assert.Equal(HttpStatusCode.NotFound, await own.StatusAsync("Viktor Supervisor", $"/answers/{own.Outcome}"));
        using var member = await own.SendAsync("Uma Supervisor", $"/answers/{own.Outcome}", HttpStatusCode.Redirect, ("Decides", "Extend"), ("Text", "Two more depots"));
        Assert.Contains("Uma Supervisor: Extended. Two more depots", await own.PageAsync("Sven Sponsor", $"/answers/{own.Whole}"), StringComparison.Ordinal);
        using var whole = await own.SendAsync("Sven Sponsor", $"/answers/{own.Whole}", HttpStatusCode.Redirect, ("Decides", "Other"), ("Text", "I come to your next meeting"));
        foreach (var name in new[] { "Alma Tamm", "Bo Lind" })
        {
            Assert.Contains("I come to your next meeting", await own.PageAsync(name, own.There.At()), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Answer the report", await own.PageAsync("Sven Sponsor", "/") + await own.PageAsync("Uma Supervisor", "/"), StringComparison.Ordinal);
        Assert.Contains("Two more depots", await own.PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        await own.Site.SetAsync("UPDATE membership SET left_at = '2026-09-20T09:00:00.000Z' WHERE person_id = @alma", new { alma = own.World["Alma Tamm"] });
        Assert.DoesNotContain("Two more depots", await own.PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await own.StatusAsync("Uma Supervisor", $"/answers/{own.Outcome}"));
    }

    [Fact]
    public async Task What_the_sponsor_said_they_do_themselves_comes_first_once_its_day_is_past()
    {
        var (sven, alma) = (_there.World["Sven Sponsor"], _there.World["Alma Tamm"]);
        await _there.Site.Writer.RunAsync(writes =>
        {
            var by = new { _there.There.Set, sven, alma, door = Tokens.New(), activity = _there.World.Activities[0], _there.Outcome, writes.Now };
            writes.Execute("INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@door, @Set, @alma, @sven, 'A crew for two joints', '2025-01-05T09:00:00.000Z')", by);
            writes.Execute(
                """
                INSERT INTO outcome_answer (outcome_id, decision, text, next_step, owner, due, by, at)
                VALUES (@Outcome, 'Adopt', 'All of it', 'Write it into the plan', 'Sven Sponsor', '2026-01-09', @sven, @Now)
                """, by);
            writes.Execute(
                "INSERT INTO commitment (activity_id, person_id, role, text, share, due, at) VALUES (@activity, @sven, 'Sponsor', 'Open the next programme', 'Nobody', '2026-01-14', @Now)", by);
            return true;
        });
        var page = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.Equal(["Write it into the plan", "Open the next programme", "A crew for two joints"], In(page));
        Assert.Contains($"href=\"/answers/{_there.Outcome}/step?back=", page, StringComparison.Ordinal);
        var home = await _there.PageAsync("Sven Sponsor", "/");
        Assert.Contains("aria-label=\"Say how it stands: Write it into the plan\"", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"/answers/{_there.Outcome}/step\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Write it into the plan", await _there.PageAsync("Mari Kask", "/"), StringComparison.Ordinal);
        Assert.Equal(["A crew for two joints"], In(await _there.PageAsync("Mari Kask", _there.During)));
        await _there.Site.SetAsync("UPDATE outcome_answer SET owner = 'Clio Client'; UPDATE commitment SET state = 'Done'");
        Assert.Equal(["A crew for two joints"], In(await _there.PageAsync("Sven Sponsor", _there.During)));
        Assert.DoesNotContain("Write it into the plan", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);

        static IEnumerable<string> In(string page) => Regex.Matches(page, "<li class=\"door\"[^>]*>.*?<p dir=\"auto\">([^<]+)</p>", RegexOptions.Singleline).Select(match => match.Groups[1].Value);
    }

    [Fact]
    public async Task A_decision_that_needs_the_sponsor_waits_when_it_is_shown_and_only_then()
    {
        var hidden = await _there.DecisionAsync();
        Assert.Equal(HttpStatusCode.NotFound, await _there.StatusAsync("Sven Sponsor", $"/decisions/{hidden}"));
        var shown = await _there.DecisionAsync("Sponsor", "Client");
        var page = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.Contains("needs your yes by 30 June, with Finance", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("Pay the thirty days").Length - 1 - page.Split("Yes, no or a date: Pay the thirty days").Length + 1);
        Assert.DoesNotContain("Pay the thirty days", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal); // what is due and where, never the words
        Assert.Contains("A decision that needs you", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        foreach (var name in new[] { "Mari Kask", "Chen Champion", "Clio Client", "Alma Tamm", "Otto Outsider" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, $"/decisions/{shown}")));
        }
    }

    [Fact]
    public async Task It_is_answered_with_yes_no_or_a_day_and_the_set_and_whom_it_was_shown_to_read_it()
    {
        var id = await _there.DecisionAsync("Sponsor", "Client");
        var page = $"/decisions/{id}";
        using var nothing = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.UnprocessableEntity, ("Text", "We think <b>about</b> it"), ("Seen", "1"));
        await nothing.RefusesAsync("Yes, no, or a day", "We think &lt;b&gt;about&lt;/b&gt; it</textarea>");
        using var bare = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.UnprocessableEntity, ("Says", "No"), ("Seen", "1"));
        await bare.RefusesAsync("A no needs its reason");
        using var when = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.UnprocessableEntity, ("Says", "Later"), ("Due", "soon"), ("Seen", "1"));
        await when.RefusesAsync("By which day do you decide it?");
        using var over = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.UnprocessableEntity, ("Says", "Later"), ("Due", "2020-07-10"), ("Seen", "1"));
        await over.RefusesAsync("That day is over.");
        using var later = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.Redirect, ("Says", "Later"), ("Due", "2036-07-10"), ("Text", "After the board"), ("Seen", "1"));
        Assert.Contains("Sven Sponsor said not yet, and decides by 10 July: “After the board”", await _there.PageAsync("Alma Tamm", _there.There.At("work")), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE decision_answer SET due = '2020-07-10'");
        Assert.Contains("You wanted to decide this by now", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal); // the day is past
        Assert.Matches("Next: Sven Sponsor decides it, by 10 July( 2020)?, which is past\\.", await _there.PageAsync("Sven Sponsor", _there.During)); // which step it is
        using var yes = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.Redirect, ("Says", "Yes"), ("Text", "From central money"), ("Seen", "1"), ("Version", "1"));
        Assert.Contains("From central money", await _there.PageAsync("Clio Client", _there.There.At("shown")), StringComparison.Ordinal);
        Assert.DoesNotContain("From central money", await _there.PageAsync("Chen Champion", _there.There.At("shown")), StringComparison.Ordinal);
        Assert.DoesNotContain("A decision that needs you", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE decision_answer SET due = '2020-07-10'");
        Assert.Matches("<span dir=\"auto\">Next: Pay the thirty days, by 10 July( 2020)?\\.</span>", await _there.PageAsync("Sven Sponsor", _there.During)); // with a yes it is the set's, and nothing is late
    }

    [Fact]
    public async Task Other_words_another_answer_and_a_decision_taken_back_are_told_apart()
    {
        var id = await _there.DecisionAsync("Sponsor");
        var page = $"/decisions/{id}";
        await _there.Site.SetAsync("UPDATE decision SET text = 'Pay sixty days', version = 2 WHERE id = @id", new { id });
        using var changed = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.Conflict, ("Says", "Yes"), ("Text", "Fine by me"), ("Seen", "1"));
        var words = WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync());
        Assert.Contains("The set has changed its words while you wrote", words, StringComparison.Ordinal);
        Assert.Contains("Pay sixty days", words, StringComparison.Ordinal);
        Assert.Contains(">Fine by me</textarea>", words, StringComparison.Ordinal);
        using var first = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.Redirect, ("Says", "Yes"), ("Text", "Fine by me"), ("Seen", "2"));
        using var second = await _there.SendAsync("Sven Sponsor", page, HttpStatusCode.Conflict, ("Says", "No"), ("Text", "Too much"), ("Seen", "2"), ("Version", "0"));
        Assert.Contains("Put mine in its place", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var client = await _there.There.AsAsync("Sven Sponsor");
        await _there.Site.SetAsync("UPDATE share SET withdrawn_at = '2026-06-01T00:00:00.000Z', withdrawn_by = @alma", new { alma = _there.World["Alma Tamm"] });
        using var gone = await client.PostFormAsync("/account", page, ("Says", "No"), ("Text", "Too much"), ("Seen", "2"), ("Version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        var last = WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync());
        Assert.Contains("They have taken it back", last, StringComparison.Ordinal);
        Assert.Contains("Too much", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay sixty days", last, StringComparison.Ordinal);
        Assert.Equal(("Yes", "Fine by me"), (await _there.OneAsync<string>("SELECT says FROM decision_answer"), await _there.OneAsync<string>("SELECT text FROM decision_answer")));
    }
}
