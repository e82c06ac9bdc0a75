using System.Net;
using WorkshopHub.Web.Activities.Moments;

namespace WorkshopHub.Tests.Activities.Moments;

public sealed class MomentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Problems_stand_on_walls_and_phones_one_at_a_time_and_the_facilitator_turns_the_cards()
    {
        await using var room = await MomentRoom.StartAsync("Problems");
        await room.GoAsync(0);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        using var alma = await room.PhoneAsync("Alma Tamm");
        Assert.Contains("The one we look at", await MomentRoom.WallAsync(room), StringComparison.Ordinal);
        Assert.DoesNotContain("Holes we dig twice", await MomentRoom.WallAsync(room), StringComparison.Ordinal);
        await room.PressAsync(desk, "cards", $"{room.Activity}/1/0");
        foreach (var html in new[] { await MomentRoom.WallAsync(room), await MomentRoom.SeenAsync(room, alma) })
        {
            Assert.Contains("Holes we dig twice", html, StringComparison.Ordinal);
            Assert.Contains("Compaction checklist", html, StringComparison.Ordinal);
            Assert.Contains("Clio Client", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Alarms nobody believes", html, StringComparison.Ordinal);
        }

        await room.PressAsync(desk, "cards", $"{room.Activity}/2/0", HttpStatusCode.Conflict);
        await room.PressAsync(desk, "cards", $"{room.Activity}/9/1", HttpStatusCode.Conflict);
        await room.PressAsync(desk, "cards", $"{room.World.Activities[0]}/1/0", HttpStatusCode.NotFound);
        Assert.Contains("Holes we dig twice", await MomentRoom.WallAsync(room), StringComparison.Ordinal);
        await room.PressAsync(desk, "cards", $"{room.Activity}/2/1");
        Assert.Contains("Alarms nobody believes", await MomentRoom.WallAsync(room), StringComparison.Ordinal);
        using var sponsor = await Office.SignInAsync(room.Site, World.Mail("Otto Outsider"));
        using var refused = await sponsor.PostFormAsync("/", $"/w/{room.World.Workshop}/control/cards", ("press", $"{room.Activity}/0/2"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_members_note_on_a_problem_is_read_by_that_member_alone()
    {
        await using var room = await MomentRoom.StartAsync("Problems");
        await room.GoAsync(0);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await room.PressAsync(desk, "cards", $"{room.Activity}/1/0");
        var problem = await MomentRoom.ProblemAsync(room, 0);
        using var alma = await room.PhoneAsync("Alma Tamm", vouched: true);
        using var bo = await room.PhoneAsync("Bo Lind", vouched: true);
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var sponsor = await room.PhoneAsync("Sven Sponsor", vouched: true);
        await room.TakenAsync(alma, ("do", $"note.{problem}"), ($"note.{problem}", "Ask him who hears\nwhen a hole is opened again."));
        Assert.Contains("Ask him who hears", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ask him who hears", await alma.Client.GetStringAsync($"/w/{room.World.Workshop}/mine", Stop), StringComparison.Ordinal);
        foreach (var other in new[] { bo, cecil, sponsor })
        {
            Assert.DoesNotContain("Ask him who hears", await other.FeedAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Ask him who hears", await desk.GetStringAsync($"/w/{room.World.Workshop}/control", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Ask him who hears", await desk.GetStringAsync($"/workshops/{room.World.Workshop}/summary", Stop), StringComparison.Ordinal);
        foreach (var (phone, status) in new[] { (cecil, HttpStatusCode.Forbidden), (sponsor, HttpStatusCode.Forbidden) })
        {
            using var refused = await room.SendAsync(phone, ("do", $"note.{problem}"), ($"note.{problem}", "Mine"));
            Assert.Equal(status, refused.StatusCode);
        }

        using var tooLong = await room.SendAsync(alma, ("do", $"note.{problem}"), ($"note.{problem}", new string('x', 601)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        using var nothing = await room.SendAsync(alma, ("do", "note.999999"), ("note.999999", "Mine"));
        Assert.Equal(HttpStatusCode.Forbidden, nothing.StatusCode);
        await room.TakenAsync(alma, ("do", $"note.{problem}"), ($"note.{problem}", " "));
        Assert.Equal(0, await room.Site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM problem_note"), Stop));
    }

    [Fact]
    public async Task The_sponsors_word_stands_on_the_wall_once_they_have_signed_it_themselves()
    {
        await using var room = await MomentRoom.StartAsync("Authority");
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        var page = $"/programmes/{room.World.Programme}/authority";
        Assert.Contains("Nobody has signed yet", await LackAsync(room), StringComparison.Ordinal);
        using var sven = await Office.SignInAsync(room.Site, World.Mail("Sven Sponsor"));
        using var empty = await sven.PostAsync(page, "", ("Version", "0"), ("MayDecide", ""), ("MustAsk", "Contracts"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains(">Contracts</textarea>", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var other = await desk.PostFormAsync("/account", page, ("Version", "0"), ("MayDecide", "All"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var signed = await SignAsync("0", "Trials of up to 12 weeks.");
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        using var second = await SignAsync("0", "Everything.");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("<span class=\"hand\">Sven Sponsor</span>", await desk.GetStringAsync($"/programmes/{room.World.Programme}/problems", Stop), StringComparison.Ordinal);
        await room.GoAsync(0);
        await room.PressAsync(desk, "cards", $"{room.Activity}/1/0");
        var wall = await MomentRoom.WallAsync(room);
        using var alma = await room.PhoneAsync("Alma Tamm");
        foreach (var html in new[] { wall, await MomentRoom.SeenAsync(room, alma) })
        {
            Assert.Contains("Trials of up to 12 weeks.", html, StringComparison.Ordinal);
            Assert.Contains("£15,000", html, StringComparison.Ordinal);
        }

        Assert.Null(await room.Site.Db.ReadAsync(reads => new MomentKind(null!).Lacks(reads, WorkshopHub.Web.Activities.Activity.Find(reads, room.Activity)!), Stop));

        Task<HttpResponseMessage> SignAsync(string version, string decide) => sven.PostAsync(page, "", ("Version", version), ("MayDecide", decide),
            ("MustAsk", "Contracts."), ("SpendLimit", "15,000"), ("Currency", "GBP"));
    }

    [Fact]
    public async Task The_road_shows_the_workshops_and_the_meetings_that_sets_have_dated()
    {
        await using var room = await MomentRoom.StartAsync("Timeline");
        await room.GoAsync(0);
        await MomentRoom.PlanAsync(room, meetings: false);
        var planned = await room.Site.Db.ReadAsync(reads => Road.Read(reads, room.World.Workshop), Stop);
        Assert.False(planned.AreDated);
        Assert.All(planned.Lanes[0].Meetings, day => Assert.Equal(0, (day.DayNumber - planned.From.DayNumber) % Road.Interval));
        await room.Site.Writer.RunAsync(w => w.Execute("DELETE FROM workshop WHERE kind <> 'KickOff'"), Stop);
        await MomentRoom.PlanAsync(room);
        var road = await room.Site.Db.ReadAsync(reads => Road.Read(reads, room.World.Workshop), Stop);
        Assert.Equal(["Kick-off", "Mid-term", "Final"], road.Stops.Select(stop => stop.Title));
        Assert.Equal(new DateOnly(2026, 3, 10), road.Today);
        Assert.Equal(6, road.Lanes.Count);
        Assert.Equal([new DateOnly(2026, 3, 24), new DateOnly(2026, 4, 7)], road.Lanes[0].Meetings);
        Assert.Equal((0, 1), (road.Share(road.From), road.Share(road.Until)));
        var wall = await MomentRoom.WallAsync(room);
        Assert.Contains("Mid-term on 9 June; Final on 15 September", wall, StringComparison.Ordinal);
        using var alma = await room.PhoneAsync("Alma Tamm");
        Assert.Contains("24 March, 7 April", await MomentRoom.SeenAsync(room, alma), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_date_is_the_next_workshop_and_after_the_final_the_day_on_which_people_are_asked()
    {
        await using var room = await MomentRoom.StartAsync("Next");
        await room.GoAsync(0);
        Assert.Contains("no later workshop yet", await LackAsync(room), StringComparison.Ordinal);
        Assert.Contains("The one we look at", await MomentRoom.WallAsync(room), StringComparison.Ordinal);
        await MomentRoom.PlanAsync(room);
        var wall = await MomentRoom.WallAsync(room);
        Assert.Contains("9 June", wall, StringComparison.Ordinal);
        Assert.Contains("Tuesday, 09:00, Hexley House. In 13 weeks.", wall, StringComparison.Ordinal);
        Assert.Contains("24 Mar", wall, StringComparison.Ordinal);
        var final = await room.Site.Db.ReadAsync(reads => NextStop.Read(reads, reads.First<long>("SELECT id FROM workshop WHERE kind = 'Final'")), Stop);
        Assert.Equal(new DateOnly(2026, 12, 14), final!.Date);
    }

    [Fact]
    public async Task The_board_names_problem_client_and_champion_of_each_set_and_no_members_own_problem()
    {
        await using var room = await MomentRoom.StartAsync("Board");
        await room.GoAsync(0);
        var problem = await MomentRoom.ProblemAsync(room, 0);
        await room.Site.Writer.RunAsync(
            w =>
            {
                w.Execute("UPDATE sets SET problem_id = @problem WHERE id = @Id", new { problem, room.World.Sets[0].Id });
                w.Insert("INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@person, @Programme, 'Champion', @Id)",
                    new { person = room.World["Chen Champion"], room.World.Programme, room.World.Sets[0].Id });
                var own = w.Insert("""
                    INSERT INTO problem (programme_id, position, title, owner_id, created_at, changed_at)
                    VALUES (@Programme, 9, 'My own secret', @owner, @Now, @Now)
                    """, new { room.World.Programme, owner = room.World["Cecil Hart"], w.Now });
                return w.Execute("UPDATE sets SET problem_id = @own WHERE id = @Id", new { own, room.World.Sets[1].Id });
            }, Stop);
        var wall = await MomentRoom.WallAsync(room);
        Assert.Contains("Holes we dig twice", wall, StringComparison.Ordinal);
        Assert.Contains("Clio Client", wall, StringComparison.Ordinal);
        Assert.Contains("Chen Champion", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("My own secret", wall, StringComparison.Ordinal);
        Assert.Equal(5, wall.Split("Has not chosen yet").Length - 1);
    }

    [Theory]
    [InlineData("Short. And long enough to be cut.", 20, "Short.")]
    [InlineData("One single sentence that goes on", 20, "One single sentence…")]
    [InlineData("Fits.", 20, "Fits.")]
    [InlineData("Incomprehensibilities", 8, "Incompr…")]
    public void A_text_is_shortened_to_whole_sentences_or_whole_words(string text, int most, string shortened) =>
        Assert.Equal(shortened, MomentNow.Shortened(text, most));

    private static Task<string> LackAsync(KindRoom room) => room.Site.Db.ReadAsync(
        reads => new MomentKind(null!).Lacks(reads, WorkshopHub.Web.Activities.Activity.Find(reads, room.Activity)!) ?? "", Stop);
}
