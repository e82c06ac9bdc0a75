using System.Globalization;
using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Rounds;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Activities.Rounds;

/// <summary>The world with its first item as rounds, running, and as many more members a set as are asked for.</summary>
public sealed class TalkingRoom : IAsyncDisposable
{
    private TalkingRoom(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; }

    public long Activity => World.Activities[0];

    /// <summary>Names of everybody who is here as a phone, by participant.</summary>
    public Dictionary<long, string> Here { get; } = [];

    public HttpClient Desk { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TalkingRoom> StartAsync(string settings = "{}", int perSet = 2, bool others = false, string audience = "[]")
    {
        var (world, site) = World.Start();
        var room = new TalkingRoom(world, site);
        await PlainPhone.OpenAsync(world, site);
        await site.Writer.RunAsync(w =>
        {
            w.Execute("""
                UPDATE activity SET kind = 'rounds', title = 'Mixed tables', prompt = 'A time a problem crossed departments: what happened?',
                  settings = @settings, audience = @audience WHERE id = @Activity
                """, new { settings, audience, room.Activity });
            foreach (var set in world.Sets)
            {
                for (var more = 2; more < perSet; more++)
                {
                    var name = $"{_names[((int)set.Id * 7) + more]} {set.Name}son";
                    var person = w.Insert("INSERT INTO person (name, email, created_at, changed_at) VALUES (@name, @mail, @Now, @Now)",
                        new { name, mail = World.Mail(name), w.Now });
                    w.Insert("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)", new { set = set.Id, person, w.Now });
                }
            }

            foreach (var person in w.Query<Joining>("""
                SELECT p.id, p.name, 'Member' AS Role, m.set_id FROM membership m JOIN person p ON p.id = m.person_id
                UNION ALL
                SELECT p.id, p.name, r.role, NULL FROM role_assignment r JOIN person p ON p.id = r.person_id
                WHERE @others AND r.role NOT IN ('Facilitator', 'Advisor')
                """, new { others }))
            {
                room.Here[Join(w, world, person)] = person.Name;
            }

            return true;
        }, Stop);
        room.Desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        room.Desk.DefaultRequestHeaders.Add("HX-Request", "true");
        return room;
    }

    private static readonly string[] _names =
    [
        .. "Amara Bela Ciro Dewi Elif Farah Goran Hana Imran Jonas Kemal Lena Marta Nadia Owen Piotr Quinn Ruth Sade Tomasz Uma Vera Wanda Xenia Yuki Zora Anjali Boris Chloe Dana Emre Fadi Grace Hugo Ivan Julia Karim Liv Ming Nora Oskar Paula Rosa Sven Tara Ursula Viggo Wim Yara Zeno Agnes Bruno".Split(' '),
    ];

    /// <summary>Somebody's phone comes in.</summary>
    public static long Join(WorkshopHub.Web.Data.Writes w, World world, Joining person)
    {
        var participant = w.Insert("""
            INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) VALUES (@Workshop, @Id, @Name, @Role, @SetId, @Now)
            """, new { world.Workshop, person.Id, person.Name, person.Role, person.SetId, w.Now });
        w.Insert("INSERT INTO device (token_hash, participant_id, assurance, created_at) VALUES (@hash, @participant, 'Vouched', @Now)",
            new { hash = Tokens.New(), participant, w.Now });
        return participant;
    }

    /// <summary>The members of a set have asked others one question each, and these rounds are about them.</summary>
    public Task<bool> QuestionsAsync(int from, params int[] to) => Site.Writer.RunAsync(w =>
    {
        w.Execute("""
            UPDATE activity SET kind = 'setquestion', state = 'Closed' WHERE id = @source;
            UPDATE activity SET source_id = @source WHERE id = @Activity;
            """, new { source = World.Activities[2], Activity });
        foreach (var set in to)
        {
            w.Execute("""
                INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at)
                SELECT substr(printf('%.25c', char(97 + @set)) || char(96 + j.id - @first + 1), 1, 26), @source, j.set_id, @to, j.id,
                  'What did you stop believing, asks ' || j.name, @Now
                FROM participant j WHERE j.set_id = @from
                """, new
            {
                set,
                source = World.Activities[2],
                from = World.Sets[from].Id,
                to = World.Sets[set].Id,
                w.Now,
                first = w.First<long>("SELECT min(id) FROM participant WHERE set_id = @from", new { from = World.Sets[from].Id }),
            });
        }

        return true;
    }, Stop);

    /// <summary>One more phone of somebody who is here.</summary>
    public async Task<PlainPhone> PhoneAsync(string name, Assurance assurance = Assurance.Vouched)
    {
        var token = Tokens.New();
        await Site.Writer.RunAsync(w => w.Execute("""
            INSERT INTO device (token_hash, participant_id, assurance, created_at)
            SELECT @hash, j.id, @assurance, @Now FROM participant j WHERE j.name = @name
            """, new { hash = Tokens.Hash(token), name, assurance = assurance.ToString(), w.Now }), Stop);
        var client = Site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{Viewers.SeatCookie}={token}");
        return new PlainPhone(World, Site, client);
    }

    public Task<Seating> NowAsync() => Site.Db.ReadAsync(reads => Seating.Read(reads, ActivityRow.Find(reads, Activity)!), Stop);

    /// <summary>Presses a button of the desk, as its page stands.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PressAsync(string verb, long? version = null, params (string, string)[] more)
    {
        var seen = version ?? (await NowAsync()).Row?.Version ?? 0;
        var press = string.Create(CultureInfo.InvariantCulture, $"{verb}/{Activity}/{seen}");
        var answer = await Desk.PostFormAsync($"/w/{World.Workshop}/control", $"/w/{World.Workshop}/control/rounds", [("press", press), .. more]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>What all walls show.</summary>
    public async Task<string> WallAsync()
    {
        using var wall = Site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={World.Screens[0]}");
        return await wall.GetStringAsync("/wall", Stop);
    }

    public ValueTask DisposeAsync()
    {
        Desk?.Dispose();
        return Site.DisposeAsync();
    }
}

/// <summary>A person who comes in.</summary>
public sealed record Joining
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public long? SetId { get; init; }
}
