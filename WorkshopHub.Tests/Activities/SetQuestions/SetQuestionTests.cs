using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.SetQuestions;

namespace WorkshopHub.Tests.Activities.SetQuestions;

public sealed class SetQuestionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<KindRoom> StartAsync(NameMode names = NameMode.Named, Reveal reveal = Reveal.Live) => KindRoom.StartAsync(
        "setquestion", "What would you really like to know?", """["Member","Advisor","Sponsor"]""", names, reveal);

    private static (string, string)[] Ask(KindRoom room, int to, string text = "What did you stop believing?") =>
        [("do", "ask"), ("to", room.World.Sets[to].Id.ToString(CultureInfo.InvariantCulture)), ("question", text)];

    private static (string, string)[] Answer(string id, string text, int seen = 0) =>
        [("do", $"answer.{id}"), ($"answer.{id}", text), ($"seen.{id}", seen.ToString(CultureInfo.InvariantCulture))];

    private static async Task<QuestionRow> OnlyAsync(KindRoom room) =>
        Assert.Single(await room.Site.Db.ReadAsync(reads => QuestionRow.All(reads, room.Activity), Stop));

    [Fact]
    public async Task A_question_reaches_the_asked_set_and_one_phone_answers_for_it()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var dora = await room.PhoneAsync("Dora Voss");
        await room.TakenAsync(alma, Ask(room, 1));
        var question = await OnlyAsync(room);
        Assert.Contains("One question came to you", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Answer for Triangle", await dora.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Answer for", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.TakenAsync(cecil, Answer(question.Id, "That forms help."));
        Assert.Contains("That forms help.", await alma.FeedAsync(), StringComparison.Ordinal);

        // The second phone had not seen it: it is shown the first answer, and may then replace it.
        using var second = await room.SendAsync(dora, Answer(question.Id, "That we were first."));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Cecil Hart has answered meanwhile: “That forms help.”", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await room.TakenAsync(dora, Answer(question.Id, "That we were first.", seen: 1));
        Assert.Equal("That we were first.", (await OnlyAsync(room)).Answer);
        using var foreign = await room.SendAsync(alma, Answer(question.Id, "Mine", seen: 2));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said_beside_its_field_and_nothing_is_kept()
    {
        await using var room = await StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var early = await room.SendAsync(alma, Ask(room, 1));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await room.GoAsync(0);
        foreach (var (fields, field) in new[]
        {
            (Ask(room, 0), "to"), (Ask(room, 1, "  ‮ "), "question"), (Ask(room, 1, new string('x', 281)), "question"),
            ([("do", "ask"), ("to", "99999"), ("question", "Who?")], "to"), ([("do", "ask"), ("to", "-"), ("question", "Who?")], "to"),
        })
        {
            using var refused = await room.SendAsync(alma, fields);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (refused.StatusCode, refused.Headers.GetValues("X-Field").Single()));
        }

        using var several = await room.SendAsync(alma, ("do", "ask"), ("to", "-"), ("question", " "));
        Assert.Equal(["question", "to"], Clients.FaultsIn(several));
        using var sponsor = await room.PhoneAsync("Sven Sponsor");
        using var setless = await room.SendAsync(sponsor, Ask(room, 1));
        Assert.Equal(HttpStatusCode.Forbidden, setless.StatusCode);
        using var client = await room.PhoneAsync("Clio Client");
        using var listener = await room.SendAsync(client, Ask(room, 1));
        Assert.Equal(HttpStatusCode.Forbidden, listener.StatusCode);
        using var unknown = await room.SendAsync(alma, Answer(Tokens.New(), "x"));
        Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);
        Assert.Empty(await room.Site.Db.ReadAsync(reads => QuestionRow.All(reads, room.Activity), Stop));
    }

    [Fact]
    public async Task The_same_id_is_the_same_question_and_markup_is_text()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var bo = await room.PhoneAsync("Bo Lind");
        var id = Tokens.New();
        await room.TakenAsync(alma, [.. Ask(room, 1, "<b>Why</b>?"), ("id", id)]);
        await room.TakenAsync(alma, [.. Ask(room, 1, "<b>Why</b>?"), ("id", id)]);
        using var other = await room.SendAsync(alma, [.. Ask(room, 2), ("id", id)]);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        using var forged = await room.SendAsync(bo, [.. Ask(room, 1, "<b>Why</b>?"), ("id", id)]);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Contains("&lt;b&gt;Why&lt;/b&gt;?", await bo.FeedAsync(), StringComparison.Ordinal);
        using var stolen = await room.SendAsync(bo, ("do", $"back.{id}"));
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
        await room.TakenAsync(alma, ("do", $"back.{id}"));
        Assert.Empty(await room.Site.Db.ReadAsync(reads => QuestionRow.All(reads, room.Activity), Stop));
    }

    [Fact]
    public async Task A_review_takes_answers_only_and_what_is_unanswered_goes_to_the_set()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.TakenAsync(alma, Ask(room, 1));
        await room.TakenAsync(alma, Ask(room, 2));
        var question = (await room.Site.Db.ReadAsync(reads => QuestionRow.All(reads, room.Activity), Stop)).Single(one => one.ToSet == room.World.Sets[1].Id);
        await room.GoAsync(1);
        Assert.Equal(2, (await CarriedAsync(room)).Count(one => one is { State: "Carried", Target: "SetQuestion" }));
        using var closed = await room.SendAsync(cecil, Answer(question.Id, "We don’t."));
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        await room.GoAsync(2);
        using var late = await room.SendAsync(alma, Ask(room, 3));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        await room.TakenAsync(cecil, Answer(question.Id, "We don’t."));
        var carried = await CarriedAsync(room);
        Assert.Equal("TakenUp", carried.Single(one => one.SetId == room.World.Sets[1].Id).State);
        var left = carried.Single(one => one.SetId == room.World.Sets[2].Id);
        Assert.Equal(("Carried", "What did you stop believing?"), (left.State, left.Text));

        // Opened again, what was carried is taken back; closed again, only what has no answer is carried.
        await room.GoAsync(0);
        Assert.DoesNotContain(await CarriedAsync(room), one => one.State == "Carried");
        await room.GoAsync(1);
        Assert.Equal(room.World.Sets[2].Id, Assert.Single(await CarriedAsync(room), one => one.State == "Carried").SetId);
    }

    [Fact]
    public async Task Kept_back_it_shows_numbers_until_it_closes_and_names_only_where_they_are_wanted()
    {
        await using var room = await StartAsync(NameMode.SetOnly, Reveal.AfterClose);
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        await room.TakenAsync(alma, Ask(room, 1));
        var before = await cecil.FeedAsync();
        Assert.DoesNotContain("What did you stop believing?", before, StringComparison.Ordinal);
        Assert.Contains("One so far. You read it when asking is over.", before, StringComparison.Ordinal);
        await room.GoAsync(2);
        var after = await cecil.FeedAsync();
        Assert.Contains("What did you stop believing?", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_facilitator_sees_which_sets_lack_questions_and_takes_one_off()
    {
        await using var room = await StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.TakenAsync(alma, Ask(room, 1));
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        var control = await desk.GetStringAsync($"/w/{room.World.Workshop}/control", Stop);
        Assert.Contains("Lacks 2", control, StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(control, "Lacks 3"));
        var question = await OnlyAsync(room);
        await room.PressAsync(desk, "questions", $"hide/{question.Id}/1");
        await room.PressAsync(desk, "questions", $"hide/{question.Id}/1", HttpStatusCode.Conflict);
        using var cecil = await room.PhoneAsync("Cecil Hart");
        Assert.DoesNotContain("What did you stop believing?", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("taken it off", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.GoAsync(1);
        Assert.Empty(await CarriedAsync(room));
        await room.PressAsync(desk, "questions", $"show/{question.Id}/2");
        Assert.Single(await CarriedAsync(room), one => one.State == "Carried");
        using var outsider = await Office.SignInAsync(room.Site, World.Mail("Otto Outsider"));
        using var refused = await outsider.PostFormAsync("/", $"/w/{room.World.Workshop}/control/questions", ("press", $"hide/{question.Id}/3"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static Task<IReadOnlyList<Carried>> CarriedAsync(KindRoom room) =>
        room.Site.Db.ReadAsync(reads => Carried.Of(reads, room.World.Workshop), Stop);
}
