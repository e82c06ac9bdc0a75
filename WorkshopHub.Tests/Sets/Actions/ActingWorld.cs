using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Tests.Sets.Actions;

/// <summary>Circle with two meetings to come, in 2030, and Alma's airtime in the first of them with three questions.</summary>
internal sealed partial class ActingWorld : IAsyncDisposable
{
    public const string First = "2030-01-15";
    public const string Second = "2030-01-29";
    public const string Moved = "Who sees the hole first?";

    private ActingWorld(SetWorld there) => There = there;

    public SetWorld There { get; }

    public Site Site => There.Site;

    public long Set => There.Set;

    /// <summary>The meetings 4 and 5.</summary>
    public IReadOnlyList<long> Meetings { get; private set; } = [];

    /// <summary>Alma's airtime in meeting 4.</summary>
    public long Slot { get; private set; }

    /// <summary>The ids of the questions: Bo's, which moved her, Fay's, and one of another set.</summary>
    public IReadOnlyList<string> Questions { get; } = [Tokens.New(), Tokens.New(), Tokens.New()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string List => There.At("actions");

    public static async Task<ActingWorld> OpenAsync()
    {
        var acting = new ActingWorld(await SetWorld.OpenAsync());
        var (world, set) = (acting.There.World, acting.Set);
        await acting.Site.Writer.RunAsync(writes =>
        {
            acting.Meetings = [.. new[] { First, Second }.Select((date, index) => writes.Insert(
                "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@set, @number, @date, @date, @Now, @Now)",
                new { set, number = index + 4, date, writes.Now }))];
            var other = writes.Insert(
                "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@set, 1, @First, @First, @Now, @Now)",
                new { set = world.Sets[1].Id, First, writes.Now });
            acting.Slot = Plant(writes, acting.Meetings[0], world["Alma Tamm"]);
            var foreign = Plant(writes, other, world["Dora Voss"]);
            foreach (var (id, slot, asker, text, tick) in new[]
            {
                (acting.Questions[0], acting.Slot, "Bo Lind", Moved, true), (acting.Questions[1], acting.Slot, "Fay Novak", "What would a map say?", false),
                (acting.Questions[2], foreign, "Cecil Hart", "Not of Circle?", false),
            })
            {
                writes.Execute(
                    """
                    INSERT INTO airtime_question (id, slot_id, asker_id, text, state, ticked_at, at, by, changed_at, changed_by)
                    VALUES (@id, @slot, @asker, @text, 'Noted', CASE WHEN @tick THEN @Now END, @Now, @asker, @Now, @asker)
                    """, new { id, slot, asker = world[asker], text, tick, writes.Now });
            }

            return true;
        });
        return acting;
    }

    private static long Plant(WorkshopHub.Web.Data.Writes writes, long meeting, long presenter) => writes.Insert(
        "INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, changed_at) VALUES (@meeting, @presenter, 1, 60, @Now)",
        new { meeting, presenter, writes.Now });

    /// <summary>A meeting is open, and somebody has the pen.</summary>
    public Task<bool> BeginAsync(string name, int number = 4) => Site.Writer.RunAsync(writes =>
    {
        var (meeting, person) = (Meetings[number - 4], There.World[name]);
        writes.Execute("UPDATE set_meeting SET state = CASE id WHEN @meeting THEN 'Open' ELSE 'Held' END WHERE set_id = @Set AND id <= @meeting", new { Set, meeting });
        writes.Execute("INSERT INTO meeting_run (meeting_id, pen_person, opened_at, opened_by) VALUES (@meeting, @person, @Now, @person)", new { meeting, person, writes.Now });
        return true;
    });

    public Task<HttpClient> AsAsync(string name) => There.AsAsync(name);

    /// <summary>Somebody promises something between meetings, or Alma in her airtime.</summary>
    public async Task<HttpResponseMessage> AgreeAsync(string name, string text, string due = First, bool slot = false, string? key = null, params string[] questions)
    {
        var client = await AsAsync(name);
        return await client.PostAsync(List, "?handler=agree",
        [
            ("Key", key ?? Tokens.New()), ("SlotId", slot ? N(Slot) : ""), ("Text", text), ("Due", due), .. questions.Select(question => ("Questions", question)),
        ]);
    }

    /// <summary>An action of somebody; its number.</summary>
    public async Task<long> PromisedAsync(string name, string text, string due = First)
    {
        using var agreed = await AgreeAsync(name, text, due);
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        return (await AllAsync())[^1].Number;
    }

    /// <summary>Sends a form of an action.</summary>
    public async Task<HttpResponseMessage> DoAsync(string name, long number, string handler, params (string Name, string Value)[] fields)
    {
        var action = (await ActionAsync(number))!;
        var client = await AsAsync(name);
        return await client.PostAsync(
            $"{List}/{number}", $"?handler={handler}", [.. Also(fields, ("Version", N(action.Version)), ("Key", Tokens.New()))]);
    }

    /// <summary>An owner reports back.</summary>
    public async Task<HttpResponseMessage> TellAsync(string name, long number, string state, params (string Name, string Value)[] fields)
    {
        var action = (await ActionAsync(number))!;
        var client = await AsAsync(name);
        return await client.PostAsync($"{List}/{number}/tell", "", [.. Also(
            fields, ("Form.Version", N(action.Version)), ("Form.Key", Tokens.New()), ("Form.State", state),
            ("Form.Did", "Went out"), ("Form.Happened", "It rained"), ("Form.Learned", "Take boots"))]);
    }

    public Task<IReadOnlyList<SetAction>> AllAsync() => Site.Db.ReadAsync(reads => SetAction.Of(reads, Set), Stop);

    public Task<SetAction?> ActionAsync(long number) => Site.Db.ReadAsync(reads => SetAction.Find(reads, Set, number), Stop);

    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words of an answer, without its tags.</summary>
    public static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(Stop), " ")), " ");

    private static IEnumerable<(string, string)> Also((string Name, string Value)[] fields, params (string Name, string Value)[] others) =>
        fields.Concat(others.Where(other => fields.All(field => field.Name != other.Name)));

    public ValueTask DisposeAsync() => There.DisposeAsync();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
