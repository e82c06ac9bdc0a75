using Dapper;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>The quiet clock of a turn, with a clock that the test sets: it is rows, so it survives whatever happens to screens.</summary>
public sealed class TimerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _nine = new(2026, 3, 24, 9, 20, 0, TimeSpan.Zero);
    private static readonly string[] _members = ["Joan", "Tom", "Amira", "Priya"];
    private readonly HandClock _clock = new(_nine);
    private readonly DataFile _file = new(Repo.NewFile());
    private readonly List<long> _people = [];
    private Writer _writer = null!;
    private Db _db = null!;
    private long _set;
    private Hand _hand = null!;
    private long _meeting;

    public async ValueTask InitializeAsync()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Migrations.Run(_file);
        await StartAsync();
        await _writer.RunAsync(Plant);
        var meeting = await _db.ReadAsync(reads => Meeting.Of(reads, _set).Single());
        _meeting = meeting.Id;
        await _writer.RunAsync(writes =>
        {
            MeetingRuns.Open(writes, meeting, _hand);
            return true;
        });
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    [Fact]
    public async Task A_pause_uses_no_time_and_what_is_used_is_kept()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(-600); // a clock that is set back gives no time
        Assert.Equal(TimeSpan.FromMinutes(60), (await SlotAsync("Joan")).Timer.Left(_clock.GetUtcNow()));
        _clock.Pass(1200);
        await DoAsync("Joan", Turns.Pause);
        _clock.Pass(900);
        Assert.Equal(TimeSpan.FromMinutes(50), (await SlotAsync("Joan")).Timer.Left(_clock.GetUtcNow()));
        await DoAsync("Joan", Turns.Resume);
        _clock.Pass(1200);

        await DoAsync("Joan", Turns.End);

        var joan = await SlotAsync("Joan");
        Assert.Equal(("Done", 30L, 30L * 60), (joan.State, joan.UsedMinutes, joan.UsedSeconds));
        _clock.Pass(3600);
        Assert.Equal(TimeSpan.FromMinutes(30), (await SlotAsync("Joan")).Timer.Used(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_turn_runs_over_quietly_and_goes_on()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(63 * 60);

        var joan = await SlotAsync("Joan");

        Assert.Equal(TimeSpan.FromMinutes(-3), joan.Timer.Left(_clock.GetUtcNow()));
        Assert.Equal("Open", joan.State);
        Assert.Equal("+3:00", Clocks.Text((long)joan.Timer.Left(_clock.GetUtcNow()).TotalSeconds));
        Assert.Equal("9:20", (await ViewAsync()).Clock(Utc.Parse(joan.StartedAt!)));
    }

    [Fact]
    public async Task What_begins_late_makes_the_day_and_the_turns_say_the_same_later_times()
    {
        var before = await ViewAsync();
        _clock.Pass(90 * 60);
        await DoAsync("Joan", Turns.Begin);

        var view = await ViewAsync();

        Assert.Equal(("9:20", "10:50"), (before.When(MeetingStep.Airtime)[..4], view.When(MeetingStep.Airtime)[..5]));
        Assert.NotEqual(before.When(MeetingStep.Reflect), view.When(MeetingStep.Reflect));
        Assert.StartsWith(view.When(MeetingStep.Reflect) + ",", view.Turns()[^1].Under, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_whose_time_moves_is_said_before_they_wait()
    {
        await WriteAsync(writes => writes.Execute(
            """
            INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, state, created_at, changed_at)
            VALUES (@_set, @_meeting, 'Noor Jahan', 'Permits', '2026-03-24', '10:30', '11:00', 'x', 'Coming', @Now, @Now)
            """, new { _set, _meeting, writes.Now }));
        await WriteAsync(writes => writes.Execute("UPDATE meeting_run SET guest_minutes = 30 WHERE meeting_id = @_meeting", new { _meeting }));
        Assert.Null((await ViewAsync()).GuestMoved);
        _clock.Pass(60 * 60);
        await DoAsync((await ViewAsync()).Slots[0].Presenter, Turns.Begin);
        Assert.StartsWith("Noor Jahan is asked for 10:30; as the day stands it would be 11:", (await ViewAsync()).GuestMoved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_is_given_by_one_member_to_another_and_taken_back_while_it_is_not_used()
    {
        await DoAsync("Amira", Turns.Begin);
        var (amira, priya) = (await SlotAsync("Amira"), await SlotAsync("Priya"));
        // Of the turn that runs nothing is given away.
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(writes => GivenTime.Give(writes, _meeting, _hand, amira.Id, priya.Id, priya.Version, 10)));
        await WriteAsync(writes => GivenTime.Give(writes, _meeting, _hand, priya.Id, amira.Id, amira.Version, 15));
        Assert.Equal((75L, 45L), ((await SlotAsync("Amira")).TotalMinutes, (await SlotAsync("Priya")).TotalMinutes));
        amira = await SlotAsync("Amira");
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(writes => GivenTime.Give(writes, _meeting, _hand, priya.Id, amira.Id, amira.Version, 50)));
        var gift = (await _db.ReadAsync(reads => GivenTime.To(reads, amira.Id))).Single();
        Assert.Equal(("Priya", 15L), (gift.From, gift.Minutes));
        _clock.Pass(70 * 60);
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(writes => GivenTime.TakeBack(writes, _meeting, _hand, gift.Id)));
        await DoAsync("Amira", Turns.End);
        Assert.Equal(70, (await SlotAsync("Amira")).UsedMinutes);

        await DoAsync("Tom", Turns.Begin);
        _clock.Pass(20 * 60);
        await DoAsync("Tom", Turns.End);
        await DoAsync("Joan", Turns.Begin);
        var joan = await SlotAsync("Joan");
        await WriteAsync(writes => GivenTime.Give(writes, _meeting, _hand, Tom(), joan.Id, joan.Version, 40));

        Assert.Equal(100, (await SlotAsync("Joan")).TotalMinutes);
        Assert.Equal(20, (await SlotAsync("Tom")).UsedMinutes);

        long Tom() => _db.Read(reads => AirtimeSlot.Of(reads, _meeting)).Single(slot => slot.Presenter == "Tom").Id;
    }

    [Fact]
    public async Task The_clock_survives_a_restart_and_another_scribe()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(25 * 60);
        await StopAsync();
        _clock.Pass(5 * 60);

        await StartAsync();
        await WriteAsync(writes => Pen.Give(writes, _meeting, _hand, _people[1]));
        _hand = new Hand(_people[1], "another device of Tom");

        Assert.Equal(TimeSpan.FromMinutes(30), (await SlotAsync("Joan")).Timer.Left(_clock.GetUtcNow()));
        await DoAsync("Joan", Turns.Pause);
        Assert.Equal(30 * 60, (await SlotAsync("Joan")).UsedSeconds);
    }

    [Fact]
    public async Task Handing_over_ends_one_turn_and_begins_the_next_in_one_moment_and_a_second_press_changes_nothing()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(40 * 60);
        var tom = await SlotAsync("Tom");
        await WriteAsync(writes => Turns.Begin(writes, _meeting, _hand, tom.Id, tom.Version));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(writes => Turns.Begin(writes, _meeting, _hand, tom.Id, tom.Version)));

        Assert.Equal(("Done", 40L), ((await SlotAsync("Joan")).State, (await SlotAsync("Joan")).UsedMinutes));
        Assert.Equal("Open", (await SlotAsync("Tom")).State);
        Assert.Single(await _db.ReadAsync(reads => AirtimeSlot.Of(reads, _meeting)), slot => slot.State == "Open");
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(writes => writes.Execute(
            "UPDATE airtime_slot SET state = 'Open', ended_at = NULL WHERE id = @Id", new { _db.Read(reads => AirtimeSlot.Of(reads, _meeting))[0].Id })));
    }

    [Fact]
    public async Task A_turn_that_was_ended_by_mistake_is_taken_up_where_it_stood()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(20 * 60);
        await DoAsync("Joan", Turns.End);
        await DoAsync("Joan", Turns.Again);
        Assert.Equal(("Open", TimeSpan.FromMinutes(40)), ((await SlotAsync("Joan")).State, (await SlotAsync("Joan")).Timer.Left(_clock.GetUtcNow())));
        await DoAsync("Joan", GivenTime.Add);
        Assert.Equal(TimeSpan.FromMinutes(45), (await SlotAsync("Joan")).Timer.Left(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_turns_to_come_move_with_the_one_that_runs()
    {
        await DoAsync("Joan", Turns.Begin);
        _clock.Pass(10 * 60);
        await DoAsync("Joan", Turns.Pause);
        _clock.Pass(30 * 60);

        var turns = (await ViewAsync()).Turns();

        Assert.Equal("since 9:20, paused", turns[0].Under);
        Assert.Equal("11:05, 60 min", turns[1].Under); // 10:00 + 50 left + a break of 15
        Assert.Equal("Reflect", turns[^1].Slot?.Presenter ?? "Reflect");
    }

    private async Task StartAsync()
    {
        _writer = new Writer(_file, _clock);
        await _writer.StartAsync(default);
        _db = new Db(_file);
    }

    private async Task StopAsync()
    {
        await _writer.StopAsync(default);
        _writer.Dispose();
        _db.Dispose();
    }

    private Task<MeetingView> ViewAsync() => _db.ReadAsync(reads => MeetingView.Read(reads, _meeting, _clock.GetUtcNow()));

    private Task<AirtimeSlot> SlotAsync(string who) => _db.ReadAsync(reads => AirtimeSlot.Of(reads, _meeting).Single(slot => slot.Presenter == who));

    private async Task DoAsync(string who, Action<Writes, long, Hand, long, long> act)
    {
        var slot = await SlotAsync(who);
        await WriteAsync(writes => act(writes, _meeting, _hand, slot.Id, slot.Version));
    }

    private Task<bool> WriteAsync(Action<Writes> command) => _writer.RunAsync(writes =>
    {
        command(writes);
        return true;
    });

    private bool Plant(Writes writes)
    {
        var programme = writes.Insert("INSERT INTO programme (name, format, created_at, changed_at) VALUES ('Home by lunch', 'CommonProblem', @Now, @Now)", new { writes.Now });
        var problem = writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, created_at, changed_at)
            VALUES (@programme, 1, 'Home before lunch', '', '', 'Chosen', @Now, @Now)
            """, new { programme, writes.Now });
        _set = writes.Insert(
            "INSERT INTO sets (programme_id, position, name, problem_id, created_at, changed_at) VALUES (@programme, 1, 'Circle', @problem, @Now, @Now)",
            new { programme, problem, writes.Now });
        foreach (var name in _members)
        {
            _people.Add(writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name, writes.Now }));
            writes.Execute("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@_set, @person, @Now)", new { _set, person = _people[^1], writes.Now });
        }

        writes.Execute(
            "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@_set, 1, '2026-03-24', '2026-03-24', @Now, @Now)",
            new { _set, writes.Now });
        _hand = new Hand(_people[0], "the laptop on the table");
        return true;
    }
}
