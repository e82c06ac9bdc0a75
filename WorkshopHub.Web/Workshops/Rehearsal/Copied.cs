using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>What is different in the copy: the workshop is today and begins now, and no real screen or phone belongs to it.</summary>
internal static class Copied
{
    /// <summary>Changes the copy, before anybody is served from it.</summary>
    public static async Task PrepareAsync(DataFile copy, ActivityKinds kinds, IEnumerable<IForgotten> rooms, long workshop, TimeProvider time)
    {
        using var writer = new Writer(copy, time);
        await writer.StartAsync(CancellationToken.None);
        await writer.RunAsync(writes =>
        {
            Now(writes, workshop);
            Empty(writes, workshop);
            Forget(writes, kinds, rooms);
            return true;
        });
        await writer.StopAsync(CancellationToken.None);
    }

    private static void Now(Writes writes, long workshop)
    {
        var now = TimeZoneInfo.ConvertTime(Utc.Parse(writes.Now), LocalTime.ZoneOf(writes));
        writes.Execute(
            "UPDATE workshop SET date = @date, starts = @starts, version = version + 1, changed_at = @Now WHERE id = @workshop",
            new { workshop, date = $"{now:yyyy-MM-dd}", starts = $"{now:HH':'mm}", writes.Now });
    }

    /// <summary>Who rehearses may sit on anybody's chair: what only some may read is not in the copy.</summary>
    private static void Forget(Writes writes, ActivityKinds kinds, IEnumerable<IForgotten> rooms)
    {
        foreach (var kind in kinds.All)
        {
            kind.Forget(writes);
        }

        foreach (var room in rooms)
        {
            room.Forget(writes);
        }

        Carried.Forget(writes);
    }

    private static void Empty(Writes writes, long workshop)
    {
        writes.Execute(
            """
            UPDATE device SET revoked_at = @Now
            WHERE revoked_at IS NULL AND participant_id IN (SELECT id FROM participant WHERE workshop_id = @workshop)
            """,
            new { workshop, writes.Now });
        foreach (var (screen, version) in writes.Query<(long, long)>(
            "SELECT id, version FROM screen WHERE workshop_id = @workshop AND unpaired_at IS NULL", new { workshop }))
        {
            Pairing.Unpair(writes, workshop, screen, version, personId: null);
        }
    }
}
