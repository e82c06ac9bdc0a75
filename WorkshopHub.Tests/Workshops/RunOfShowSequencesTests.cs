using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

public sealed class RunOfShowSequencesTests
{
    /// <summary>Whatever is pressed in whatever order, the invariants hold; an undo restores exactly.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Random_presses_keep_at_most_one_activity_running_and_undo_restores_exactly(int seed)
    {
        var random = new Random(seed);
        await using var room = await Room.OpenAsync();
        for (var step = 0; step < 80; step++)
        {
            room.Clock.Pass(random.NextDouble() * 15);
            var before = await room.StateAsync();
            var leftBefore = (await room.ShowAsync()).Now;
            var item = random.Next(3) == 0 ? room.Items[random.Next(room.Items.Count)] : (long?)null;
            var pressed = await room.DoAsync(Any(random, room), item);
            var show = await room.ShowAsync();
            Assert.True(show.Items.Count(i => i.State == "Running") <= 1);
            Assert.True(await OpenActivitiesAsync(room) <= 1);
            Assert.All(show.Items, i => Assert.True(i.TimerUsedSeconds >= 0 && i.Timer.TotalSeconds >= 0));
            Assert.Equal(show.Now?.Id, await CurrentAsync(room));
            if (pressed.Outcome != PressOutcome.Done)
            {
                Assert.Equal(before, await room.StateAsync());
            }
            else if (show.Undo is { } undo && Utc.Parse(undo.At) == room.Clock.GetUtcNow() && random.Next(2) == 0)
            {
                Assert.Equal(PressOutcome.Done, (await room.DoAsync((w, p) => RunOfShow.Undo(w, p, undo.Id))).Outcome);
                Assert.Equal(leftBefore?.Timer, (await room.ShowAsync()).Now?.Timer);
            }
        }
    }

    private static Func<Writes, Press, Pressed> Any(Random random, Room room)
    {
        var to = room.Items[random.Next(room.Items.Count)];
        var minutes = random.Next(2) == 0 ? 2 : -5;
        return random.Next(12) switch
        {
            0 => RunOfShow.Start,
            1 or 2 => RunOfShow.Next,
            3 => (w, p) => RunOfShow.Jump(w, p, to),
            4 => RunOfShow.Pause,
            5 => RunOfShow.Resume,
            6 => (w, p) => RunOfShow.Extend(w, p, minutes),
            7 => RunOfShow.Skip,
            8 => RunOfShow.BringBack,
            9 => RunOfShow.CloseActivity,
            10 => RunOfShow.Reopen,
            _ => (w, p) => RunOfShow.Swap(w, p, minutes > 0),
        };
    }

    private static Task<long> OpenActivitiesAsync(Room room) => room.ReadAsync(r => r.First<long>(
        "SELECT count(*) FROM activity WHERE state = 'Open'"));

    private static Task<long?> CurrentAsync(Room room) => room.ReadAsync(r => r.First<long?>(
        "SELECT current_item_id FROM workshop"));
}
