using Microsoft.Playwright;
using WorkshopHub.Tests.Activities.Polls;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Commitments;

namespace WorkshopHub.Tests.Activities.Commitments;

/// <summary>Promises and goals on phones, walls and in the control room, as browsers show them.</summary>
public sealed class CommitmentJourneyTests(Browser browser) : BrowserTest(browser)
{
    private static readonly string[] _names =
        ["Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar", "Fay Novak", "Gita Rao", "Hugo Kern", "Ines Prado", "Jaan Mets"];

    private static readonly string[] _texts =
    [
        "Carry the same-gang-goes-back rule to Cottering with their own team leaders, not mine.",
        "Take two second-years through a winter night shift myself.", "Keep Thursdays free, also when it burns.",
        "Ring the other depot before I write to it.", "Show our figures to the night shift each first Monday.",
        "Write the question down before I give advice.", "Ask for the clause to be changed, in writing, with the three cases beside it.",
        "Sit with the planners one morning a week until the list is shorter than the board.", "Teach two colleagues the old pumps.",
    ];

    [Fact]
    public async Task A_promise_goes_from_a_phone_to_its_witness_and_to_the_wall_also_the_longest()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var room = await PromisingAsync(world, site, new CommitmentSettings(), "What will you do by Christmas?", true);
        var wall = await VisitAsync(site.Url, Device.Wall, dark: true);
        await room.WallAsync(wall, true);
        var cecil = await VisitAsync(site.Url, Device.Phone, dark: true);
        await room.JoinedAsync(cecil, "Cecil Hart");
        var alma = await VisitAsync(site.Url, Device.Phone, dark: true);
        await room.JoinedAsync(alma, "Alma Tamm");
        await Shot(alma.Page, "commitment-phone-empty");
        await alma.Page.FillAsync(".com-form [name=text]", string.Concat(Enumerable.Repeat("Pumpenwartungs ", 30))[..280]);
        await alma.Page.SelectOptionAsync("[name=witness]", [new SelectOptionValue { Label = "Cecil Hart" }]);
        await alma.Page.ClickAsync("text=Everyone, on the wall");
        await Shot(alma.Page, "commitment-phone-form", whole: true);
        await Axe.CheckAsync(alma.Page);
        await alma.Page.ClickAsync(".com-form [data-answer]");
        await alma.Page.WaitForSelectorAsync("text=Cecil is asked");
        await cecil.Page.WaitForSelectorAsync("text=Alma asks you to be witness");
        await Shot(cecil.Page, "commitment-phone-asked", whole: true);
        await Axe.CheckAsync(cecil.Page);
        await cecil.Page.ClickAsync("section:has-text('Alma asks') >> text=Yes, I’ll ask");
        await alma.Page.WaitForSelectorAsync("text=Cecil said yes");
        await wall.Page.WaitForSelectorAsync(".com:has-text('Alma'):has-text('will ask')");
        await Shot(alma.Page, "commitment-phone-kept", whole: true);
        await Axe.CheckAsync(alma.Page);
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"commitment-wall-{size}")));
        Assert.False(await OverlapsAsync(wall));
        await Axe.CheckAsync(wall.Page);
        var desk = await VisitAsync(site.Url, Device.Desk, dark: true);
        await desk.ControlAsync(world);
        await desk.Page.WaitForSelectorAsync(".com-desk:has-text('10 of')");
        await Shot(desk.Page, "commitment-control");
        await Axe.CheckAsync(desk.Page);
        await LeaveAsync();
    }

    [Theory]
    [InlineData("Goal", false)]
    [InlineData("Rating", true)]
    [InlineData("Problem", false)]
    public async Task What_is_between_two_stays_on_their_phones_and_the_wall_counts(string mode, bool dark)
    {
        var (world, site) = World.Start();
        await using var started = site;
        var settings = new CommitmentSettings { Mode = Enum.Parse<CommitmentMode>(mode), Place = "At the member’s table" };
        var room = new PollRoom(world, site, 0);
        await site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET kind = @kind", new { kind = mode == "Rating" ? "Final" : "KickOff" }));
        await room.OpenAsync("commitment", settings.ToJson(), NameMode.Private, mode == "Problem" ? "Write your problem down, then talk" : "What do you want to get better at?");
        (string, string[])[] fields = mode switch
        {
            "Goal" => [("do", ["goal"]), ("text", ["Say earlier when I disagree."]), ("why", ["It cost us a month."]), ("notice", ["They say so unasked."]), ("value", ["2"])],
            "Rating" => [("do", ["rate"]), ("value", ["4"]), ("note", ["I now say it in the meeting, not after it."]), ("share", ["Supervisor"])],
            _ => [("do", ["problem"]), ("title", ["Jobs that come back"]), ("text", ["One repair in five is done twice."]), ("why", ["Customers wait twice."])],
        };
        if (mode == "Rating")
        {
            await site.Writer.RunAsync(w => w.Execute(
                """
                INSERT INTO developmental_goal (membership_id, text, why_now, how_noticed, created_at, changed_at)
                SELECT id, 'Say earlier when I disagree.', 'It cost us a month.', 'They say so unasked.', @Now, @Now FROM membership
                """,
                new { w.Now }));
        }

        foreach (var name in _names)
        {
            await room.AnswerAsync(name, fields);
        }

        var wall = await VisitAsync(site.Url, Device.Wall, dark);
        await room.WallAsync(wall, dark);
        var uma = await VisitAsync(site.Url, Device.Phone, dark);
        await room.JoinedAsync(uma, "Uma Supervisor");
        var alma = await VisitAsync(site.Url, Device.Phone, dark);
        await room.JoinedAsync(alma, "Alma Tamm");
        await Shot(alma.Page, $"commitment-{mode}-member-empty", whole: true);
        await Axe.CheckAsync(alma.Page);
        await room.AnswerAsync("Alma Tamm", fields);
        await uma.Page.WaitForSelectorAsync(".com-member:has-text('Alma') blockquote");
        await wall.Page.WaitForSelectorAsync("text=10 of 12");
        await Shot(alma.Page, $"commitment-{mode}-member", whole: true);
        await Shot(uma.Page, $"commitment-{mode}-supervisor", whole: true);
        await Axe.CheckAsync(uma.Page);
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"commitment-{mode}-wall-{size}")));
        await Axe.CheckAsync(wall.Page);
        var desk = await VisitAsync(site.Url, Device.Desk, dark);
        await desk.ControlAsync(world);
        await desk.Page.WaitForSelectorAsync(".com-desk:has-text('10 of')");
        await Shot(desk.Page, $"commitment-{mode}-control");
        await Axe.CheckAsync(desk.Page);
        await LeaveAsync();
    }

    [Fact]
    public async Task Sets_date_their_first_meetings_on_the_wall()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var room = await PromisingAsync(world, site, new CommitmentSettings { Mode = CommitmentMode.Action }, "What is your first action, and when do you meet?", false);
        var wall = await VisitAsync(site.Url, Device.Wall);
        await room.WallAsync(wall);
        var alma = await VisitAsync(site.Url, Device.Phone, dark: true);
        await room.JoinedAsync(alma, "Alma Tamm");
        await alma.Page.FillAsync("[name=meeting1]", DateTimeOffset.UtcNow.AddDays(9).ToString("yyyy-MM-dd", null));
        await alma.Page.FillAsync("[name=meeting2]", DateTimeOffset.UtcNow.AddDays(19).ToString("yyyy-MM-dd", null));
        await Shot(alma.Page, "commitment-action-phone", whole: true);
        await Axe.CheckAsync(alma.Page);
        await alma.Page.ClickAsync("[data-part=meet] [data-answer]");
        await wall.Page.WaitForSelectorAsync("tr:has-text('Circle'):not(:has-text('not yet'))");
        Assert.Empty(await PollRoom.FaultsAsync(wall, size => Shot(wall.Page, $"commitment-action-wall-{size}")));
        await Axe.CheckAsync(wall.Page);
        await LeaveAsync();
    }

    /// <summary>Everybody leaves before the program ends, so that no page looks for it.</summary>
    private async Task LeaveAsync()
    {
        foreach (var visitor in Visitors)
        {
            await visitor.Page.GotoAsync("about:blank");
        }
    }

    /// <summary>No promise may lie over another, which a look at each alone does not find.</summary>
    private static Task<bool> OverlapsAsync(Visitor wall) => wall.Page.EvaluateAsync<bool>(
        """
        () => [...document.querySelectorAll(".com")].some((one) => one.lastElementChild.getBoundingClientRect().bottom > one.getBoundingClientRect().bottom + 1)
        """);

    private static async Task<PollRoom> PromisingAsync(World world, Site site, CommitmentSettings settings, string prompt, bool longest)
    {
        if (longest)
        {
            await site.Writer.RunAsync(w => w.Execute(
                "UPDATE person SET name = substr(name || ' von und zu Hohenstaufen-Langenburg zu Weikersheim an der Tauber', 1, 60) WHERE name IN ('Bo Lind', 'Dora Voss', 'Emil Saar', 'Fay Novak')"));
        }

        var room = new PollRoom(world, site, 0);
        await room.OpenAsync("commitment", settings.ToJson(), NameMode.Private, prompt);
        foreach (var (place, name) in _names.Index())
        {
            var text = longest ? string.Concat(Enumerable.Repeat(_texts[place] + " ", 8))[..280] : _texts[place];
            await room.AnswerAsync(name, ("do", ["write"]), ("text", [text]), ("share", ["Room"]), ("witness", [$"{world[_names[(place + 2) % 9]]}"]));
        }

        return room;
    }
}
