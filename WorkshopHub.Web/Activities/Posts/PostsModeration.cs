using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What a facilitator does with posts. Each press names the version it was pressed on.</summary>
public static class PostsModeration
{
    /// <summary>The reasons offered after hiding; a free one may be typed.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
        ["It names a private person", "It belongs in the set, not in the room", "Sent by mistake"];

    /// <summary>Lets a waiting, late or hidden post show.</summary>
    public static bool Approve(Writes writes, long workshop, string id, long version, long? person) =>
        Move(writes, workshop, id, version, person, PostState.Shown, "approve", null);

    /// <summary>Takes a post off every screen at once. The reason may follow.</summary>
    public static bool Hide(Writes writes, long workshop, string id, long version, long? person) =>
        Move(writes, workshop, id, version, person, PostState.Hidden, "hide", null);

    /// <summary>Says why a post was hidden; its author sees it.</summary>
    public static bool SayWhy(Writes writes, long workshop, string id, long version, long? person, string reason) =>
        Move(writes, workshop, id, version, person, PostState.Hidden, "hide-reason", reason);

    /// <summary>Asks the author to write it anew; until then it waits.</summary>
    public static bool AskEdit(Writes writes, long workshop, string id, long version, long? person)
    {
        var moved = Move(writes, workshop, id, version, person, PostState.Waiting, "ask-edit", null);
        return moved && writes.Execute("UPDATE post SET edit_asked = 1 WHERE id = @id", new { id }) == 1;
    }

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

    private static bool Move(
        Writes writes, long workshop, string id, long version, long? person, PostState to, string act, string? reason)
    {
        var moved = writes.Execute(
            """
            UPDATE post SET state = @state, hidden_reason = @reason, edit_asked = 0, on_wall = 0, version = version + 1
            WHERE id = @id AND version = @version AND state <> 'Deleted'
              AND activity_id IN (SELECT id FROM activity WHERE workshop_id = @workshop)
            """,
            new { id, version, workshop, state = to.ToString(), reason });
        if (moved == 1)
        {
            Audit.Note(writes, person, workshop, act, "post", id);
        }

        return moved == 1;
    }
}
