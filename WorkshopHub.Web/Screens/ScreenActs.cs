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
            ?? Set(writes, workshopId, screenId, version, personId, "screen.rename", "name = @value", called);
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
            writes, workshopId, screenId, version, personId, "screen.hold", "layout = @value, post_id = @postId",
            layout.ToString(), layout == ScreenLayout.Spotlight ? postId : null);
    }

    /// <summary>The screen shows what the room is doing again.</summary>
    public static ScreenOutcome Follow(Writes writes, long workshopId, long screenId, long version, long? personId) =>
        Hold(writes, workshopId, screenId, version, ScreenLayout.Follow, null, personId);

    /// <summary>Puts one post large on every screen of the room. There is no version: the newest press wins.</summary>
    public static ScreenOutcome Spotlight(Writes writes, long workshopId, string postId, long? personId)
    {
        if (!MayStandOnAWall(writes, workshopId, postId))
        {
            return ScreenOutcome.Invalid("post", "Choose a post that the room can see.");
        }

        return ForAll(
            writes, workshopId, personId, "screen.spotlight", "layout = 'Spotlight', post_id = @value", postId);
    }

    /// <summary>Ends the spotlight: screens that showed this post follow again.</summary>
    public static ScreenOutcome EndSpotlight(Writes writes, long workshopId, long? personId) =>
        ForAll(
            writes, workshopId, personId, "screen.follow",
            "layout = iif(layout = 'Spotlight', 'Follow', layout), post_id = NULL", null);

    /// <summary>Makes one screen black, or ends that.</summary>
    public static ScreenOutcome Blank(
        Writes writes, long workshopId, long screenId, long version, bool blank, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.blank", "blank = @value", blank ? 1 : 0);

    /// <summary>Makes every screen of the room black, or ends that.</summary>
    public static ScreenOutcome BlankAll(Writes writes, long workshopId, bool blank, long? personId) =>
        ForAll(writes, workshopId, personId, "screen.blank", "blank = @value", blank ? 1 : 0);

    /// <summary>Keeps what a screen shows now, or ends that.</summary>
    public static ScreenOutcome Freeze(
        Writes writes, long workshopId, long screenId, long version, bool frozen, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.freeze", "frozen = @value", frozen ? 1 : 0);

    /// <summary>Light paper or dark, for this screen.</summary>
    public static ScreenOutcome Theme(
        Writes writes, long workshopId, long screenId, long version, bool dark, long? personId) =>
        Set(writes, workshopId, screenId, version, personId, "screen.theme", "theme = @value", dark ? "Dark" : "Light");

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
        Writes writes, long workshopId, long screenId, long version, long? personId, string act, string assignment,
        object value, string? postId = null)
    {
        var changed = writes.Execute(
            $"""
            UPDATE screen SET {assignment}, version = version + 1
            WHERE id = @screenId AND workshop_id = @workshopId AND unpaired_at IS NULL AND version = @version
            """,
            new { screenId, workshopId, version, value, postId });
        return Told(writes, changed, workshopId, screenId, personId, act);
    }

    private static ScreenOutcome ForAll(
        Writes writes, long workshopId, long? personId, string act, string assignment, object? value)
    {
        writes.Execute(
            $"""
            UPDATE screen SET {assignment}, version = version + 1
            WHERE workshop_id = @workshopId AND unpaired_at IS NULL
            """,
            new { workshopId, value });
        Audit.Note(writes, personId, workshopId, act, "screen", 0);
        return new ScreenOutcome(ScreenResult.Done);
    }

    private static bool MayStandOnAWall(Reads reads, long workshopId, string? postId) =>
        reads.First<long>(
            """
            SELECT count(*) FROM post
            JOIN activity ON activity.id = post.activity_id
            WHERE post.id = @postId AND post.state = 'Shown' AND activity.workshop_id = @workshopId
              AND activity.name_mode <> 'Private'
              AND (activity.reveal = 'Live' OR activity.reveal = 'AfterClose' AND activity.state = 'Closed')
            """,
            new { postId, workshopId }) == 1;
}
