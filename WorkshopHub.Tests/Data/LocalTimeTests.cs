using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class LocalTimeTests
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn");

    [Theory]
    [InlineData("2026-03-28 09:00", "2026-03-28T07:00:00.000Z", "9:00")] // winter
    [InlineData("2026-03-29 02:59", "2026-03-29T00:59:00.000Z", "2:59")] // the last minute before summer time
    [InlineData("2026-03-29 03:30", "2026-03-29T01:30:00.000Z", "4:30")] // a time that doesn't exist
    [InlineData("2026-03-29 04:00", "2026-03-29T01:00:00.000Z", "4:00")] // the first minute of summer time
    [InlineData("2026-06-10 09:00", "2026-06-10T06:00:00.000Z", "9:00")] // summer
    [InlineData("2026-10-25 03:30", "2026-10-25T00:30:00.000Z", "3:30")] // a time that comes twice: the first
    [InlineData("2026-10-25 04:00", "2026-10-25T02:00:00.000Z", "4:00")] // back in winter
    public void A_planned_local_time_has_one_moment_over_both_clock_changes(string local, string moment, string clock)
    {
        var found = LocalTime.Moment(DateTime.Parse(local, CultureInfo.InvariantCulture), _zone);

        Assert.Equal((moment, clock), (Utc.Text(found), LocalTime.Clock(found, _zone)));
    }

    [Fact]
    public async Task The_zone_is_the_organisations_and_utc_until_it_is_known()
    {
        await using var file = await TestFile.WritingAsync();
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(TimeZoneInfo.Utc, await file.Db.ReadAsync(LocalTime.ZoneOf, stop));

        await file.Writer.RunAsync(
            writes =>
            {
                Settings.Set(writes, Settings.TimeZone, "Mars/Olympus");
                Assert.Equal(TimeZoneInfo.Utc, LocalTime.ZoneOf(writes));
                Settings.Set(writes, Settings.TimeZone, "Europe/Tallinn");
                Settings.Set(writes, Settings.SiteName, "Flow");
                return 0;
            },
            stop);

        Assert.Equal("Europe/Tallinn", await file.Db.ReadAsync(reads => LocalTime.ZoneOf(reads).Id, stop));
        Assert.Equal("Flow", await file.Db.ReadAsync(Settings.NameOf, stop));
    }
}
