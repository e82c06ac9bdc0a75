using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Activities;

/// <summary>The world with one activity of a kind and an agenda that runs it, has a talk, and reviews it.</summary>
public sealed class KindRoom : IAsyncDisposable
{
    private KindRoom(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; }

    public long Activity { get; private set; }

    /// <summary>Run, a talk, review, reveal.</summary>
    public IReadOnlyList<long> Items { get; private set; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<KindRoom> StartAsync(
        string kind, string prompt, string audience = "[]", NameMode names = NameMode.Named, Reveal reveal = Reveal.Live, string settings = "{}")
    {
        var (world, site) = World.Start();
        var room = new KindRoom(world, site);
        await site.Writer.RunAsync(w =>
        {
            room.Activity = w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, prompt, audience, name_mode, reveal, settings, created_at, changed_at)
                VALUES (@Workshop, @kind, 'The one we look at', @prompt, @audience, @names, @reveal, @settings, @Now, @Now)
                """, new { world.Workshop, kind, prompt, audience, names = names.ToString(), reveal = reveal.ToString(), settings, w.Now });
            room.Items =
            [
                Item(w, 11, "Run it", room.Activity, "Run"), Item(w, 12, "Talk", world.Activities[1], "Run"),
                Item(w, 13, "Look at it again", room.Activity, "Review"), Item(w, 14, "Show it", room.Activity, "Reveal"),
            ];
            return true;
        }, Stop);
        return room;
    }

    /// <summary>Moves the run of show to one of the items, as the control room does, and carries over what has closed.</summary>
    public async Task GoAsync(int item)
    {
        var pressed = await Site.Writer.RunAsync(w =>
        {
            var now = w.First<NowRow>("""
                SELECT ifnull(w.current_item_id, 0) AS Item, ifnull(i.version, 0) AS Version
                FROM workshop w LEFT JOIN agenda_item i ON i.id = w.current_item_id WHERE w.id = @Workshop
                """, World)!;
            var done = RunOfShow.Jump(w, new Press(World.Workshop, World["Mari Kask"], now.Item, now.Version), Items[item]);
            Carried.Settle(w, Site.Services.GetRequiredService<ActivityKinds>(), World.Workshop);
            return done;
        }, Stop);
        Assert.Equal(PressOutcome.Done, pressed.Outcome);
    }

    /// <summary>Somebody's phone; vouched for where that is asked.</summary>
    public async Task<PlainPhone> PhoneAsync(string name, bool vouched = false)
    {
        var phone = await PlainPhone.JoinAsync(World, Site, name);
        if (vouched)
        {
            await VouchAsync(name);
        }

        return phone;
    }

    /// <summary>Lets somebody's phone in as theirs.</summary>
    public Task<int> VouchAsync(string name) => Site.Writer.RunAsync(w => w.Execute("""
        UPDATE device SET assurance = 'Vouched'
        WHERE participant_id IN (SELECT j.id FROM participant j WHERE j.name = @name)
        """, new { name }), Stop);

    /// <summary>Sends fields to the activity.</summary>
    public Task<HttpResponseMessage> SendAsync(PlainPhone phone, params (string Name, string Value)[] fields) =>
        phone.PostAsync("", more: [("activity", Activity.ToString(CultureInfo.InvariantCulture)), .. fields]);

    /// <summary>Sends fields that have to be taken.</summary>
    public async Task TakenAsync(PlainPhone phone, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(phone, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    /// <summary>A place in the room without a browser, for rows that a test plants.</summary>
    public Task<long> PlantAsync(string name, int? set) => Site.Writer.RunAsync(w => w.Insert("""
        INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at)
        VALUES (@Workshop, (SELECT id FROM person WHERE name = @name), @name, 'Member', @set, @Now)
        """, new { World.Workshop, name, set = set is { } at ? World.Sets[at].Id : (long?)null, w.Now }), Stop);

    /// <summary>The activity as it is now.</summary>
    public Task<WorkshopHub.Web.Activities.Activity> NowAsync() =>
        Site.Db.ReadAsync(reads => WorkshopHub.Web.Activities.Activity.Find(reads, Activity)!, Stop);

    /// <summary>A press in the control room, with the status that it must have.</summary>
    public async Task<string> PressAsync(HttpClient desk, string page, string press, HttpStatusCode status = HttpStatusCode.OK)
    {
        desk.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await desk.PostFormAsync(
            $"/w/{World.Workshop}/control", $"/w/{World.Workshop}/control/{page}", ("press", press));
        desk.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>Gives a browser the first wall of the world.</summary>
    public Task BeWallAsync(Visitor wall) =>
        wall.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = World.Screens[0], Url = Site.Url }]);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static long Item(Writes w, int position, string title, long activity, string act) => w.Insert("""
        INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, act)
        SELECT workshop_id, @position, @title, 20, @activity, @act FROM activity WHERE id = @activity
        """, new { position, title, activity, act });

    private sealed record NowRow
    {
        public long Item { get; init; }

        public long Version { get; init; }
    }
}
