using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Rounds;

namespace WorkshopHub.Tests.Activities.Rounds;

public sealed class FirstQuestionTests
{
    private const string InSets = """{"mixing":"InSets","minutes":8}""";
    private const string Asked = "What would you lose if it were solved?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_set_keeps_its_first_questions_and_nobody_but_the_set_and_its_advisor_reads_them()
    {
        await using var room = await StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var bo = await room.PhoneAsync("Bo Lind");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var claimed = await room.PhoneAsync("Bo Lind", Assurance.Claimed);
        using var aada = await AdvisorAsync(room, "Aada Advisor");
        using var arno = await AdvisorAsync(room, "Arno Advisor");
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(room, alma, 0, Asked)).StatusCode);
        foreach (var (phone, reads) in new[] { (alma, true), (bo, true), (aada, true), (cecil, false), (claimed, false), (arno, false) })
        {
            Assert.Equal(reads, (await phone.FeedAsync()).Contains(Asked, StringComparison.Ordinal));
        }

        Assert.Contains("let you in", await claimed.FeedAsync(), StringComparison.Ordinal);
        await SettleAsync(room, "Closed");
        Assert.Contains(Asked, await bo.FeedAsync(), StringComparison.Ordinal);
        var pages = await room.WallAsync();
        foreach (var page in new[] { $"/w/{room.World.Workshop}/control", $"/workshops/{room.World.Workshop}/summary", $"/w/{room.World.Workshop}/control/rounds/print?activity={room.Activity}" })
        {
            pages += await room.Desk.GetStringAsync(page, Stop);
        }

        using var export = await room.Desk.GetAsync($"/workshops/{room.World.Workshop}/summary?handler=csv", Stop);
        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
        Assert.DoesNotContain(Asked, pages, StringComparison.Ordinal);
        var sheet = await AskAsync(room, (kind, reads, activity) => kind.SheetOf(reads, activity));
        Assert.DoesNotContain(sheet!.Rows, row => row.Contains(Asked));
        Assert.Empty(await AskAsync(room, (kind, reads, activity) => kind.SaidIn(reads, activity)));
        Assert.Contains(await AskAsync(room, (kind, reads, activity) => kind.SaidBy(reads, activity, room.World["Alma Tamm"])), said => said.Text == Asked);
        Assert.DoesNotContain(await AskAsync(room, (kind, reads, activity) => kind.SaidBy(reads, activity, room.World["Cecil Hart"])), said => said.Text == Asked);
    }

    [Fact]
    public async Task What_a_set_kept_is_carried_to_its_own_page_and_stands_on_one_for_all_of_it()
    {
        await using var room = await StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.PressAsync("next");
        await room.PressAsync("next");
        await KeepAsync(room, alma, 0, Asked);
        await SettleAsync(room, "Closed");
        var carried = Assert.Single(await CarriedAsync(room), one => one.Target == "FirstQuestion" && one.State == "Carried");
        Assert.Equal((room.World.Sets[0].Id, Asked), (carried.SetId, carried.Text));
        var page = $"/rounds/{room.Activity}/questions";
        var own = await alma.Client.GetStringAsync(page, Stop);
        Assert.Contains(Asked, own, StringComparison.Ordinal);
        Assert.Contains("to <b>", own, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, await cecil.Client.GetStringAsync(page, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Desk.GetAsync(page, Stop)).StatusCode);
        using var member = await MemberAsync(room.Site, room.World, "Bo Lind");
        Assert.Contains(page, await member.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains(Asked, await member.GetStringAsync(page, Stop), StringComparison.Ordinal);
        var set = $"/programmes/{room.World.Programme}/sets/{room.World.Sets[0].Id}";
        Assert.Contains(Asked, await member.GetStringAsync(set, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, await room.Desk.GetStringAsync(set, Stop), StringComparison.Ordinal);
        await SettleAsync(room, "Open");
        Assert.All(await CarriedAsync(room), one => Assert.Equal("Undone", one.State));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_beside_its_field_and_only_who_kept_it_takes_it_away()
    {
        await using var room = await StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var bo = await room.PhoneAsync("Bo Lind");
        foreach (var text in new[] { " ", new string('?', 161) })
        {
            using var wrong = await KeepAsync(room, alma, 0, text);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, $"first.{room.World.Sets[0].Id}"), (wrong.StatusCode, wrong.Headers.GetValues("X-Field").Single()));
        }

        var home = $"/w/{room.World.Workshop}";
        using var plain = await alma.Client.PostFormAsync(home, home, ("activity", $"{room.Activity}"), ("id", Tokens.New()),
            ("keep", $"{room.World.Sets[0].Id}"), ($"first.{room.World.Sets[0].Id}", new string('y', 170)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, plain.StatusCode);
        Assert.Contains(new string('y', 170), await plain.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await KeepAsync(room, alma, 1, Asked)).StatusCode);
        var id = Tokens.New();
        await KeepAsync(room, alma, 0, Asked, id);
        await KeepAsync(room, alma, 0, Asked, id);
        Assert.Single(await QuestionsAsync(room));
        Assert.Equal(HttpStatusCode.Forbidden, (await DropAsync(room, bo, id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DropAsync(room, alma, id)).StatusCode);
        Assert.Empty(await QuestionsAsync(room));
        await SettleAsync(room, "Closed");
        Assert.Equal(HttpStatusCode.Conflict, (await KeepAsync(room, alma, 0, Asked)).StatusCode);
    }

    /// <summary>Signs a member in who has an account.</summary>
    internal static async Task<HttpClient> MemberAsync(Site site, World world, string name)
    {
        await site.Writer.RunAsync(w => w.Execute("""
            INSERT INTO account (person_id, password_hash, stamp, is_facilitator)
            SELECT @person, password_hash, @stamp, 0 FROM account LIMIT 1
            """, new { person = world[name], stamp = Tokens.New() }), Stop);
        return await Office.SignInAsync(site, World.Mail(name));
    }

    private static async Task<TalkingRoom> StartAsync()
    {
        var room = await TalkingRoom.StartAsync(InSets);
        await room.PressAsync("make");
        return room;
    }

    private static async Task<PlainPhone> AdvisorAsync(TalkingRoom room, string name)
    {
        var phone = await PlainPhone.JoinAsync(room.World, room.Site, name);
        await room.Site.Writer.RunAsync(w => w.Execute(
            "UPDATE device SET assurance = 'Vouched' WHERE participant_id IN (SELECT id FROM participant WHERE name = @name)", new { name }), Stop);
        return phone;
    }

    private static Task<HttpResponseMessage> KeepAsync(TalkingRoom room, PlainPhone phone, int set, string text, string? id = null) => phone.PostAsync(
        "", id, more: [("activity", $"{room.Activity}"), ("keep", $"{room.World.Sets[set].Id}"), ($"first.{room.World.Sets[set].Id}", text)]);

    private static Task<HttpResponseMessage> DropAsync(TalkingRoom room, PlainPhone phone, string id) =>
        phone.PostAsync("", more: [("activity", $"{room.Activity}"), ("drop", id)]);

    private static Task<IReadOnlyList<FirstQuestion>> QuestionsAsync(TalkingRoom room) =>
        room.Site.Db.ReadAsync(reads => FirstQuestion.Of(reads, room.Activity), Stop);

    private static Task<IReadOnlyList<Carried>> CarriedAsync(TalkingRoom room) =>
        room.Site.Db.ReadAsync(reads => Carried.Of(reads, room.World.Workshop), Stop);

    private static Task<bool> SettleAsync(TalkingRoom room, string state) => room.Site.Writer.RunAsync(w =>
    {
        w.Execute("UPDATE activity SET state = @state WHERE id = @Activity", new { state, room.Activity });
        Carried.Settle(w, room.Site.Services.GetRequiredService<ActivityKinds>(), room.World.Workshop);
        return true;
    }, Stop);

    private static Task<T> AskAsync<T>(TalkingRoom room, Func<ActivityKind, WorkshopHub.Web.Data.Reads, WorkshopHub.Web.Activities.Activity, T> ask) =>
        room.Site.Db.ReadAsync(reads =>
        {
            var activity = WorkshopHub.Web.Activities.Activity.Find(reads, room.Activity)!;
            return ask(room.Site.Services.GetRequiredService<ActivityKinds>().Of(activity), reads, activity);
        }, Stop);
}
