using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Journeys;

/// <summary>From the QR into the room, and how somebody becomes known: on the advisor's phone and from the control room.</summary>
public sealed class DoorJourneyTests(Browser browser) : BrowserTest(browser)
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
    public async Task From_the_qr_it_takes_two_taps_and_a_few_seconds_and_by_code_three()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone, own: true);
        await phone.Context.AddInitScriptAsync(
            "addEventListener('click', () => sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1, true)");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await phone.JoinByQrAsync(_world.RoomToken, "Circle", "Alma Tamm");
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex($"/w/{_world.Workshop}$"));
        Assert.Equal("2", await phone.Page.EvaluateAsync<string>("() => sessionStorage.taps"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed}");

        var typed = await VisitAsync(_site.Url, Device.Phone, own: true);
        await typed.Context.AddInitScriptAsync(
            "addEventListener('click', () => sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1, true)");
        await typed.JoinByCodeAsync(World.RoomCode, "Circle", "Bo Lind");
        await Assertions.Expect(typed.Page).ToHaveURLAsync(new Regex($"/w/{_world.Workshop}$"));
        Assert.Equal("3", await typed.Page.EvaluateAsync<string>("() => sessionStorage.taps"));
    }

    [Fact]
    public async Task The_facilitator_says_who_it_is_from_the_control_room_and_the_advisor_on_the_phone()
    {
        var advisor = await VisitAsync(_site.Url, Device.Phone);
        await advisor.JoinByQrAsync(_world.RoomToken, "None", "Aada Advisor");
        await advisor.LiveAsync();
        Assert.Equal(0, await advisor.Page.Locator("#set-door").CountAsync());

        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.ControlAsync(_world);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "People and personal links" }).ClickAsync();
        await desk.SeesAsync("Who is here");
        await Shot(desk.Page, "people-by-code");
        await desk.Page.Locator("tr", new() { HasText = "Aada Advisor" }).GetByRole(AriaRole.Button, new() { Name = "It is them" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("tr", new() { HasText = "Aada Advisor" })).ToContainTextAsync("Known");

        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await Assertions.Expect(advisor.Page.Locator("#set-door")).ToContainTextAsync("Alma Tamm");
        using var second = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await Assertions.Expect(advisor.Page.Locator("#set-door")).ToContainTextAsync("A second phone wants to be Alma Tamm");
        await Shot(advisor.Page, "phone-advisor-door");
        await Axe.CheckAsync(advisor.Page);
        await advisor.Page.GetByRole(AriaRole.Button, new() { Name = "It is them: Alma Tamm" }).ClickAsync();
        await Assertions.Expect(advisor.Page).ToHaveURLAsync(new Regex($"/w/{_world.Workshop}$"));
        await Assertions.Expect(advisor.Page.Locator("#set-door")).Not.ToContainTextAsync("Is it really them?");
        Assert.Equal("Vouched", (await _site.Db.ReadAsync(reads => Roster.One(reads, _world.Programme, _world.Workshop, _world["Alma Tamm"])))!.Assurance);
    }
}
