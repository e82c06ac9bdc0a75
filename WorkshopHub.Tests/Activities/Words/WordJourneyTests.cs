using WorkshopHub.Tests.Activities.SetQuestions;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Words;

/// <summary>Words in real browsers: phones give them, walls set them, the facilitator hides one.</summary>
public sealed class WordJourneyTests(Browser browser) : BrowserTest(browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_gives_its_word_and_the_wall_sets_it_beside_those_of_the_earlier_workshop()
    {
        await using var room = await WordRoom.StartAsync(settings: """{"Most":1}""");
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET title = 'Final workshop' WHERE id = @Workshop", room.World), Stop);
        await WordRoom.PlantEarlierAsync(room, WordRoom.Then);
        await room.GoAsync(0);
        await WordRoom.PlantAsync(room, room.Activity, [("proud", 2), ("trust", 2)]);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("4");
        await Shot(wall.Page, "oneword-wall-count");
        var phone = await PhoneAsync(room, "Alma Tamm", dark: false);
        await phone.Page.FillAsync(".word", "unfinished");
        await Expect(phone.Page.Locator("[data-counter]")).ToHaveTextAsync("One word");
        await Shot(phone.Page, "oneword-phone-writes");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.FillAsync(".word", "proud and tired");
        phone.Expect("422");
        await phone.Page.ClickAsync("[data-answer]");
        await phone.SeesAsync("That is two. Which one is the truest?");
        await Expect(phone.Page.Locator(".one-of .pick")).ToHaveCountAsync(2);
        await Shot(phone.Page, "oneword-phone-two");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.ClickAsync(".one-of .pick:has-text('tired')");
        await phone.Page.ClickAsync("[data-answer]");
        await Expect(phone.Page.Locator("[data-given]")).ToHaveTextAsync("tired");
        await Expect(wall.Page.Locator(".cloud.now .both")).ToContainTextAsync("tired");
        await Expect(wall.Page.Locator(".wall-foot")).ToContainTextAsync("Underlined: said both times.");
        await phone.Page.ClickAsync(".word-change");
        await phone.Page.FillAsync(".word", "Unfinished");
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone.Page.Locator("[data-given]")).ToHaveTextAsync("unfinished");
        await Shot(phone.Page, "oneword-phone-given");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator("[data-given]")).ToHaveTextAsync("unfinished");
        await Expect(wall.Page.Locator(".cloud.now")).ToContainTextAsync("unfinished");
        await Expect(wall.Page.Locator(".cloud.now")).Not.ToContainTextAsync("tired");
        await WordRoom.PlantAsync(room, room.Activity, [.. WordRoom.Now.Select(word => (word.Word, word.Count - (word.Word is "proud" or "trust" ? 2 : word.Word == "unfinished" ? 1 : 0)))]);

        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.ControlAsync(room.World);
        await Shot(desk.Page, "oneword-control");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.ClickAsync("button[value$='/sleep']");
        await Expect(desk.Page.Locator("button[value^='show/'][value$='/sleep']")).ToBeVisibleAsync();
        await Expect(wall.Page.Locator(".cloud.now")).ToContainTextAsync("together");
        await Expect(wall.Page.Locator(".cloud.now")).Not.ToContainTextAsync("sleep");
        await Axe.CheckAsync(wall.Page);
        await desk.Page.ClickAsync("button[value^='show/'][value$='/sleep']");
        await Expect(wall.Page.Locator(".cloud.now")).ToContainTextAsync("sleep");
        var faults = new List<string>();
        await SetQuestionLookTests.LookAsync(wall, "oneword-wall", faults);
        Assert.Empty(faults);

        await room.GoAsync(1);
        await room.GoAsync(2);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator(".cloud.then")).ToContainTextAsync("curious");
        await Shot(phone.Page, "oneword-phone-then", whole: true);
        await Axe.CheckAsync(phone.Page);
        await desk.GoAsync($"/workshops/{room.World.Workshop}/summary");
        await Shot(desk.Page, "oneword-report", whole: true);
        await Axe.CheckAsync(desk.Page);
    }

    [Fact]
    public async Task The_most_and_longest_words_stand_whole_in_the_dark_and_few_stand_large()
    {
        await using var room = await WordRoom.StartAsync(prompt: "One word, or up to three: how do you leave this room and this day, and whom will you tell of it first?");
        await room.GoAsync(0);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET theme = 'Dark'"), Stop);
        await WordRoom.PlantAsync(room, room.Activity, ("curious", 3), ("late", 1), ("mud", 1), ("tired", 2));
        var wall = await VisitAsync(room.Site.Url, Device.Wall, dark: true);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var faults = new List<string>();
        await SetQuestionLookTests.LookAsync(wall, "oneword-few", faults);
        (string, int)[] crowd =
        [
            .. Enumerable.Range(0, 120).Select(number => ($"{(char)('a' + (number % 26))}{"nderstandingly"[..(4 + (number % 10))]}{(char)('a' + (number / 26))}", 1 + (number % 17 == 0 ? 9 : number % 5 == 0 ? 2 : 0))),
            ("wwwwwwwwwwwwwwwwwwwwwwww", 12), ("internationalisierungen", 8),
        ];
        await WordRoom.PlantAsync(room, room.Activity, crowd);
        await wall.Page.ReloadAsync();
        await SetQuestionLookTests.LookAsync(wall, "oneword-many", faults);
        await WordRoom.PlantEarlierAsync(room, crowd);
        await wall.Page.ReloadAsync();
        await SetQuestionLookTests.LookAsync(wall, "oneword-many-twice", faults);
        await room.Site.Writer.RunAsync(w => w.Execute(
            "UPDATE activity SET prompt = @prompt WHERE id = @Activity", new { prompt = string.Join(' ', Enumerable.Repeat("How do you leave us?", 13)), room.Activity }), Stop);
        await wall.Page.ReloadAsync();
        await SetQuestionLookTests.LookAsync(wall, "oneword-long", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        await Axe.CheckAsync(wall.Page);
        var phone = await PhoneAsync(room, "Bo Lind", dark: true);
        await Shot(phone.Page, "oneword-phone-dark");
        await Axe.CheckAsync(phone.Page);
        await room.GoAsync(2);
        await phone.Page.ReloadAsync();
        await Shot(phone.Page, "oneword-phone-many-dark", whole: true);
        Assert.True(await phone.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Words_can_be_given_without_scripts()
    {
        await using var room = await WordRoom.StartAsync(Reveal.AfterClose, """{"Most":1}""");
        await room.GoAsync(0);
        var phone = await PhoneAsync(room, "Cecil Hart", dark: false, script: false);
        phone.Expect("422");
        await phone.Page.FillAsync(".word", "proud and tired");
        await phone.Page.ClickAsync("button:has-text('Give my word')");
        await phone.SeesAsync("That is two. Which one is the truest?");
        Assert.Equal("proud and tired", await phone.Page.InputValueAsync(".word"));
        await Shot(phone.Page, "oneword-phone-plain");
        await phone.Page.ClickAsync(".one-of .pick:has-text('tired')");
        await phone.SeesAsync("Given. Thank you.");
        await Expect(phone.Page.Locator(".word-panel")).ToBeHiddenAsync();
        Assert.Equal(["tired"], await room.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT word FROM word_given"), Stop));
    }

    private async Task<Visitor> PhoneAsync(KindRoom room, string name, bool dark, bool script = true)
    {
        using var joined = await room.PhoneAsync(name);
        var visitor = await VisitAsync(room.Site.Url, Device.Phone, dark, script);
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = await SetQuestionLookTests.SeatAsync(room, name), Url = room.Site.Url }]);
        await visitor.GoAsync($"/w/{room.World.Workshop}");
        if (script)
        {
            await visitor.LiveAsync();
        }

        return visitor;
    }
}
