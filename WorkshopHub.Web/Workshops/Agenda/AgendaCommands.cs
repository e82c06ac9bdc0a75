using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Writes the items of an agenda and their activities while they are planned.</summary>
public static class AgendaCommands
{
    /// <summary>Adds an item behind another one, or at the end.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="details">What the form says.</param>
    /// <param name="after">The item before it; null for the end.</param>
    /// <param name="by">Who does it.</param>
    /// <returns>The new item's id.</returns>
    public static long Add(Writes writes, long workshopId, ItemDetails details, long? after, long? by)
    {
        details.Check();
        EarlierActivity.Check(writes, workshopId, details);
        var activity = details.Of ?? writes.Insert("""
            INSERT INTO activity (workshop_id, kind, title, prompt, settings, audience, name_mode, reveal, series, source_id,
              created_at, created_by, changed_at, changed_by)
            VALUES (@workshopId, @Kind, @Title, @Prompt, @Settings, @Audience, @NameMode, @Reveal, @Series, @SourceId,
              @Now, @by, @Now, @by)
            """, new
        {
            workshopId,
            details.Kind,
            details.Title,
            details.Prompt,
            details.Settings,
            details.Audience,
            details.NameMode,
            details.Reveal,
            details.Series,
            details.SourceId,
            writes.Now,
            by,
        });
        var item = writes.Insert("""
            INSERT INTO agenda_item (workshop_id, position, title, purpose, minutes, activity_id, act, facilitator_note,
              advisor_note, room, wanted)
            VALUES (@workshopId, 1000000, @Title, @Purpose, @Minutes, @activity, @Act, @Note, @AdvisorNote, @Room, @Wanted)
            """, new
        {
            workshopId,
            details.Title,
            details.Purpose,
            details.Minutes,
            activity,
            details.Act,
            details.Note,
            details.AdvisorNote,
            details.Room,
            details.Wanted,
        });
        var order = Order(writes, workshopId);
        order.Remove(item);
        var place = after is { } before ? order.IndexOf(before) + 1 : order.Count;
        order.Insert(place <= 0 && after is not null and not 0 ? order.Count : place, item);
        Number(writes, order);
        return item;
    }

    /// <summary>Changes an item and its activity. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">A field is wrong, or people wrote under another promise.</exception>
    public static bool Change(Writes writes, long workshopId, long id, long version, ItemDetails details, long? by)
    {
        details.Check();
        if (AgendaItem.Find(writes, workshopId, id) is not { } now || now.Version != version)
        {
            return false;
        }

        EarlierActivity.Check(writes, workshopId, details);
        if (now.IsOwn && details.Act != "Run")
        {
            throw new RefusedException("Act", "Add a new item for that, and remove this one.");
        }

        if (now.State == "Running" && now.Room != details.Room)
        {
            throw new RefusedException("Room", "It runs now, where it runs. Bring both rooms back in the control room.");
        }

        if (now.IsOwn && now.IsAnswered && now.NameMode != details.NameMode)
        {
            throw new RefusedException("NameMode", "People have answered already, and the phones told them what it is now. Add a new item instead.");
        }

        writes.Execute("""
            UPDATE activity SET title = @Title, prompt = @Prompt, settings = @Settings, audience = @Audience,
              name_mode = @NameMode, reveal = @Reveal, series = @Series, source_id = @SourceId, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @ActivityId AND @IsOwn
            """, new
        {
            now.ActivityId,
            now.IsOwn,
            details.Series,
            details.SourceId,
            details.Title,
            details.Prompt,
            details.Settings,
            details.Audience,
            details.NameMode,
            details.Reveal,
            writes.Now,
            by,
        });
        writes.Execute("""
            UPDATE agenda_item SET title = @Title, purpose = @Purpose, minutes = @Minutes, facilitator_note = @Note,
              advisor_note = @AdvisorNote, act = @Act, room = @Room, wanted = '', version = version + 1
            WHERE id = @id
            """, new { id, details.Title, details.Purpose, details.Minutes, details.Note, details.AdvisorNote, details.Act, details.Room });
        return true;
    }

    /// <summary>Gives an item more or fewer minutes. False where somebody else changed it since it was shown.</summary>
    /// <exception cref="RefusedException">Fewer than one minute or more than ten hours.</exception>
    public static bool SetMinutes(Writes writes, long workshopId, long id, long version, long minutes)
    {
        var now = AgendaItem.Find(writes, workshopId, id);
        ItemDetails.CheckMinutes(minutes, now?.Minutes);
        return writes.Execute("""
            UPDATE agenda_item SET minutes = @minutes, version = version + 1
            WHERE id = @id AND workshop_id = @workshopId AND version = @version
            """, new { id, workshopId, version, minutes }) == 1;
    }

