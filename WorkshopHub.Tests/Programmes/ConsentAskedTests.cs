using System.Net;

namespace WorkshopHub.Tests.Programmes;

/// <summary>What is asked of member and supervisor is asked in one place as in another, and answering twice is answering.</summary>
public sealed class ConsentAskedTests : IAsyncLifetime
{
    private const string Risk = "Say which of our checks are not done";

    private readonly World _world;
    private readonly Site _site;
    private HttpClient _alma = null!;
    private HttpClient _uma = null!;
    private HttpClient _mari = null!;
    private string _page = "";

    public ConsentAskedTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_alma, _uma, _mari) = (await _site.AsAsync(_world, "Alma Tamm"), await _site.AsAsync(_world, "Uma Supervisor"), await _site.AsAsync(_world, "Mari Kask"));
        _page = await _site.MembershipAsync(_world, "Alma Tamm");
    }

    public ValueTask DisposeAsync()
    {
        _alma.Dispose();
        _uma.Dispose();
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_second_tap_on_yes_or_on_the_time_is_a_yes_and_not_a_clash()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            using var yes = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", Risk));
            Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        }

        using var other = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        foreach (var _ in new[] { 1, 2 })
        {
            using var time = await PostAsync(_uma, "?handler=Time", ("Version", "2"), ("TimeSharePercent", "25"));
            Assert.Equal(HttpStatusCode.Redirect, time.StatusCode);
        }

        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM audit WHERE act = 'accept'"));
    }

    [Fact]
    public async Task A_supervisor_is_reminded_of_the_time_when_their_own_page_asks_for_it_and_not_before_the_yes()
    {
        var board = $"/programmes/{_world.Programme}/readiness";
        const string Open = "Uma Supervisor has not released Alma’s time";
        Assert.DoesNotContain("has not released", WebUtility.HtmlDecode(await _mari.GetStringAsync(board, Stop)), StringComparison.Ordinal);
        Assert.Contains("Alma has not said yes yet; then it is yours to release", await _uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
        await AcceptAsync();
        Assert.Contains(Open, WebUtility.HtmlDecode(await _mari.GetStringAsync(board, Stop)), StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/as/supervisor" })
        {
            Assert.Contains("Confirm the time of Alma Tamm", await _uma.GetStringAsync(page, Stop), StringComparison.Ordinal);
        }

        using var no = await PostAsync(_uma, "?handler=NoTime", ("Version", "2"), ("TimeReason", "Two of five are ill"));
        var html = WebUtility.HtmlDecode(await _mari.GetStringAsync(board, Stop));
        Assert.Contains("Uma Supervisor can’t release Alma’s time", html, StringComparison.Ordinal);
        Assert.DoesNotContain("that you release", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_goal_is_written_after_the_yes_and_the_office_reads_how_far_both_are()
    {
        Assert.DoesNotMatch("Goal\\.Text|Your goal, ratings", await _alma.GetStringAsync(_page, Stop));
        var office = WebUtility.HtmlDecode(await _mari.GetStringAsync(_page, Stop));
        Assert.Contains("Alma is asked, and has not answered yet", office, StringComparison.Ordinal);
        Assert.Contains("Uma Supervisor is asked after the yes", office, StringComparison.Ordinal);
        await AcceptAsync();
        Assert.Matches("(?s)Goal\\.Text.*Your goal, ratings", await _alma.GetStringAsync(_page, Stop));
        using var no = await PostAsync(_uma, "?handler=NoTime", ("Version", "2"), ("TimeReason", "Two of five are ill"));
        office = WebUtility.HtmlDecode(await _mari.GetStringAsync(_page, Stop));
        Assert.Matches("(?s)Alma said it on .*Uma Supervisor can’t release it", office);
        using var bo = await _site.AsAsync(_world, "Bo Lind");
        var set = WebUtility.HtmlDecode(await bo.GetStringAsync(_page, Stop));
        Assert.Contains("Uma Supervisor has not confirmed it yet", set, StringComparison.Ordinal);
        Assert.DoesNotContain("can’t release", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_draft_nobody_is_asked_but_the_sponsor_who_prepares_it()
    {
        await _site.SetAsync("UPDATE programme SET state = 'Draft'; UPDATE workshop SET state = 'Planned', date = '2099-03-10'");
        using var sven = await _site.AsAsync(_world, "Sven Sponsor");
        var board = $"/programmes/{_world.Programme}/readiness";
        async Task<string> HomeAsync(HttpClient who) => WebUtility.HtmlDecode(await who.GetStringAsync("/", Stop));
        Assert.DoesNotMatch("Will you (take part|come)|Bo Lind", await HomeAsync(_alma));
        Assert.Contains("nobody is asked yet", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        using var early = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", Risk));
        await early.RefusesAsync("nobody is asked yet");
        using var share = await PostAsync(_uma, "?handler=Time", ("Version", "1"), ("TimeSharePercent", "25"));
        await share.RefusesAsync("nobody is asked yet");
        Assert.DoesNotContain("Will you come", await HomeAsync(_uma), StringComparison.Ordinal);
        Assert.Contains("Sign what the sets may decide", await HomeAsync(sven), StringComparison.Ordinal);
        Assert.Matches("This is a draft\\..*what waits for you here can be done already", await sven.GetStringAsync(board, Stop));
        Assert.DoesNotContain("your yes, and what you are willing to risk", WebUtility.HtmlDecode(await _mari.GetStringAsync(board, Stop)), StringComparison.Ordinal);
        var letters = await _mari.GetStringAsync($"/programmes/{_world.Programme}/letters", Stop);
        Assert.DoesNotContain("<b>Alma Tamm</b>", letters, StringComparison.Ordinal);

        // One press, and everybody can give the yes that the step to Ready asks for.
        using var begun = await _mari.PostAsync(board, "?handler=GoOn", ("from", "Draft"));
        await _site.SetAsync("UPDATE programme SET time_share_percent = 25");
        Assert.Contains("25 per cent, not confirmed yet", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal); // what this programme asks for
        Assert.Matches("(?s)Will you take part\\?.*Bo Lind", await HomeAsync(_alma));
        Assert.Contains("Will you come to Kick-off?", await HomeAsync(_uma), StringComparison.Ordinal);
        Assert.Contains("your yes, and what you are willing to risk", WebUtility.HtmlDecode(await _mari.GetStringAsync(board, Stop)), StringComparison.Ordinal);
        using var yes = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", Risk));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);

        // Taken back to a draft it asks for nothing more, and whoever said yes can withdraw.
        using var back = await _mari.PostAsync(board, "?handler=GoBack", ("from", "Recruiting"));
        Assert.DoesNotContain("Confirm the time", await HomeAsync(_uma), StringComparison.Ordinal);
        using var no = await PostAsync(_alma, "?handler=Decline", ("Version", "2"), ("Reason", "A new post in May"));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
    }

    [Fact]
    public async Task Whoever_answers_in_two_windows_is_told_that_it_was_they()
    {
        using var first = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", Risk));
        using var second = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("You changed this in another window at", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var time = await PostAsync(_uma, "?handler=Time", ("Version", "2"), ("TimeSharePercent", "25"));
        using var third = await PostAsync(_alma, "", ("Version", "2"), ("WillingToRisk", "Something else"));
        Assert.Contains("Uma Supervisor changed this at", await third.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_one_comes_to_the_kick_off_waits_on_the_page_of_the_role_too()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Planned', date = '2099-03-10'");
        Assert.Contains("Will you come to Kick-off?", await _uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var role = await _uma.GetStringAsync("/as/supervisor", Stop);
        Assert.Contains("Will you come to Kick-off?", role, StringComparison.Ordinal);
        Assert.Contains("Tuesday 10 March 2099, 9:00", role, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AcceptAsync() => PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", Risk));

    private Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields) =>
        client.PostFormAsync("/account", _page + handler, fields);
}
