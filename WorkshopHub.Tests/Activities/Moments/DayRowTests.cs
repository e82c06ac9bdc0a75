using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.Activities.Moments;

public sealed class DayRowTests
{
    [Fact]
    public async Task A_break_shows_when_things_really_began_and_when_they_go_on_from_there()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.Writer.RunAsync(writes =>
        {
            writes.Execute(
                "UPDATE agenda_item SET state = 'Done', started_at = '2026-03-10T07:13:00.000Z', ended_at = '2026-03-10T07:40:00.000Z' WHERE id = @id",
                new { id = world.Items[0] });
            return writes.Execute(
                """
                UPDATE agenda_item SET state = 'Running', started_at = '2026-03-10T07:40:00.000Z',
                  timer_running_since = '2026-03-10T07:40:00.000Z', timer_extra_seconds = 300 WHERE id = @id
                """,
                new { id = world.Items[1] });
        }, TestContext.Current.CancellationToken);
        var rows = await site.Db.ReadAsync(
            reads => DayRow.Around(reads, world.Workshop), TestContext.Current.CancellationToken);
        Assert.Equal([9 * 60 + 13, 9 * 60 + 40, 10 * 60 + 5], rows.Select(row => (int)TimeOnly.Parse(row.At, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes));
    }
}
