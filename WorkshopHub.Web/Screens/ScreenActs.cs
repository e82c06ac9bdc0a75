using System.Text.Json;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>What a screen can be held on.</summary>
public enum ScreenLayout
{
    /// <summary>Not held: it shows what the room is doing.</summary>
    Follow,

    /// <summary>The QR, the address and who is here.</summary>
    Join,

    /// <summary>One column a set.</summary>
    Columns,

    /// <summary>The newest posts of everybody.</summary>
    Mosaic,

    /// <summary>One post, large.</summary>
    Spotlight,

    /// <summary>The clock.</summary>
    Timer,

    /// <summary>The title of what is now.</summary>
    Title,

    /// <summary>Posts put together into themes.</summary>
    Themes,

    /// <summary>The day: what is now and what comes.</summary>
    Agenda,

    /// <summary>Two items side by side: those of two rooms, or what is now and an earlier one.</summary>
    Split,
}

/// <summary>
/// What facilitators do with screens. Each act names the version that it was pressed on, and leaves an audit row. The
/// handler says <see cref="ScreensLive.ScreenChanged"/> (or StageChanged for all) after the commit.
/// </summary>
public static class ScreenActs
{
    /// <summary>Gives a screen another name.</summary>
    public static ScreenOutcome Rename(
        Writes writes, long workshopId, long screenId, long version, string name, long? personId)
    {
        var called = ScreenName.Clean(name);
        return ScreenName.Wrong(writes, workshopId, called, screenId)
            ?? Set(writes, workshopId, screenId, version, personId, "screen.rename", new Change { Name = called });
    }

    /// <summary>Holds a screen on a layout, or lets it follow again. A spotlight needs its post.</summary>
    public static ScreenOutcome Hold(
        Writes writes, long workshopId, long screenId, long version, ScreenLayout layout, string? postId,
        long? personId)
    {
        if (layout == ScreenLayout.Spotlight && !MayStandOnAWall(writes, workshopId, postId))
        {
            return ScreenOutcome.Invalid("post", "Choose a post that the room can see.");
        }

        return Set(
            writes, workshopId, screenId, version, personId, "screen.hold",
            new Change { Layout = layout.ToString(), PostId = layout == ScreenLayout.Spotlight ? postId : null });
    }

    /// <summary>The screen shows what the room is doing again.</summary>
    public static ScreenOutcome Follow(Writes writes, long workshopId, long screenId, long version, long? personId) =>
        Hold(writes, workshopId, screenId, version, ScreenLayout.Follow, null, personId);

    /// <summary>Splits the screen between what is now and an item that has run; 0 is the newest of those.</summary>
    public static ScreenOutcome Split(Writes writes, long workshopId, long screenId, long version, long itemId, long? personId)
    {
        var ran = itemId == 0 || writes.First<long>(
            "SELECT count(*) FROM agenda_item WHERE id = @itemId AND workshop_id = @workshopId AND started_at IS NOT NULL", new { itemId, workshopId }) == 1;
        return ran
            ? Set(writes, workshopId, screenId, version, personId, "screen.hold", new Change { Layout = "Split", SplitItem = itemId })
            : ScreenOutcome.Missing;
    }

