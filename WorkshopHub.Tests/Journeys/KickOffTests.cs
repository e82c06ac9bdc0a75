using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

/// <summary>The main job: six phones, two walls and a control room go through a kick-off of three activities.</summary>
public sealed class KickOffTests(Browser browser) : BrowserTest(browser)
{
    private const string WhileTheServerIsAway = "ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_SOCKET|WebSocket|Failed to fetch|negotiat|connection";

    [Fact]
    public async Task Every_post_reaches_both_walls_and_nothing_is_lost_by_a_reload_or_a_power_cut()
    {
        var world = World.Plant();
        await using var server = new ServerProcess(world.File);
        await server.StartAsync();
        var room = await EnterAsync(world, server.Url);

        // The first activity: everybody posts, every wall shows it.
        await room.Control.Page.Locator("#cr-next").ClickAsync();
        await room.Control.Page.Locator("#begin [type=submit]").ClickAsync(); // planned for another day
        await room.Control.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^On the wall") }).ClickAsync();
        foreach (var (phone, set) in room.Phones.Zip(world.Sets))
        {
            await phone.SeesAsync("Tell what happened, then what you learned from it.");
            await phone.PostAsync($"First from {set.Name}");
        }

        await AllSeeAsync(room, world.Sets.Select(set => $"First from {set.Name}"));

        // A phone is loaded again; then the server loses its power while another phone posts.
        await room.Phones[0].Page.ReloadAsync();
        await room.Phones[0].LiveAsync();
        await room.Phones[0].SeesOnceAsync("First from Circle");
        await server.KillAsync();
        await room.Phones[1].PostAsync("Written while the hub was away");
        await room.Phones[1].SeesAsync("Queued");
        await room.Phones[1].Page.ReloadAsync(new() { Timeout = 3000 }).ContinueWith(_ => { }, TaskScheduler.Default);
        await server.StartAsync();
        await room.Phones[1].GoAsync($"/w/{world.Workshop}");
        foreach (var visitor in room.All)
        {
            await visitor.LiveAsync();
        }

        await AllSeeAsync(
            room, [.. world.Sets.Select(set => $"First from {set.Name}"), "Written while the hub was away"]);

        // The second: the sponsor speaks, phones rest.
        await room.Control.Page.Locator("#cr-next").ClickAsync();
        foreach (var visitor in room.Phones)
        {
            await visitor.SeesAsync("Phones down, please.");
        }

        foreach (var wall in room.Walls)
        {
            await wall.SeesAsync("The sponsor speaks");
        }

        // The third: posts again, of another kind.
        await room.Control.Page.Locator("#cr-next").ClickAsync();
        foreach (var (phone, set) in room.Phones.Zip(world.Sets))
        {
            await phone.SeesAsync("What can you give, what do you need?");
            await phone.PostAsync($"Third from {set.Name}", "Offer");
        }

        await AllSeeAsync(room, world.Sets.Select(set => $"Third from {set.Name}"));
        await room.Control.Page.GetByRole(AriaRole.Button, new() { Name = "Close on the phones" }).ClickAsync();
        foreach (var phone in room.Phones)
        {
            await phone.SeesAsync("This activity is closed.");
        }

        foreach (var visitor in room.All)
        {
            await visitor.IsAsFreshAsync();
            await Shot(visitor.Page, $"kick-off-{visitor.Name}");
        }
    }

    private async Task<InTheRoom> EnterAsync(World world, string url)
    {
        var control = await VisitAsync(url, Device.Desk);
        control.Name = "control";
        await control.SignInByHandAsync("Mari Kask");
        await control.GoAsync($"/w/{world.Workshop}/control");
        await control.LiveAsync();
        var walls = new List<Visitor>();
        foreach (var (token, number) in world.Screens.Select((token, index) => (token, index + 1)))
        {
            walls.Add(await VisitAsync(url, Device.Wall));
            walls[^1].Name = $"wall-{number}";
            await walls[^1].HangAsync(url, token);
        }

        var phones = new List<Visitor>();
        foreach (var set in world.Sets)
        {
            var phone = await VisitAsync(url, Device.Phone);
            phones.Add(phone);
            phone.Name = $"phone-{set.Name}";
            if (set.Name == "Star")
            {
                await phone.JoinByQrAsync(world.RoomToken, set.Name, set.Members[0]);
            }
            else if (set.Name == "Circle")
            {
                await phone.JoinByCodeAsync(World.RoomCode, set.Name, set.Members[0]);
            }
            else
            {
                await phone.ComeInAsync(world, set.Members[0]);
            }

            await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex($"/w/{world.Workshop}$"));
            await phone.LiveAsync();
        }

        var room = new InTheRoom(control, walls, phones);
        foreach (var visitor in room.All)
        {
            visitor.Expect(WhileTheServerIsAway);
        }

        return room;
    }

    private static async Task AllSeeAsync(InTheRoom room, IEnumerable<string> posts)
    {
        foreach (var post in posts)
        {
            foreach (var wall in room.Walls)
            {
                await wall.SeesOnceAsync(post);
            }

            await room.Control.SeesOnceAsync(post);
        }
    }

    private sealed record InTheRoom(Visitor Control, IReadOnlyList<Visitor> Walls, IReadOnlyList<Visitor> Phones)
    {
        public IEnumerable<Visitor> All => [Control, .. Walls, .. Phones];
    }
}
