using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What a facilitator does with posts. Each press names the version it was pressed on.</summary>
public static class PostsModeration
{
    /// <summary>The reasons offered after hiding; a free one may be typed.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
        ["It names a private person", "It belongs in the set, not in the room", "Sent by mistake"];

    /// <summary>Lets a waiting or late post show.</summary>
    public static bool Approve(Writes writes, long workshop, string id, long version, long? person) =>
        Move(writes, workshop, id, version, person, PostState.Shown, "approve", PostState.Waiting, PostState.Late);

    /// <summary>Takes a post off every screen at once. The reason may follow.</summary>
    public static bool Hide(Writes writes, long workshop, string id, long version, long? person) =>
        Move(writes, workshop, id, version, person, PostState.Hidden, "hide", PostState.Waiting, PostState.Late, PostState.Shown);

    /// <summary>Brings a hidden post back to where it stood before: one that was never approved waits again.</summary>
    public static bool Unhide(Writes writes, long workshop, string id, long version, long? person) => Noted(
        writes, workshop, id, person, "unhide", writes.Execute(
            $"""
            UPDATE post SET state = ifnull(state_before, 'Waiting'), state_before = NULL, hidden_reason = NULL, version = version + 1
            WHERE {Seen} AND state = 'Hidden'
            """,
            new { id, version, workshop }));

    /// <summary>Says why a post was hidden; its author sees it.</summary>
    public static bool SayWhy(Writes writes, long workshop, string id, long version, long? person, string reason) => Noted(
        writes, workshop, id, person, "hide-reason", writes.Execute(
            $"UPDATE post SET hidden_reason = @reason, version = version + 1 WHERE {Seen} AND state = 'Hidden'",
            new { id, version, workshop, reason }));

    /// <summary>Asks the author to write it anew; until then it waits. Not where nobody could.</summary>
    public static bool AskEdit(Writes writes, long workshop, string id, long version, long? person) =>
        PostQueries.One(writes, id) is { HasAuthor: true }
        && Move(writes, workshop, id, version, person, PostState.Waiting, "ask-edit", PostState.Waiting, PostState.Late, PostState.Shown)
        && writes.Execute("UPDATE post SET edit_asked = 1 WHERE id = @id", new { id }) == 1;

    /// <summary>Notes that a question was answered aloud, or that it was not.</summary>
    public static bool Answer(Writes writes, long workshop, string id, long version, long? person, bool answered) => Noted(
        writes, workshop, id, person, answered ? "answered" : "unanswered", writes.Execute(
            $"""
            UPDATE post SET answered = @answered, version = version + 1
            WHERE {Seen} AND state = 'Shown' AND answered <> @answered
            """,
            new { id, version, workshop, answered }));

    /// <summary>A screen has reported that it shows these posts. Answers those for which that is new.</summary>
    public static IReadOnlyList<string> ShownOnWall(Writes writes, long workshop, IReadOnlyList<string> ids) =>
        writes.Query<string>(
            """
            UPDATE post SET on_wall = 1
            WHERE id IN @ids AND on_wall = 0 AND state = 'Shown'
              AND activity_id IN (SELECT id FROM activity WHERE workshop_id = @workshop)
            RETURNING id
            """,
            new { workshop, ids });

    private const string Seen =
        "id = @id AND version = @version AND activity_id IN (SELECT id FROM activity WHERE workshop_id = @workshop AND name_mode <> 'Private')";

    private static bool Move(
        Writes writes, long workshop, string id, long version, long? person, PostState to, string act, params PostState[] from) => Noted(
        writes, workshop, id, person, act, writes.Execute(
            $"""
            UPDATE post SET state_before = iif(@state = 'Hidden', state, NULL), state = @state, hidden_reason = NULL,
              edit_asked = iif(@state = 'Hidden', edit_asked, 0), on_wall = 0, version = version + 1
            WHERE {Seen} AND state IN @from
            """,
            new { id, version, workshop, state = to.ToString(), from = from.Select(one => one.ToString()) }));

    private static bool Noted(Writes writes, long workshop, string id, long? person, string act, int moved)
    {
        if (moved == 1)
        {
            Audit.Note(writes, person, workshop, act, "post", id);
            PostCarry.Settle(writes, PostQueries.One(writes, id)!);
        }

        return moved == 1;
    }
}
