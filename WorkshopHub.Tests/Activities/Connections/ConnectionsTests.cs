using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Activities.Rounds;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Connections;

namespace WorkshopHub.Tests.Activities.Connections;

public sealed class ConnectionsTests(Browser browser) : BrowserTest(browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_only_its_persons_and_the_room_sees_counts()
    {
        await using var room = await StartAsync(3);
        using var alma = await PhoneAsync(room, "Alma Tamm");
        var feed = await alma.FeedAsync();
        Assert.Contains("Cecil Hart", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Lind", feed, StringComparison.Ordinal);
        using var saved = await SendAsync(room, alma, ("Cecil Hart", "3"), ("Emil Saar", "2"), ("Gita Rao", "0"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("<b>1</b>", await room.WallAsync(), StringComparison.Ordinal);
        using var cecil = await PhoneAsync(room, "Cecil Hart");
        using var again = await SendAsync(room, alma, ("Cecil Hart", "2"));
        var own = await room.Site.Db.ReadAsync(reads => Tie.By(reads, room.Activity, room.World["Alma Tamm"]), Stop);
        Assert.Equal(2, Assert.Single(own).Value);
        Assert.DoesNotContain("checked=\"checked\" value=\"2\"", await cecil.FeedAsync(), StringComparison.Ordinal);
        await CloseAsync(room);
        var wall = await room.WallAsync();
        Assert.Contains("Fewer than five have answered", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg class=\"chart net\"", wall, StringComparison.Ordinal);
        using var late = await SendAsync(room, alma, ("Cecil Hart", "3"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_a_list_is_refused()
    {
        await using var room = await StartAsync(3);
        using var alma = await PhoneAsync(room, "Alma Tamm");
        foreach (var (name, value) in new[] { ("Cecil Hart", "4"), ("Cecil Hart", "<b>"), ("Bo Lind", "3"), ("Alma Tamm", "3"), ("Otto Outsider", "1") })
        {
            using var wrong = await SendAsync(room, alma, (name, value));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var empty = await SendAsync(room, alma);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE device SET assurance = 'Claimed'"), Stop);
        using var claimed = await SendAsync(room, alma, ("Cecil Hart", "3"));
        Assert.Equal(HttpStatusCode.Forbidden, claimed.StatusCode);
        Assert.Contains("Your list is yours alone", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Empty(await room.Site.Db.ReadAsync(reads => Tie.Of(reads, room.Activity), Stop));
    }

    [Fact]
    public async Task Two_pictures_without_names_stand_side_by_side_when_it_is_revealed()
    {
        await using var room = await StartAsync(9);
        await AnswerAllAsync(room, room.Activity, 12);
        await CloseAsync(room);
        var wall = await VisitWallAsync(room, dark: false);
        await Assertions.Expect(wall.Page.GetByText("of all pairs across units")).ToBeVisibleAsync();
        await LookAsync(wall, "connections-wall-number");
        await EarlierAsync(room);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE agenda_item SET act = 'Reveal' WHERE id = @id", new { id = room.World.Items[0] }), Stop);
        await wall.GoAsync("/wall");
        await Assertions.Expect(wall.Page.Locator("svg.net")).ToHaveCountAsync(2);
        Assert.Equal(108, await wall.Page.Locator("svg.net use").CountAsync());
        Assert.DoesNotContain("Alma", await wall.Page.ContentAsync(), StringComparison.Ordinal);
        var places = await wall.Page.Locator("svg.net").EvaluateAllAsync<string[]>("all => all.map((one) => [...one.querySelectorAll('use')].map((use) => use.getAttribute('x')).join())");
        Assert.Equal(places[0], places[1]);
        await LookAsync(wall, "connections-wall");
        await wall.Page.SetViewportSizeAsync(1024, 768);
        await LookAsync(wall, "connections-wall-1024");
        await LookAsync(await VisitWallAsync(room, dark: true), "connections-wall-dark");
        var phone = await VisitPhoneAsync(room, "Alma Tamm");
        await Assertions.Expect(phone.Page.GetByText("Only you see this")).ToBeVisibleAsync();
        await LookAsync(phone, "connections-phone-then-and-now");
        Assert.Contains("No names.", await room.Desk.GetStringAsync($"/workshops/{room.World.Workshop}/summary", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_saves_as_one_goes_and_finds_people_by_name_and_unit()
    {
        await using var room = await StartAsync(9);
        var wall = await VisitWallAsync(room, dark: false);
        var phone = await VisitPhoneAsync(room, "Alma Tamm");
        await Assertions.Expect(phone.Page.GetByText("8 of 45")).ToBeVisibleAsync();
        await LookAsync(phone, "connections-phone");
        await phone.Page.Locator(".who-list li:visible label").Nth(3).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-saved]")).ToHaveTextAsync("Saved");
        await Assertions.Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("1");
        await LookAsync(wall, "connections-wall-count");
        await phone.Page.GetByPlaceholder("Search a name").FillAsync("cecil");
        await Assertions.Expect(phone.Page.Locator(".who-list li:visible")).ToHaveCountAsync(1);
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator(".who-list li:visible input:checked[value='3']")).ToHaveCountAsync(1);
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.GoAsync("/signin");
        await desk.Page.GetByLabel("E-mail").FillAsync(World.Mail("Mari Kask"));
        await desk.Page.GetByLabel("Password").FillAsync(World.Password);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await desk.GoAsync($"/w/{room.World.Workshop}/control");
        await LookAsync(desk, "connections-control");
    }

    private static async Task<TalkingRoom> StartAsync(int perSet)
    {
        var room = await TalkingRoom.StartAsync(perSet: perSet);
        await room.Site.Writer.RunAsync(w =>
        {
            w.Execute("""
                UPDATE activity SET kind = 'connections', title = 'Who would I ring', prompt = 'Who would you ring?', settings = '{}', series = 'ring',
                  name_mode = 'Private', reveal = 'AfterClose' WHERE id = @Activity
                """, room);
            foreach (var set in room.World.Sets)
            {
                var unit = w.Insert("INSERT INTO org_unit (name) VALUES (@name)", new { name = $"Department of {set.Name}s" });
                w.Execute("UPDATE person SET org_unit_id = @unit WHERE id IN (SELECT person_id FROM membership WHERE set_id = @Id)", new { unit, set.Id });
            }

            return true;
        }, Stop);
        return room;
    }

    private static Task<int> CloseAsync(TalkingRoom room) => room.Site.Writer.RunAsync(
        w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @Activity", room), Stop);

    /// <summary>The first so many people answer, by what their numbers say.</summary>
    private static Task<int> AnswerAllAsync(TalkingRoom room, long activity, int ring) => room.Site.Writer.RunAsync(w => w.Execute("""
        INSERT INTO connection (activity_id, from_id, to_id, strength)
        SELECT @activity, a.person_id, b.person_id, 1 + (a.person_id * 7 + b.person_id * 3) % 3
        FROM membership a JOIN membership b ON b.set_id <> a.set_id WHERE (a.person_id * 31 + b.person_id * 17) % 100 < @ring;
        INSERT INTO answered (activity_id, participant_id, times)
        SELECT @activity, j.id, 1 FROM participant j JOIN activity a ON a.workshop_id = j.workshop_id AND a.id = @activity
        """, new { activity, ring }), Stop);

    private static async Task EarlierAsync(TalkingRoom room)
    {
        var earlier = await room.Site.Writer.RunAsync(w =>
        {
            var workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at)
                VALUES (@Programme, 'KickOff', 'Before', '2025-11-10', 'Held', @Now, @Now)
                """, new { room.World.Programme, w.Now });
            return w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, series, name_mode, reveal, state, created_at, changed_at)
                VALUES (@workshop, 'connections', 'Who do I know here', 'ring', 'Private', 'AfterClose', 'Closed', @Now, @Now)
                """, new { workshop, w.Now });
        }, Stop);
        await AnswerAllAsync(room, earlier, 3);
    }

    private static Task<HttpResponseMessage> SendAsync(TalkingRoom room, PlainPhone phone, params (string Name, string Strength)[] known) =>
        phone.PostAsync("", more:
        [
            ("activity", room.Activity.ToString(CultureInfo.InvariantCulture)),
            .. known.Select(one => ($"k.{room.World[one.Name]}", one.Strength)),
        ]);

    private static async Task<PlainPhone> PhoneAsync(TalkingRoom room, string name)
    {
        var client = room.Site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{Viewers.SeatCookie}={await TokenAsync(room, name)}");
        return new PlainPhone(room.World, room.Site, client);
    }

    private static async Task<string> TokenAsync(TalkingRoom room, string name)
    {
        var token = Tokens.New();
        await room.Site.Writer.RunAsync(w => w.Execute("""
            INSERT INTO device (token_hash, participant_id, assurance, created_at)
            SELECT @hash, j.id, 'Vouched', @Now FROM participant j WHERE j.name = @name
            """, new { hash = Tokens.Hash(token), name, w.Now }), Stop);
        return token;
    }

    private async Task<Visitor> VisitPhoneAsync(TalkingRoom room, string name)
    {
        var phone = await VisitAsync(room.Site.Url, Device.Phone);
        await phone.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = await TokenAsync(room, name), Url = room.Site.Url }]);
        await phone.GoAsync($"/w/{room.World.Workshop}");
        return phone;
    }

    private async Task<Visitor> VisitWallAsync(TalkingRoom room, bool dark)
    {
        if (dark)
        {
            await room.Site.Writer.RunAsync(w => w.Execute("UPDATE screen SET theme = 'Dark' WHERE name = 'Right'"), Stop);
        }

        var wall = await VisitAsync(room.Site.Url, Device.Wall, dark);
        await wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = room.World.Screens[dark ? 1 : 0], Url = room.Site.Url }]);
        await wall.GoAsync("/wall");
        return wall;
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Shot(visitor.Page, name);
        await Axe.CheckAsync(visitor.Page);
    }
}
