using Dapper;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Moments;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

/// <summary>A workshop in a real file, with a clock that the test sets: six activities of 10 minutes from 09:00.</summary>
internal sealed class Room : IAsyncDisposable
{
    public static readonly DateTimeOffset Nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    public static readonly ActivityKind Moment = new MomentKind(new MomentLive(new WorkshopHub.Web.Live.LiveWire()));
    private readonly string _folder = Directory.CreateTempSubdirectory("wh-room").FullName;
    private readonly Writer _writer;

    private Room()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var file = new DataFile(Path.Combine(_folder, "hub.db"));
        Migrations.Run(file);
        Db = new Db(file);
        _writer = new Writer(file, Clock);
    }

    public HandClock Clock { get; } = new(Nine);

    public Db Db { get; }

    public long Workshop { get; private set; }

    public IReadOnlyList<long> Items { get; private set; } = [];

    public long Jean { get; private set; }

    public long Nora { get; private set; }

    public static async Task<Room> OpenAsync(int items = 6)
    {
        var room = new Room();
        await room._writer.StartAsync(default);
        await room.WriteAsync(w =>
        {
            room.Jean = Person(w, "Jean Doyle");
            room.Nora = Person(w, "Nora Binns");
            var programme = w.Insert("""
                INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Calder Vale', 'CommonProblem', 'Recruiting', @Now, @Now)
                """, new { w.Now });
            room.Workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, title, date, starts, state, room_code, created_at, changed_at)
                VALUES (@programme, 'KickOff', 'Kick-off', '2026-03-10', '09:00', 'Live', '482713', @Now, @Now)
                """, new { programme, w.Now });
            room.Items = [.. Enumerable.Range(1, items).Select(n => Item(w, room.Workshop, n))];
            return 0;
        });
        return room;
    }

    public Task<T> WriteAsync<T>(Func<Writes, T> command) => _writer.RunAsync(command);

    public Task<T> ReadAsync<T>(Func<Reads, T> work) => Db.ReadAsync(work);

    public Task<Show> ShowAsync() => Db.ReadAsync(r => Show.Read(r, Workshop, Clock.GetUtcNow())!);

    /// <summary>A press on what runs now, as it stands now.</summary>
    public async Task<Press> PressAsync(long? item = null)
    {
        var show = await ShowAsync();
        var seen = item is null ? show.Now : show.Items.Single(i => i.Id == item);
        return new Press(Workshop, Jean, seen?.Id ?? 0, seen?.Version ?? 0);
    }

    public async Task<Pressed> DoAsync(Func<Writes, Press, Pressed> command, long? item = null)
    {
        var press = await PressAsync(item);
        return await WriteAsync(w => command(w, press));
    }

    /// <summary>Everything that an undo must restore.</summary>
    public Task<string> StateAsync() => Db.ReadAsync(r => string.Join('\n', r.Query<string>("""
        SELECT json_array(i.id, i.state, i.started_at, i.ended_at, i.timer_running_since, i.timer_used_seconds,
                          i.timer_extra_seconds, a.state, w.current_item_id)
        FROM agenda_item i JOIN activity a ON a.id = i.activity_id JOIN workshop w ON w.id = i.workshop_id
        ORDER BY i.position
        """)));

    public async ValueTask DisposeAsync()
    {
        await _writer.StopAsync(default);
        _writer.Dispose();
        Db.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static long Person(Writes w, string name) => w.Insert(
        "INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name, w.Now });

    private static long Item(Writes w, long workshop, int number)
    {
        var activity = w.Insert("""
            INSERT INTO activity (workshop_id, kind, title, created_at, changed_at)
            VALUES (@workshop, 'posts', @title, @Now, @Now)
            """, new { workshop, title = $"Activity {number}", w.Now });
        return w.Insert("""
            INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id)
            VALUES (@workshop, @number, @title, 10, @activity)
            """, new { workshop, number, title = $"Activity {number}", activity });
    }
}

/// <summary>A clock that stands still until the test moves it.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(double seconds) => _now += TimeSpan.FromSeconds(seconds);
}