    /// <summary>Makes one screen black, or ends that.</summary>
    public static ScreenOutcome Blank(
        Writes writes, long workshopId, long screenId, long version, bool blank, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.blank", new Change { Blank = blank ? 1 : 0 });

    /// <summary>Keeps what a screen shows now, or ends that.</summary>
    public static ScreenOutcome Freeze(
        Writes writes, long workshopId, long screenId, long version, bool frozen, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.freeze", new Change { Frozen = frozen ? 1 : 0 });

    /// <summary>Light paper or dark, for this screen.</summary>
    public static ScreenOutcome Theme(
        Writes writes, long workshopId, long screenId, long version, bool dark, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.theme", new Change { Theme = dark ? "Dark" : "Light" });

    /// <summary>The room that a screen stands in: what it follows while two groups of sets have an item each.</summary>
    public static ScreenOutcome Stand(
        Writes writes, long workshopId, long screenId, long version, long room, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.room", new Change { Room = room == 2 ? 2 : 1 });

    /// <summary>
    /// Shows a set (0: everybody without one) on this screen or takes it off; with none, or all, chosen it shows all.
    /// </summary>
    public static ScreenOutcome ShowSet(Writes writes, long workshopId, long screenId, long version, long set, long? personId)
    {
        var all = RoomSet.Of(writes, workshopId).Select(one => one.Id).Append(0).ToList();
        var now = JsonSerializer.Deserialize<List<long>>(writes.First<string>("SELECT sets FROM screen WHERE id = @screenId", new { screenId }) ?? "[]")!;
        if (!all.Contains(set))
        {
            return ScreenOutcome.Missing;
        }

        var only = all.Where(one => one == set ? !now.Contains(set) : now.Contains(one)).ToList();
        return Set(
            writes, workshopId, screenId, version, personId, "screen.sets",
            new Change { Sets = JsonSerializer.Serialize(only.Count == all.Count ? [] : only) });
    }

    /// <summary>Makes it a tablet on a set's table, or (0) a wall again.</summary>
    public static ScreenOutcome Table(Writes writes, long workshopId, long screenId, long version, long set, long? personId)
    {
        if (set != 0 && RoomSet.Of(writes, workshopId).All(one => one.Id != set))
        {
            return ScreenOutcome.Missing;
        }

        var changed = writes.Execute(
            """
            UPDATE screen SET table_set = nullif(@set, 0), version = version + 1
            WHERE id = @screenId AND workshop_id = @workshopId AND unpaired_at IS NULL AND version = @version
            """,
            new { set, screenId, workshopId, version });
        return Told(writes, changed, workshopId, screenId, personId, "screen.table");
    }

    /// <summary>Audits a change of one row, or says why there was none.</summary>
    internal static ScreenOutcome Told(
        Writes writes, int changed, long workshopId, long screenId, long? personId, string act)
    {
        if (changed == 1)
        {
            Audit.Note(writes, personId, workshopId, act, "screen", screenId);
            return new ScreenOutcome(ScreenResult.Done, screenId);
        }

        var there = writes.First<long>(
            "SELECT count(*) FROM screen WHERE id = @screenId AND workshop_id = @workshopId AND unpaired_at IS NULL",
            new { screenId, workshopId });
        return there == 1 ? ScreenOutcome.Stale(screenId) : ScreenOutcome.Missing;
    }

    private static ScreenOutcome Set(
        Writes writes, long workshopId, long screenId, long version, long? personId, string act, Change change)
    {
        var changed = writes.Execute(
            $"""
            UPDATE screen SET {Change.Columns}
            WHERE id = @screenId AND workshop_id = @workshopId AND unpaired_at IS NULL AND version = @version
            """,
            new
            {
                screenId,
                workshopId,
                version,
                change.Name,
                change.Layout,
                change.PostId,
                change.Blank,
                change.Frozen,
                change.Theme,
                change.Room,
                change.Sets,
                change.SplitItem,
                writes.Now,
            });
        return Told(writes, changed, workshopId, screenId, personId, act);
    }

    private static bool MayStandOnAWall(Reads reads, long workshopId, string? postId) =>
        SpotPost.Find(reads, workshopId, postId) is not null;

    /// <summary>What an act changes of a screen; null stays as it is. A layout brings its post, or none.</summary>
    private sealed record Change
    {
        public const string Columns = """
            name = coalesce(@Name, name), layout = coalesce(@Layout, layout),
            held_before = CASE WHEN @Layout IS NULL OR (@Layout = 'Spotlight' AND layout = 'Spotlight') THEN held_before
                               WHEN @Layout = 'Spotlight' THEN layout END,
            post_id = iif(@Layout IS NULL, post_id, @PostId), blank = coalesce(@Blank, blank),
            frozen_at = CASE WHEN @Frozen = 0 THEN NULL WHEN @Frozen = 1 AND frozen = 0 THEN @Now ELSE frozen_at END,
            frozen = coalesce(@Frozen, frozen), theme = coalesce(@Theme, theme), room = coalesce(@Room, room), sets = coalesce(@Sets, sets),
            split_item = iif(@SplitItem IS NULL, split_item, nullif(@SplitItem, 0)), version = version + 1
            """;

        public string? Name { get; init; }

        public string? Layout { get; init; }

        public string? PostId { get; init; }

        public long? Blank { get; init; }

        public long? Frozen { get; init; }

        public string? Theme { get; init; }

        public long? Room { get; init; }

        public string? Sets { get; init; }

        public long? SplitItem { get; init; }
    }
}
