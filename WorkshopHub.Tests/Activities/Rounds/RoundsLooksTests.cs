using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Activities.Rounds;

public sealed class RoundsLooksTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Sixty_people_stand_whole_on_the_wall_and_each_phone_says_its_table_as_the_room_changes()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 9, others: true, settings: """{"tableSize":6}""");
        var wall = await WallAsync(room, Device.Wall, dark: false);
        await room.PressAsync("make");
        var phone = await PhoneAsync(room, "Alma Tamm", dark: false);
        await Assertions.Expect(phone.Page.Locator(".seat-of")).ToHaveTextAsync("Your first table, with");
        await room.PressAsync("next");
        await room.PressAsync("next");
        await Assertions.Expect(wall.Page.GetByText("Round 1 of 3, phones down")).ToBeVisibleAsync();
        await LookAsync(wall, "rounds-wall");
        await Assertions.Expect(phone.Page.GetByText("Phones down.")).ToBeVisibleAsync();
        await LookAsync(phone, "rounds-phone");
        await wall.Page.SetViewportSizeAsync(1024, 768);
        await LookAsync(wall, "rounds-wall-1024");
        await wall.Page.SetViewportSizeAsync(1920, 1080);
        await room.PressAsync("next");
        await Assertions.Expect(wall.Page.GetByText("Change tables now")).ToBeVisibleAsync();
        await LookAsync(wall, "rounds-wall-change");
        await Assertions.Expect(phone.Page.GetByText("You will meet")).ToBeVisibleAsync();
        await LookAsync(phone, "rounds-phone-change");
        var dark = await PhoneAsync(room, "Cecil Hart", dark: true);
        await LookAsync(dark, "rounds-phone-dark");
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await SignInAsync(desk);
        await desk.GoAsync($"/w/{room.World.Workshop}/control");
        await LookAsync(desk, "rounds-control");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "They sit: start round 2" }).ClickAsync();
        await Assertions.Expect(wall.Page.GetByText("Round 2 of 3, phones down")).ToBeVisibleAsync();
        await desk.GoAsync($"/w/{room.World.Workshop}/control/rounds?activity={room.Activity}");
        await LookAsync(desk, "rounds-seats");
        await desk.GoAsync($"/w/{room.World.Workshop}/control/rounds/print?activity={room.Activity}");
        await LookAsync(desk, "rounds-print");
    }

    [Fact]
    public async Task One_stays_and_the_others_move_as_in_the_picture()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 5, settings: """{"mixing":"OneStays","minutes":15}""");
        await room.QuestionsAsync(from: 1, to: [0, 2, 3, 4, 5]);
        await room.PressAsync("make");
        await room.PressAsync("next");
        await room.PressAsync("next");
        var host = (await room.NowAsync()).People.Single(one => one is { Stays: true, SetName: "Circle" });
        var stays = await PhoneAsync(room, host.Name, dark: false);
        await stays.SeesAsync("Read one question aloud.");
        await LookAsync(stays, "rounds-phone-stays");
        await LookAsync(await WallAsync(room, Device.Wall, dark: true), "rounds-wall-stays-dark");
        await LookAsync(await WallAsync(room, Device.Wall, dark: false, 1), "rounds-wall-stays");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await room.PressAsync("next");
        }

        await LookAsync(Visitors[^1], "rounds-wall-over");
    }

    [Fact]
    public async Task A_set_keeps_its_first_questions_on_its_own_phones_as_they_are_asked()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 5, settings: """{"mixing":"InSets","minutes":8,"rule":"The others only ask questions."}""");
        await room.PressAsync("make");
        await room.PressAsync("next");
        await room.PressAsync("next");
        var (alma, bo) = (await PhoneAsync(room, "Alma Tamm", dark: false), await PhoneAsync(room, "Bo Lind", dark: true));
        await alma.LiveAsync();
        await bo.LiveAsync();
        await alma.Page.GetByText("Keep a question").ClickAsync();
        await alma.Page.GetByLabel("The question, as it was asked").FillAsync("What would you lose if it were solved tomorrow?");
        await alma.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await bo.SeesAsync("What would you lose if it were solved tomorrow?");
        await alma.SeesAsync("Take it away");
        await LookAsync(await WallAsync(room, Device.Wall, dark: false, 1), "rounds-wall-sets");
        foreach (var (phone, name) in new[] { (alma, "rounds-phone-questions"), (bo, "rounds-phone-questions-dark") })
        {
            await phone.Page.Locator(".first-questions").ScrollIntoViewIfNeededAsync();
            await LookAsync(phone, name);
        }
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Shot(visitor.Page, name);
        await Axe.CheckAsync(visitor.Page);
        if (visitor.Name.StartsWith("wall", StringComparison.Ordinal))
        {
            Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("""
                () => { const stage = document.querySelector("#stage").getBoundingClientRect(); const foot = document.querySelector(".wall-foot").getBoundingClientRect();
                  const out = [...document.querySelectorAll(".table-plan li, .table-plan .by")].filter((one) => { const box = one.getBoundingClientRect(); return box.bottom > foot.top + 1 || box.right > stage.right + 1 || one.scrollWidth > one.clientWidth + 2; }).map((one) => one.textContent);
                  const small = innerWidth < 1900 ? [] : [...document.querySelectorAll("#stage *")].filter((one) => !one.closest(".vh, svg") && one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && parseFloat(getComputedStyle(one).fontSize) < 28).map((one) => `${one.textContent} ${getComputedStyle(one).fontSize}`);
                  return [...out, ...small]; }
                """));
        }
    }

    private async Task<Visitor> WallAsync(TalkingRoom room, Device device, bool dark, int screen = 0)
    {
        var wall = await VisitAsync(room.Site.Url, device, dark);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = room.World.Screens[screen], Url = room.Site.Url }]);
        if (dark)
        {
            await room.Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET theme = 'Dark' WHERE name = 'Left'"));
        }

        await wall.GoAsync("/wall");
        return wall;
    }

    private async Task<Visitor> PhoneAsync(TalkingRoom room, string name, bool dark)
    {
        var token = Tokens.New();
        await room.Site.Writer.RunAsync(w => w.Execute("""
            INSERT INTO device (token_hash, participant_id, assurance, created_at)
            SELECT @hash, j.id, 'Vouched', @Now FROM participant j WHERE j.name = @name
            """, new { hash = Tokens.Hash(token), name, w.Now }));
        var phone = await VisitAsync(room.Site.Url, Device.Phone, dark);
        await phone.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = token, Url = room.Site.Url }]);
        await phone.GoAsync($"/w/{room.World.Workshop}");
        return phone;
    }

    private static async Task SignInAsync(Visitor visitor)
    {
        await visitor.GoAsync("/signin");
        await visitor.Page.GetByLabel("E-mail").FillAsync(World.Mail("Mari Kask"));
        await visitor.Page.GetByLabel("Password").FillAsync(World.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
