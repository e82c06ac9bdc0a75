using System.Globalization;
using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;
using WorkshopHub.Web.Programmes.Problems;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Activities.Preferences;

public sealed class ChoosingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ranks_are_only_their_members_until_they_are_shown_to_the_own_set()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var bo = await room.PhoneAsync("Bo Lind");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var advisor = await room.PhoneAsync("Aada Advisor");
        using var few = await room.RankAsync(alma, 0, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, few.StatusCode);
        using var taken = await room.RankAsync(alma, 0, 1, 2, 3);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("I meet it every week.", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("I meet it every week.", await bo.FeedAsync(), StringComparison.Ordinal);
        await room.GoAsync(1);
        Assert.DoesNotContain("I meet it every week.", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("I meet it every week.", await advisor.FeedAsync(), StringComparison.Ordinal);
        await room.GoAsync(2);
        Assert.Contains("I meet it every week.", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("I meet it every week.", await cecil.FeedAsync(), StringComparison.Ordinal);
        using var sponsor = await room.PhoneAsync("Sven Sponsor");
        Assert.DoesNotContain("Alma", await sponsor.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("I meet it every week.", await advisor.FeedAsync(), StringComparison.Ordinal);
        using var elsewhere = await room.PhoneAsync("Arno Advisor");
        Assert.DoesNotContain("I meet it every week.", await elsewhere.FeedAsync(), StringComparison.Ordinal);
        using var claimed = await room.PhoneAsync("Third Of0", vouched: false);
        Assert.DoesNotContain("I meet it every week.", await claimed.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_a_ranking_is_refused_and_nothing_of_it_stays()
    {
        await using var room = await ChoosingRoom.StartAsync();
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var early = await room.RankAsync(alma, 0, 1, 2);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await room.GoAsync(0);
        var first = room.Problems[0].ToString(CultureInfo.InvariantCulture);
        using var twice = await room.RankAsync(alma, 0, 1, 0);
        Assert.Equal("choice.3", twice.Headers.GetValues("X-Field").Single());
        using var forged = await room.SendAsync(alma, ("choice.1", "999"), ("choice.2", first), ("why.1", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        using var silent = await room.SendAsync(alma, [.. Enumerable.Range(0, 3).Select(at => ($"choice.{at + 1}", room.Problems[at].ToString(CultureInfo.InvariantCulture)))]);
        Assert.Equal("why.1", silent.Headers.GetValues("X-Field").Single());
        using var long_ = await room.SendAsync(alma, ("why.1", new string('x', 161)), ("choice.1", first),
            ("choice.2", room.Problems[1].ToString(CultureInfo.InvariantCulture)), ("choice.3", room.Problems[2].ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("why.1", long_.Headers.GetValues("X-Field").Single());
        using var several = await room.SendAsync(alma, ("choice.1", "999"), ("choice.2", first), ("choice.3", first), ("why.2", new string('x', 161)));
        Assert.Equal(["choice.1", "choice.3", "why.2"], Clients.FaultsIn(several));
        using var plain = await alma.Client.PostFormAsync(
            $"/w/{room.World.Workshop}", $"/w/{room.World.Workshop}", ("activity", room.Activity.ToString(CultureInfo.InvariantCulture)),
            ("choice.1", first), ("why.1", "<b>Mine</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, plain.StatusCode);
        var page = await plain.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Rank at least 3. You have ranked 1.", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Mine&lt;/b&gt;", page, StringComparison.Ordinal);
        using var claimed = await room.PhoneAsync("Bo Lind", vouched: false);
        using var unknown = await room.RankAsync(claimed, 0, 1, 2);
        Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);
        using var sponsor = await room.PhoneAsync("Sven Sponsor");
        using var other = await room.RankAsync(sponsor, 0, 1, 2);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Equal(0, await room.Site.Db.ReadAsync(reads => RankRow.Count(reads, room.Activity), Stop));
        using var wish = await room.WishAsync(alma, 0);
        Assert.Equal(HttpStatusCode.Conflict, wish.StatusCode);
    }

    [Fact]
    public async Task The_picture_has_no_names_and_no_row_for_fewer_than_three()
    {
        await using var room = await ChoosingRoom.StartAsync(setsOfThree: 1);
        await room.GoAsync(0);
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Third Of0", "Cecil Hart", "Dora Voss" })
        {
            using var phone = await room.PhoneAsync(name);
            using var taken = await room.RankAsync(phone, name == "Cecil Hart" ? [3, 1, 2] : [0, 1, 2]);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        await room.GoAsync(2);
        var matrix = await room.Site.Db.ReadAsync(
            reads => Matrix.Of(Choosing.Read(reads, ActivityRow.Find(reads, room.Activity)!)), Stop);
        Assert.Equal("Circle", Assert.Single(matrix.Rows).Set.Name);
        Assert.Equal(new RankCounts(3, 0, 0), matrix.Rows[0].Cells[0]);
        Assert.Equal("Triangle", Assert.Single(matrix.Small).Name);
        // Two of Triangle are too few: the foot would tell of them, so it leaves them out.
        Assert.Equal((3, 3, 0), (matrix.People, matrix.Foot[0].First, matrix.Foot[3].First));
    }

    [Fact]
    public async Task Two_phones_of_one_set_that_differ_are_both_told_and_a_wish_can_be_taken_back()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(2);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var bo = await room.PhoneAsync("Bo Lind");
        await room.WishAsync(alma, 0);
        Assert.Contains("Your set wishes: Holes we dig twice", await bo.FeedAsync(), StringComparison.Ordinal);
        await room.WishAsync(bo, 1);
        foreach (var phone in new[] { alma, bo })
        {
            Assert.Contains("Your phones differ", await phone.FeedAsync(), StringComparison.Ordinal);
        }

        await room.SendAsync(bo, ("wish", "none"));
        Assert.Contains("Your set wishes: Holes we dig twice", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.SendAsync(bo, ("wish", "none"));
        Assert.DoesNotContain("Your set wishes", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Null(await ProblemOfAsync(room, 0));
    }

    [Fact]
    public async Task A_collision_is_talked_about_asked_again_and_then_kept_by_the_lower_mean_rank_with_its_reason()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var emil = await room.PhoneAsync("Emil Saar");
        await room.RankAsync(alma, 0, 1, 2);
        await room.RankAsync(cecil, 1, 0, 2);
        await room.RankAsync(emil, 3, 4, 5);
        await room.GoAsync(2);
        await room.WishAsync(alma, 0);
        await room.WishAsync(cecil, 0);
        await room.WishAsync(emil, 3);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        Assert.Null(await ProblemOfAsync(room, 2));
        var told = await PressAsync(room, desk, "close");
        Assert.Contains("One set has its problem", told, StringComparison.Ordinal);
        Assert.Contains("Circle and Triangle wish the same and have yet to talk", told, StringComparison.Ordinal);
        Assert.Equal(room.Problems[3], await ProblemOfAsync(room, 2));
        await PressAsync(room, desk, "talk", room.Problems[0]);
        Assert.Contains("Triangle wishes Holes we dig twice too", await alma.FeedAsync(), StringComparison.Ordinal);
        await PressAsync(room, desk, "ask", room.Problems[0]);
        Assert.Contains("You have talked with Circle", await cecil.FeedAsync(), StringComparison.Ordinal);
        await room.WishAsync(alma, 0);
        await room.WishAsync(cecil, 0);
        var closed = await PressAsync(room, desk, "close");
        Assert.Contains("Triangle chooses another", closed, StringComparison.Ordinal);
        Assert.Equal(room.Problems[0], await ProblemOfAsync(room, 0));
        Assert.Null(await ProblemOfAsync(room, 1));
        var reason = await room.Site.Db.ReadAsync(
            reads => reads.First<string>("SELECT problem_reason FROM sets WHERE id = @Id", room.World.Sets[0]), Stop);
        Assert.Contains("The lower mean rank keeps it: Circle 1.0, Triangle 2.0", reason, StringComparison.Ordinal);
        using var taken = await room.WishAsync(cecil, 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        var chosen = await alma.FeedAsync();
        Assert.Contains("Your set takes on: Holes we dig twice", chosen, StringComparison.Ordinal);
        Assert.Contains("The lower mean rank keeps it: Circle 1.0, Triangle 2.0", chosen, StringComparison.Ordinal);

        // Opened again, everything that was given is taken back.
        await room.GoAsync(0);
        await room.Site.Writer.RunAsync(w =>
        {
            foreach (var carried in Carried.Of(w, room.World.Workshop).Where(one => one.State == "Carried"))
            {
                Closing.PutBack(w, carried);
            }

            return true;
        }, Stop);
        Assert.Null(await ProblemOfAsync(room, 0));
        Assert.All(await room.Site.Db.ReadAsync(reads => ProblemRow.Of(reads, room.World.Programme), Stop),
            problem => Assert.Equal("Offered", problem.State));
    }

    [Fact]
    public async Task Sets_that_want_it_equally_hear_the_sponsors_choice_and_its_reason()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(2);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        foreach (var verb in new[] { "talk", "ask", "" })
        {
            await room.WishAsync(alma, 0);
            await room.WishAsync(cecil, 0);
            if (verb.Length > 0)
            {
                await PressAsync(room, desk, verb, room.Problems[0]);
            }
        }

        Assert.Contains("the sponsor chooses", await PressAsync(room, desk, "close"), StringComparison.Ordinal);
        var mark = await room.Site.Db.ReadAsync(reads => Choosing.Read(reads, ActivityRow.Find(reads, room.Activity)!).Mark, Stop);
        var page = $"/w/{room.World.Workshop}/control/choice";
        var press = $"sponsor/{room.Activity}/{room.Problems[0]}/{mark}";
        var keeper = room.World.Sets[1].Id.ToString(CultureInfo.InvariantCulture);
        using var empty = await desk.PostFormAsync(
            $"{page}?activity={room.Activity}&problem={room.Problems[0]}", page, ("press", press), ("Keeper", keeper), ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var done = await desk.PostFormAsync(
            $"{page}?activity={room.Activity}&problem={room.Problems[0]}", page, ("press", press), ("Keeper", keeper), ("Reason", "They run the depot."));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(room.Problems[0], await ProblemOfAsync(room, 1));
        Assert.Contains("The sponsor chose: They run the depot.", await cecil.FeedAsync(), StringComparison.Ordinal);
        using var twice = await desk.PostFormAsync($"/w/{room.World.Workshop}/control", page, ("press", press), ("Keeper", keeper), ("Reason", "Again."));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    internal static async Task<string> PressAsync(ChoosingRoom room, HttpClient desk, string verb, long problem = 0)
    {
        var mark = await room.Site.Db.ReadAsync(reads => Choosing.Read(reads, ActivityRow.Find(reads, room.Activity)!).Mark, Stop);
        desk.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await desk.PostFormAsync(
            $"/w/{room.World.Workshop}/control", $"/w/{room.World.Workshop}/control/choice", ("press", $"{verb}/{room.Activity}/{problem}/{mark}"));
        desk.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    internal static Task<long?> ProblemOfAsync(ChoosingRoom room, int set) => room.Site.Db.ReadAsync(
        reads => reads.First<long?>("SELECT problem_id FROM sets WHERE id = @Id", room.World.Sets[set]), Stop);
}
