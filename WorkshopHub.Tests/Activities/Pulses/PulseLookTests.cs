using System.Text.Json;
using WorkshopHub.Tests.Activities.SetQuestions;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Pulses;

/// <summary>A pulse in real browsers: then and now, the most and longest statements, without scripts.</summary>
public sealed class PulseLookTests(Browser browser) : BrowserTest(browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seven_statements_stand_in_pairs_then_and_now()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET title = 'Final workshop' WHERE id = @Workshop", room.World), Stop);
        await PulseRoom.PlantEarlierAsync(room, 58);
        await room.GoAsync(0);
        await PulseRoom.PlantAsync(room, room.Activity, PulseRoom.Now, 54);
        var phone = await PhoneAsync(room, "Alma Tamm", dark: true);
        await Shot(phone.Page, "pulse-first-dark");
        await Axe.CheckAsync(phone.Page);
        for (var statement = 1; statement <= 6; statement++)
        {
            await phone.Page.Locator(".pulse-ask.now .scale label").Nth(3).ClickAsync();
            await phone.SeesAsync($"Statement {statement + 1} of 7");
        }

        await phone.Page.ClickAsync("[data-back]");
        await phone.SeesAsync("Statement 6 of 7");
        await Shot(phone.Page, "pulse-sixth-dark");
        await phone.Page.ClickAsync("[data-on]");
        await phone.Page.Locator(".pulse-ask.now .scale label").Nth(3).ClickAsync();
        await phone.SeesAsync("Your answers are in. Thank you.");
        await phone.Page.ClickAsync(".pulse-change");
        await phone.SeesAsync("Statement 1 of 7");
        await phone.Page.Locator(".pulse-ask.now .scale label").Nth(0).ClickAsync();
        for (var statement = 2; statement <= 7; statement++)
        {
            await phone.SeesAsync($"Statement {statement} of 7");
            await phone.Page.Locator(".pulse-ask.now .scale label").Nth(4).ClickAsync();
        }

        await phone.SeesAsync("Your answers are in. Thank you.");
        Assert.Equal(1, await room.Site.Db.ReadAsync(reads => reads.First<long>("SELECT times FROM answered"), Stop));
        Assert.Equal(55, (await PulseRoom.PictureAsync(room)).N);
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.ControlAsync(room.World);
        await Shot(desk.Page, "pulse-control-open");
        await Axe.CheckAsync(desk.Page);
        await room.GoAsync(1);
        await room.GoAsync(2);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var faults = new List<string>();
        await SetQuestionLookTests.LookAsync(wall, "pulse-pairs", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        await Axe.CheckAsync(wall.Page);
        await desk.Page.ReloadAsync();
        await Shot(desk.Page, "pulse-control");
        await Axe.CheckAsync(desk.Page);
        await phone.Page.ReloadAsync();
        await Shot(phone.Page, "pulse-phone-pairs-dark", whole: true);
        await Axe.CheckAsync(phone.Page);
        await desk.GoAsync($"/workshops/{room.World.Workshop}/summary");
        await Shot(desk.Page, "pulse-report", whole: true);
        await Axe.CheckAsync(desk.Page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Twelve_of_the_longest_statements_stand_whole(bool then)
    {
        var own = Enumerable.Range(1, 12).Select(number => $"{number}. People whom I have never met before answer me within a day when I co-operate with them on the wards, and mean what they say."[..120]);
        var settings = JsonSerializer.Serialize(new { Standard = Array.Empty<int>(), Own = own });
        await using var room = await PulseRoom.StartAsync(Reveal.Live, settings, string.Join(' ', Enumerable.Repeat("What do you see?", 16)));
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET theme = 'Dark'"), Stop);
        await room.GoAsync(0);
        if (then)
        {
            await PulseRoom.PlantEarlierAsync(room, 8);
        }

        await PulseRoom.PlantAsync(room, room.Activity, PulseRoom.Now, 9);
        var wall = await VisitAsync(room.Site.Url, Device.Wall, dark: true);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var faults = new List<string>();
        await SetQuestionLookTests.LookAsync(wall, $"pulse-twelve-{(then ? "pairs" : "counts")}", faults);
        Assert.Equal(12, await wall.Page.Locator(".pair:not(.key)").CountAsync());
        Assert.Empty(await OverlapsAsync(wall));
        await room.Site.Writer.RunAsync(w => w.Execute(
            "UPDATE activity SET settings = @settings WHERE id = @Activity",
            new { settings = JsonSerializer.Serialize(new { Standard = Array.Empty<int>(), Own = own.Take(7) }), room.Activity }), Stop);
        await wall.Page.ReloadAsync();
        await SetQuestionLookTests.LookAsync(wall, $"pulse-wordy-{(then ? "pairs" : "counts")}", faults);
        Assert.Empty(await OverlapsAsync(wall));
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE activity SET settings = '{}', prompt = 'What do you see?' WHERE id = @Activity", new { room.Activity }), Stop);
        await PulseRoom.PlantAsync(room, room.Activity, PulseRoom.Now, 9);
        await wall.Page.ReloadAsync();
        await SetQuestionLookTests.LookAsync(wall, $"pulse-seven-{(then ? "pairs" : "counts")}-dark", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        await Axe.CheckAsync(wall.Page);
    }

    [Fact]
    public async Task Statements_can_be_answered_without_scripts()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose, """{"Standard":[1,2]}""");
        await room.GoAsync(0);
        var phone = await PhoneAsync(room, "Cecil Hart", dark: false, script: false);
        phone.Expect("422");
        await phone.Page.ClickAsync("button:has-text('Send without a name')");
        await phone.SeesAsync("Choose a number for at least one statement.");
        await phone.Page.Locator(".pulse-ask").Nth(1).Locator("label").Nth(3).ClickAsync();
        await Shot(phone.Page, "pulse-phone-plain");
        await phone.Page.ClickAsync("button:has-text('Send without a name')");
        await phone.SeesAsync("Your answers are in. Thank you.");
        await Expect(phone.Page.Locator(".pulse-panel")).ToBeHiddenAsync();
        Assert.Equal([4L], await room.Site.Db.ReadAsync(reads => reads.Query<long>("SELECT value FROM pulse_answer"), Stop));
    }

    /// <summary>Statements and bars that run into the next row.</summary>
    private static Task<string[]> OverlapsAsync(Visitor wall) => wall.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll(".pair:not(.key)")].filter((row) => [...row.children].some((child) => {
          const box = child.getBoundingClientRect(), frame = row.getBoundingClientRect();
          return box.bottom > frame.bottom + 3 || box.top < frame.top - 3;
        })).map((row) => row.textContent.trim().slice(0, 40))
        """);

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
