using WorkshopHub.Tests.Activities.Polls;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.DotVotes;

namespace WorkshopHub.Tests.Activities.DotVotes;

public sealed class DotVoteJourneyTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _names =
        ["Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar", "Fay Novak", "Gita Rao", "Hugo Kern", "Ines Prado", "Jaan Mets"];

    private static readonly int[] _lengths = [260, 120, 40];

    private static readonly string[] _texts =
    [
        "On day one I put the raw list on the table with 212 gaps. The drivers closed 60 of them from memory before lunch.",
        "A number with a range gets used sooner than a number with two decimals. Beth planned a week on my ‘between four and seven’.",
        "We blamed the contractor’s roller for weeks. Then Tomasz stood in the yard in the rain and watched our own stone go out under no cover.",
        "Clause 14 says training before completion. The plant does not run before completion. I have copied that sentence for nine years.",
        "In the first drill I tried to ring everyone myself. Grace took the phone out of my hand. In the second drill I sorted and others rang.",
        "My set asks better when they write the question down first. It takes forty seconds and removes half of the advice.",
    ];

    [Fact]
    public async Task Dots_from_phones_make_posts_grow_on_the_wall_and_nothing_is_cut()
    {
        var (world, site) = World.Start();
        using var started = site;
        var posts = new List<string>();
        foreach (var (place, text) in _texts.Index())
        {
            posts.Add(await site.PostAsync(world, world.Sets[place].Members[1], string.Concat(Enumerable.Repeat(text + " ", 3))[..280]));
        }

        var room = new PollRoom(world, site, 2);
        await room.OpenAsync(
            "dotvote", new DotSettings { Source = world.Activities[0] }.ToJson(), NameMode.Named,
            "Which three should we all keep?");
        foreach (var (place, name) in _names.Index())
        {
            await room.AnswerAsync(name, ("dot", [.. new[] { posts[0], posts[1 + (place % 2)], posts[3 + (place % 3)] }]));
        }

        var wall = await VisitAsync(site.Url, Device.Wall, dark: true);
        await room.WallAsync(wall, true);
        var phone = await VisitAsync(site.Url, Device.Phone, dark: true);
        await room.JoinedAsync(phone, "Alma Tamm");
        foreach (var post in posts.Take(3))
        {
            await phone.Page.ClickAsync($".dot:has([value^='{post}'])");
        }

        await wall.Page.WaitForSelectorAsync(".wall-foot:has-text('30 dots')");
        Assert.Equal("No dots left", await phone.Page.TextContentAsync("[data-dots-words]"));
        await Shot(phone.Page, "dots-phone");
        await Axe.CheckAsync(phone.Page);
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"dots-wall-{size}")));
        await Axe.CheckAsync(wall.Page);
        await phone.Page.ClickAsync("[data-dock] [data-answer]");
        await phone.Page.WaitForSelectorAsync("text=Dots given.");
        await phone.Page.ReloadAsync();
        await phone.LiveAsync();
        await phone.Page.WaitForFunctionAsync("() => document.querySelectorAll('.dot input:checked').length === 3");
        var desk = await VisitAsync(site.Url, Device.Desk);
        await desk.ControlAsync(world);
        await desk.Page.WaitForSelectorAsync(".dots-desk:has-text('30 dots from 10 people')");
        await Shot(desk.Page, "dots-control");
        await Axe.CheckAsync(desk.Page);
    }

    [Fact]
    public async Task Posts_with_as_many_dots_stand_on_the_wall_in_the_same_size_whatever_their_length()
    {
        var (world, site) = World.Start();
        using var started = site;
        var posts = new List<string>();
        foreach (var (place, length) in _lengths.Index())
        {
            posts.Add(await site.PostAsync(world, world.Sets[place].Members[1], string.Concat(Enumerable.Repeat(_texts[place] + " ", 3))[..length].Trim()));
        }

        var room = new PollRoom(world, site, 2);
        await room.OpenAsync("dotvote", new DotSettings { Source = world.Activities[0] }.ToJson(), NameMode.Named, "Which three should we all keep?");
        foreach (var name in _names.Take(6))
        {
            await room.AnswerAsync(name, ("dot", [.. posts]));
        }

        var wall = await VisitAsync(site.Url, Device.Wall);
        await room.WallAsync(wall, true);
        await wall.Page.WaitForSelectorAsync(".wall-foot:has-text('18 dots')");
        Assert.Single(await wall.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.dv .text')].map((text) => getComputedStyle(text).fontSize))]"));
    }
}
