using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class MetersTests
{
    [Fact]
    public void Of_a_hundred_the_middle_the_ninety_ninth_and_the_slowest_are_told()
    {
        var timings = new Timings();
        Assert.Null(timings.Now());
        foreach (var number in Enumerable.Range(1, 100).Reverse())
        {
            timings.Note(TimeSpan.FromMilliseconds(number));
        }

        Assert.Equal(new Spread(100, 50, 99, 100), timings.Now());
    }

    [Fact]
    public void Only_the_last_thousand_count()
    {
        var timings = new Timings();
        timings.Note(TimeSpan.FromHours(1));
        foreach (var _ in Enumerable.Range(0, 1000))
        {
            timings.Note(TimeSpan.FromMilliseconds(2));
        }

        Assert.Equal(new Spread(1001, 2, 2, 2), timings.Now());
    }
}
