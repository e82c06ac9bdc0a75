using System.Globalization;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Preferences;

public sealed class ChoosingJourneyTests(Browser browser) : BrowserTest(browser)
{
    private const string Fits = "WorkshopHub.Tests/Screens/fits.js";

    private ChoosingRoom? _room;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_room is not null)
        {
            await _room.DisposeAsync();
        }
    }

    [Fact]
    public async Task Members_rank_alone_the_sets_see_their_ranks_and_choose_and_the_facilitator_closes_the_choice()
    {
        var room = _room = await ChoosingRoom.StartAsync(setsOfThree: 6);
        await room.Site.Writer.RunAsync(w => w.Execute(
            "INSERT INTO role_assignment (person_id, programme_id, role, set_id) SELECT @person, @Programme, 'Champion', id FROM sets",
            new { person = room.World["Chen Champion"], room.World.Programme }));
        await room.GoAsync(0);
        await room.EverybodyRanksAsync(6, "Alma Tamm", "Bo Lind");
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await wall.HangAsync(room.Site.Url, room.World.Screens[0]);
        await wall.SeesAsync("of 24 people have ranked");
        await LookAsync(wall, "preference-wall-count");

        // Alma ranks with buttons, keys and a stake; the page is loaded again in between.
        var alma = await SitAsync(room, "Alma Tamm");
        await PickAsync(alma, "After the second winter");
        await PickAsync(alma, "Holes we dig twice");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Holes we dig twice: up" }).PressAsync("ArrowUp");
        await Expect(alma.Page.Locator("[data-ranked] > li").First).ToContainTextAsync("Holes we dig twice");
        await Shot(alma.Page, "preference-phone-rank");
        await Axe.CheckAsync(alma.Page);
        await alma.Page.ReloadAsync();
        await alma.LiveAsync();
        await Expect(alma.Page.Locator("[data-ranked] > li").First).ToContainTextAsync("Holes we dig twice");
        await PickAsync(alma, "Alarms nobody believes");
        var handles = alma.Page.Locator("[data-ranked] [data-rank]");
        await handles.Nth(2).DragToAsync(handles.Nth(1));
        await Expect(alma.Page.Locator("[data-ranked] > li").Nth(1)).ToContainTextAsync("Alarms nobody believes");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Your stake" }).ClickAsync();
        await alma.Page.GetByRole(AriaRole.Textbox, new() { Name = "Holes we dig twice" }).FillAsync("I sign off holes that I then meet again in March.");
        await Shot(alma.Page, "preference-phone-stake");
        await Axe.CheckAsync(alma.Page);
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Send my ranking" }).ClickAsync();
        await alma.SeesAsync("Your ranking is in.");
        await Shot(alma.Page, "preference-phone-sent");
        await Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("23");

        // Bo has no scripts: the plain form does.
        var bo = await SitAsync(room, "Bo Lind", script: false);
        await bo.Page.Locator("[name='choice.1']").SelectOptionAsync("Holes we dig twice");
        await bo.Page.Locator("[name='choice.2']").SelectOptionAsync("Seventy days to a tap");
        await bo.Page.Locator("[name='choice.3']").SelectOptionAsync("Alarms nobody believes");
        await bo.Page.Locator("[name='why.1']").FillAsync("My vans wait beside them.");
        await Shot(bo.Page, "preference-phone-plain");
        await bo.Page.GetByRole(AriaRole.Button, new() { Name = "Send my ranking" }).ClickAsync();
        await bo.SeesAsync("Your ranking is in.");
        await Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("24");

        await room.GoAsync(2);
        await wall.Page.ReloadAsync();
        await wall.SeesAsync("Where each set has a stake");
        await Expect(wall.Page.Locator(".ranks-matrix tbody tr")).ToHaveCountAsync(6);
        Assert.DoesNotContain("Alma", await wall.Page.ContentAsync(), StringComparison.Ordinal);
        await LookAsync(wall, "preference-wall-matrix");

        // The set sees its names, two phones differ, and both are told.
        await alma.Page.ReloadAsync();
        await alma.LiveAsync();
        await alma.SeesAsync("Circle’s ranks");
        await alma.SeesAsync("My vans wait beside them.");
        await Shot(alma.Page, "preference-phone-set");
        await Axe.CheckAsync(alma.Page);
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "We choose Holes we dig twice" }).ClickAsync();
        await alma.SeesAsync("Your set wishes: Holes we dig twice.");
        using var third = await room.PhoneAsync("Third Of0");
        await room.WishAsync(third, 1);
        await alma.SeesAsync("Your phones differ.");
        await Shot(alma.Page, "preference-phone-differ");
        await room.WishAsync(third, 0);
        await alma.SeesAsync("Your set wishes: Holes we dig twice.");

        // Another set wishes the same; the facilitator lets them talk, asks again and closes.
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.WishAsync(cecil, 0);
        for (var set = 2; set < 6; set++)
        {
            using var phone = await room.PhoneAsync(room.World.Sets[set].Members[0]);
            await room.WishAsync(phone, set);
        }

        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/w/{room.World.Workshop.ToString(CultureInfo.InvariantCulture)}/control");
        await desk.LiveAsync();
        await desk.SeesAsync("Circle and Triangle wish Holes we dig twice.");
        await Shot(desk.Page, "preference-control");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Board on the walls" }).ClickAsync();
        await wall.SeesAsync("Six sets have a wish");
        await LookAsync(wall, "preference-wall-wishes");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Let them talk" }).ClickAsync();
        await alma.SeesAsync("Triangle wishes Holes we dig twice too.");
        await Shot(alma.Page, "preference-phone-talk");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Ask Circle and Triangle again" }).ClickAsync();
        await alma.SeesAsync("You have talked with Triangle.");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "We choose Holes we dig twice" }).ClickAsync();
        await alma.SeesAsync("confirmed again");
        await room.WishAsync(cecil, 1);
        await desk.SeesAsync("Wish, from Cecil Hart’s phone");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Close the choice" }).ClickAsync();
        await alma.SeesAsync("Your set takes on: Holes we dig twice");
        await Shot(alma.Page, "preference-phone-chosen");
        await Axe.CheckAsync(alma.Page);
        await wall.SeesAsync("Every set has its problem");
        await LookAsync(wall, "preference-wall-board");
        await desk.SeesAsync("Every set has its problem");
        await Shot(desk.Page, "preference-control-closed");
        var dark = await VisitAsync(room.Site.Url, Device.Desk, dark: true);
        await dark.SignInAsync("Mari Kask");
        await dark.GoAsync($"/programmes/{room.World.Programme.ToString(CultureInfo.InvariantCulture)}/problems");
        await Shot(dark.Page, "preference-problems-dark");
        await Axe.CheckAsync(dark.Page);
    }

    [Fact]
    public async Task The_longest_titles_and_names_stay_whole_on_the_walls()
    {
        var room = _room = await ChoosingRoom.StartAsync(setsOfThree: 6);
        await room.Site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE problem SET title = substr('Nobody can say which of our emergency jobs wait for Monday because a form asks why ' || id, -80)");
            w.Execute("UPDATE sets SET name = substr('The people of the second winter, all of us ' || position, -40)");
            w.Execute("UPDATE person SET name = substr('Maximiliane-Theodora Featherstonehaugh-Cholmondeley the Second of ' || id, -60) WHERE name LIKE 'C%'");
            return w.Execute(
                "INSERT INTO role_assignment (person_id, programme_id, role, set_id) SELECT @person, @Programme, 'Champion', id FROM sets",
                new { person = room.World["Chen Champion"], room.World.Programme });
        });
        await room.GoAsync(0);
        await room.EverybodyRanksAsync(6);
        await room.GoAsync(2);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await wall.HangAsync(room.Site.Url, room.World.Screens[0]);
        await LookAsync(wall, "preference-wall-long-matrix");
        await room.Site.Writer.RunAsync(w =>
        {
            foreach (var (at, set) in room.World.Sets.Index())
            {
                w.Execute("""
                    INSERT INTO preference_choice (activity_id, set_id, problem_id, how, reason, at)
                    VALUES (@Activity, @set, @problem, 'Wish', 'Their own choice.', @Now)
                    """, new { room.Activity, set = set.Id, problem = room.Problems[at], w.Now });
            }

            return true;
        });
        await wall.Page.ReloadAsync();
        await wall.LiveAsync();
        await LookAsync(wall, "preference-wall-long-board");
    }

    private static async Task PickAsync(Visitor phone, string problem) =>
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = $"Rank: {problem}" }).ClickAsync();

    private static async Task LookAsync(Visitor wall, string name)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repo.Root, Fits));
        var wrong = new List<string>();
        foreach (var (width, height) in new[] { (1920, 1080), (1024, 768) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await Shot(wall.Page, $"{name}-{width}");
            wrong.AddRange((await wall.Page.EvaluateAsync<string[]>(script)).Select(fault => $"{width}: {fault}"));
        }

        await wall.Page.SetViewportSizeAsync(1920, 1080);
        await wall.Page.EvaluateAsync("() => document.querySelectorAll(\"[data-theme]\").forEach((one) => { one.dataset.theme = \"dark\"; })");
        await Shot(wall.Page, $"{name}-dark");
        await Axe.CheckAsync(wall.Page);
        await wall.Page.EvaluateAsync("() => document.querySelectorAll(\"[data-theme]\").forEach((one) => { one.dataset.theme = \"light\"; })");
        await Axe.CheckAsync(wall.Page);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<Visitor> SitAsync(ChoosingRoom room, string name, bool script = true)
    {
        var phone = await VisitAsync(room.Site.Url, Device.Phone, script: script);
        await phone.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = await room.SeatAsync(name), Url = room.Site.Url }]);
        await phone.GoAsync($"/w/{room.World.Workshop.ToString(CultureInfo.InvariantCulture)}");
        if (script)
        {
            await phone.LiveAsync();
        }

        return phone;
    }
}
