using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Polls;

namespace WorkshopHub.Tests.Activities.Polls;

public sealed class PollJourneyTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _names =
    [
        "Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar", "Fay Novak", "Gita Rao", "Hugo Kern", "Ines Prado", "Jaan Mets",
    ];

    [Fact]
    public async Task A_tap_on_a_phone_counts_on_the_wall_and_in_the_control_room()
    {
        var (world, site) = World.Start();
        using var started = site;
        var room = new PollRoom(world, site, 0);
        var settings = new PollSettings
        {
            Choices = ["Hexley House (head office)", "Aldbrook Treatment Works", "Sallow Bay Wastewater Works", "Thornby Depot",
                "Cottering Depot", "Penrow Customer Centre", "Marden Hill Laboratory", "Eastfold Treatment Works"],
        };
        await room.OpenAsync("poll", settings.ToJson(), NameMode.Named, "Which site did you travel from?");
        foreach (var (place, name) in _names.Index())
        {
            await room.AnswerAsync(name, ("choice", [settings.Choices[place * place % 5]]));
        }

        var wall = await VisitAsync(site.Url, Device.Wall);
        await room.WallAsync(wall);
        var phone = await VisitAsync(site.Url, Device.Phone);
        await room.JoinedAsync(phone, "Alma Tamm");
        await phone.Page.ClickAsync(".pick:has-text('Eastfold')");
        await phone.Page.WaitForSelectorAsync(".pick[aria-pressed=true]:has-text('Eastfold')");
        await wall.Page.WaitForSelectorAsync(".pair:has-text('Eastfold') svg[aria-label='1 person']");
        await Shot(phone.Page, "poll-phone");
        await Axe.CheckAsync(phone.Page);
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"poll-wall-{size}")));
        await Axe.CheckAsync(wall.Page);
        var desk = await VisitAsync(site.Url, Device.Desk, dark: true);
        await desk.ControlAsync(world);
        await desk.Page.WaitForSelectorAsync(".poll-desk:has-text('10 people have answered')");
        await Shot(desk.Page, "poll-control");
        await Axe.CheckAsync(desk.Page);
    }

    [Fact]
    public async Task Names_of_sets_stand_on_the_wall_whole_and_both_phones_hear_where_they_differ()
    {
        var (world, site) = World.Start();
        using var started = site;
        var room = new PollRoom(world, site, 0);
        var settings = new PollSettings { Form = PollForm.Text, PerSet = true, Carries = PollCarries.SetName, Longest = 40 };
        await room.OpenAsync("poll", settings.ToJson(), NameMode.Named, "What is your set called?");
        string[] called = ["Backfill", "Quiet Night", "Twelve Streets", "", "A long name of forty characters exactly!", "Second Winter"];
        foreach (var (place, name) in called.Index().Where(set => set.Item.Length > 0))
        {
            await room.AnswerAsync(world.Sets[place].Members[0], ("text", [name]));
        }

        var wall = await VisitAsync(site.Url, Device.Wall, dark: true);
        await room.WallAsync(wall, dark: true);
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"poll-names-{size}")));
        var phone = await VisitAsync(site.Url, Device.Phone);
        await room.JoinedAsync(phone, "Bo Lind");
        await phone.Page.FillAsync("#poll-text", "Holes");
        await Shot(phone.Page, "poll-phone-name");
        Assert.Equal("Holes", await phone.Page.TextContentAsync("[data-tryout]"));
        await phone.Page.ClickAsync("#stage [data-answer]");
        await phone.Page.WaitForSelectorAsync("text=Your set’s phones differ");
        await wall.Page.WaitForSelectorAsync("text=Two names. Still talking");
        await Shot(phone.Page, "poll-phone-differ");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.ClickAsync(".pick:has-text('Backfill')");
        await wall.Page.WaitForSelectorAsync("h2:has-text('Backfill')");
        await Axe.CheckAsync(wall.Page);
    }

    [Fact]
    public async Task Hands_go_up_and_the_longest_choices_and_words_stand_whole()
    {
        var (world, site) = World.Start();
        using var started = site;
        var room = new PollRoom(world, site, 0);
        var choices = Enumerable.Range(1, 11).Select(number => $"{number}. A choice with the sixty characters that it may at most have."[..60])
            .Append("Not this time").ToList();
        var settings = new PollSettings { Choices = choices, Carries = PollCarries.Volunteer, Also = "What should they call you for?" };
        await room.OpenAsync("poll", settings.ToJson(), NameMode.Named, "The next programme starts in January. I would be there as…");
        foreach (var (place, name) in _names.Index())
        {
            await room.AnswerAsync(name, ("choice", [choices[place % 3 == 0 ? ^1 : place]]), ("text", ["Street works"]));
        }

        var wall = await VisitAsync(site.Url, Device.Wall);
        await room.WallAsync(wall);
        Assert.Equal("6", await wall.Page.TextContentAsync(".hands b"));
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"poll-hands-{size}")));
        var phone = await VisitAsync(site.Url, Device.Phone, dark: true);
        await room.JoinedAsync(phone, "Alma Tamm");
        await phone.Page.ClickAsync("label.pick:has-text('2. A choice')");
        await phone.Page.FillAsync("#poll-also", "Holes that stay shut");
        await Axe.CheckAsync(phone.Page);
        await phone.Page.ClickAsync("[data-answer]:has-text('Put me down')");
        await phone.Page.WaitForSelectorAsync(".poll-done");
        Assert.Equal("Holes that stay shut", await phone.Page.InputValueAsync("#poll-also"));
        await Shot(phone.Page, "poll-phone-hands");

        await room.OpenAsync("poll", new PollSettings { Form = PollForm.Text, Longest = 80 }.ToJson(), NameMode.Named, "One thing in a few words");
        foreach (var name in _names)
        {
            await room.AnswerAsync(name, ("text", [$"{name} writes all of the eighty characters that somebody may write to a poll"]));
        }

        await wall.Page.ReloadAsync();
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"poll-words-{size}")));
    }
}
