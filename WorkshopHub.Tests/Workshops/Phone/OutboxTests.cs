using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops.Phone;

/// <summary>A post leaves the phone when the hub has named it, as whoever wrote it, and not before.</summary>
public sealed class OutboxTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;
    private Visitor _phone = null!;

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
        _phone = await VisitAsync(_site.Url, Device.Phone);
        await _phone.ComeInAsync(_world, "Alma Tamm");
        await _phone.LiveAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_page_that_a_network_puts_between_is_no_answer_of_the_hub()
    {
        var between = 0;
        await _phone.Page.RouteAsync($"**/w/{_world.Workshop}", async route =>
        {
            if (route.Request.Method == "POST" && between++ == 0)
            {
                await route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<h1>Welcome to the guest network</h1>" });
                return;
            }

            await route.ContinueAsync();
        });
        await _phone.PostAsync("The porters knew.");
        await Assertions.Expect(_phone.Page.Locator("[id^=mine-]")).ToContainTextAsync("The porters knew.");
        await Assertions.Expect(_phone.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM post"));
        Assert.True(between >= 2);
    }

    [Fact]
    public async Task What_waits_is_not_sent_by_a_phone_that_is_somebody_else_by_now()
    {
        _phone.Expect("ERR_|WebSocket|Failed to fetch|/hub");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var others = await _site.Writer.RunAsync(writes =>
        {
            var token = Tokens.New();
            writes.Execute(
                """
                INSERT INTO device (token_hash, participant_id, assurance, created_at)
                SELECT @hash, id, 'Claimed', @Now FROM participant WHERE name = 'Cecil Hart'
                """, new { hash = Tokens.Hash(token), writes.Now });
            return token;
        });
        await _phone.Context.SetOfflineAsync(true);
        await _phone.PostAsync("Alma's words.");
        await Assertions.Expect(_phone.Page.Locator("#outbox")).ToContainTextAsync("Alma's words.");
        await _phone.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = others, Url = _site.Url }]);
        await _phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(_phone.Page).ToHaveURLAsync(new Regex("/j$")); // it is asked to join again
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM post"));
        Assert.Contains("Alma's words.", await _phone.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);
    }
}
