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

    /// <summary>Fills a file. Nothing of the content may be refused.</summary>
    public static async Task<SeededDemo> AtAsync(DemoMoment moment)
    {
        var file = new TestFile();
        var kinds = new ActivityKinds([.. typeof(ActivityKind).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ActivityKind)) && !type.IsAbstract)
            .Select(Made)]);
        var world = await DemoSeed.RunAsync(file.File, kinds, Now, "http://192.0.2.7:5080", moment);
        Assert.True(world.Refused.Count == 0, string.Join('\n', world.Refused.Take(20)));
        return new SeededDemo(file, kinds, world);
    }

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
