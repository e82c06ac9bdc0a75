using System.Globalization;
using WorkshopHub.Tests.Activities.SetQuestions;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.Offers;

/// <summary>Offers and requests in real browsers: phones ask and help, walls follow, nothing is cut.</summary>
public sealed class OffersLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Long =
        "Can anyone make a recording of a whole night shift in the control room audible for a works team of forty people, without " +
        "names and without a league table, so that they hear what an alarm every forty seconds does to somebody who is to decide " +
        "about the water of a whole town?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Phones_ask_and_help_and_the_wall_follows()
    {
        await using var room = await KindRoom.StartAsync("offers", "Who needs what, who can help?", settings: """{"doors":true}""");
        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var alma = await JoinAsync(room, "Alma Tamm");
        var cecil = await JoinAsync(room, "Cecil Hart", dark: true);
        await alma.Page.Locator("#of-text").FillAsync("Who is still in touch with others from the 2023 intake?");
        await alma.Page.Locator("[data-answer][value=post]").ClickAsync();
        var card = cecil.Page.Locator($"#needs-{room.Activity} > li");
        await Expect(card).ToHaveCountAsync(1);
        await Expect(wall.Page.Locator(".match.open")).ToContainTextAsync("2023 intake");
        await Axe.CheckAsync(alma.Page);
        await Shot(alma.Page, "offers-phone-mine");
        await card.Locator("summary").ClickAsync();
        await card.Locator("textarea").FillAsync("I am, with three of them.");
        await Shot(cecil.Page, "offers-phone-help-dark");
        await Axe.CheckAsync(cecil.Page);
        await card.Locator("[data-answer]").ClickAsync();
        await Expect(wall.Page.Locator(".match[data-state=Agreed]")).ToContainTextAsync("with three of them");
        await Expect(alma.Page.Locator(".of-match")).ToContainTextAsync("Agreed: you and Cecil");
        await Expect(cecil.Page.Locator(".of-match")).ToContainTextAsync("Agreed: you and Alma");
        await Axe.CheckAsync(wall.Page);
        await alma.Page.Locator(".of-new .chip", new() { HasText = "Offer" }).ClickAsync();
        await alma.Page.Locator("#of-text").FillAsync("Two seats in the van.");
        await alma.Page.Locator("[data-answer][value=post]").ClickAsync();
        await Expect(cecil.Page.Locator($"#offers-{room.Activity} > li")).ToHaveCountAsync(1);
        await Expect(alma.Page.Locator($"#offers-{room.Activity} > li:visible")).ToHaveCountAsync(0);
        await alma.Page.EvaluateAsync("() => { document.getElementById('act').dataset.role = 'Client Sponsor'; }");
        await Expect(alma.Page.Locator(".of-doors")).ToBeHiddenAsync(); // only sets ask for doors
        await alma.Page.EvaluateAsync("() => { document.getElementById('act').dataset.role = 'Member'; }");
        await alma.Page.Locator(".of-doors summary").ClickAsync();
        await Shot(alma.Page, "offers-phone-door");
        await Axe.CheckAsync(alma.Page);
        await room.GoAsync(2);
        await alma.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/w/{room.World.Workshop}"));
        await alma.LiveAsync();
        await alma.Page.Locator(".of-match .chip", new() { HasText = "It did" }).ClickAsync();
        await alma.Page.Locator(".of-match textarea").FillAsync("Bill came as a guest to our second meeting.");
        await alma.Page.Locator(".of-match .seg label", new() { HasText = "5" }).ClickAsync();
        await Shot(alma.Page, "offers-phone-review");
        await Axe.CheckAsync(alma.Page);
        await alma.Page.Locator(".of-match [data-answer]").ClickAsync();
        await Expect(alma.Page.Locator(".of-came")).ToHaveTextAsync("Bill came as a guest to our second meeting.");
        await wall.GoAsync("/wall");
        await Expect(wall.Page.Locator(".of-told")).ToContainTextAsync("5 months saved, a guess");
        await Axe.CheckAsync(wall.Page);
        await LeaveAsync();
    }

    [Fact]
    public async Task Nothing_is_cut_on_the_wall_with_long_names_and_texts()
    {
        await using var room = await KindRoom.StartAsync("offers", "Who needs what, who can help?", settings: """{"doors":true}""");
        await FillAsync(room, "Who can make a recording of a night shift audible for a whole works team?", "I can cut it to six minutes. I did local radio before I did leaflets.");
        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        var faults = new List<string>();
        await OpenAsync();
        await SetQuestionLookTests.LookAsync(wall, "offers-wall", faults);
        await room.GoAsync(2);
        await OpenAsync();
        await SetQuestionLookTests.LookAsync(wall, "offers-wall-review", faults);
        await room.Site.Writer.RunAsync(w => w.Execute(
            """
            UPDATE offer SET text = @Long;
            UPDATE offer_match SET words = @Long, came_of_it = CASE came_of_it WHEN '' THEN '' ELSE @Long END;
            UPDATE person SET name = 'Wilhelmina-Alexandra Featherstonehaugh-Cholmondeley the 2nd' WHERE id IN (SELECT person_id FROM offer);
            UPDATE door_request SET title = substr(@Long, 1, 80);
            """, new { Long }), Stop);
        await OpenAsync();
        await SetQuestionLookTests.LookAsync(wall, "offers-wall-review-long", faults);
        await room.GoAsync(0);
        await OpenAsync();
        await SetQuestionLookTests.LookAsync(wall, "offers-wall-long", faults);
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/w/{room.World.Workshop}/control");
        await desk.LiveAsync();
        await Shot(desk.Page, "offers-control");
        await Axe.CheckAsync(desk.Page);
        await desk.Page.Locator(".of-desk a", new() { HasText = "Suggest a match" }).First.ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("help");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "offers-suggest");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));

        async Task OpenAsync()
        {
            await wall.GoAsync("/wall");
            await wall.LiveAsync();
        }
    }

    private static Task<bool> FillAsync(KindRoom room, string need, string gift) => room.Site.Writer.RunAsync(w =>
    {
        var world = room.World;
        string[] states = ["Agreed", "Agreed", "Happened", "Happened", "FellThrough", "Suggested"];
        for (var at = 0; at < 6; at++)
        {
            var asker = world[world.Sets[at].Members[0]];
            var helper = world[world.Sets[(at + 1) % 6].Members[1]];
            var (set, other) = (world.Sets[at].Id, world.Sets[(at + 1) % 6].Id);
            string[] ids = [Tokens.New(), Tokens.New(), Tokens.New(), Tokens.New()];
            foreach (var (id, kind, text, person, of) in new[]
            {
                (ids[0], "Request", need, asker, set), (ids[1], "Request", need, helper, other), (ids[2], "Offer", gift, asker, set), (ids[3], "Offer", gift, helper, other),
            })
            {
                w.Execute("INSERT INTO offer (id, activity_id, person_id, set_id, kind, text, posted_at) VALUES (@id, @Activity, @person, @of, @kind, @text, @Now)",
                    new { id, room.Activity, person, of, kind, text, w.Now });
            }

            w.Execute("""
                INSERT INTO offer_match (id, activity_id, request_id, helper_id, asker_id, words, state, came_of_it, months_saved, made_at, changed_at)
                VALUES (@id, @Activity, @request, @helper, @asker, @gift, @state, @came, @months, @Now, @Now)
                """, new
            {
                id = Tokens.New(),
                room.Activity,
                request = ids[0],
                helper,
                asker,
                gift,
                state = states[at],
                came = states[at] == "Happened" ? "Bill came as a guest to our second meeting." : "",
                months = states[at] == "Happened" ? 5 : (int?)null,
                w.Now,
            });
            w.Execute("""
                INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, state, opens_on, asked_at)
                VALUES (@id, @Activity, @set, @asker, @of, 'The drawings from before 1974', @state, @on, @Now)
                """, new { id = Tokens.New(), room.Activity, set, asker, of = world["Chen Champion"], state = at % 2 == 0 ? "Asked" : "Accepted", on = at % 2 == 0 ? null : "2026-06-18", w.Now });
        }

        return true;
    }, Stop);

    /// <summary>Everybody leaves before the program ends, so that no page looks for it.</summary>
    private async Task LeaveAsync()
    {
        foreach (var visitor in Visitors)
        {
            await visitor.Page.GotoAsync("about:blank");
        }
    }

    private async Task<Visitor> JoinAsync(KindRoom room, string name, bool dark = false)
    {
        using var phone = await room.PhoneAsync(name);
        var token = await SetQuestionLookTests.SeatAsync(room, name, "Vouched");
        var visitor = await VisitAsync(room.Site.Url, Device.Phone, dark);
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = token, Url = room.Site.Url }]);
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/w/{room.World.Workshop}"));
        await visitor.LiveAsync();
        return visitor;
    }
}
