using System.Net;
using WorkshopHub.Tests.Sets.Actions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Reflections;

/// <summary>"Reflection on action": what somebody writes for themselves may be about an action of their set, and of no other.</summary>
public sealed class AboutAnActionTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task A_reflection_names_the_action_that_it_is_about_and_never_one_of_another_set()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var action = (await _acting.ActionAsync(number))!.Id;
        await _acting.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @other, 1, @cecil, 'Ring the other depot', '2026-03-24', '2026-04-07', 'now', 'now')
            """, new { key = Tokens.New(), other = _acting.There.World.Sets[1].Id, cecil = _acting.There.World["Cecil Hart"] });
        var alma = await _acting.AsAsync("Alma Tamm");
        var journal = _acting.There.At("journal");
        using var foreign = await alma.PostFormAsync(journal, journal, ("Mine.Id", Tokens.New()), ("Mine.Text", "I asked them first"), ("Mine.ActionId", $"{action + 1}"));
        await foreign.RefusesAsync("That action isn’t one of yours any more.", "I asked them first</textarea>");
        using var kept = await alma.PostFormAsync(journal, journal, ("Mine.Id", Tokens.New()), ("Mine.Text", "I asked them first"), ("Mine.ActionId", $"{action}"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using var page = await alma.GetAsync(journal, Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("About: Go out with the gang", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the other depot", words, StringComparison.Ordinal);
        Assert.Equal(action, await _acting.Site.OneAsync<long>("SELECT action_id FROM reflection"));
    }
}
