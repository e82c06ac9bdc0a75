using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Home;

/// <summary>A problem that lacks something waits for its client and for the sponsor, each in their role.</summary>
public sealed class LackingTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;

    public LackingTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_client_and_a_sponsor_are_told_in_which_programme_a_problem_lacks_something_and_by_when()
    {
        await _site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp) SELECT @clio, password_hash, @stamp FROM account WHERE person_id = @mari;
            INSERT INTO problem (programme_id, position, title, client_id, state, created_at, changed_at)
              VALUES (@Programme, 1, 'Holes are dug twice', @clio, 'Proposed', @Now, @Now);
            """, new { clio = _world["Clio Client"], mari = _world["Mari Kask"], stamp = Tokens.New(), _world.Programme, writes.Now }), Stop);
        await StandsAsync("Recruiting");
        const string Words = "Flow, before it can be offered to the sets";
        using var clio = await Office.SignInAsync(_site, World.Mail("Clio Client"));
        using var sven = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));
        foreach (var (client, page) in new[] { (clio, "/as/client"), (clio, "/"), (sven, "/") })
        {
            var html = WebUtility.HtmlDecode(await client.GetStringAsync(page, Stop));
            Assert.Contains("One problem needs a little", html, StringComparison.Ordinal);
            Assert.Contains(Words, html, StringComparison.Ordinal);
            Assert.Matches("(?s)10 March.*One problem needs a little|One problem needs a little.*10 March", html);
        }

        // Nobody but the sponsor is asked for anything in a draft.
        await StandsAsync("Draft");
        Assert.DoesNotContain(Words, await clio.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains(Words, await sven.GetStringAsync("/", Stop), StringComparison.Ordinal);

        Task StandsAsync(string state) => _site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE programme SET state = @state; UPDATE workshop SET state = 'Planned', date = '2099-03-10'", new { state }), Stop);
    }
}
