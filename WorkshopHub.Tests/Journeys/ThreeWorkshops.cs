using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Agenda;
using WorkshopHub.Web.Workshops.Agenda.Templates;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Journeys;

/// <summary>The world's programme with its three workshops as the templates of the house lay them out, and problems to choose from.</summary>
public sealed class ThreeWorkshops : IAsyncDisposable
{
    private static readonly string[] _titles =
    [
        "Holes we dig twice", "Alarms nobody believes", "The part that is not on the shelf", "The same twelve streets",
        "Seventy days to a tap", "Priority customers at hour eleven", "New works that operators cannot run", "After the second winter",
    ];

    private static readonly (string Kind, string Date)[] _days = [("KickOff", "2026-03-10"), ("MidTerm", "2026-06-09"), ("Final", "2026-10-13")];

    private readonly List<SeatedPhone> _phones = [];

    private ThreeWorkshops(World world, Site site, string format) => (World, Site, Format) = (world, site, format);

    /// <summary>CommonProblem or OwnProblem.</summary>
    public string Format { get; }

    public World World { get; }

    public Site Site { get; }

    /// <summary>Kick-off, mid-term, final.</summary>
    public IReadOnlyList<long> Workshops { get; private set; } = [];

    /// <summary>The secrets of two screens a workshop; the second stands in the second room.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Screens { get; private set; } = [];

    public ActivityKinds Kinds => Site.Services.GetRequiredService<ActivityKinds>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Lays out the three agendas of a format.</summary>
    public static async Task<ThreeWorkshops> StartAsync(string format)
    {
        var world = World.Plant(open: false);
        await using (var connection = new SqliteConnection($"Data Source={world.File};Pooling=False"))
        {
            await connection.ExecuteAsync("""
                UPDATE programme SET format = @format;
                DELETE FROM agenda_item; DELETE FROM activity; DELETE FROM screen; DELETE FROM workshop;
                INSERT INTO site (name) VALUES ('Calder Works'), ('Penrow'), ('Cottering');
                INSERT INTO org_unit (name) VALUES ('Networks'), ('Treatment'), ('Customers');
                UPDATE person SET site_id = 1 + id % 3, org_unit_id = 1 + id / 2 % 3;
                """, new { format });
        }

        var three = new ThreeWorkshops(world, new Site(world.File), format);
        await three.Site.Writer.RunAsync(writes => three.Lay(writes), Stop);
        return three;
    }

    /// <summary>Opens a room and gives everybody who is expected, and a guest, a phone; the first of each role also one that nobody has vouched for.</summary>
    public async Task<IReadOnlyList<SeatedPhone>> ComeAsync(long workshop)
    {
        var seats = await Site.Writer.RunAsync(writes =>
        {
            Rooms.Open(writes, workshop);
            var come = new List<(string Token, Assurance Assurance)> { (Seats.TakeAsGuest(writes, Room.ById(writes, workshop)!, "Gil Guest"), Assurance.Claimed) };
            var seen = new HashSet<Role>();
            foreach (var who in Roster.Everybody(writes, World.Programme, workshop))
            {
                if (seen.Add(who.Role))
                {
                    come.Add((Seats.Take(writes, workshop, who, Assurance.Claimed)!, Assurance.Claimed));
                }

                var now = Roster.One(writes, World.Programme, workshop, who.PersonId)!;
                come.Add((Seats.Take(writes, workshop, now, Assurance.Vouched)!, Assurance.Vouched));
            }

            return come.ConvertAll(one => (one.Token, Seat: SeatOf(writes, one.Token, one.Assurance)));
        }, Stop);
        var phones = seats.ConvertAll(one => new SeatedPhone(Site, one.Seat, one.Token));
        _phones.AddRange(phones);
        return phones;
    }

    /// <summary>Reads the file.</summary>
    public Task<T> ReadAsync<T>(Func<Reads, T> read) => Site.Db.ReadAsync(read, Stop);

    /// <summary>The run of show as it stands.</summary>
    public Task<Show> ShowAsync(long workshop) => ReadAsync(reads => Show.Read(reads, workshop, TimeProvider.System.GetUtcNow())!);

    public async ValueTask DisposeAsync()
    {
        _phones.ForEach(phone => phone.Dispose());
        await Site.DisposeAsync();
    }

    private static Seat SeatOf(Reads reads, string token, Assurance assurance)
    {
        var seat = reads.First<Seat>("""
            SELECT d.id AS DeviceId, p.id AS ParticipantId, p.workshop_id, p.person_id, p.name, p.role, p.set_id
            FROM device d JOIN participant p ON p.id = d.participant_id WHERE d.token_hash = @hash
            """, new { hash = Tokens.Hash(token) })!;
        return seat with { Assurance = assurance };
    }

    private bool Lay(Writes writes)
    {
        foreach (var title in Format == "CommonProblem" ? _titles : [])
        {
            var problem = ProblemCommands.Add(writes, World.Programme, new ProblemDetails
            {
                Title = title,
                Description = "One in five.",
                WhyItMatters = "It costs.",
                NoClearExpertise = true,
                NoClearExpertiseNote = "Nobody",
                NoKnownAnswer = true,
                NoKnownAnswerNote = "Nobody",
                ClientId = World["Clio Client"],
                Attempts = [new FailedAttempt { What = "A new form", WhyItFailed = "Nobody read it" }],
            }, null);
            Assert.True(ProblemCommands.Offer(writes, World.Programme, problem, 1, null));
        }

        var screens = new List<IReadOnlyList<string>>();
        foreach (var (kind, date) in _days)
        {
            var template = AgendaTemplates.For(Format, kind);
            var id = WorkshopCommands.Add(writes, World.Programme,
                new WorkshopDetails(kind, template.Name, date, template.Starts, "Hall") { Ends = template.Ends }, null);
            template.Use(writes, Kinds, id, World["Mari Kask"]);
            string[] tokens = [Tokens.New(), Tokens.New()];
            foreach (var (room, token) in tokens.Index())
            {
                writes.Execute("""
                    INSERT INTO screen (workshop_id, name, token_hash, paired_at, room) VALUES (@id, @name, @hash, @Now, @room)
                    """, new { id, name = $"Screen {room + 1}", hash = Tokens.Hash(token), writes.Now, room = room + 1 });
            }

            Workshops = [.. Workshops, id];
            screens.Add(tokens);
        }

        Screens = screens;
        return true;
    }
}
