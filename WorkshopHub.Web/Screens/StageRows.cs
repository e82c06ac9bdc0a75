using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>The rows that stages are made of.</summary>
internal static class StageRows
{
    /// <summary>A paired screen.</summary>
    public static StageScreen? Screen(Reads reads, long screenId) => reads.First<StageScreen>(
        """
        SELECT id AS Id, workshop_id AS WorkshopId, name AS Name, layout AS Layout, post_id AS PostId, blank AS Blank,
               frozen AS Frozen, frozen_at AS FrozenAt, held_before AS HeldBefore, split_item AS SplitItem, theme AS Theme, room AS Room,
               sets AS Sets, table_set AS TableSet, version AS Version
        FROM screen
        WHERE id = @screenId AND unpaired_at IS NULL
        """,
        new { screenId });

    /// <summary>
    /// The sets that a screen shows (0: everybody without one); empty means all. Where no wall of the room shows those
    /// without a set, the first one does: nobody's post is lost between two screens.
    /// </summary>
    public static IReadOnlyList<long> Only(Reads reads, StageScreen screen)
    {
        var chosen = JsonSerializer.Deserialize<long[]>(screen.Sets)!;
        if (chosen.Length == 0 || chosen.Contains(0))
        {
            return chosen;
        }

        var first = reads.First<long?>(
            """
            SELECT min(s.id) FROM screen s
            WHERE s.workshop_id = @WorkshopId AND s.unpaired_at IS NULL AND s.table_set IS NULL AND NOT EXISTS (
              SELECT 1 FROM screen o
              WHERE o.workshop_id = @WorkshopId AND o.unpaired_at IS NULL AND o.table_set IS NULL
                AND (o.sets = '[]' OR EXISTS (SELECT 1 FROM json_each(o.sets) WHERE value = 0)))
            """,
            screen);
        return first == screen.Id ? [.. chosen, 0] : chosen;
    }

    /// <summary>The item beside what is now: as chosen, else the newest that ran before and is of another activity.</summary>
    public static long? Beside(Reads reads, StageScreen screen, StageItem? now) => reads.First<long?>(
        """
        SELECT id FROM agenda_item
        WHERE workshop_id = @WorkshopId AND started_at IS NOT NULL AND id <> @item AND activity_id <> @activity
        ORDER BY id IS @SplitItem DESC, started_at DESC LIMIT 1
        """,
        new { screen.WorkshopId, screen.SplitItem, item = now?.Id ?? 0, activity = now?.ActivityId ?? 0 });

    /// <summary>The workshop of a screen.</summary>
    public static StageRoom? Room(Reads reads, long workshopId, SiteAddress address)
    {
        var room = reads.First<StageRoom>(
            """
            SELECT w.id AS Id, w.kind AS Kind, w.title AS Title, w.date AS Date, w.starts AS Starts, w.place AS Place,
                   w.state AS State, w.room_code AS Code, w.room_token AS Token, w.current_item_id AS CurrentItemId, w.second_item_id AS SecondItemId,
                   p.name AS Programme,
                   ifnull((SELECT value FROM setting WHERE name = 'Site:Name'), '') AS Organisation
            FROM workshop w
            JOIN programme p ON p.id = w.programme_id
            WHERE w.id = @workshopId
            """,
            new { workshopId });
        if (room is null)
        {
            return null;
        }

        var typed = WallAddress.Of(reads, address);
        return room with
        {
            StartsUnixMs = LocalTime.Moment(room.LocalStart, LocalTime.ZoneOf(reads)).ToUnixTimeMilliseconds(),
            Address = typed.Reaches ? typed.Typed("/j") : "",
            Qr = room.Open && typed.Reaches ? Qr.Of(typed.Qr("/j/" + room.Token)) : null,
        };
    }
}
