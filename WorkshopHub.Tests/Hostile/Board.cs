using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Hostile;

/// <summary>The running program with three phones, the desk and a wall.</summary>
internal sealed class Board(World world, Site site, IReadOnlyList<PlainPhone> phones, HttpClient desk) : IAsyncDisposable
{
    public Site Site => site;

    /// <summary>The program on the world's file, with phones that have their seats.</summary>
    public static async Task<Board> OpenAsync(World world, IReadOnlyList<string> seats)
    {
        var site = new Site(world.File);
        return new Board(
            world, site, [.. seats.Select(seat => new PlainPhone(world, site, Clients.New(site.Url, Viewers.SeatCookie, seat)))],
            await Office.SignInAsync(site, World.Mail("Mari Kask")));
    }

    /// <summary>Opens the first activity and lets members in, the last of another set; answers the secrets of their phones.</summary>
    public static async Task<IReadOnlyList<string>> SeatAsync(World world, IReadOnlyList<string> names)
    {
        await using var site = new Site(world.File);
        await PlainPhone.OpenAsync(world, site);
        return await site.Writer.RunAsync(writes => names.Select((name, number) =>
        {
            var token = Tokens.New();
            var participant = writes.Insert(
                "INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) VALUES (@Workshop, @person, @name, 'Member', @set, @Now)",
                new { world.Workshop, person = world[name], name, set = world.Sets[number == names.Count - 1 ? 1 : 0].Id, writes.Now });
            writes.Execute(
                "INSERT INTO device (token_hash, participant_id, assurance, created_at) VALUES (@hash, @participant, 'Claimed', @Now)",
                new { hash = Tokens.Hash(token), participant, writes.Now });
            return token;
        }).ToList());
    }

    public async Task<HttpStatusCode> PostAsync(int phone, string text, string id)
    {
        using var answer = await phones[phone].PostAsync(text, id);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> EditAsync(int phone, string text, string id, long version)
    {
        using var answer = await phones[phone].PostAsync(text, more: [("edit", id), ("version", House.Planted.N(version))]);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> PressAsync(int phone, string id, string what)
    {
        using var answer = await phones[phone].PressAsync(id, what);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> DeskAsync(string press)
    {
        using var answer = await desk.PostFormAsync($"/w/{world.Workshop}/control", $"/w/{world.Workshop}/control/posts", ("press", press));
        return answer.StatusCode;
    }

    public async Task<string> WallAsync()
    {
        using var wall = Clients.New(site.Url, Viewers.ScreenCookie, world.Screens[0]);
        return await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken);
    }

    public Task<string> FeedAsync(int phone) => phones[phone].FeedAsync();

    public async ValueTask DisposeAsync()
    {
        desk.Dispose();
        foreach (var phone in phones)
        {
            phone.Dispose();
        }

        await site.DisposeAsync();
    }
}
