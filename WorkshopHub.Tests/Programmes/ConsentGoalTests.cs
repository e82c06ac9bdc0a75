using System.Net;

namespace WorkshopHub.Tests.Programmes;

/// <summary>The goal on the page of a membership: its owner writes and shares it, the supervisor agrees.</summary>
public sealed class ConsentGoalTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _alma = null!;
    private HttpClient _uma = null!;
    private HttpClient _mari = null!;
    private string _page = "";

    public ConsentGoalTests() => (_world, _site) = World.Start();

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
    public async Task The_goal_is_its_owners_who_shares_it_and_the_supervisor_may_agree()
    {
        using var empty = await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", ""), ("Goal.WhyNow", "Two meetings went wrong"));
        await empty.RefusesAsync("What do you want to get better at?", "Two meetings went wrong");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", "Handle conflict"), ("Goal.WhyNow", "Two meetings went wrong"))).StatusCode);
        using var stale = await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", "Something from another phone"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var both = await stale.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Something from another phone", both, StringComparison.Ordinal);
        Assert.Contains("Handle conflict", both, StringComparison.Ordinal);

        using var bo = await _site.AsAsync(_world, "Bo Lind");
        Assert.DoesNotContain("Handle conflict", await bo.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Handle conflict", await _mari.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(bo, "?handler=Share", ("to", "set"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(_uma, "?handler=Goal", ("Goal.Version", "1"), ("Goal.Text", "Forged"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(_alma, "?handler=Agree", ("goalVersion", "1"))).StatusCode);
        await PostAsync(_alma, "?handler=Share", ("to", "set"));
        Assert.Contains("Handle conflict", await bo.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_uma, "?handler=Agree", ("goalVersion", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(_uma, "?handler=Agree", ("goalVersion", "2"))).StatusCode);
        Assert.Equal(_world["Uma Supervisor"], await _site.OneAsync<long>("SELECT agreed_by FROM developmental_goal"));
    }

    [Fact]
    public async Task Nobody_agrees_to_a_goal_in_other_words_than_they_read()
    {
        await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", "Handle conflict"), ("Goal.WhyNow", "Two meetings went wrong"));
        var seen = await _site.OneAsync<long>("SELECT version FROM developmental_goal");
        await PostAsync(_alma, "?handler=Goal", ("Goal.Version", $"{seen}"), ("Goal.Text", "Avoid conflict"), ("Goal.WhyNow", "Two meetings went wrong"));
        using var late = await PostAsync(_uma, "?handler=Agree", ("goalVersion", $"{seen}"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Avoid conflict", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(await _site.OneAsync<string>("SELECT agreed_at FROM developmental_goal WHERE ended_at IS NULL"));
    }

    private Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields) =>
        client.PostFormAsync("/account", _page + handler, fields);
}
