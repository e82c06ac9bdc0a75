using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests;

/// <summary>
/// One small organisation with people that have names: a common-problem programme of six sets of two, everybody around
/// them, and a kick-off of three activities whose room is open.
/// </summary>
public sealed class World
{
    /// <summary>The password of everybody who can sign in.</summary>
    public const string Password = "six sets learn together";

    /// <summary>What people type to come in.</summary>
    public const string RoomCode = "482713";

    private const string Now = "2026-03-10T09:00:00.000Z";

    private static readonly string[] _setNames = ["Circle", "Triangle", "Square", "Diamond", "Hexagon", "Star"];

    private static readonly string[] _screenNames = ["Left", "Right"];

    private static readonly string[][] _members =
    [
        ["Alma Tamm", "Bo Lind"], ["Cecil Hart", "Dora Voss"], ["Emil Saar", "Fay Novak"],
        ["Gita Rao", "Hugo Kern"], ["Ines Prado", "Jaan Mets"], ["Kaia Lepik", "Leo Dumas"],
    ];

    /// <summary>As the program would make it, but in one round: nobody steals a test's file, and everybody signs in all the time.</summary>
    private static readonly Lazy<string> _passwordHash = new(() =>
        new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword("", Password));

    /// <summary>Planted once a run, as file and record; each test gets a copy of the file.</summary>
    private static readonly Lazy<(World World, byte[] File)> _open = new(() => Sow(open: true));

    private static readonly Lazy<(World World, byte[] File)> _closed = new(() => Sow(open: false));

    private readonly Dictionary<string, long> _people;

    private World(string file, World? like = null)
    {
        File = file;
        _people = like?._people ?? [];
        if (like is not null)
        {
            (Programme, Workshop, Sets, Items, Activities) = (like.Programme, like.Workshop, like.Sets, like.Items, like.Activities);
            (RoomToken, Screens) = (like.RoomToken, like.Screens);
        }
    }

    /// <summary>The file that holds the world.</summary>
    public string File { get; }

    /// <summary>The programme "Flow".</summary>
    public long Programme { get; private set; }

    /// <summary>The kick-off.</summary>
    public long Workshop { get; private set; }

    /// <summary>The secret in the QR of the room.</summary>
    public string RoomToken { get; } = Tokens.New();

    /// <summary>The six sets in order: Circle, Triangle, Square, Diamond, Hexagon, Star.</summary>
    public IReadOnlyList<PlantedSet> Sets { get; private set; } = [];

    /// <summary>The agenda: "What have you learned?" (posts), "The sponsor speaks" (moment), "Offers and requests" (posts).</summary>
    public IReadOnlyList<long> Items { get; private set; } = [];

    /// <summary>The activities of the agenda, in order.</summary>
    public IReadOnlyList<long> Activities { get; private set; } = [];

    /// <summary>The secrets of two paired walls, "Left" and "Right".</summary>
    public IReadOnlyList<string> Screens { get; } = [Tokens.New(), Tokens.New()];

    /// <summary>A person's id by name.</summary>
    public long this[string name] => _people[name];

    /// <summary>Plants the world in a new file.</summary>
    /// <param name="open">Whether the room is open already.</param>
    public static World Plant(bool open = true)
    {
        var (like, file) = (open ? _open : _closed).Value;
        var world = new World(Path.Combine(Repo.NewFolder(), "workshophub.db"), like);
        System.IO.File.WriteAllBytes(world.File, file);
        return world;
    }

