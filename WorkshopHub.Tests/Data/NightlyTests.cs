using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class NightlyTests : IDisposable
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Backups => Path.Combine(_folder.FullName, "backups");

    [Fact]
    public async Task Each_night_a_backup_is_made_and_those_that_are_too_old_go()
    {
        var clock = new Clock(_noon);
        await using var file = new TestFile(clock);
        await file.Writer.StartAsync(Stop);
        var nightly = Nightly(file, clock, Backups);
        await nightly.StartAsync(Stop);
        Assert.Equal("2026-03-11T02:30:00.000Z", Planned(file));

        foreach (var night in new[] { 11, 12 })
        {
            clock.Now = new(2026, 3, night, 2, 31, 0, TimeSpan.Zero);
            await DoAsync(file, nightly);
        }

        Assert.Equal(["workshophub-20260311T023100Z", "workshophub-20260312T023100Z"], Made());
        Assert.Equal("2026-03-13T02:30:00.000Z", Planned(file));

        clock.Now = new(2026, 4, 11, 2, 31, 0, TimeSpan.Zero);
        await DoAsync(file, nightly);
        Assert.Equal(["workshophub-20260312T023100Z", "workshophub-20260411T023100Z"], Made());
        Assert.Null((await file.Db.ReadAsync(Web.Data.Nightly.LastOf, Stop))!.Value.Problem);
    }

    [Fact]
    public async Task What_failed_is_said_and_tried_again_in_an_hour()
    {
        var clock = new Clock(_noon);
        await using var file = new TestFile(clock);
        await file.Writer.StartAsync(Stop);
        await File.WriteAllTextAsync(Backups, "a file, where a folder is wanted", Stop);
        var nightly = Nightly(file, clock, Backups);

        await DoAsync(file, nightly);

        Assert.Contains(Backups, (await file.Db.ReadAsync(Web.Data.Nightly.LastOf, Stop))!.Value.Problem, StringComparison.Ordinal);
        Assert.Equal("2026-03-10T13:00:00.000Z", Planned(file));
    }

    [Fact]
    public async Task Switched_off_nothing_is_planned()
    {
        var clock = new Clock(_noon);
        await using var file = new TestFile(clock);
        await file.Writer.StartAsync(Stop);
        await Nightly(file, clock, Backups).StartAsync(Stop);
        await Nightly(file, clock, "off").StartAsync(Stop);

        Assert.Equal(0, file.Ask<long>("SELECT count(*) FROM due"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Nightly Nightly(TestFile file, Clock clock, string folder) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Backup:Folder"] = folder }).Build(),
        file.File, file.Writer, file.Db, clock, NullLogger<Nightly>.Instance);

    private static async Task DoAsync(TestFile file, Nightly nightly)
    {
        await file.Writer.RunAsync(
            writes =>
            {
                nightly.Do(writes, 0);
                return 0;
            },
            Stop);
        await nightly.TellAsync(0, Stop);
    }

    private static string Planned(TestFile file) => file.Ask<string>("SELECT due_at FROM due WHERE done_at IS NULL");

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private string[] Made() => [.. Directory.GetDirectories(Backups).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
