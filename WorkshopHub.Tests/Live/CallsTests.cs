using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

/// <summary>A line that calls without end is closed; the busiest wall is not.</summary>
public sealed class CallsTests
{
    private static readonly DateTimeOffset _nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_wall_that_tells_what_it_shows_all_through_a_rush_is_heard()
    {
        var wall = new LiveConnection(null!, _nine, 0);
        var now = _nine;
        for (var tenth = 0; tenth < 6000; tenth++, now = now.AddMilliseconds(100))
        {
            var calls = (tenth % 4 == 0 ? 1 : 0) + (tenth % 10 == 0 ? 1 : 0); // every 400 ms what it shows, each second what it has seen
            Assert.All(Enumerable.Range(0, calls), _ => Assert.True(wall.MayCall(now)));
        }
    }

    [Fact]
    public void A_line_that_watches_nothing_is_mute_after_half_a_minute()
    {
        var line = new LiveConnection(null!, _nine, 0);
        Assert.False(line.IsMute(_nine.AddSeconds(30)));
        Assert.True(line.IsMute(_nine.AddSeconds(31)));
    }

    [Fact]
    public void A_line_that_goes_on_calling_is_closed()
    {
        var line = new LiveConnection(null!, _nine, 0);
        Assert.Contains(Enumerable.Range(0, 200), call => !line.MayCall(_nine.AddMilliseconds(call * 20)));
    }
}
