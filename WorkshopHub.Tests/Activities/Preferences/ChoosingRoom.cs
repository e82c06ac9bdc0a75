using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Activities.Preferences;

/// <summary>
/// The world with eight problems, three or four members a set, and an agenda of ranking (run), lunch and choosing (reveal).
/// </summary>
public sealed class ChoosingRoom : IAsyncDisposable
{
    private static readonly string[] _titles =
    [
        "Holes we dig twice", "Alarms nobody believes", "The part that is not on the shelf", "The same twelve streets",
        "Seventy days to a tap", "Priority customers at hour eleven", "New works that operators cannot run", "After the second winter",
    ];

    private ChoosingRoom(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; }

    public long Activity { get; private set; }

    public IReadOnlyList<long> Items { get; private set; } = [];

    public IReadOnlyList<long> Problems { get; private set; } = [];

    /// <summary>Members added to the first three sets, so that they may have rows: person and set.</summary>
    public Dictionary<string, long> More { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ChoosingRoom> StartAsync(int setsOfThree = 3)
    {
        var (world, site) = World.Start();
        var room = new ChoosingRoom(world, site);
        await site.Writer.RunAsync(w =>
        {
            for (var set = 0; set < setsOfThree; set++)
            {
                foreach (var name in new[] { $"Third Of{set}", $"Fourth Of{set}" })
                {
                    var person = w.Insert(
                        "INSERT INTO person (name, email, created_at, changed_at) VALUES (@name, @mail, @Now, @Now)",
                        new { name, mail = World.Mail(name), w.Now });
                    w.Insert("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)",
                        new { set = world.Sets[set].Id, person, w.Now });
                    room.More[name] = person;
                }
            }

            room.Problems = [.. _titles.Select(title => Offer(w, world, title))];
            room.Activity = w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, prompt, audience, name_mode, reveal, created_at, changed_at)
                VALUES (@Workshop, 'preference', 'Rank by vested interest', 'Which of these do you live with?', '["Member","Advisor","Sponsor"]',
                  'Private', 'AfterClose', @Now, @Now)
                """, new { world.Workshop, w.Now });
            room.Items =
            [
                Item(w, 11, "Rank by vested interest", room.Activity, "Run"),
                Item(w, 12, "Lunch", world.Activities[1], "Run"),
                Item(w, 13, "Sets choose", room.Activity, "Reveal"),
                Item(w, 14, "Each set says its choice", room.Activity, "Review"),
            ];
            return true;
        }, Stop);
        return room;

        static long Item(Writes w, int position, string title, long activity, string act) => w.Insert("""
            INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, act)
            SELECT workshop_id, @position, @title, 20, @activity, @act FROM activity WHERE id = @activity
            """, new { position, title, activity, act });
    }

    /// <summary>Moves the run of show to one of the items, as the control room does.</summary>
    public async Task GoAsync(int item)
    {
        var pressed = await Site.Writer.RunAsync(w =>
        {
            var now = w.First<NowRow>("""
                SELECT ifnull(w.current_item_id, 0) AS Item, ifnull(i.version, 0) AS Version
                FROM workshop w LEFT JOIN agenda_item i ON i.id = w.current_item_id WHERE w.id = @Workshop
                """, World)!;
            return RunOfShow.Jump(w, new Press(World.Workshop, World["Mari Kask"], now.Item, now.Version), Items[item]);
        }, Stop);
        Assert.Equal(PressOutcome.Done, pressed.Outcome);
    }

    /// <summary>A member's phone that is known to be theirs.</summary>
    public async Task<PlainPhone> PhoneAsync(string name, bool vouched = true)
    {
        var person = More.TryGetValue(name, out var more) ? more : World[name];
        var client = Site.NewClient();
        var joined = await client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick", ("person", person.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        var phone = new PlainPhone(World, Site, client);
        if (vouched)
        {
            await Site.Writer.RunAsync(w => w.Execute("""
                UPDATE device SET assurance = 'Vouched'
                WHERE participant_id IN (SELECT j.id FROM participant j WHERE j.workshop_id = @Workshop AND j.name = @name)
                """, new { World.Workshop, name }), Stop);
        }

        return phone;
    }

    /// <summary>Sends fields to the activity.</summary>
    public Task<HttpResponseMessage> SendAsync(PlainPhone phone, params (string Name, string Value)[] fields) =>
        phone.PostAsync("", more: [("activity", Activity.ToString(CultureInfo.InvariantCulture)), .. fields]);

    /// <summary>Ranks problems by their place in the list, with a stake in the first.</summary>
    public Task<HttpResponseMessage> RankAsync(PlainPhone phone, params int[] problems) => SendAsync(phone,
    [
        .. problems.Select((problem, at) => ($"choice.{at + 1}", Problems[problem].ToString(CultureInfo.InvariantCulture))),
        ("why.1", "I meet it every week."),
    ]);

    /// <summary>Wishes a problem for the phone's set.</summary>
    public Task<HttpResponseMessage> WishAsync(PlainPhone phone, int problem) =>
        SendAsync(phone, ("wish", Problems[problem].ToString(CultureInfo.InvariantCulture)));

    /// <summary>The token of a phone that is known to be a person's, in a browser.</summary>
    public Task<string> SeatAsync(string name) => Site.Writer.RunAsync(w => Seats.Take(
        w, World.Workshop, Roster.Everybody(w, World.Programme, World.Workshop).First(who => who.Name == name), Assurance.Vouched)!, Stop);

    /// <summary>Everybody of some sets ranks five problems, each set with its own favourite, as the phones would.</summary>
    public Task EverybodyRanksAsync(int sets, params string[] without) => Site.Writer.RunAsync(w =>
    {
        var activity = ActivityRow.Find(w, Activity)!;
        foreach (var (at, who) in Roster.Everybody(w, World.Programme, World.Workshop)
            .Where(who => who.Role == Role.Member && !without.Contains(who.Name)).OrderBy(who => who.Name).Index())
        {
            var set = World.Sets.Index().First(one => one.Item.Id == who.SetId).Index;
            if (set >= sets)
            {
                continue;
            }

            var seat = new Seat
            {
                ParticipantId = Seats.ParticipantOf(w, World.Workshop, who),
                WorkshopId = World.Workshop,
                PersonId = who.PersonId,
                Role = Role.Member,
                SetId = who.SetId,
                Assurance = Assurance.Vouched,
            };
            var fields = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
            {
                ["why.1"] = "I read the same address three times a quarter and apologise three times.",
            };
            foreach (var place in Enumerable.Range(0, 5))
            {
                var problem = place == 0 ? Math.Max(0, set - 1) : (set + (at * place) + place) % 8;
                while (fields.ContainsValue(Problems[problem].ToString(CultureInfo.InvariantCulture)))
                {
                    problem = (problem + 1) % 8;
                }

                fields[$"choice.{place + 1}"] = Problems[problem].ToString(CultureInfo.InvariantCulture);
            }

            Assert.Equal(AnsweredAs.Taken, Ranking.Take(w, activity, new Answer(Tokens.New(), seat, null, new FormCollection(fields))).As);
        }

        return true;
    }, Stop);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static long Offer(Writes writes, World world, string title)
    {
        var id = ProblemCommands.Add(writes, world.Programme, new ProblemDetails
        {
            Title = title,
            Description = $"{title}: it happens every week. Nobody counts it.",
            WhyItMatters = "It costs.",
            ClientId = world["Clio Client"],
            NoClearExpertise = true,
            NoClearExpertiseNote = "Each has a part.",
            Attempts =
            [
                new() { Year = 2021, What = "A form", WhyItFailed = "Nobody read it" }, new() { Year = 2023, What = "A longer form", WhyItFailed = "Nobody filled it in" },
            ],
        }, null);
        Assert.True(ProblemCommands.Offer(writes, world.Programme, id, 1, null));
        return id;
    }

    private sealed record NowRow
    {
        public long Item { get; init; }

        public long Version { get; init; }
    }
}
