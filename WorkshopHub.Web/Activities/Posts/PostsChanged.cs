using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What becomes of a post afterwards: its author changes it or takes it back, others say that it helps.</summary>
public static partial class Posts
{
    /// <summary>Changes one's own post while the activity is open, or when the facilitator asked for it.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="id">The post.</param>
    /// <param name="answer">Who edits, the phone's secret for an anonymous post, and the fields: kind, text, problem, version.</param>
    public static Answered Edit(Writes writes, string id, Answer answer)
    {
        if (PostQueries.One(writes, id) is not { } post || !IsAuthor(writes, post, answer.Seat, answer.Secret))
        {
            return Answered.Refused("Only its author can change a post.");
        }

        var activity = Activity.Find(writes, post.ActivityId)!;
        var words = Read(writes, activity, answer.Fields);
        if (words.Wrong is { } wrong)
        {
            return wrong;
        }

        if (activity.State != ActivityState.Open && !post.EditAsked)
        {
            return Answered.Closed("This activity is closed. Your post stays as it was.");
        }

        // Another version is refused with what is there now.
        if (answer.Fields["version"] != post.Version.ToString(CultureInfo.InvariantCulture))
        {
            return Answered.Conflict($"It has changed meanwhile. Now it says: “{post.Text}”");
        }

        // A post that its author was asked to edit goes to the facilitator first, as does one that was hidden.
        var waits = post.State is PostState.Hidden or PostState.Waiting || post.EditAsked || IsApproveFirst(writes, activity);
        writes.Execute(
            """
            UPDATE post SET kind = @kind, text = @text, problem_id = @problem, state = @state, state_before = NULL, edit_asked = 0,
              hidden_reason = NULL, on_wall = 0, version = version + 1
            WHERE id = @id
            """,
            new
            {
                id,
                kind = words.Kind.ToString(),
                text = words.Text,
                problem = words.Problem,
                state = (waits ? PostState.Waiting : PostState.Shown).ToString(),
            });
        var now = PostQueries.One(writes, id)!;
        PostCarry.Settle(writes, now);
        return Answered.Taken with { About = PostPlace.Of(now) with { Was = post.Column } };
    }

    /// <summary>
    /// Takes back one's own post while the activity is open. The text is gone for good, and whoever may write a number of
    /// posts only may write this one anew.
    /// </summary>
    public static Answered Delete(Writes writes, string id, Seat seat, string? secret)
    {
        if (PostQueries.One(writes, id) is not { } post || !IsAuthor(writes, post, seat, secret))
        {
            return Answered.Refused("Only its author can delete a post.");
        }

        if (post.State == PostState.Deleted)
        {
            return Answered.Taken;
        }

        if (post.ActivityState != ActivityState.Open && post.State is PostState.Shown)
        {
            return Answered.Closed("This activity is closed. Ask the facilitator to hide your post.");
        }

        writes.Execute("DELETE FROM heart WHERE post_id = @id", new { id });
        writes.Execute(
            "UPDATE post SET state = 'Deleted', text = '', version = version + 1 WHERE id = @id", new { id });
        AnsweredMarks.OneLess(writes, post.ActivityId, seat.ParticipantId);
        return Answered.Taken;
    }

    /// <summary>Says, or takes back, "this helps us" of somebody else's post.</summary>
    public static Answered Heart(Writes writes, string id, Seat seat)
    {
        if (PostQueries.One(writes, id) is not { } post || post.WorkshopId != seat.WorkshopId || !post.IsPublic
            || post.ParticipantId == seat.ParticipantId)
        {
            return Answered.Refused("This post can’t be marked.");
        }

        var values = new { id, seat.ParticipantId };
        if (writes.Execute("DELETE FROM heart WHERE post_id = @id AND participant_id = @ParticipantId", values) == 0)
        {
            writes.Execute("INSERT INTO heart (post_id, participant_id) VALUES (@id, @ParticipantId)", values);
        }

        return Answered.Taken;
    }

    /// <summary>Whether this is the author, or the phone that holds the secret of an anonymous post.</summary>
    public static bool IsAuthor(Reads reads, PostCard post, Seat seat, string? secret) =>
        post.ParticipantId is not null
            ? post.ParticipantId == seat.ParticipantId
            : Tokens.IsToken(secret) && reads.First<string>(
                "SELECT secret_hash FROM post WHERE id = @Id", post) == Tokens.Hash(secret!);
}
