using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

public sealed class ShowTests
{
    [Fact]
    public async Task A_start_four_minutes_late_shows_as_drift_and_in_the_projected_end()
    {
        await using var room = await Room.OpenAsync();
        room.Clock.Pass(240);
        await room.DoAsync(RunOfShow.Start);
        var show = await room.ShowAsync();
        Assert.Equal(TimeSpan.FromMinutes(4), show.Drift);
        Assert.Equal("10:00", show.Local(show.PlannedEnd));
        Assert.Equal("10:04", show.Local(show.ProjectedEnd));
        Assert.Equal("9:14", show.Local(show.Next!.Real!.Value));
    }

    [Fact]
    public async Task An_item_that_runs_over_or_is_paused_pushes_everything_after_it()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        room.Clock.Pass(13 * 60);
        Assert.Equal(TimeSpan.FromMinutes(3), (await room.ShowAsync()).Drift);
        await room.DoAsync(RunOfShow.Next);
        await room.DoAsync(RunOfShow.Pause);
        room.Clock.Pass(120);
        Assert.Equal(TimeSpan.FromMinutes(5), (await room.ShowAsync()).Drift);
    }

    [Fact]
    public async Task What_is_put_in_makes_later_and_what_is_skipped_or_shortened_makes_earlier()
    {
        await using var room = await Room.OpenAsync();
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync((w, p) => RunOfShow.Insert(w, p, "Stretch", Room.Moment, 6, now: false));
        Assert.Equal(TimeSpan.FromMinutes(6), (await room.ShowAsync()).Drift);
        await room.DoAsync((w, p) => RunOfShow.Extend(w, p, -5), room.Items[3]);
        await room.DoAsync(RunOfShow.Skip, room.Items[4]);
        var show = await room.ShowAsync();
        Assert.Equal(TimeSpan.FromMinutes(-9), show.ProjectedEnd - show.PlannedEnd);
        Assert.Equal(show.ProjectedEnd - show.PlannedEnd, show.Drift);
    }

    [Fact]
    public async Task Catch_up_proposes_only_what_is_still_to_come_and_each_proposal_wins_what_it_says()
    {
        await using var room = await Room.OpenAsync();
        room.Clock.Pass(15 * 60);
        Assert.Empty(CatchUp.Propose(await room.ShowAsync()));
        await room.DoAsync(RunOfShow.Start);
        await room.DoAsync((w, p) => RunOfShow.Extend(w, p, 5), room.Items[2]);
        var show = await room.ShowAsync();
        var cuts = CatchUp.Propose(show);
        Assert.Equal((room.Items[2], 5L, false), (cuts[0].Item.Id, cuts[0].Minutes, cuts[0].Skip));
        foreach (var cut in cuts)
        {
            var end = (await room.ShowAsync()).ProjectedEnd;
            var pressed = await room.DoAsync((w, p) => cut.Skip ? RunOfShow.Skip(w, p) : RunOfShow.Extend(w, p, -cut.Minutes), cut.Item.Id);
            Assert.Equal(PressOutcome.Done, pressed.Outcome);
            Assert.Equal(TimeSpan.FromMinutes(cut.Minutes), end - (await room.ShowAsync()).ProjectedEnd);
        }

        Assert.DoesNotContain(cuts, c => c.Item.Id == room.Items[0] || (c.Skip && c.Item.Id == room.Items[5]));
    }
}
