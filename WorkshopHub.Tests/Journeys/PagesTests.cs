using Microsoft.Playwright;
using WorkshopHub.Tests.House;

namespace WorkshopHub.Tests.Journeys;

/// <summary>Every page, light and dark: a picture, no violation for axe, and no field or form inside a live region.</summary>
public sealed class PagesTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Pages_for_everybody_are_in_order() =>
        await WalkAsync(await VisitAsync(_site.Url, Device.Phone), May.Anybody);

    [Fact]
    public async Task Pages_of_the_facilitator_are_in_order()
    {
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await WalkAsync(desk, May.Facilitator);
        await ExamineAsync(desk, "/", "my-page");
    }

    [Fact]
    public async Task Pages_of_a_phone_are_in_order()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await ExamineAsync(phone, "/j", "join-code");
        await ExamineAsync(phone, $"/j/{World.RoomCode}?set={_world.Sets[0].Id}", "join-names");
        await ExamineAsync(phone, $"/j/{World.RoomCode}?as=others", "join-others");
        await phone.JoinByCodeAsync(World.RoomCode, "Circle", "Alma Tamm");
        await phone.LiveAsync();
        await phone.PostAsync("We met the night shift before we changed the rota, and learned why it was so.");
        await phone.SeesAsync("night shift");
        await WalkAsync(phone, May.Phone);
    }

    [Fact]
    public async Task Walls_are_in_order()
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        await ExamineAsync(wall, "/wall", "wall");
    }

    private async Task WalkAsync(Visitor visitor, May who)
    {
        foreach (var page in KnownPage.All.Where(page => page.Who == who && page.Address is not null))
        {
            var address = page.Address!(_world);
            await ExamineAsync(visitor, address, address.Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "welcome");
        }
    }

    private static async Task ExamineAsync(Visitor visitor, string address, string name)
    {
        Assert.Equal(200, await visitor.GoAsync(address));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Shot(visitor.Page, $"{name}-{scheme.ToString().ToLowerInvariant()}");
            await Axe.CheckAsync(visitor.Page);
        }

        // The stage is put up anew when the activity changes and never morphed, so the one field of a phone may stand in it.
        var fields = visitor.Page.Locator(
            "[data-live] :is(input, textarea, select, form):not(#stage *), [data-live]:is(input, textarea, select, form)");
        Assert.Empty(await fields.EvaluateAllAsync<string[]>("all => all.map(one => one.outerHTML)"));
    }
}
