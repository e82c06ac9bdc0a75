using System.Net;

namespace WorkshopHub.Tests.Home;

public sealed class MyPageTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_facilitator_finds_the_control_room_and_the_agenda_of_todays_workshop()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var page = await SignedInAsync(site, "mari.kask@flow.test");
        Assert.Contains($"href=\"/w/{world.Workshop}/control\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/workshops/{world.Workshop}\"", page, StringComparison.Ordinal);
        Assert.Contains("Open now", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sponsor_joins_the_open_room_from_here_and_is_offered_no_control()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var page = await SignedInAsync(site, "sven.sponsor@flow.test");
        Assert.Contains($"href=\"/j/{world.RoomToken}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/control\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_from_outside_sees_no_programme_and_no_door()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var page = await SignedInAsync(site, "otto.outsider@flow.test");
        Assert.DoesNotContain(world.RoomToken, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kick-off", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_a_set_is_named_on_nobodys_page_and_finds_the_set_on_none()
    {
        var (world, site) = World.Start();
        await using var running = site;
        using var alma = new PlainDesk(await site.AsAsync(world, "Alma Tamm"), "Alma");
        (await alma.OpenAsync("/")).Sees("Circle", "Bo Lind");
        await site.SetAsync("UPDATE membership SET left_at = joined_at WHERE person_id = @bo", new { bo = world["Bo Lind"] });
        (await alma.OpenAsync("/")).Sees("Circle").Misses("Bo Lind");
        using var bo = new PlainDesk(await site.AsAsync(world, "Bo Lind"), "Bo");
        (await bo.OpenAsync("/")).Misses("Circle", "Alma Tamm");
        using var uma = new PlainDesk(await site.AsAsync(world, "Uma Supervisor"), "Uma");
        (await uma.OpenAsync("/as/supervisor")).Sees("Alma Tamm").Misses("Bo Lind");
    }

    [Fact]
    public async Task An_empty_hub_says_how_it_is_set_up_and_gives_no_secret_away()
    {
        await using var site = new Site();
        using var client = site.NewClient();
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("Nobody looks after this hub yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("?t=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Device.Phone, false)]
    [InlineData(Device.Desk, true)]
    public async Task The_welcome_is_whole_and_without_barriers(Device device, bool dark)
    {
        await using var site = World.Start().Site;
        var visitor = await VisitAsync(site.Url, device, dark);
        Assert.Equal(200, await visitor.GoAsync("/"));
        await Axe.CheckAsync(visitor.Page);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Shot(visitor.Page, $"welcome-{device}");
    }

    [Fact]
    public async Task My_page_is_whole_and_without_barriers_on_a_phone_and_a_desk()
    {
        await using var site = World.Start().Site;
        foreach (var device in new[] { Device.Phone, Device.Desk })
        {
            var visitor = await VisitAsync(site.Url, device);
            await visitor.GoAsync("/signin");
            await visitor.Page.FillAsync("#Email", "mari.kask@flow.test");
            await visitor.Page.FillAsync("#Password", World.Password);
            await visitor.Page.ClickAsync("main button");
            await visitor.Page.WaitForSelectorAsync(".greeting");
            await Axe.CheckAsync(visitor.Page);
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
            await Shot(visitor.Page, $"my-page-{device}");
        }
    }

    private static async Task<string> SignedInAsync(Site site, string email)
    {
        using var client = site.NewClient();
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", email), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await client.GetStringAsync("/", TestContext.Current.CancellationToken);
    }
}
