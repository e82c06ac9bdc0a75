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
