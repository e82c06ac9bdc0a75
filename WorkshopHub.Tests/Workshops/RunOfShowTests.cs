using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

public sealed class RunOfShowTests
{
    [Fact]
    public async Task Start_opens_the_first_activity_and_next_closes_it_and_opens_the_second()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        Assert.True((await room.ShowAsync()).Items[0].IsOpen);
        room.Clock.Pass(30);
        await room.DoAsync(RunOfShow.Next);
        var show = await room.ShowAsync();
        Assert.Equal(("Done", "Closed", 30L), (show.Items[0].State, show.Items[0].ActivityState, show.Items[0].TimerUsedSeconds));
        Assert.True(show.Items[1].IsOpen);
        Assert.Equal(room.Items[2], show.Next!.Id);
    }

    [Fact]
    public async Task Two_facilitators_who_press_next_at_the_same_moment_move_once_and_the_second_sees_what_the_first_did()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        var press = await room.PressAsync();
        var both = await Task.WhenAll(
            room.WriteAsync(w => RunOfShow.Next(w, press)),
            room.WriteAsync(w => RunOfShow.Next(w, press with { Person = room.Nora })));
        Assert.Single(both, p => p.Outcome == PressOutcome.Done);
        Assert.Equal("Jean Doyle was first: now it is “Activity 2”.", both.Single(p => p.Outcome == PressOutcome.Conflict).Message);
        Assert.Equal(room.Items[1], (await room.ShowAsync()).Now!.Id);
    }

    [Fact]
    public async Task Undo_restores_both_activities_and_the_timer_as_if_it_had_never_stopped()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        room.Clock.Pass(61.5);
        await room.DoAsync((w, p) => RunOfShow.Extend(w, p, 2));
        var before = await room.StateAsync();
        await room.DoAsync(RunOfShow.Next);
        room.Clock.Pass(9.9);
        var move = (await room.ShowAsync()).Undo!.Id;
        Assert.Equal(PressOutcome.Done, (await room.DoAsync((w, p) => RunOfShow.Undo(w, p, move))).Outcome);
        Assert.Equal(before, await room.StateAsync());
        var now = (await room.ShowAsync()).Now!;
        Assert.Equal(TimeSpan.FromSeconds(12 * 60 - 71.4), now.Timer.Left(room.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task After_ten_seconds_undo_is_refused_and_nothing_changes()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync(RunOfShow.Next);
        var move = (await room.ShowAsync()).Undo!.Id;
        var before = await room.StateAsync();
        room.Clock.Pass(10.1);
        Assert.Null((await room.ShowAsync()).Undo);
        Assert.Equal(PressOutcome.Conflict, (await room.DoAsync((w, p) => RunOfShow.Undo(w, p, move))).Outcome);
        Assert.Equal(before, await room.StateAsync());
    }

    [Fact]
    public async Task An_undo_by_whoever_has_not_seen_that_another_paused_changes_nothing()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync(RunOfShow.Next);
        var (late, move) = (await room.PressAsync(), (await room.ShowAsync()).Undo!.Id);
        await room.DoAsync(RunOfShow.Pause);
        var before = await room.StateAsync();
        Assert.Equal(PressOutcome.Conflict, (await room.WriteAsync(w => RunOfShow.Undo(w, late, move))).Outcome);
        Assert.Equal(before, await room.StateAsync());
    }

    [Fact]
    public async Task A_late_press_on_what_is_no_longer_now_changes_nothing()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        var late = await room.PressAsync();
        await room.DoAsync(RunOfShow.Next);
        var before = await room.StateAsync();
        foreach (var command in new Func<Web.Data.Writes, Press, Pressed>[]
        {
            RunOfShow.Next, RunOfShow.Pause, RunOfShow.CloseActivity, RunOfShow.Finish,
            (w, p) => RunOfShow.Extend(w, p, 5), (w, p) => RunOfShow.Jump(w, p, room.Items[4]),
            (w, p) => RunOfShow.Insert(w, p, "Stretch", Room.Moment, 5, now: true),
        })
        {
            Assert.Equal(PressOutcome.Conflict, (await room.WriteAsync(w => command(w, late))).Outcome);
        }

        Assert.Equal(before, await room.StateAsync());
    }

    [Fact]
    public async Task A_paused_timer_keeps_what_is_left_and_taking_time_stops_at_what_is_used()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        room.Clock.Pass(100);
        await room.DoAsync(RunOfShow.Pause);
        room.Clock.Pass(3600);
        Assert.Equal(500, (await room.ShowAsync()).Now!.Timer.Left(room.Clock.GetUtcNow()).TotalSeconds);
        await room.DoAsync(RunOfShow.Resume);
        room.Clock.Pass(450);
        await room.DoAsync((w, p) => RunOfShow.Extend(w, p, -2));
        Assert.Equal(0, (await room.ShowAsync()).Now!.Timer.Left(room.Clock.GetUtcNow()).TotalSeconds);
        Assert.Equal(PressOutcome.Conflict, (await room.DoAsync((w, p) => RunOfShow.Extend(w, p, -1))).Outcome);
    }

    [Fact]
    public async Task Skipped_is_kept_and_comes_back_and_a_jump_leaves_the_others_where_they_are()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync(RunOfShow.Skip, room.Items[1]);
        await room.DoAsync(RunOfShow.Next);
        Assert.Equal(room.Items[2], (await room.ShowAsync()).Now!.Id);
        await room.DoAsync((w, p) => RunOfShow.Jump(w, p, room.Items[4]));
        await room.DoAsync(RunOfShow.BringBack, room.Items[1]);
        var show = await room.ShowAsync();
        Assert.Equal(["Done", "Planned", "Done", "Planned", "Running", "Planned"], show.Items.Select(i => i.State));
        Assert.Equal(room.Items[5], show.Next!.Id);
    }

    [Fact]
    public async Task What_is_put_in_comes_next_and_two_items_swap()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync((w, p) => RunOfShow.Insert(w, p, " Stretch ", Room.Moment, 5, now: false));
        Assert.Equal("Stretch", (await room.ShowAsync()).Next!.Title);
        await room.DoAsync((w, p) => RunOfShow.Swap(w, p, earlier: true), room.Items[2]);
        var order = (await room.ShowAsync()).Items.Select(i => i.Title);
        Assert.Equal(["Activity 1", "Stretch", "Activity 3", "Activity 2", "Activity 4", "Activity 5", "Activity 6"], order);
        Assert.Equal(PressOutcome.Invalid, (await room.DoAsync((w, p) => RunOfShow.Insert(w, p, " ", Room.Moment, 5, true))).Outcome);
    }

    [Fact]
    public async Task Each_press_leaves_an_audit_row_without_a_text()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync((w, p) => RunOfShow.Insert(w, p, "Stretch", Room.Moment, 5, now: true));
        await room.DoAsync(RunOfShow.CloseActivity);
        var rows = await room.ReadAsync(r => r.Query<string>(
            "SELECT act || ' ' || thing || ' ' || thing_id || ' ' || person_id FROM audit ORDER BY id"));
        Assert.Equal([$"move agenda_item 1 {room.Jean}", $"insert agenda_item 7 {room.Jean}",
            $"move agenda_item 7 {room.Jean}", $"close agenda_item 7 {room.Jean}"], rows);
    }
}