    /// <summary>Moves an item to a place.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="id">The item.</param>
    /// <param name="place">Its new place, from 0; beyond the end means the end.</param>
    public static void Move(Writes writes, long workshopId, long id, int place)
    {
        var order = Order(writes, workshopId);
        if (order.Remove(id))
        {
            order.Insert(Math.Clamp(place, 0, order.Count), id);
            Number(writes, order);
        }
    }

    /// <summary>Moves an item up or down.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="id">The item.</param>
    /// <param name="by">Places; negative is up.</param>
    public static void Step(Writes writes, long workshopId, long id, int by)
    {
        if (Order(writes, workshopId).IndexOf(id) is var place and >= 0)
        {
            Move(writes, workshopId, id, place + by);
        }
    }

    /// <summary>Adds the same item once more, behind itself, with an activity of its own. Null where there is none.</summary>
    public static long? Copy(Writes writes, long workshopId, long id, long? by) =>
        AgendaItem.Find(writes, workshopId, id) is { } item ? Add(writes, workshopId, Details(item), id, by) : null;

    /// <summary>Takes an item out. It can be put back as long as the workshop is planned.</summary>
    /// <exception cref="RefusedException">It has run, or people have answered.</exception>
    public static void Remove(Writes writes, long workshopId, long id, long? by)
    {
        if (AgendaItem.Find(writes, workshopId, id) is not { } item)
        {
            return;
        }

        if (item.State is "Running" or "Done" || (item.IsOwn && item.IsAnswered))
        {
            throw new RefusedException("Remove", $"“{item.Title}” has been in the room. What people wrote stays, and so does the item.");
        }

        if (item.IsOwn && EarlierActivity.NeededBy(writes, item) is { } need)
        {
            throw new RefusedException("Remove", $"“{item.Title}” is needed by {need}. Remove or change that first.");
        }

        writes.Insert("""
            INSERT INTO agenda_removed (workshop_id, title, item, removed_at, removed_by)
            VALUES (@workshopId, @Title, @json, @Now, @by)
            """, new { workshopId, item.Title, json = JsonSerializer.Serialize(item), writes.Now, by });
        writes.Execute("DELETE FROM agenda_item WHERE id = @id", new { id });
        writes.Execute("""
            DELETE FROM activity WHERE id = @ActivityId AND NOT EXISTS (SELECT 1 FROM agenda_item WHERE activity_id = @ActivityId)
            """, new { item.ActivityId });
        Number(writes, Order(writes, workshopId));
    }

    /// <summary>Puts the item back that was taken out last; false where there is none.</summary>
    public static bool PutBack(Writes writes, long workshopId, long? by)
    {
        if (writes.First<Removed>(
            "SELECT id, item FROM agenda_removed WHERE workshop_id = @workshopId ORDER BY id DESC LIMIT 1", new { workshopId }) is not { } removed)
        {
            return false;
        }

        var item = JsonSerializer.Deserialize<AgendaItem>(removed.Item)!;
        var details = Details(item);
        if (details.Of is { } of && !EarlierActivity.IsThere(writes, of))
        {
            throw new RefusedException("Remove", $"What “{item.Title}” takes up is no longer there.");
        }

        var id = Add(
            writes, workshopId,
            details with { SourceId = details.SourceId is { } source && EarlierActivity.IsThere(writes, source) ? source : null }, null, by);
        writes.Execute("""
            UPDATE agenda_removed SET item = json_set(item, '$.ActivityId', (SELECT activity_id FROM agenda_item WHERE id = @id))
            WHERE workshop_id = @workshopId AND json_extract(item, '$.ActivityId') = @ActivityId
            """, new { id, workshopId, item.ActivityId });
        Move(writes, workshopId, id, (int)item.Position - 1);
        writes.Execute("DELETE FROM agenda_removed WHERE id = @Id", new { removed.Id });
        return true;
    }

    /// <summary>What the form would say about an item as it stands.</summary>
    public static ItemDetails Details(AgendaItem item) => new(
        item.Kind, item.Title, item.Prompt, item.Minutes, item.Purpose, item.Note, item.Audience, item.NameMode, item.Reveal, item.Settings)
    {
        AdvisorNote = item.AdvisorNote,
        Series = item.Series,
        SourceId = item.SourceId,
        Act = item.Act,
        Of = item.IsOwn ? null : item.ActivityId,
        Room = (int)item.Room,
        Wanted = item.Wanted,
    };

    private static List<long> Order(Writes writes, long workshopId) => [.. writes.Query<long>(
        "SELECT id FROM agenda_item WHERE workshop_id = @workshopId ORDER BY position, id", new { workshopId })];

    private static void Number(Writes writes, List<long> order)
    {
        foreach (var (place, id) in order.Index())
        {
            writes.Execute("UPDATE agenda_item SET position = @position WHERE id = @id AND position <> @position", new { id, position = place + 1 });
        }
    }

    private sealed record Removed
    {
        public long Id { get; init; }

        public string Item { get; init; } = "";
    }
}
