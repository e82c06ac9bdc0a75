using System.Net;
using WorkshopHub.Web.Activities.Rounds;

namespace WorkshopHub.Tests.Activities.Rounds;

public sealed class RoundsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_seats_who_is_here_and_goes_round_by_round_at_the_facilitators_signal()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 5);
        Assert.Contains("30</b>", await room.WallAsync(), StringComparison.Ordinal);
        var (status, told) = await room.PressAsync("make");
        Assert.Contains("30 people at 6 tables, 3 rounds", told, StringComparison.Ordinal);
        var now = await room.NowAsync();
        Assert.Equal(0, now.Met(3).Twice);
        Assert.Equal(HttpStatusCode.Conflict, (await room.PressAsync("next", version: 99)).Status);
        await room.PressAsync("next");
        Assert.Contains("Find your table", await room.WallAsync(), StringComparison.Ordinal);
        await room.PressAsync("next");
        var wall = await room.WallAsync();
        Assert.Contains("Round 1 of 3, phones down", wall, StringComparison.Ordinal);
        Assert.Contains("Then you move", wall, StringComparison.Ordinal);
        await room.PressAsync("next");
        Assert.Contains("Change tables now", await room.WallAsync(), StringComparison.Ordinal);
        await room.PressAsync("back");
        Assert.Equal((RoundPhase.Talking, 1L), ((await room.NowAsync()).Row!.Phase, (await room.NowAsync()).Row!.Round));
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await room.PressAsync("next");
        }

        Assert.Equal(RoundPhase.Over, (await room.NowAsync()).Row!.Phase);
        Assert.Contains("Nobody met twice", await room.WallAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await room.PressAsync("next")).Status);
        var summary = await room.Desk.GetStringAsync($"/workshops/{room.World.Workshop}/summary", Stop);
        Assert.Contains("Who sat where", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_shows_the_own_table_now_and_next()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 4);
        using var phone = await LateAsync(room, "Clio Client");
        Assert.Contains("Your table appears here when the plan is made", await phone.FeedAsync(), StringComparison.Ordinal);
        await room.PressAsync("make");
        var me = (await room.NowAsync()).People.Single(one => one.Name == "Clio Client");
        await room.PressAsync("next");
        await room.PressAsync("next");
        var now = await room.NowAsync();
        var feed = await phone.FeedAsync();
        Assert.Contains("Phones down.", feed, StringComparison.Ordinal);
        Assert.All(now.At(now.TableOf(me.ParticipantId, 1)!.Value, 1).Where(one => one.ParticipantId != me.ParticipantId),
            one => Assert.Contains(one.Name, feed, StringComparison.Ordinal));
        await room.PressAsync("next");
        Assert.Contains($"Go to table {now.TableOf(me.ParticipantId, 2)}", await phone.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_comers_go_to_the_smallest_table_and_a_leavers_gap_moves_nobody()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 4);
        await room.PressAsync("make");
        await room.PressAsync("next");
        var before = await room.NowAsync();
        using var phone = await LateAsync(room, "Clio Client");
        Assert.Contains("Show me my table", await phone.FeedAsync(), StringComparison.Ordinal);
        using var asked = await SendAsync(room, phone, "ask");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var now = await room.NowAsync();
        var clio = now.People.Single(one => one.Name == "Clio Client");
        for (var round = 1L; round <= 3; round++)
        {
            var table = now.TableOf(clio.ParticipantId, round)!.Value;
            Assert.Equal(before.Tables.Min(one => before.At(one, round).Count), before.At(table, round).Count);
        }

        var leaver = now.At(now.TableOf(clio.ParticipantId, 1)!.Value, 1).First(one => one.ParticipantId != clio.ParticipantId);
        await room.PressAsync("leave", null, ("One", $"{leaver.ParticipantId}"));
        var after = await room.NowAsync();
        Assert.Equal(now.Places.OrderBy(one => one.Key), after.Places.OrderBy(one => one.Key));
        Assert.Contains("had to leave", await phone.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(after.At(now.TableOf(clio.ParticipantId, 1)!.Value, 1), one => one.ParticipantId == leaver.ParticipantId);
        using var left = await SendAsync(room, phone, "leave");
        Assert.Contains("I am back", await phone.FeedAsync(), StringComparison.Ordinal);
        using var back = await SendAsync(room, phone, "back");
        using var nonsense = await SendAsync(room, phone, "<b>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
    }

    [Fact]
    public async Task The_facilitator_swaps_and_keeps_seats_and_prints_the_plan()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 4);
        await room.PressAsync("make");
        var now = await room.NowAsync();
        var (one, other) = (now.At(1, 2)[0], now.At(2, 2)[0]);
        await room.PressAsync("swap", null, ("Round", "2"), ("One", $"{one.ParticipantId}"), ("Other", $"{other.ParticipantId}"));
        var swapped = await room.NowAsync();
        Assert.Equal((2L, 1L), (swapped.TableOf(one.ParticipantId, 2), swapped.TableOf(other.ParticipantId, 2)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await room.PressAsync("swap", null, ("Round", "9"), ("One", "1"), ("Other", "1"))).Status);
        await room.PressAsync("fix", null, ("One", $"{one.ParticipantId}"), ("Table", "3"));
        await room.PressAsync("make");
        var kept = await room.NowAsync();
        Assert.All([1, 2, 3], round => Assert.Equal(3, kept.TableOf(one.ParticipantId, round)));
        var page = $"/w/{room.World.Workshop}/control/rounds";
        Assert.Contains("Two people change places", await room.Desk.GetStringAsync($"{page}?activity={room.Activity}", Stop), StringComparison.Ordinal);
        Assert.Contains(one.Name, await room.Desk.GetStringAsync($"{page}/print?activity={room.Activity}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Desk.GetAsync($"{page}?activity={room.World.Activities[1]}", Stop)).StatusCode);
        using var outsider = await Office.SignInAsync(room.Site, World.Mail("Otto Outsider"));
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"{page}?activity={room.Activity}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Nobody_sits_with_the_own_supervisor()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 2, others: true, settings: """{"tableSize":3}""");
        await room.PressAsync("make");
        var now = await room.NowAsync();
        var bosses = now.Here.Where(one => one.SupervisorId is not null).ToDictionary(one => one.ParticipantId!.Value, one => one.SupervisorId);
        foreach (var (round, table) in now.Places.Select(place => (place.Key.Round, place.Value)).Distinct())
        {
            var people = now.At(table, round);
            Assert.DoesNotContain(people, one => bosses.TryGetValue(one.ParticipantId, out var boss) && people.Any(other => other.PersonId == boss));
        }
    }

    [Fact]
    public async Task Sponsor_and_client_are_at_different_tables_in_each_round()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 2, others: true, settings: """{"tableSize":8,"rounds":4}""");
        await room.PressAsync("make");
        var now = await room.NowAsync();
        var (sponsor, client) = (now.People.Single(one => one.Name == "Sven Sponsor"), now.People.Single(one => one.Name == "Clio Client"));
        Assert.Equal(2, now.Row!.Tables);
        Assert.All(Enumerable.Range(1, 4), round => Assert.NotEqual(now.TableOf(sponsor.ParticipantId, round), now.TableOf(client.ParticipantId, round)));
    }

    [Fact]
    public async Task Who_stays_reads_the_questions_that_came_to_the_set_and_wall_and_paper_have_them()
    {
        await using var room = await TalkingRoom.StartAsync(settings: """{"mixing":"OneStays"}""");
        await room.QuestionsAsync(from: 1, to: [0]);
        await room.PressAsync("make");
        var host = (await room.NowAsync()).People.Single(one => one is { Stays: true, SetName: "Circle" });
        using var stays = await room.PhoneAsync(host.Name);
        using var moves = await room.PhoneAsync(host.Name == "Alma Tamm" ? "Bo Lind" : "Alma Tamm");
        await room.PressAsync("next");
        await room.PressAsync("next");
        var feed = await stays.FeedAsync();
        Assert.Contains("Read one question aloud.", feed, StringComparison.Ordinal);
        Assert.Contains("What did you stop believing, asks Cecil Hart", feed, StringComparison.Ordinal);
        Assert.Contains("What did you stop believing, asks Dora Voss", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("What did you stop believing", await moves.FeedAsync(), StringComparison.Ordinal);
        Assert.Matches("2 questions to <b[^>]*>Circle</b>", await room.WallAsync());
        var paper = await room.Desk.GetStringAsync($"/w/{room.World.Workshop}/control/rounds/print?activity={room.Activity}", Stop);
        Assert.Contains("questions to Circle", paper, StringComparison.Ordinal);
        Assert.Contains("asks Dora Voss", paper, StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE activity SET source_id = NULL WHERE id = @Activity", room), Stop);
        Assert.DoesNotContain("questions to", await room.WallAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_sets_each_round_is_one_members()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 4, settings: """{"mixing":"InSets","minutes":8,"rule":"The others only ask questions."}""");
        var (_, told) = await room.PressAsync("make");
        Assert.Contains("24 people at 6 tables, 4 rounds", told, StringComparison.Ordinal);
        await room.PressAsync("next");
        await room.PressAsync("next");
        var now = await room.NowAsync();
        Assert.All(now.Tables, table => Assert.Single(now.At(table, 1).Select(one => one.SetId).Distinct()));
        Assert.Equal(6, now.People.Count(one => one.Turn == 1));
        var wall = await room.WallAsync();
        Assert.Contains("The others only ask questions.", wall, StringComparison.Ordinal);
        Assert.Contains("s round</p>", wall, StringComparison.Ordinal);
        await room.PressAsync("next");
        Assert.Equal((2L, RoundPhase.Talking), ((await room.NowAsync()).Row!.Round, (await room.NowAsync()).Row!.Phase));
    }

    [Fact]
    public async Task One_of_each_set_stays_and_the_others_move_on()
    {
        await using var room = await TalkingRoom.StartAsync(perSet: 5, settings: """{"mixing":"OneStays"}""");
        await room.PressAsync("make");
        var now = await room.NowAsync();
        Assert.Equal(6, now.People.Count(one => one.Stays));
        Assert.All(now.People, one => Assert.Equal(one.Stays ? 1 : 3,
            Enumerable.Range(1, 3).Select(round => now.TableOf(one.ParticipantId, round)).Distinct().Count()));
        Assert.Equal(0, now.Met(3).Twice);
    }

    private static Task<HttpResponseMessage> SendAsync(TalkingRoom room, PlainPhone phone, string what) =>
        phone.PostAsync("", more: [("activity", $"{room.Activity}"), ("seat", what)]);

    private static Task<PlainPhone> LateAsync(TalkingRoom room, string name) => PlainPhone.JoinAsync(room.World, room.Site, name);
}
