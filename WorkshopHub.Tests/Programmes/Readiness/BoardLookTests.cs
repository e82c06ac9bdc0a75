using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>The board, my page and a page of a role on a desk and a phone, light and dark; a facilitator works through the board.</summary>
public sealed class BoardLookTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_facilitator_goes_from_the_own_page_to_the_board_overrides_a_warning_and_is_told_what_stops()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync(
            """
            DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set;
            DELETE FROM authority_statement WHERE programme_id = @Id;
            INSERT INTO problem (programme_id, position, title, created_at, changed_at) VALUES (@Id, 9, 'Why do apprentices leave?', @Now, @Now);
            UPDATE membership SET supervisor_id = NULL WHERE person_id = @one;
            UPDATE person SET org_unit_id = (SELECT org_unit_id FROM person WHERE id = @one) WHERE id = @two
            """);
        var desk = (await VisitAsync(room.Site.Url, Device.Desk)).Expect("/readiness|status of 422");
        await desk.SignInAsync("Mari Kask");
        await LookAsync(desk, "/", "my-page-facilitator");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "See what is missing" }).ClickAsync();
        await desk.SeesAsync("Ready to start?");
        await LookAsync(desk, room.Page, "readiness");
        var need = desk.Page.Locator("[data-need^='mix:']");
        await need.GetByText("Go on all the same").First.ClickAsync();
        await need.GetByLabel("Why is it right to go on?").FillAsync("ok");
        await need.GetByRole(AriaRole.Button, new() { Name = "Override with this reason" }).ClickAsync();
        await desk.SeesAsync("at least one sentence");
        await LookAsync(desk, null, "readiness-wrong");
        await need.GetByLabel("Why is it right to go on?").FillAsync("They work in two towns, and have never met.");
        await need.GetByRole(AriaRole.Button, new() { Name = "Override with this reason" }).ClickAsync();
        await desk.SeesAsync("Overridden by Mari Kask");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "It is ready" }).ClickAsync(new() { Force = true });
        await desk.SeesAsync("Not yet: Set 1 has no advisor");

        var phone = await VisitAsync(room.Site.Url, Device.Phone);
        await phone.SignInAsync("Mari Kask");
        await LookAsync(phone, room.Page, "readiness-phone");
        await LookAsync(phone, "/", "my-page-facilitator-phone");
    }

    [Fact]
    public async Task A_champion_opens_a_door_on_the_phone()
    {
        await using var room = await ReadyRoom.OpenAsync();
        var door = Tokens.New();
        await room.Site.Writer.RunAsync(writes =>
        {
            writes.Execute(
                "INSERT INTO account (person_id, password_hash, stamp) SELECT @chen, password_hash, @stamp FROM account WHERE person_id = @mari",
                new { chen = room.World["Chen Champion"], stamp = Tokens.New(), mari = room.World["Mari Kask"] });
            var activity = writes.Insert(
                "INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) VALUES (@Workshop, 'offers', 'Doors', @Now, @Now)",
                new { room.World.Workshop, writes.Now });
            foreach (var (id, set, state, title) in new[]
            {
                (door, room.Sets[0], "Asked", "A repair crew for two joints without the yearly plan"),
                (Tokens.New(), room.Sets[1], "Accepted", "Decide who owns the address list"),
                (Tokens.New(), room.Sets[2], "Opened", "Access to council drawings from before 1974"),
            })
            {
                writes.Execute(
                    """
                    INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, text, needed_by, state, asked_at, answered_at, closed_at)
                    VALUES (@id, @activity, @set, @by, @chen, @title, 'Before the winter', '2099-06-25', @state, '2026-03-12T09:00:00.000Z',
                      CASE WHEN @state <> 'Asked' THEN '2026-03-14T09:00:00.000Z' END, CASE WHEN @state = 'Opened' THEN '2026-03-14T09:00:00.000Z' END)
                    """,
                    new { id, activity, set, by = room.People[0], chen = room.World["Chen Champion"], title, state });
            }

            return true;
        });
        var phone = await VisitAsync(room.Site.Url, Device.Phone);
        await phone.SignInAsync("Chen Champion");
        await LookAsync(phone, "/", "my-page-champion-phone");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Champion of five sets" }).ClickAsync();
        await phone.SeesAsync("Two doors wait for you");
        await LookAsync(phone, "/as/champion", "champion-phone");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "I’ll see to it" }).ClickAsync();
        await phone.SeesAsync("You said “I’ll see to it”");
        await LookAsync(phone, $"/doors/{door}?say=NotPossible&back=/as/champion", "door-phone");

        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.SignInAsync("Chen Champion");
        await LookAsync(desk, "/as/champion", "champion");
        await LookAsync(desk, "/", "my-page-champion");
    }

    private static async Task LookAsync(Visitor visitor, string? address, string name)
    {
        if (address is not null)
        {
            Assert.Equal(200, await visitor.GoAsync(address));
        }

        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Shot(visitor.Page, $"{name}-{scheme}".ToLowerInvariant());
            await Axe.CheckColoursAsync(visitor.Page);
        }

        await Axe.CheckAsync(visitor.Page);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }
}