    private static (World World, byte[] File) Sow(bool open)
    {
        var world = new World(Repo.NewFile());
        using var connection = new SqliteConnection($"Data Source={world.File};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        world.PlantPeople(connection);
        world.PlantProgramme(connection);
        world.PlantKickOff(connection, open);
        transaction.Commit();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return (world, System.IO.File.ReadAllBytes(world.File));
    }

    /// <summary>Plants the world and starts the program on it.</summary>
    public static (World World, Site Site) Start(bool open = true)
    {
        var world = Plant(open);
        return (world, new Site(world.File));
    }

    private static long Insert(SqliteConnection connection, string sql, object values) =>
        connection.ExecuteScalar<long>(sql + "; SELECT last_insert_rowid()", values);

    /// <summary>A person's e-mail.</summary>
    public static string Mail(string name) => name.ToLowerInvariant().Replace(' ', '.') + "@flow.test";

    private void PlantPeople(SqliteConnection connection)
    {
        connection.Execute(
            "INSERT INTO setting (name, value) VALUES ('Site:Name', 'Flow'), ('Site:TimeZone', 'Europe/Tallinn') ON CONFLICT DO NOTHING");
        string[] others =
        [
            "Mari Kask", "Sven Sponsor", "Clio Client", "Chen Champion", "Aada Advisor", "Arno Advisor",
            "Uma Supervisor", "Viktor Supervisor", "Otto Outsider",
        ];
        foreach (var name in _members.SelectMany(names => names).Concat(others))
        {
            _people[name] = Insert(
                connection,
                "INSERT INTO person (name, email, created_at, changed_at) VALUES (@name, @email, @Now, @Now)",
                new { name, email = Mail(name), Now });
        }

        foreach (var (name, facilitates) in new[] { ("Mari Kask", true), ("Sven Sponsor", false), ("Otto Outsider", false) })
        {
            connection.Execute(
                """
                INSERT INTO account (person_id, password_hash, stamp, is_facilitator)
                VALUES (@person, @hash, @stamp, @facilitates)
                """,
                new { person = this[name], hash = _passwordHash.Value, stamp = Tokens.New(), facilitates });
        }
    }

    private void PlantProgramme(SqliteConnection connection)
    {
        Programme = Insert(
            connection,
            """
            INSERT INTO programme (name, format, state, created_at, changed_at)
            VALUES ('Flow', 'CommonProblem', 'Running', @Now, @Now)
            """,
            new { Now });
        Sets = [.. _setNames.Select((name, index) => PlantSet(connection, name, index))];
        (string Name, string Role)[] roles =
        [
            ("Mari Kask", "Facilitator"), ("Sven Sponsor", "Sponsor"), ("Clio Client", "Client"), ("Chen Champion", "Champion"),
            ("Uma Supervisor", "Supervisor"), ("Viktor Supervisor", "Supervisor"),
        ];
        foreach (var (name, role) in roles)
        {
            Assign(connection, name, role, set: null);
        }
    }

    private PlantedSet PlantSet(SqliteConnection connection, string name, int index)
    {
        var set = Insert(
            connection,
            "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (@Programme, @position, @name, @Now, @Now)",
            new { Programme, position = index + 1, name, Now });
        foreach (var member in _members[index])
        {
            var supervisor = this[index % 2 == 0 ? "Uma Supervisor" : "Viktor Supervisor"];
            connection.Execute(
                "INSERT INTO membership (set_id, person_id, supervisor_id, joined_at) VALUES (@set, @person, @supervisor, @Now)",
                new { set, person = this[member], supervisor, Now });
        }

        Assign(connection, index < 3 ? "Aada Advisor" : "Arno Advisor", "Advisor", set);
        return new PlantedSet(set, name, _members[index]);
    }

    private void Assign(SqliteConnection connection, string name, string role, long? set) => connection.Execute(
        "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@person, @Programme, @role, @set)",
        new { person = this[name], Programme, role, set });

    private void PlantKickOff(SqliteConnection connection, bool open)
    {
        Workshop = Insert(
            connection,
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, room_code, room_token, opened_at, created_at, changed_at)
            VALUES (@Programme, 'KickOff', 'Kick-off', '2026-03-10', @state, @code, @token, @opened, @Now, @Now)
            """,
            new
            {
                Programme,
                state = open ? "Live" : "Planned",
                code = open ? RoomCode : null,
                token = open ? RoomToken : null,
                opened = open ? Now : null,
                Now,
            });
        (string Kind, string Title, string Prompt)[] agenda =
        [
            ("posts", "What have you learned?", "Tell what happened, then what you learned from it."),
            ("moment", "The sponsor speaks", "Phones down, please."),
            ("posts", "Offers and requests", "What can you give, what do you need?"),
        ];
        var items = new List<long>();
        var activities = new List<long>();
        foreach (var (kind, title, prompt) in agenda)
        {
            activities.Add(Insert(
                connection,
                """
                INSERT INTO activity (workshop_id, kind, title, prompt, created_at, changed_at)
                VALUES (@Workshop, @kind, @title, @prompt, @Now, @Now)
                """,
                new { Workshop, kind, title, prompt, Now }));
            items.Add(Insert(
                connection,
                """
                INSERT INTO agenda_item (workshop_id, position, title, purpose, minutes, activity_id, facilitator_note)
                VALUES (@Workshop, @position, @title, 'Learn from each other', 20, @activity, 'Say that names are shown.')
                """,
                new { Workshop, position = items.Count + 1, title, activity = activities[^1] }));
        }

        (Items, Activities) = (items, activities);
        foreach (var (name, token) in _screenNames.Zip(Screens))
        {
            connection.Execute(
                "INSERT INTO screen (workshop_id, name, token_hash, paired_at) VALUES (@Workshop, @name, @hash, @Now)",
                new { Workshop, name, hash = Tokens.Hash(token), Now });
        }
    }
}

/// <summary>A set of the world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">The names of its people.</param>
public sealed record PlantedSet(long Id, string Name, IReadOnlyList<string> Members);
