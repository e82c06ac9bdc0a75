using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>The set asks, the client alone confirms, step by step; a no has its reason.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private HttpClient _clio = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Work => _there.At("work");

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        (_alma, _clio) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Clio Client"));
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task Step_by_step_the_client_takes_a_version_of_the_solution_over_and_can_take_it_back_on_that_day()
    {
        using var skipped = await AskAsync("TrialAgreed");
        await skipped.RefusesAsync("The step has changed meanwhile");
        await ConfirmAsync("Understood");
        using var undecided = await AskAsync("TrialAgreed");
        await undecided.RefusesAsync("Decide on a version of the solution first");
        await _alma.PostAsync(_there.At("solution"), "", ("Solution.Text", "The gang goes back to look"), ("go", "decide"));
        using var asked = await AskAsync("TrialAgreed", "At Thornby");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using var twice = await AskAsync("TrialAgreed", "At Thornby");
        await twice.RefusesAsync("has not answered the last one yet");
        var page = WebUtility.HtmlDecode(await _clio.GetStringAsync("/as/client", Stop));
        Assert.Contains("Yes, try it", page, StringComparison.Ordinal);
        Assert.Contains("At Thornby", page, StringComparison.Ordinal);
        Assert.Contains("The gang goes back to look", await _clio.GetStringAsync(await OpenAsync(), Stop), StringComparison.Ordinal);
        await SayYesAsync();
        await ConfirmAsync("InTrial");
        await ConfirmAsync("Adopted");
        Assert.Equal("HandedOver", await _there.Site.OneAsync<string>("SELECT state FROM problem"));
        Assert.Equal("Understood,TrialAgreed 1,InTrial 1,Adopted 1", await _there.Site.OneAsync<string>(
            """
            SELECT group_concat(step, ',') FROM (
              SELECT a.step || ifnull(' ' || s.number, '') AS step FROM agreement_step a LEFT JOIN solution s ON s.id = a.solution_id WHERE a.state = 'Confirmed' ORDER BY a.id)
            """));
        var last = $"/agreements/{await _there.Site.OneAsync<long>("SELECT max(id) FROM agreement_step")}";
        using var keeper = await _clio.PostAsync(last, "?handler=Keeper", ("Version", "2"), ("Keeper", "Denise and two gang leaders"));
        Assert.Contains("Denise and two gang leaders", await _alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);
        using var back = await _clio.PostAsync(last, "?handler=Undo", ("Version", "3"));
        Assert.Equal(("Asked", "InWork"), (await _there.Site.OneAsync<string>("SELECT state FROM agreement_step ORDER BY id DESC"), await _there.Site.OneAsync<string>("SELECT state FROM problem")));
    }

    [Fact]
    public async Task What_came_after_holds_what_was_before_an_answer_is_taken_back_last_first_and_the_version_that_was_agreed_to_stays_decided()
    {
        await ConfirmAsync("Understood");
        var first = $"/agreements/{await _there.Site.OneAsync<long>("SELECT max(id) FROM agreement_step")}";
        await _alma.PostAsync(_there.At("solution"), "", ("Solution.Text", "The gang goes back to look"), ("go", "decide"));
        await ConfirmAsync("TrialAgreed");
        using var early = await _clio.PostAsync(first, "?handler=Undo", ("Version", "2"));
        Assert.Equal((HttpStatusCode.Conflict, "Confirmed"), (early.StatusCode, await _there.Site.OneAsync<string>("SELECT state FROM agreement_step ORDER BY id")));
        var (id, version) = (await _there.Site.OneAsync<long>("SELECT id FROM solution"), await _there.Site.OneAsync<long>("SELECT version FROM solution"));
        using var open = await _alma.PostAsync(_there.At("solution"), $"?handler=Back&solution={id}&version={version}");
        Assert.Equal((HttpStatusCode.Conflict, 1L), (open.StatusCode, await _there.Site.OneAsync<long>("SELECT count(*) FROM solution WHERE decided_on IS NOT NULL")));
        var second = $"/agreements/{await _there.Site.OneAsync<long>("SELECT max(id) FROM agreement_step")}";
        using var last = await _clio.PostAsync(second, "?handler=Undo", ("Version", "2"));
        Assert.Equal((HttpStatusCode.Redirect, "Asked"), (last.StatusCode, await _there.Site.OneAsync<string>("SELECT state FROM agreement_step ORDER BY id DESC")));
        using var stillAsked = await _clio.PostAsync(first, "?handler=Undo", ("Version", "2"));
        Assert.Equal(HttpStatusCode.Conflict, stillAsked.StatusCode);
    }

    [Fact]
    public async Task A_no_has_its_reason_which_the_set_reads_and_it_may_ask_once_more()
    {
        await AskAsync("Understood", "One hole in five is dug twice");
        var page = await OpenAsync();
        using var mute = await _clio.PostAsync(page, "?handler=Decline", ("Version", "1"), ("Why", " "));
        await mute.RefusesAsync("A no needs its reason");
        using var no = await _clio.PostAsync(page, "?handler=Decline", ("Version", "1"), ("Why", "It is one in three"));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        using var late = await _clio.PostAsync(page, "", ("Version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("It is one in three", await _alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);
        var mine = WebUtility.HtmlDecode(await _alma.GetStringAsync("/", Stop));
        Assert.Contains("Your client said no", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("one in three", mine, StringComparison.Ordinal);
        using var again = await AskAsync("Understood", "One hole in three is dug twice");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task After_a_no_the_set_is_offered_words_for_a_door_and_two_of_it_say_yes_before_anybody_is_asked()
    {
        await AskAsync("Understood", "One hole in five is dug twice");
        await _clio.PostAsync(await OpenAsync(), "?handler=Decline", ("Version", "1"), ("Why", "It is one in three"));
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM sheet"));
        var offer = $"doors?no={await _there.Site.OneAsync<long>("SELECT id FROM agreement_step")}";
        Assert.Contains($"/{offer}#ask", await _alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);
        var bo = await _there.AsAsync("Bo Lind");
        var page = WebUtility.HtmlDecode(await bo.GetStringAsync(_there.At(offer), Stop));
        Assert.Contains("A word with our client</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("Clio Client said no to “understood”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("one in three", page, StringComparison.Ordinal);
        var id = Tokens.New();
        using var wrote = await bo.PostAsync(_there.At("doors"), "", ("Door.Id", id), ("Door.Title", "A word with our client"), ("Door.AskedOf", $"{_there.World["Chen Champion"]}"));
        using var alone = await bo.PostAsync(_there.At("doors"), "?handler=press", ("press", $"yes/{id}/1"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, 0L), (wrote.StatusCode, alone.StatusCode, await _there.Site.OneAsync<long>("SELECT count(*) FROM door_request")));
        using var second = await _alma.PostAsync(_there.At("doors"), "?handler=press", ("press", $"yes/{id}/1"));
        Assert.Equal((HttpStatusCode.Redirect, 1L), (second.StatusCode, await _there.Site.OneAsync<long>("SELECT count(*) FROM door_request")));
    }

    [Fact]
    public async Task A_door_that_the_program_had_drafted_in_a_members_name_is_put_away_and_what_somebody_wrote_waits_on()
    {
        await AskAsync("Understood", "One hole in five is dug twice");
        await _clio.PostAsync(await OpenAsync(), "?handler=Decline", ("Version", "1"), ("Why", "It is one in three"));
        await _there.Site.SetAsync(
            """
            INSERT INTO sheet (id, set_id, kind, title, text, asked_of, written_by, written_at)
            SELECT id, set_id, 'Door', 'A word with our client', text, @chen, asked_by, at FROM (
              SELECT @drafted AS id, set_id, 'Clio Client said no to “understood”. Can you talk with them?' AS text, asked_by, answered_at AS at FROM agreement_step
              UNION ALL SELECT @written, set_id, 'Clio Client said no to “understood”. Can you talk with them?', asked_by, '2099-01-01T09:00:00.000Z' FROM agreement_step)
            """, new { drafted = new string('d', 26), written = new string('w', 26), chen = _there.World["Chen Champion"] });
        await _there.Site.SetAsync(Script.Embedded().Single(script => script.Name.StartsWith("0059", StringComparison.Ordinal)).Sql);
        Assert.Equal("Dropped Proposed", await _there.Site.OneAsync<string>("SELECT group_concat(state, ' ') FROM (SELECT state FROM sheet ORDER BY id)"));
    }

    [Fact]
    public async Task Nobody_but_the_client_as_of_now_answers_and_who_was_it_before_reads_nothing_more()
    {
        await AskAsync("Understood", "One hole in five is dug twice");
        var page = await OpenAsync();
        foreach (var name in new[] { "Alma Tamm", "Aada Advisor", "Chen Champion", "Sven Sponsor", "Mari Kask", "Uma Supervisor", "Cecil Hart", "Otto Outsider" })
        {
            var other = await _there.AsAsync(name);
            using var read = await other.GetAsync(page, Stop);
            using var said = await other.PostFormAsync("/account", page, ("Version", "1"));
            Assert.Equal((name, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (name, read.StatusCode, said.StatusCode));
        }

        using var old = await _clio.PostAsync(page, "", ("Version", "7"));
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        await _there.Site.SetAsync("UPDATE problem SET client_id = @chen", new { chen = _there.World["Chen Champion"] });
        using var former = await _clio.GetAsync(page, Stop);
        Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
        using var yes = await (await _there.AsAsync("Chen Champion")).PostAsync(page, "", ("Version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
    }

    [Fact]
    public async Task Client_champion_and_sponsor_read_solution_phase_and_measures_and_nothing_of_where_it_came_from()
    {
        await _alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A night on the desk"));
        await _alma.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We mute it"), ("Decision.Ground", "NeedsSponsor"));
        await _alma.PostAsync(_there.At("solution"), "", ("Solution.Text", "The gang goes back to look"), ("go", "decide"));
        await _alma.PostAsync(_there.At("solution"), "", ("Solution.Text", "A draft about Colin"), ("go", "keep"));
        await _alma.PostAsync(Work, "?handler=Phase", ("Phase.Seen", "0"), ("Phase.To", "Develop"), ("Phase.Why", "Colin said so"));
        foreach (var name in new[] { "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask" })
        {
            var page = await (await _there.AsAsync(name)).GetStringAsync(_there.At("shown"), Stop);
            Assert.Contains("The gang goes back to look", page, StringComparison.Ordinal);
            Assert.Contains("Develop from", page, StringComparison.Ordinal);
            Assert.DoesNotContain("A night on the desk", page, StringComparison.Ordinal);
            Assert.DoesNotContain("We mute it", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Colin", page, StringComparison.Ordinal);
            Assert.Equal(name is "Sven Sponsor" or "Mari Kask", page.Contains("Need the sponsor", StringComparison.Ordinal));
        }

        await _there.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            SELECT set_id, 'Decision', CAST(id AS TEXT), 'Sponsor', @alma, 'now', @bo, 'now' FROM decision
            """, new { alma = _there.World["Alma Tamm"], bo = _there.World["Bo Lind"] });
        Assert.Contains("We mute it", await (await _there.AsAsync("Sven Sponsor")).GetStringAsync(_there.At("shown"), Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("We mute it", await _clio.GetStringAsync(_there.At("shown"), Stop), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE share SET withdrawn_at = 'now', withdrawn_by = asked_by");
        Assert.DoesNotContain("We mute it", await (await _there.AsAsync("Sven Sponsor")).GetStringAsync(_there.At("shown"), Stop), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(string step, string text = "") => _alma.PostAsync(Work, "?handler=Ask", ("Step.Step", step), ("Step.Text", text));

    private async Task ConfirmAsync(string step)
    {
        using var asked = await AskAsync(step);
        Assert.Equal((step, HttpStatusCode.Redirect), (step, asked.StatusCode));
        await SayYesAsync();
    }

    private async Task SayYesAsync()
    {
        using var yes = await _clio.PostAsync(await OpenAsync(), "", ("Version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
    }

    private async Task<string> OpenAsync() => $"/agreements/{await _there.Site.OneAsync<long>("SELECT id FROM agreement_step WHERE state = 'Asked'")}";
}
