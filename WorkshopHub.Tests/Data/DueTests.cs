using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class DueTests
{
    private static readonly DateTimeOffset _nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_done_once_and_not_before_its_moment()
    {
        var clock = new Clock(_nine);
        await using var file = await WritingAsync(clock);
        var work = new Reminders();
        await PlanAsync(file, 7, _nine.AddMinutes(5));
        await PlanAsync(file, 8, _nine.AddMinutes(-1));
        using var due = await StartAsync(file, clock, work);

        await UntilAsync(() => work.Told.Contains(8));
        Assert.DoesNotContain(7, work.Told);
        clock.Now = _nine.AddMinutes(6);
        await UntilAsync(() => work.Told.Contains(7));
        await LooksAsync(file, clock);

        Assert.Equal([8, 7], work.Told);
        Assert.Equal((1L, 1L), (file.Count("reminded 7"), file.Count("reminded 8")));
    }

    [Fact]
    public async Task What_fell_due_while_the_program_was_down_is_made_up_for_once()
    {
        var clock = new Clock(_nine);
        await using var file = await WritingAsync(clock);
        var first = new Reminders();
        await PlanAsync(file, 7, _nine);
        await PlanAsync(file, 8, _nine.AddHours(1));
        using (var before = await StartAsync(file, clock, first))
        {
            await UntilAsync(() => first.Told.Contains(7));
            await before.StopAsync(Stop);
        }

        clock.Now = _nine.AddDays(2);
        var second = new Reminders();
        using var after = await StartAsync(file, clock, second);
        await UntilAsync(() => second.Told.Contains(8));
        await LooksAsync(file, clock);

        Assert.Equal([7L], first.Told);
        Assert.Equal([8L], second.Told);
    }

    [Fact]
    public async Task Work_that_fails_leaves_nothing_holds_nobody_up_and_is_tried_again()
    {
        var clock = new Clock(_nine);
        await using var file = await WritingAsync(clock);
        var work = new Reminders { Refused = 7 };
        await PlanAsync(file, 7, _nine);
        await PlanAsync(file, 8, _nine);
        using var due = await StartAsync(file, clock, work);
        await UntilAsync(() => work.Told.Contains(8));
        Assert.Equal((0L, 1), (file.Count("reminded 7"), work.Tries));

        await LooksAsync(file, clock);
        Assert.Equal(1, work.Tries);

        work.Refused = 0;
        clock.Now = _nine + Due.Rest;
        await UntilAsync(() => work.Told.Contains(7));
        Assert.Equal(1, file.Count("reminded 7"));
    }

    [Fact]
    public async Task Planned_again_it_moves_and_taken_back_it_is_not_done()
    {
        var clock = new Clock(_nine);
        await using var file = await WritingAsync(clock);
        var work = new Reminders();
        await PlanAsync(file, 7, _nine);
        await PlanAsync(file, 7, _nine.AddHours(1));
        await PlanAsync(file, 8, _nine);
        await PlanAsync(file, 9, _nine);
        await file.Writer.RunAsync(
            writes =>
            {
                Due.Cancel(writes, work.Kind, 8);
                return 0;
            },
            Stop);
        using var due = await StartAsync(file, clock, work);
        await UntilAsync(() => work.Told.Contains(9));
        await LooksAsync(file, clock);

        Assert.Equal([9L], work.Told);
        Assert.Equal(1L, file.Ask<long>("SELECT count(*) FROM due WHERE done_at IS NULL"));
    }

    [Fact]
    public async Task A_kind_that_this_program_does_not_know_waits_for_one_that_does()
    {
        var clock = new Clock(_nine);
        await using var file = await WritingAsync(clock);
        await file.Writer.RunAsync(
            writes =>
            {
                Due.Plan(writes, "of the future", 1, _nine);
                return 0;
            },
            Stop);
        var work = new Reminders();
        using var due = await StartAsync(file, clock, work);

        await LooksAsync(file, clock);

        Assert.Equal(1L, file.Ask<long>("SELECT count(*) FROM due WHERE done_at IS NULL"));
    }

    private static async Task<TestFile> WritingAsync(Clock clock)
    {
        var file = new TestFile(clock);
        await file.Writer.StartAsync(Stop);
        return file;
    }

    private static Task<int> PlanAsync(TestFile file, long thing, DateTimeOffset at) => file.Writer.RunAsync(
        writes =>
        {
            Due.Plan(writes, "Reminder", thing, at);
            return 0;
        },
        Stop);

    private static async Task<Due> StartAsync(TestFile file, Clock clock, IDueWork work)
    {
        var due = new Due(file.Db, file.Writer, clock, [work], NullLogger<Due>.Instance)
        {
            Interval = TimeSpan.FromMilliseconds(10),
        };
        await due.StartAsync(Stop);
        return due;
    }

    /// <summary>Waits until everything due has been looked at: work that is due last has been done.</summary>
    private static async Task LooksAsync(TestFile file, Clock clock)
    {
        await PlanAsync(file, 99, clock.Now);
        await UntilAsync(() => file.Count("reminded 99") == 1);
        await file.Writer.RunAsync(writes => writes.Execute("DELETE FROM setting WHERE name = 'reminded 99'"), Stop);
    }

    private static async Task UntilAsync(Func<bool> there)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!there())
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Reminders : IDueWork
    {
        private readonly List<long> _told = [];

        public string Kind => "Reminder";

        public long Refused { get; set; }

        public int Tries { get; private set; }

        public long[] Told
        {
            get
            {
                lock (_told)
                {
                    return [.. _told.Where(thing => thing != 99)];
                }
            }
        }

        public void Do(Writes writes, long thing)
        {
            TestFile.Mark(writes, $"reminded {thing}");
            if (thing == Refused)
            {
                Tries++;
                throw new InvalidOperationException("no");
            }
        }

        public Task TellAsync(long thing, CancellationToken cancellation)
        {
            lock (_told)
            {
                _told.Add(thing);
            }

            return Task.CompletedTask;
        }
    }
}
