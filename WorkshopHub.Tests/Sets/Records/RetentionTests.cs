using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Tests.Sets.Actions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Tests.Sets.Records;

public sealed class RetentionTests : IAsyncLifetime
{
    private const string Planted = "zqplovermarks";

    private readonly string _backups = Repo.NewFolder();
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _acting = await ActingWorld.OpenAsync();
        await _acting.Site.Writer.RunAsync(writes =>
        {
            var alma = _acting.There.World["Alma Tamm"];
            writes.Execute("UPDATE airtime_slot SET issue = @issue WHERE id = @Slot", new { issue = $"{Planted} issue", _acting.Slot });
            for (var number = 0; number < 200; number++)
            {
                // Enough that it fills pages of its own, some of them beyond one.
                writes.Execute(
                    """
                    INSERT INTO airtime_question (id, slot_id, asker_id, text, state, at, by, changed_at, changed_by)
                    VALUES (@id, @Slot, @bo, @text, 'Noted', @Now, @bo, @Now, @bo)
                    """,
                    new { id = Tokens.New(), _acting.Slot, bo = _acting.There.World["Bo Lind"], text = $"{Planted} question {number} {new string('?', number == 0 ? 9000 : 40)}", writes.Now });
            }

            writes.Execute(
                """
                INSERT INTO airtime_assumption (id, slot_id, text, state, at, by, changed_at, changed_by) VALUES (@id, @Slot, @text, 'Noted', @Now, @alma, @Now, @alma)
                """, new { id = Tokens.New(), _acting.Slot, text = $"{Planted} assumption", alma, writes.Now });
            return true;
        });
    }

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task When_the_days_are_over_no_byte_of_the_notes_is_left_in_file_log_index_or_any_backup_older_than_its_limit()
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.True(Wal.Empty(_acting.Site.File));
        await _acting.Site.SetAsync("UPDATE airtime_slot SET issue = @again WHERE id = @Slot", new { again = $"{Planted} again", _acting.Slot });
        await EnterAsync("Closed");
        Backup.Run(_acting.Site.File, _backups, now.AddDays(-50));
        var recent = Backup.Run(_acting.Site.File, _backups, now.AddDays(-10));
        File.Copy(_acting.Site.File.Path, Path.Combine(_acting.Site.File.Folder, $"workshophub.schema-0033.{now.AddDays(-40):yyyyMMdd'T'HHmmss'Z'}.db"));
        Assert.All(Places(), place => Assert.True(Holds(place), place));
        Assert.True(Places().Count() >= 4);

        await ForgetAsync(now);
        Assert.Equal([recent], Places().Where(Holds).Select(place => Path.GetDirectoryName(place)!)); // it is younger than thirty days
        await SweepAsync(now.AddDays(25));
        Assert.DoesNotContain(Places(), Holds);
        var alma = await _acting.AsAsync("Alma Tamm");
        using var record = await alma.GetAsync(_acting.There.At("meetings/4/record"), Stop);
        Assert.Contains("The airtime notes were deleted on", await ActingWorld.WordsAsync(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ninety_days_after_the_closing_is_the_day_and_everybody_in_the_set_is_told_it()
    {
        var alma = await _acting.AsAsync("Alma Tamm");
        using var before = await alma.GetAsync(_acting.There.At("keep"), Stop);
        Assert.Contains("deleted 90 days after the programme is closed, and from backups 30 days later", await ActingWorld.WordsAsync(before), StringComparison.Ordinal);
        await EnterAsync("Closed");
        var (at, planned) = (Utc.Parse((await _acting.Site.OneAsync<string>("SELECT closed_at FROM programme"))!), await _acting.Site.OneAsync<string>(
            "SELECT due_at FROM due WHERE kind = 'Retention' AND done_at IS NULL"));
        Assert.Equal(at.AddDays(90), Utc.Parse(planned!));
        using var after = await alma.GetAsync(_acting.There.At("keep"), Stop);
        var tallinn = TimeZoneInfo.ConvertTime(at.AddDays(90), TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn"));
        Assert.Contains(
            $"The airtime notes are deleted on {tallinn.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}", await ActingWorld.WordsAsync(after), StringComparison.Ordinal);
        await EnterAsync("Reporting");
        Assert.Null(await _acting.Site.OneAsync<string>("SELECT due_at FROM due WHERE kind = 'Retention' AND done_at IS NULL"));
    }

    [Fact]
    public async Task Two_of_the_set_keep_its_notes_and_one_does_not()
    {
        await EnterAsync("Closed");
        using var one = await SayAsync("Alma Tamm", true);
        using var twice = await SayAsync("Alma Tamm", true);
        Assert.False((await KeepAsync()).IsKept);
        using var two = await SayAsync("Aada Advisor", true);
        Assert.True((await KeepAsync()).IsKept);
        await ForgetAsync(TimeProvider.System.GetUtcNow().AddDays(90));
        Assert.Equal(203, await CountAsync());
        await _acting.Site.SetAsync("UPDATE due SET done_at = due_at WHERE kind = 'Retention'"); // the day came, and the set kept them
        using var back = await SayAsync("Aada Advisor", false);
        Assert.False((await KeepAsync()).IsKept);
        Assert.NotNull((await KeepAsync()).Until); // they go on a new day, which the set is told
        await ForgetAsync(TimeProvider.System.GetUtcNow().AddDays(91));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_office_sets_the_days_and_what_a_closed_programme_was_told_stays()
    {
        await EnterAsync("Closed");
        var told = (await KeepAsync()).Until;
        var mari = await _acting.AsAsync("Mari Kask");
        foreach (var (notes, backups, says) in new[] { ("0", "30", "Between 1 and 730 days."), ("60", "abc", "Between 1 and 365 days.") })
        {
            using var refused = await mari.PostAsync("/keeping", "", ("Notes", notes), ("Backups", backups));
            await refused.RefusesAsync(says);
        }

        using var kept = await mari.PostAsync("/keeping", "", ("Notes", "60"), ("Backups", "14"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal((60, 14, told), ((await KeepAsync()).Days, (await KeepAsync()).BackupDays, (await KeepAsync()).Until));
        await EnterAsync("Reporting");
        await EnterAsync("Closed");
        Assert.Equal(told!.Value.AddDays(-30), (await KeepAsync()).Until);
        Assert.Equal("set-keeping", await _acting.Site.OneAsync<string>("SELECT act FROM audit WHERE thing = 'setting'"));
        using var alma = await (await _acting.AsAsync("Alma Tamm")).GetAsync("/keeping", Stop);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, alma.StatusCode);
    }

    [Fact]
    public async Task A_programme_that_goes_on_again_loses_nothing()
    {
        await ForgetAsync(TimeProvider.System.GetUtcNow());
        Assert.Equal(203, await CountAsync());
    }

    [Fact]
    public async Task Only_backups_go_and_the_newest_stays_while_nothing_was_deleted()
    {
        var (file, now) = (_acting.Site.File, TimeProvider.System.GetUtcNow());
        foreach (var days in new[] { 100, 60, 40 })
        {
            Backup.Run(file, _backups, now.AddDays(-days));
        }

        var strange = Directory.CreateDirectory(Path.Combine(_backups, "workshophub-mine")).FullName;
        Assert.Equal(2, (await _acting.Site.Db.ReadAsync(reads => BackupLimit.Sweep(file, reads, now), Stop)).Count);
        Assert.True(Directory.Exists(strange));
        Assert.Single(Directory.GetDirectories(_backups, "workshophub-2*"));
        Assert.Single(BackupLimit.Sweep(file, 30, now, now.AddDays(-39)));
    }

    [Fact]
    public async Task In_a_copy_for_a_rehearsal_nothing_of_the_set_is_left()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out");
        await _acting.Site.Writer.RunAsync(writes =>
        {
            foreach (var room in _acting.Site.Services.GetServices<IForgotten>())
            {
                room.Forget(writes);
            }

            return true;
        });
        Assert.Equal((0, 0), (await CountAsync(), (await _acting.AllAsync()).Count));
    }

    private Task<bool> EnterAsync(string state) => _acting.Site.Writer.RunAsync(writes =>
    {
        ProgrammeCommands.Enter(writes, _acting.There.World.Programme, state, null);
        return true;
    });

    private async Task ForgetAsync(DateTimeOffset at)
    {
        var work = new Retention(_acting.Site.File, _acting.Site.Db, new Still(at), _acting.Site.Services.GetServices<IForgetting>(), NullLogger<Retention>.Instance);
        await _acting.Site.Writer.RunAsync(writes =>
        {
            work.Do(writes, _acting.There.World.Programme);
            return true;
        });
        await work.TellAsync(_acting.There.World.Programme, Stop);
    }

    private async Task SweepAsync(DateTimeOffset at) =>
        await new BackupLimitWork(_acting.Site.File, _acting.Site.Db, new Still(at), NullLogger<BackupLimitWork>.Instance).TellAsync(0, Stop);

    private async Task<HttpResponseMessage> SayAsync(string name, bool keep) =>
        await (await _acting.AsAsync(name)).PostAsync(_acting.There.At("keep"), "", ("keep", keep ? "true" : "false"));

    private Task<SetKeep> KeepAsync() => _acting.Site.Db.ReadAsync(reads => SetKeep.Of(reads, _acting.Set, _acting.There.World.Programme), Stop);

    private async Task<long> CountAsync() => await _acting.Site.OneAsync<long>(
        """
        SELECT (SELECT count(*) FROM airtime_question q JOIN airtime_slot l ON l.id = q.slot_id JOIN set_meeting n ON n.id = l.meeting_id WHERE n.set_id = @Set)
             + (SELECT count(*) FROM airtime_assumption)
        """, new { _acting.Set });

    /// <summary>Every file in which notes could stand: the file, its log and its index, the copy of an update, each backup.</summary>
    private IEnumerable<string> Places() => Directory.EnumerateFiles(_acting.Site.File.Folder, "*.db*")
        .Concat(Directory.EnumerateFiles(_backups, "*.db*", SearchOption.AllDirectories)).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal) && !path.EndsWith(".held", StringComparison.Ordinal));

    private static bool Holds(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf("zqplover"u8) >= 0;
    }

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
