using System.Globalization;
using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Offers;

namespace WorkshopHub.Tests.Activities.Offers;

public sealed class OffersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<KindRoom> StartAsync() =>
        KindRoom.StartAsync("offers", "Who needs what, who can help?", settings: """{"doors":true}""");

    private static (string, string)[] Post(string kind, string text) => [("do", "post"), ("kind", kind), ("text", text)];

    private static (string, string)[] Help(OfferRow offer, string words = "I know two of them.") =>
        [("do", $"help.{offer.Id}"), ($"words.{offer.Id}", words), ($"step.{offer.Id}", "I ring")];

    private static (string, string)[] Became(MatchRow match, string state, string came = "", string months = "", long? seen = null) =>
    [
        ("do", $"match.{match.Id}"), ($"state.{match.Id}", state), ($"came.{match.Id}", came), ($"months.{match.Id}", months),
        ($"seen.{match.Id}", (seen ?? match.Version).ToString(CultureInfo.InvariantCulture)),
    ];

    private static Task<Market> MarketAsync(KindRoom room) => room.Site.Db.ReadAsync(
        reads => Market.Read(reads, WorkshopHub.Web.Activities.Activity.Find(reads, room.Activity)!), Stop);

    private static Task<IReadOnlyList<Carried>> CarriedAsync(KindRoom room) =>
        room.Site.Db.ReadAsync(reads => Carried.Of(reads, room.World.Workshop), Stop);

    [Fact]
    public async Task I_can_help_ties_two_people_and_both_see_it()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.TakenAsync(alma, Post("Request", "Who is in touch with the 2023 intake?"));
        var need = Assert.Single((await MarketAsync(room)).OpenNeeds);
        Assert.Contains("I can help", await cecil.FeedAsync(), StringComparison.Ordinal);
        using var own = await room.SendAsync(alma, Help(need));
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        await room.TakenAsync(cecil, Help(need));
        using var again = await room.SendAsync(cecil, Help(need));
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        var match = Assert.Single((await MarketAsync(room)).Matches);
        Assert.Equal(("Agreed", "Cecil Hart", "Alma Tamm", "I know two of them."), (match.State, match.Helper, match.Asker, match.Help));
        Assert.Contains("Agreed: you and Cecil", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Agreed: you and Alma", await cecil.FeedAsync(), StringComparison.Ordinal);
        using var counted = await room.SendAsync(alma, ("do", $"back.{need.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, counted.StatusCode);

        // The other way round: somebody takes up an offer.
        await room.TakenAsync(alma, Post("Offer", "Two seats in the van."));
        var offer = Assert.Single((await MarketAsync(room)).OpenOffers);
        await room.TakenAsync(cecil, Help(offer, "I want to see a dig."));
        var taken = (await MarketAsync(room)).Matches.Single(one => one.OfferId == offer.Id);
        Assert.Equal(("Alma Tamm", "Cecil Hart", "I want to see a dig.", "Two seats in the van."), (taken.Helper, taken.Asker, taken.Need, taken.Help));
    }

    [Fact]
    public async Task A_later_workshop_asks_both_what_came_of_it()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var dora = await room.PhoneAsync("Dora Voss");
        await room.TakenAsync(alma, Post("Request", "An hour with the old drawings."));
        await room.TakenAsync(alma, Post("Request", "A crane."));
        var need = (await MarketAsync(room)).OpenNeeds.Single(one => one.Text.Contains("drawings", StringComparison.Ordinal));
        await room.TakenAsync(cecil, Help(need));
        await room.GoAsync(1);
        Assert.Equal(["Match", "Request"], (await CarriedAsync(room)).Select(one => one.Target).Order());
        var match = Assert.Single((await MarketAsync(room)).Matches);
        using var closed = await room.SendAsync(alma, Became(match, "Happened"));
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        await room.GoAsync(2);
        using var late = await room.SendAsync(dora, Post("Request", "Late."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var foreign = await room.SendAsync(dora, Became(match, "FellThrough"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var many = await room.SendAsync(alma, Became(match, "Happened", months: "61"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        using var none = await room.SendAsync(alma, Became(match, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        await room.TakenAsync(alma, Became(match, "Happened", "We found the linen ones.", "5"));
        using var second = await room.SendAsync(cecil, Became(match, "FellThrough"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("We found the linen ones.", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var after = await MarketAsync(room);
        Assert.Equal(("Happened", 5L, 5L), (after.Matches[0].State, after.Matches[0].MonthsSaved, after.Months));
        Assert.Equal("TakenUp", (await CarriedAsync(room)).Single(one => one.Target == "Match").State);
        Assert.Contains("We found the linen ones.", await cecil.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_said_at_the_kick_off_is_theirs_at_the_next_workshop_too()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.TakenAsync(alma, Post("Request", "An hour with the old drawings."));
        await room.TakenAsync(cecil, Help((await MarketAsync(room)).OpenNeeds[0]));
        await room.GoAsync(1);

        // The mid-term: another room with places of its own, whose first item looks at the kick-off's activity again.
        var midTerm = await room.Site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE workshop SET state = 'Held', room_code = NULL, room_token = NULL WHERE id = @Workshop", room.World);
            w.Execute("UPDATE agenda_item SET state = 'Done' WHERE workshop_id = @Workshop", room.World);
            var workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, title, date, state, room_code, room_token, opened_at, created_at, changed_at)
                VALUES (@Programme, 'MidTerm', 'Mid-term', '2026-06-09', 'Live', '111222', 'token', @Now, @Now, @Now)
                """, new { room.World.Programme, w.Now });
            var item = w.Insert("""
                INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, act, state, started_at, timer_running_since)
                VALUES (@workshop, 1, 'What happened to our requests', 15, @Activity, 'Review', 'Running', @Now, @Now)
                """, new { workshop, room.Activity, w.Now });
            w.Execute("UPDATE workshop SET current_item_id = @item WHERE id = @workshop", new { item, workshop });
            return workshop;
        }, Stop);
        using var client = room.Site.NewClient();
        using var joined = await client.PostFormAsync(
            "/j/111222?as=others", "/j/111222?handler=pick", ("person", room.World["Alma Tamm"].ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        var page = await client.GetStringAsync($"/w/{midTerm}", Stop);
        Assert.Contains("From 10 March.", page, StringComparison.Ordinal);
        Assert.Contains("Cecil Hart:", page, StringComparison.Ordinal);
        var match = Assert.Single((await MarketAsync(room)).Matches);
        using var set = await client.PostFormAsync(
            $"/w/{midTerm}", $"/w/{midTerm}",
            [("activity", room.Activity.ToString(CultureInfo.InvariantCulture)), ("id", Tokens.New()), .. Became(match, "Happened", "He came along.", "3")]);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal("He came along.", Assert.Single((await MarketAsync(room)).Matches).CameOfIt);
    }

    [Fact]
    public async Task A_door_is_asked_and_answered_on_known_phones_and_its_text_stays_with_them()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        (string, string)[] door =
        [
            ("do", "door"), ("door.of", room.World["Chen Champion"].ToString(CultureInfo.InvariantCulture)), ("door.title", "The drawings from before 1974"),
            ("door.text", "The archive says no to us."), ("door.by", "2026-06-20"),
        ];
        using var claimed = await room.SendAsync(alma, door);
        Assert.Equal(HttpStatusCode.Forbidden, claimed.StatusCode);
        await room.VouchAsync("Alma Tamm");
        using var nobody = await room.SendAsync(alma, [.. door.Where(field => field.Item1 != "door.of"), ("door.of", room.World["Bo Lind"].ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal("door.of", nobody.Headers.GetValues("X-Field").Single());
        await room.TakenAsync(alma, door);
        var asked = Assert.Single((await MarketAsync(room)).Doors);
        using var chen = await room.PhoneAsync("Chen Champion");
        using var cecil = await room.PhoneAsync("Cecil Hart", vouched: true);
        using var clio = await room.PhoneAsync("Clio Client", vouched: true);
        Assert.DoesNotContain("The archive says no", await chen.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("The archive says no", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("The archive says no", await clio.FeedAsync(), StringComparison.Ordinal);
        (string, string)[] yes = [("do", $"accept.{asked.Id}"), ($"date.{asked.Id}", "2026-06-18"), ($"reply.{asked.Id}", "Come on Friday."), ($"seen.{asked.Id}", "1")];
        using var unknown = await room.SendAsync(chen, yes);
        Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);
        using var forged = await room.SendAsync(clio, yes);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        await room.VouchAsync("Chen Champion");
        Assert.Contains("The archive says no", await chen.FeedAsync(), StringComparison.Ordinal);
        using var dateless = await room.SendAsync(chen, ("do", $"accept.{asked.Id}"), ($"seen.{asked.Id}", "1"));
        Assert.Equal($"date.{asked.Id}", dateless.Headers.GetValues("X-Field").Single());
        await room.TakenAsync(chen, yes);
        Assert.Contains("Come on Friday.", await alma.FeedAsync(), StringComparison.Ordinal);
        using var wall = room.Site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={room.World.Screens[0]}");
        var shown = await wall.GetStringAsync("/wall", Stop);
        Assert.Contains("The drawings from before 1974", shown, StringComparison.Ordinal);
        Assert.Contains("Chen opens it by 18 June", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("The archive says no", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Come on Friday.", shown, StringComparison.Ordinal);
        await room.GoAsync(1);
        var carried = Assert.Single(await CarriedAsync(room));
        Assert.Equal(("DoorRequest", "The drawings from before 1974", "2026-06-18"), (carried.Target, carried.Text, carried.Due));
    }

    [Fact]
    public async Task The_facilitator_points_out_a_match_and_the_two_agree()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.TakenAsync(alma, Post("Request", "A seat in a van."));
        await room.TakenAsync(cecil, Post("Offer", "Room in my van on Wednesdays."));
        var market = await MarketAsync(room);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        var address = $"/w/{room.World.Workshop}/control/matches";
        var page = $"{address}?of={market.OpenNeeds[0].Id}";
        Assert.Contains("Room in my van", await desk.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var empty = await desk.PostFormAsync(page, address, ("of", market.OpenNeeds[0].Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var suggested = await desk.PostFormAsync(page, address, ("of", market.OpenNeeds[0].Id), ("With", market.OpenOffers[0].Id));
        Assert.Equal(HttpStatusCode.Redirect, suggested.StatusCode);
        var match = Assert.Single((await MarketAsync(room)).Matches);
        Assert.Equal("Suggested", match.State);
        Assert.Contains("The facilitator thinks that you two fit", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.TakenAsync(cecil, ("do", $"agree.{match.Id}"));
        Assert.Contains("Agreed: you and Cecil", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.PressAsync(desk, "matches", $"hide/{market.OpenNeeds[0].Id}/1");
        await room.PressAsync(desk, "matches", $"hide/{market.OpenNeeds[0].Id}/1", HttpStatusCode.Conflict);
        Assert.DoesNotContain("A seat in a van.", await cecil.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_posts_are_refused_and_the_same_id_is_the_same_post()
    {
        await using var room = await StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var early = await room.SendAsync(alma, Post("Request", "Early"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await room.GoAsync(0);
        foreach (var (fields, field) in new[]
        {
            (Post("Request", " "), "text"), (Post("Offer", new string('x', 281)), "text"), (Post("Door", "x"), "kind"),
        })
        {
            using var wrong = await room.SendAsync(alma, fields);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (wrong.StatusCode, wrong.Headers.GetValues("X-Field").Single()));
        }

        var id = Tokens.New();
        await room.TakenAsync(alma, [.. Post("Request", "<i>One</i>"), ("id", id)]);
        await room.TakenAsync(alma, [.. Post("Request", "<i>One</i>"), ("id", id)]);
        using var other = await room.SendAsync(alma, [.. Post("Request", "Two"), ("id", id)]);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Single((await MarketAsync(room)).All);
        using var nowhere = await room.SendAsync(alma, ("do", $"help.{Tokens.New()}"));
        Assert.Equal(HttpStatusCode.Forbidden, nowhere.StatusCode);
        using var bo = await room.PhoneAsync("Bo Lind");
        Assert.Contains("&lt;i&gt;One&lt;/i&gt;", await bo.FeedAsync(), StringComparison.Ordinal);
        using var stolen = await room.SendAsync(bo, ("do", $"back.{id}"));
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
        await room.TakenAsync(alma, ("do", $"back.{id}"));
        Assert.Empty((await MarketAsync(room)).All);
    }
}
