using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>
/// What facilitators do with all screens of a room at once. Each act names the turn that it was pressed on, so that the
/// second of two sees what the first did; the handler says <see cref="ScreensLive.StageChangedAsync"/> after the commit.
/// </summary>
public static class AllScreens
{
    private const string NextTurn = "turn = (SELECT max(o.turn) + 1 FROM screen o WHERE o.workshop_id = @workshopId), version = version + 1";

    /// <summary>How often all screens of a workshop have been told something at once.</summary>
    public static long Turn(Reads reads, long workshopId) => reads.First<long>(
        "SELECT ifnull(max(turn), 0) FROM screen WHERE workshop_id = @workshopId", new { workshopId });

    /// <summary>Puts one post large on every screen. Each keeps in mind what it was held on before.</summary>
    public static ScreenOutcome Spotlight(Writes writes, long workshopId, long turn, string postId, long? personId)
    {
        if (SpotPost.Find(writes, workshopId, postId) is null)
        {
            return ScreenOutcome.Invalid("post", "Choose a post that the room can see.");
        }

        return Late(writes, workshopId, turn) ?? Done(writes, workshopId, personId, "screen.spotlight", writes.Execute(
            $"""
            UPDATE screen SET held_before = iif(layout = 'Spotlight', held_before, layout), layout = 'Spotlight', post_id = @postId, {NextTurn}
            WHERE workshop_id = @workshopId AND unpaired_at IS NULL
            """,
            new { workshopId, postId }));
    }

    /// <summary>Ends the spotlight: each screen goes back to what it was held on, or follows.</summary>
    public static ScreenOutcome EndSpotlight(Writes writes, long workshopId, long turn, long? personId) =>
        Late(writes, workshopId, turn) ?? Done(writes, workshopId, personId, "screen.follow", writes.Execute(
            $"""
            UPDATE screen SET layout = iif(layout = 'Spotlight', ifnull(held_before, 'Follow'), layout), held_before = NULL, post_id = NULL, {NextTurn}
            WHERE workshop_id = @workshopId AND unpaired_at IS NULL
            """,
            new { workshopId }));

    /// <summary>The room moves on: a spotlight was of what was, so each screen shows again what it did before.</summary>
    public static void MoveOn(Writes writes, long workshopId) => writes.Execute(
        $"""
        UPDATE screen SET layout = ifnull(held_before, 'Follow'), held_before = NULL, post_id = NULL, {NextTurn}
        WHERE workshop_id = @workshopId AND unpaired_at IS NULL AND layout = 'Spotlight'
        """,
        new { workshopId });

    /// <summary>Makes every screen of the room black, or ends that.</summary>
    public static ScreenOutcome Blank(Writes writes, long workshopId, long turn, bool blank, long? personId) =>
        Late(writes, workshopId, turn) ?? Done(writes, workshopId, personId, "screen.blank", writes.Execute(
            $"UPDATE screen SET blank = @blank, {NextTurn} WHERE workshop_id = @workshopId AND unpaired_at IS NULL",
            new { workshopId, blank = blank ? 1 : 0 }));

    /// <summary>Says what a colleague did first, where something was done since that turn; null where nothing was.</summary>
    private static ScreenOutcome? Late(Writes writes, long workshopId, long turn)
    {
        if (Turn(writes, workshopId) == turn)
        {
            return null;
        }

        var row = writes.First<Row>(
            """
            SELECT min(blank) AS Blank, max(layout = 'Spotlight') AS Spot
            FROM screen
            WHERE workshop_id = @workshopId AND unpaired_at IS NULL
            """,
            new { workshopId });
        var now = row is { Blank: true } ? "All screens are blank now" : row is { Spot: true } ? "A post is in the spotlight now" : "The screens show again what they did";
        return new ScreenOutcome(ScreenResult.Stale, 0, "", $"A colleague was first. {now}; press again if you still want to.");
    }

    private static ScreenOutcome Done(Writes writes, long workshopId, long? personId, string act, int changed)
    {
        if (changed > 0)
        {
            Audit.Note(writes, personId, workshopId, act, "screen", 0);
        }

        return new ScreenOutcome(ScreenResult.Done);
    }

    private sealed record Row
    {
        public bool? Blank { get; init; }

        public bool? Spot { get; init; }
    }
}
