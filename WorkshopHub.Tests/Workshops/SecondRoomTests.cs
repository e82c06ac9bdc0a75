using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

/// <summary>Two groups of sets, each with an item, a timer and a screen of its own: items 2 and 3 in room 1, item 4 in room 2.</summary>
public sealed class SecondRoomTests
{
    [Fact]
    public async Task Both_rooms_begin_together_each_with_its_own_timer()
    {
        await using var room = await SplitAsync();
        var show = await room.ShowAsync();
        Assert.Equal((room.Items[1], room.Items[3]), (show.Now!.Id, show.Second!.Id));
        Assert.All(new[] { show.Now, show.Second }, item => Assert.True(item!.IsOpen && item.Timer.Running));
        await room.DoAsync(RunOfShow.Pause, room.Items[3]);
        show = await room.ShowAsync();
        Assert.Equal((true, false), (show.Now!.Timer.Running, show.Second!.Timer.Running));
    }

    [Fact]
    public async Task A_room_moves_on_alone_and_that_can_be_undone()
    {
        await using var room = await SplitAsync();
        var before = await room.StateAsync();
        await room.DoAsync(RunOfShow.Next, room.Items[1]);
        var show = await room.ShowAsync();
        Assert.Equal((room.Items[2], room.Items[3]), (show.Now!.Id, show.Second!.Id));
        Assert.Equal(["Done", "Running", "Running"], show.Items.Skip(1).Take(3).Select(item => item.State));
        Assert.Equal(PressOutcome.Done, (await room.DoAsync((w, p) => RunOfShow.Undo(w, p, show.Undo!.Id), room.Items[2])).Outcome);
        Assert.Equal(before, await room.StateAsync());
    }

    [Fact]
    public async Task The_room_that_is_done_first_waits_and_the_last_brings_all_back()
    {
        await using var room = await SplitAsync();
        await room.DoAsync(RunOfShow.Next, room.Items[3]);
        var show = await room.ShowAsync();
        Assert.Equal((room.Items[1], (long?)null), (show.Now!.Id, show.Second?.Id));
        await room.DoAsync(RunOfShow.Next, room.Items[1]);
        await room.DoAsync(RunOfShow.Next, room.Items[2]);
        show = await room.ShowAsync();
        Assert.Equal((room.Items[4], false), (show.Now!.Id, show.IsSplit));
    }

    [Fact]
    public async Task One_press_brings_all_back_from_the_middle_of_both()
    {
        await using var room = await SplitAsync();
        await room.DoAsync(RunOfShow.Together, room.Items[3]);
        var show = await room.ShowAsync();
        Assert.Equal(room.Items[4], show.Now!.Id);
        Assert.All(new[] { show.Items[1], show.Items[3] }, item => Assert.Equal(("Done", "Closed"), (item.State, item.ActivityState)));
        Assert.Equal("Planned", show.Items[2].State);
    }

    [Fact]
    public async Task The_room_that_waits_can_be_taken_back_and_the_page_says_what_comes()
    {
        await using var room = await SplitAsync();
        Assert.Equal((room.Items[2], (long?)null), ((await room.ShowAsync()).Next!.Id, (await room.ShowAsync()).NextIn(2)?.Id));
        await room.DoAsync(RunOfShow.Next, room.Items[1]);
        Assert.Null((await room.ShowAsync()).Next);
        var before = await room.StateAsync();
        await room.DoAsync(RunOfShow.Next, room.Items[2]);
        var show = await room.ShowAsync();
        Assert.Equal(((long?)null, room.Items[3], room.Items[3], room.Items[4]), (show.Now?.Id, show.Second!.Id, show.On!.Id, show.Next!.Id));
        Assert.Equal(PressOutcome.Done, (await room.DoAsync((w, p) => RunOfShow.Undo(w, p, show.Undo!.Id), room.Items[3])).Outcome);
        Assert.Equal(before, await room.StateAsync());
        await room.DoAsync(RunOfShow.Next, room.Items[2]);
        await room.DoAsync(RunOfShow.Together, room.Items[3]);
        Assert.Equal(room.Items[4], (await room.ShowAsync()).Now!.Id);
    }

    [Fact]
    public async Task A_jump_inside_one_room_leaves_the_other_as_it_is()
    {
        await using var room = await SplitAsync();
        await room.DoAsync((w, p) => RunOfShow.Jump(w, p, room.Items[2]), room.Items[3]);
        var show = await room.ShowAsync();
        Assert.Equal((room.Items[2], room.Items[3]), (show.Now!.Id, show.Second!.Id));
        Assert.Equal("Done", show.Items[1].State);
    }

    [Fact]
    public async Task Finishing_ends_both_rooms()
    {
        await using var room = await SplitAsync();
        await room.DoAsync(RunOfShow.Finish, room.Items[1]);
        Assert.DoesNotContain((await room.ShowAsync()).Items, item => item.IsNow || item.ActivityState == "Open");
    }

    [Fact]
    public async Task The_rooms_run_beside_each_other_in_the_plan()
    {
        await using var room = await SplitAsync();
        var show = await room.ShowAsync();
        Assert.Equal(["09:00", "09:10", "09:20", "09:10", "09:30", "09:40"], show.Items.Select(item => item.Planned.ToString("HH:mm", null)));
    }

    [Fact]
    public async Task A_press_in_one_room_leaves_a_press_in_the_other_valid()
    {
        await using var room = await SplitAsync();
        var second = await room.PressAsync(room.Items[3]);
        await room.DoAsync(RunOfShow.Next, room.Items[1]);
        Assert.Equal(PressOutcome.Done, (await room.WriteAsync(w => RunOfShow.Pause(w, second))).Outcome);
    }

    [Fact]
    public async Task The_later_half_of_the_sets_sits_in_the_second_room_until_somebody_says_otherwise()
    {
        await using var room = await SplitAsync();
        var sets = await room.WriteAsync(w => Enumerable.Range(1, 5).Select(n => w.Insert("""
            INSERT INTO sets (programme_id, position, name, created_at, changed_at)
            SELECT programme_id, @n, 'Set ' || @n, @Now, @Now FROM workshop WHERE id = @Workshop
            """, new { n, w.Now, room.Workshop })).ToList());
        Assert.Equal([1, 1, 1, 2, 2], await room.ReadAsync(r => sets.Select(set => SecondRoom.Of(r, room.Workshop, set)).ToList()));
        await room.WriteAsync(w =>
        {
            SecondRoom.Seat(w, room.Workshop, [sets[0]]);
            return true;
        });
        Assert.Equal([2, 1, 1, 1, 1], await room.ReadAsync(r => sets.Select(set => SecondRoom.Of(r, room.Workshop, set)).ToList()));
        Assert.Equal(1, await room.ReadAsync(r => SecondRoom.Of(r, room.Workshop, null)));
    }

    private static async Task<Room> SplitAsync()
    {
        var room = await Room.OpenAsync();
        await room.WriteAsync(w => w.Execute("""
            UPDATE agenda_item SET room = CASE position WHEN 4 THEN 2 ELSE 1 END
            WHERE workshop_id = @Workshop AND position IN (2, 3, 4)
            """, new { room.Workshop }));
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync(RunOfShow.Next);
        return room;
    }
}
