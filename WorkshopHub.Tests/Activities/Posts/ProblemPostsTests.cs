using System.Globalization;
using System.Net;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Questions to the clients, each about a problem: what nobody answers goes to the problem's page.</summary>
public sealed class ProblemPostsTests
{
    private const string Settings = """{"Kinds":["Question"],"ByProblem":true}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_names_a_problem_stands_in_its_column_and_is_carried_over_unless_it_was_answered()
    {
        await using var room = await KindRoom.StartAsync("posts", "What do you need to know?", settings: Settings);
        var (holes, alarms) = (await OfferAsync(room, "Holes we dig twice"), await OfferAsync(room, "Alarms nobody believes"));
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        Assert.Contains("Holes we dig twice</option>", await alma.Client.GetStringAsync($"/w/{room.World.Workshop}", Stop), StringComparison.Ordinal);
        var open = await AskAsync(room, alma, "Who pays for the hole?", holes);
        var answered = await AskAsync(room, alma, "Who hears the alarm?", alarms);
        var hidden = await AskAsync(room, alma, "Why does Mr Hollis lie?", alarms);
        await AskAsync(room, alma, "About nothing in particular", null);
        await AskAsync(room, alma, "About one that is not offered", 999);

        using var wall = Clients.New(room.Site.Url, Viewers.ScreenCookie, room.World.Screens[0]);
        var columns = Columns(await wall.GetStringAsync("/wall", Stop));
        Assert.Equal(["Holes we dig twice", "Alarms nobody believes", "On no single one"], columns.Keys);
        Assert.Contains("Who pays for the hole?", columns["Holes we dig twice"], StringComparison.Ordinal);
        Assert.Contains("Who hears the alarm?", columns["Alarms nobody believes"], StringComparison.Ordinal);
        Assert.Contains("not offered", columns["On no single one"], StringComparison.Ordinal);

        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await room.PressAsync(mari, "posts", $"answered/{answered}/1");
        await room.PressAsync(mari, "posts", $"answered/{open}/1");
        await room.PressAsync(mari, "posts", $"answered/{open}/1", HttpStatusCode.Conflict);
        await room.PressAsync(mari, "posts", $"unanswered/{open}/2");
        Assert.Contains("Answered", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.GoAsync(1);
        Assert.Equal([(open, holes, "Carried"), (hidden, alarms, "Carried")], await CarriedAsync(room));

        // What happens to a question afterwards goes for what it has become, too.
        await room.PressAsync(mari, "posts", $"hide/{hidden}/1");
        await room.PressAsync(mari, "posts", $"answered/{open}/3");
        Assert.Equal([(open, holes, "TakenUp"), (hidden, alarms, "Undone")], await CarriedAsync(room));
        await room.PressAsync(mari, "posts", $"unhide/{hidden}/2");
        Assert.Contains((hidden, alarms, "Carried"), await CarriedAsync(room));

        // Reopened, nothing of it stands; closed again, it does.
        await room.GoAsync(0);
        Assert.DoesNotContain(await CarriedAsync(room), one => one.State == "Carried");
        await room.GoAsync(1);
        Assert.Equal([(hidden, alarms, "Carried")], (await CarriedAsync(room)).Where(one => one.State == "Carried"));
    }

    [Fact]
    public async Task Where_the_programme_offers_no_problem_the_columns_are_the_sets_and_nothing_is_asked()
    {
        await using var room = await KindRoom.StartAsync("posts", "What do you need to know?", settings: Settings);
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        Assert.DoesNotContain("On which problem?", await alma.Client.GetStringAsync($"/w/{room.World.Workshop}", Stop), StringComparison.Ordinal);
        await AskAsync(room, alma, "Who pays?", null);
        var (board, lacks) = await room.Site.Db.ReadAsync(
            reads =>
            {
                var activity = Web.Activities.Activity.Find(reads, room.Activity)!;
                var kind = ((ActivityKinds)room.Site.Services.GetService(typeof(ActivityKinds))!).Of(activity);
                return (kind.BoardOf(reads, activity)!, kind.Lacks(reads, activity));
            },
            Stop);
        Assert.True(board.BySet);
        Assert.Equal(room.World.Sets.Select(set => set.Name), board.Columns.Select(column => column.Name));
        Assert.Contains("offers none yet", lacks, StringComparison.Ordinal);
        await room.GoAsync(1);
        Assert.Empty(await CarriedAsync(room));
    }

    /// <summary>The sponsor offers a problem.</summary>
    internal static Task<long> OfferAsync(KindRoom room, string title) => room.Site.Writer.RunAsync(
        w =>
        {
            var id = w.Insert(
                """
                INSERT INTO problem (programme_id, position, title, state, created_at, changed_at)
                VALUES (@Programme, (SELECT ifnull(max(position), 0) + 1 FROM problem), @title, 'Offered', @Now, @Now)
                """,
                new { room.World.Programme, title, w.Now });
            Assert.Contains(ProblemRow.Offered(w, room.World.Programme), problem => problem.Id == id);
            return id;
        },
        Stop);

    private static async Task<string> AskAsync(KindRoom room, PlainPhone phone, string text, long? problem)
    {
        var id = Tokens.New();
        await room.TakenAsync(
            phone, ("id", id), ("kind", "Question"), ("text", text), ("problem", problem?.ToString(CultureInfo.InvariantCulture) ?? ""));
        return id;
    }

    private static Task<IReadOnlyList<(string, long, string State)>> CarriedAsync(KindRoom room) => room.Site.Db.ReadAsync<IReadOnlyList<(string, long, string State)>>(
        reads => [.. Carried.Of(reads, room.World.Workshop).Where(one => one.Target == "ProblemQuestion").OrderBy(one => one.ThingId).ThenBy(one => one.Id)
            .Select(one => (one.Source, one.ThingId!.Value, one.State))],
        Stop);

    /// <summary>The words of each column of a wall, by its name.</summary>
    private static Dictionary<string, string> Columns(string html) => html.Split("<section class=\"column\"").Skip(1)
        .Where(column => !column.Contains("data-spare", StringComparison.Ordinal))
        .ToDictionary(column => column.Split("<b>")[1].Split("</b>")[0], column => column);
}
