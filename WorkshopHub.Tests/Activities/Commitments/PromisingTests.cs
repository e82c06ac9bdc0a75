using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Home;

namespace WorkshopHub.Tests.Activities.Commitments;

public sealed class PromisingTests
{
    [Fact]
    public async Task Who_came_in_by_the_code_has_to_say_that_all_may_read_it_and_a_known_person_keeps_it_private()
    {
        await using var room = await KindRoom.StartAsync("commitment", "What will you do?", settings: """{"Mode":"WhatIWillDo"}""");
        await room.GoAsync(0);
        using var uma = await room.PhoneAsync("Uma Supervisor");
        var page = await uma.Client.GetStringAsync($"/w/{room.World.Workshop}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("value=\"Room\" checked", page, StringComparison.Ordinal);
        using var silent = await room.SendAsync(uma, ("do", "write"), ("text", "I keep Thursdays free"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "share"), (silent.StatusCode, silent.Headers.GetValues("X-Field").Single()));
        await room.TakenAsync(uma, ("do", "write"), ("text", "I keep Thursdays free"), ("share", "Room"));
        using var viktor = await room.PhoneAsync("Viktor Supervisor", vouched: true);
        await room.TakenAsync(viktor, ("do", "write"), ("text", "I take two jobs off the list"));
        Assert.Equal(["Room", "Nobody"], await room.Site.Db.ReadAsync(
            reads => reads.Query<string>("SELECT share FROM commitment ORDER BY id"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_promise_is_shown_only_if_its_owner_agrees_and_read_by_its_witness()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var alma = await room.PhoneAsync("Alma Tamm");
        var cecil = await room.PhoneAsync("Cecil Hart");
        var bo = await room.PhoneAsync("Bo Lind");
        Assert.Equal(HttpStatusCode.OK, (await room.PromiseAsync(alma, "Ring Otto first", "Nobody", "Cecil Hart")).StatusCode);
        Assert.Contains("Ring Otto first", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ring Otto first", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ring Otto first", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ring Otto first", await RoomReadsAsync(room), StringComparison.Ordinal);
        var id = await room.OneAsync<long>("SELECT id FROM commitment");
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(bo, $"yes:{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(cecil, $"yes:{id}")).StatusCode);
        Assert.Contains("Cecil said yes", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(bo, "show")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(alma, "show")).StatusCode);
        Assert.Contains("Ring Otto first", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ring Otto first", await RoomReadsAsync(room), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(alma, "hide")).StatusCode);
        Assert.DoesNotContain("Ring Otto first", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal("share-commitment-with-room,unshare-commitment", await room.OneAsync<string>(
            "SELECT group_concat(act) FROM (SELECT act FROM audit WHERE thing = 'commitment' AND person_id = @alma ORDER BY id)", new { alma = room.World["Alma Tamm"] }));
    }

    [Theory]
    [InlineData("", "Cecil Hart", "", "text")]
    [InlineData("Ring first", null, "", "witness")]
    [InlineData("Ring first", "Alma Tamm", "", "witness")]
    [InlineData("Ring first", "Otto Outsider", "", "witness")]
    [InlineData("Ring first", "Cecil Hart", "2020-01-01", "due")]
    [InlineData("Ring first", "Cecil Hart", "2099-01-01", "due")]
    [InlineData("Ring first", "Cecil Hart", "soon", "due")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_kept(string text, string? witness, string due, string field)
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var alma = await room.PhoneAsync("Alma Tamm");
        var answer = await room.PromiseAsync(alma, text, "Room", witness, due);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, Assert.Single(answer.Headers.GetValues("X-Field")));
        Assert.Equal(0, await room.OneAsync<long>("SELECT count(*) FROM commitment"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_each_at_its_field()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var alma = await room.PhoneAsync("Alma Tamm");
        var answer = await room.PromiseAsync(alma, "", "Room", null, "soon");
        Assert.Equal(["text", "due", "witness"], Clients.FaultsIn(answer));
        Assert.Contains($"due={Uri.EscapeDataString("Until when? Choose a day.")}", answer.Headers.GetValues("X-Faults").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_witness_of_the_own_set_is_kept_with_a_warning_and_one_who_says_no_no_longer_reads_it()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var alma = await room.PhoneAsync("Alma Tamm");
        var bo = await room.PhoneAsync("Bo Lind");
        await room.PromiseAsync(alma, "Ring first", "Nobody", "Bo Lind");
        Assert.Contains("is in your own set", await alma.FeedAsync(), StringComparison.Ordinal);
        var id = await room.OneAsync<long>("SELECT id FROM commitment");
        await CommitmentRoom.PressAsync(bo, $"no:{id}");
        Assert.DoesNotContain("Ring first", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("cannot this time", await alma.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_picked_by_code_may_promise_to_all_but_neither_alone_nor_over_what_a_known_person_wrote()
    {
        await using var room = await CommitmentRoom.OpenAsync("ToFinal");
        var alma = await room.PhoneAsync("Alma Tamm", vouched: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await room.PromiseAsync(alma, "Secretly", "Nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await room.PromiseAsync(alma, "Openly")).StatusCode);
        await room.Site.Writer.RunAsync(writes => writes.Execute("UPDATE commitment SET vouched = 1, share = 'Nobody', text = 'My own'"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, (await room.PromiseAsync(alma, "Openly")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(alma, "show")).StatusCode);
        Assert.DoesNotContain("My own", await alma.FeedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Uma Supervisor", HttpStatusCode.OK)]
    [InlineData("Clio Client", HttpStatusCode.OK)]
    [InlineData("Chen Champion", HttpStatusCode.OK)]
    [InlineData("Sven Sponsor", HttpStatusCode.OK)]
    [InlineData("Alma Tamm", HttpStatusCode.Forbidden)]
    [InlineData("Aada Advisor", HttpStatusCode.Forbidden)]
    public async Task What_I_will_do_is_for_those_around_the_sets(string name, HttpStatusCode status)
    {
        await using var room = await CommitmentRoom.OpenAsync("WhatIWillDo");
        var phone = await room.PhoneAsync(name);
        Assert.Equal(status, (await room.PromiseAsync(phone, "Keep Thursdays free")).StatusCode);
    }

    [Fact]
    public async Task Only_the_one_who_is_asked_to_countersigns_and_only_the_words_that_were_read()
    {
        await using var room = await CommitmentRoom.OpenAsync("ToFinal", ""","Countersign":"Supervisor" """);
        var alma = await room.PhoneAsync("Alma Tamm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        var viktor = await room.PhoneAsync("Viktor Supervisor");
        await room.PromiseAsync(alma, "Ring first", "Nobody");
        Assert.DoesNotContain("Ring first", await uma.FeedAsync(), StringComparison.Ordinal);
        await room.PromiseAsync(alma, "Ring first", "Signer");
        Assert.Contains("Ring first", await uma.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ring first", await viktor.FeedAsync(), StringComparison.Ordinal);
        var (id, version) = (await room.OneAsync<long>("SELECT id FROM commitment"), await room.OneAsync<long>("SELECT version FROM commitment"));
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(viktor, $"sign:{id}:{version}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await CommitmentRoom.PressAsync(uma, $"sign:{id}:{version + 7}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(uma, $"sign:{id}:{version}")).StatusCode);
        Assert.Contains("Countersigned by Uma Supervisor", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.PromiseAsync(alma, "Ring never", "Signer");
        Assert.Null(await room.OneAsync<long?>("SELECT signed_by FROM commitment"));
    }

    [Fact]
    public async Task First_actions_and_meeting_dates_are_carried_over_when_it_closes_and_taken_back_when_it_opens_again()
    {
        await using var room = await CommitmentRoom.OpenAsync("Action");
        var alma = await room.PhoneAsync("Alma Tamm");
        var bo = await room.PhoneAsync("Bo Lind");
        var cecil = await room.PhoneAsync("Cecil Hart");
        await room.PromiseAsync(alma, "Walk the line at night", "Set");
        Assert.Contains("Walk the line at night", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Walk the line at night", await cecil.FeedAsync(), StringComparison.Ordinal);
        var (first, second) = (await DayAsync(room, 7), await DayAsync(room, 21));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CommitmentRoom.PressAsync(bo, "meet", ("meeting1", second), ("meeting2", first))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(bo, "meet", ("meeting1", first), ("meeting2", second))).StatusCode);
        await SettleAsync(room, "Closed");
        Assert.Equal(HttpStatusCode.Conflict, (await room.PromiseAsync(alma, "Too late", "Set")).StatusCode);
        Assert.Equal(["Action||Carried", "SetMeeting|Set meeting 1|Carried", "SetMeeting|Set meeting 2|Carried"], await CarriedAsync(room));
        Assert.Equal($"1 {first}, 2 {second}", await MeetingsAsync());
        Assert.Equal(["Set meeting 1", "Set meeting 2"], await DatesAsync());
        await room.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE number = 1"); // its date waits for nobody any more
        Assert.Equal(["Set meeting 2"], await DatesAsync());
        await room.Site.SetAsync("UPDATE set_meeting SET state = 'Planned'");
        await SettleAsync(room, "Open");
        Assert.Null(await MeetingsAsync());
        Assert.All(await CarriedAsync(room), one => Assert.EndsWith("Undone", one, StringComparison.Ordinal));

        Task<List<string>> DatesAsync() => room.Site.Db.ReadAsync(
            reads => OwnFromWorkshops.Of(reads, room.World["Alma Tamm"]).Where(one => one.Target == "SetMeeting").Select(one => one.Text).Order().ToList());

        Task<string?> MeetingsAsync() => room.OneAsync<string?>("SELECT group_concat(number || ' ' || date, ', ') FROM set_meeting ORDER BY number");
    }

    [Fact]
    public async Task Dates_that_were_laid_out_give_way_to_those_that_the_set_agrees_and_come_back_when_it_opens_again()
    {
        await using var room = await CommitmentRoom.OpenAsync("Action");
        var (planned, first) = (await DayAsync(room, 9), await DayAsync(room, 7));
        await room.Site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at)
            VALUES (@Id, 1, @planned, @planned, @Now, @Now), (@Id, 2, '2099-01-01', '2099-01-01', @Now, @Now)
            """, new { room.World.Sets[0].Id, planned, writes.Now }));
        var alma = await room.PhoneAsync("Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(alma, "meet", ("meeting1", first))).StatusCode);
        await SettleAsync(room, "Closed");
        Assert.Equal($"{first}, 2099-01-01", await DatesAsync());
        await SettleAsync(room, "Open");
        Assert.Equal($"{planned}, 2099-01-01", await DatesAsync());
        await SettleAsync(room, "Closed");
        await room.Site.Writer.RunAsync(writes => writes.Execute("UPDATE set_meeting SET date = '2098-01-01' WHERE number = 1"));
        await SettleAsync(room, "Open");
        Assert.Equal("2098-01-01, 2099-01-01", await DatesAsync()); // moved since: it stays

        Task<string?> DatesAsync() => room.OneAsync<string?>("SELECT group_concat(date, ', ') FROM set_meeting ORDER BY number");
    }

    private static async Task<string> RoomReadsAsync(CommitmentRoom room) => await room.Site.Db.ReadAsync(reads =>
    {
        var activity = Activity.Find(reads, room.Activity)!;
        var board = CommitmentBoard.Read(reads, activity);
        return string.Join('\n', board.OnWall.Concat(board.Shown).Select(row => row.Text));
    });

    private static async Task<string> DayAsync(CommitmentRoom room, int days) =>
        (await room.OneAsync<string>("SELECT date('now', @plus)", new { plus = $"+{days} days" }))!;

    private static Task<bool> SettleAsync(CommitmentRoom room, string state) => room.Site.Writer.RunAsync(writes =>
    {
        writes.Execute("UPDATE activity SET state = @state WHERE id = @Activity", new { state, room.Activity });
        Carried.Settle(writes, (ActivityKinds)room.Site.Services.GetService(typeof(ActivityKinds))!, room.World.Workshop);
        return true;
    });

    private static async Task<List<string>> CarriedAsync(CommitmentRoom room) => [.. await room.Site.Db.ReadAsync(reads =>
        reads.Query<string>("SELECT target || '|' || text || '|' || state FROM carried ORDER BY id"))];
}
