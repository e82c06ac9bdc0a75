using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Reports.Memory;

/// <summary>A programme after its final: Circle has told its outcome, and each sort of thing that can be released is there, unreleased.</summary>
internal sealed class RememberingWorld : IAsyncDisposable
{
    public const string Learned = "The map was right and nobody trusted it";
    public const string Sheet = "Ask the night shift before the day shift";
    public const string Post = "I dug where the map ends";
    public const string Reflection = "I stayed when Bill called";

    private RememberingWorld(SetWorld there) => There = there;

    public SetWorld There { get; }

    public long Outcome { get; private set; }

    public string SheetId { get; } = Tokens.New();

    public string PostId { get; } = Tokens.New();

    public string ReflectionId { get; } = Tokens.New();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RememberingWorld> OpenAsync(bool ownProblem = false)
    {
        var world = new RememberingWorld(await SetWorld.OpenAsync(ownProblem));
        await world.There.Site.Writer.RunAsync(writes => world.Plant(writes, ownProblem));
        return world;
    }

    /// <summary>Everything in one word each: what may never be read unreleased.</summary>
    public static IReadOnlyList<string> All { get; } = [Learned, Sheet, Post, Reflection];

    public Task<string> PageAsync(string name, string page) => ReadAsync(There, name, page);

    public Task<string> MemoryAsync(string name, string? words = null) => PageAsync(name, $"/learnings?q={words}");

    /// <summary>Somebody asks to show something to the organisation, on the set's own page.</summary>
    public async Task ShareAsync(string name, string kind, string item, HttpStatusCode says = HttpStatusCode.Redirect) =>
        await PostAsync(name, "share", says, ("kind", kind), ("item", item), ("audience", "Organisation"));

    /// <summary>Somebody says yes to it, or takes it back.</summary>
    public async Task PressAsync(string name, string verb, string kind, HttpStatusCode says = HttpStatusCode.Redirect)
    {
        var share = await There.Site.OneAsync<long>("SELECT max(id) FROM share WHERE kind = @kind", new { kind });
        await PostAsync(name, "press", says, ("press", $"{verb}/{share}"));
    }

    public ValueTask DisposeAsync() => There.DisposeAsync();

    private static async Task<string> ReadAsync(SetWorld there, string name, string page) =>
        WebUtility.HtmlDecode(await (await there.AsAsync(name)).GetStringAsync(page, Stop));

    private async Task PostAsync(string name, string handler, HttpStatusCode says, params (string, string)[] fields)
    {
        using var answer = await (await There.AsAsync(name)).PostFormAsync(There.At("shared"), $"{There.At("shared")}?handler={handler}", fields);
        Assert.Equal((name, says), (name, answer.StatusCode));
    }

    private bool Plant(Writes writes, bool ownProblem)
    {
        var world = There.World;
        var (alma, bo) = (world["Alma Tamm"], world["Bo Lind"]);
        var final = writes.Insert(
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Held', @Now, @Now)
            """, new { world.Programme, writes.Now });
        var activity = writes.Insert(
            "INSERT INTO activity (workshop_id, kind, title, prompt, created_at, changed_at) VALUES (@final, 'reportout', 'Report', '', @Now, @Now)", new { final, writes.Now });
        var posts = writes.Insert(
            "INSERT INTO activity (workshop_id, kind, title, prompt, created_at, changed_at) VALUES (@final, 'posts', 'What I learned', '', @Now, @Now)", new { final, writes.Now });
        Outcome = writes.Insert(
            "INSERT INTO outcome (workshop_id, set_id, person_id, created_at, changed_at) VALUES (@final, @Set, @person, @Now, @Now)",
            new { final, There.Set, person = ownProblem ? alma : (long?)null, writes.Now });
        foreach (var (slide, text) in new[] { ("Problem", "One hole in five"), ("Tried", "Walked the streets"), ("Learned", Learned), ("Next", "All districts") })
        {
            writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text, note) VALUES (@Outcome, @slide, @text, 'a note to ourselves')", new { Outcome, slide, text });
        }

        writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) VALUES (@activity, @Outcome, 1, @Now)", new { activity, Outcome, writes.Now });
        writes.Execute(
            """
            INSERT INTO measure (set_id, person_id, position, name, unit, baseline, result, changed_at) VALUES (@Set, @person, 1, 'Holes dug twice', '%', 19.1, 9.5, @Now)
            """, new { There.Set, person = ownProblem ? alma : (long?)null, writes.Now });
        writes.Execute(
            """
            INSERT INTO sheet (id, set_id, kind, text, state, written_by, written_at, confirmed_by, gone_at)
            VALUES (@SheetId, @Set, 'Learning', @Sheet, 'Gone', @alma, @Now, @bo, @Now)
            """, new { SheetId, There.Set, Sheet, alma, bo, writes.Now });
        var seat = writes.Insert(
            "INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) VALUES (@final, @alma, 'Alma Tamm', 'Member', @Set, @Now)",
            new { final, alma, There.Set, writes.Now });
        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
            VALUES (@PostId, @posts, @seat, @Set, 'Learning', @Post, '1', 'Shown', @Now)
            """, new { PostId, posts, seat, There.Set, Post, writes.Now });
        writes.Execute(
            "INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@ReflectionId, @Set, @alma, @Reflection, @Now, @Now)",
            new { ReflectionId, There.Set, alma, Reflection, writes.Now });
        writes.Execute("UPDATE programme SET state = 'Closed' WHERE id = @Programme", new { world.Programme });
        return true;
    }
}
