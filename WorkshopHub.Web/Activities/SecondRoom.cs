using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>
/// Two groups of sets may run two items at once, each in a room of its own. People without a set are in the first room.
/// </summary>
public static class SecondRoom
{
    /// <summary>The tab of the control room that leads to what the second room sent; a kind's own tab stands behind it and a dash.</summary>
    public const string Tab = "room-2";

    /// <summary>The sets in the second room: as chosen, else the later half of the programme's sets.</summary>
    public static IReadOnlyList<long> Sets(Reads reads, long workshop) => reads.Once($"second-room-{workshop}", () =>
    {
        var chosen = reads.Query<long>("SELECT set_id FROM second_room WHERE workshop_id = @workshop ORDER BY set_id", new { workshop });
        var all = RoomSet.Of(reads, workshop);
        return chosen.Count > 0 ? chosen : [.. all.Skip((all.Count + 1) / 2).Select(set => set.Id)];
    });

    /// <summary>The room of a set: 1 or 2.</summary>
    public static int Of(Reads reads, long workshop, long? set) => set is { } one && Sets(reads, workshop).Contains(one) ? 2 : 1;

    /// <summary>Whether the workshop is in two rooms now, so that what is now depends on the set.</summary>
    public static bool IsSplit(Reads reads, long workshop) => reads.First<long?>(
        "SELECT id FROM agenda_item WHERE workshop_id = @workshop AND state = 'Running' AND room > 0 LIMIT 1", new { workshop }) is not null;

    /// <summary>Says which sets sit in the second room.</summary>
    public static void Seat(Writes writes, long workshop, IEnumerable<long> sets)
    {
        var known = RoomSet.Of(writes, workshop).Select(set => set.Id).ToHashSet();
        writes.Execute("DELETE FROM second_room WHERE workshop_id = @workshop", new { workshop });
        foreach (var set in sets.Where(known.Contains).Distinct())
        {
            writes.Execute("INSERT INTO second_room (workshop_id, set_id) VALUES (@workshop, @set)", new { workshop, set });
        }
    }
}
