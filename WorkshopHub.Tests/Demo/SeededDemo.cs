using System.Collections.Concurrent;
using WorkshopHub.Tests.Data;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Demo;

/// <summary>A file with the demo organisation at a moment of its programme.</summary>
internal sealed record SeededDemo(TestFile File, ActivityKinds Kinds, DemoWorld World) : IAsyncDisposable
{
    // A Wednesday noon in British summer time: the content's own kick-off was on a Tuesday morning in winter.
    public static readonly DateTimeOffset Now = new(2026, 7, 15, 11, 7, 42, TimeSpan.Zero);

    /// <summary>Seeded once a run for each moment; each test gets a copy of the file.</summary>
    private static readonly ConcurrentDictionary<DemoMoment, Lazy<Task<(byte[] File, DemoWorld World)>>> _seeded = new();

    /// <summary>A file as the demo fills it. Nothing of the content may be refused.</summary>
    public static async Task<SeededDemo> AtAsync(DemoMoment moment)
    {
        var (bytes, world) = await _seeded.GetOrAdd(moment, static one => new(() => SeedAsync(one))).Value;
        return new SeededDemo(new TestFile(content: bytes), Kinded(), world);
    }

    private static async Task<(byte[] File, DemoWorld World)> SeedAsync(DemoMoment moment)
    {
        await using var file = new TestFile();
        var world = await DemoSeed.RunAsync(file.File, Kinded(), Now, "http://192.0.2.7:5080", moment);
        Assert.True(world.Refused.Count == 0, string.Join('\n', world.Refused.Take(20)));
        using (var connection = file.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        return (await System.IO.File.ReadAllBytesAsync(file.File.Path), world);
    }

    private static ActivityKinds Kinded() => new([.. typeof(ActivityKind).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ActivityKind)) && !type.IsAbstract)
        .Select(Made)]);

    public T Ask<T>(string sql) => File.Ask<T>(sql);

    public async Task<Show> ShowAsync() =>
        (await File.Db.ReadAsync(reads => Show.Read(reads, World.Workshop, Now)))!;

    public ValueTask DisposeAsync() => File.DisposeAsync();

    /// <summary>A kind without its wires: seeding tells nobody.</summary>
    private static ActivityKind Made(Type type)
    {
        var made = type.GetConstructors()[0];
        return (ActivityKind)made.Invoke(new object?[made.GetParameters().Length]);
    }
}
