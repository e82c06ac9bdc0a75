using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What authors do with their posts. Every check that another write can make false is made in the command.</summary>
public static class Posts
{
    /// <summary>Takes a new post, or answers as before where the same post has come before.</summary>
    public static Answered Add(Writes writes, Activity activity, Answer answer)
    {
        var (kind, text, problem) = Read(activity, answer.Fields["kind"].ToString(), answer.Fields["text"].ToString());
        if (!Tokens.IsToken(answer.Id))
        {
            return Answered.Invalid("text", "This page is out of date. Reload it; your text is kept.");
        }

        if (Before(writes, answer, kind, text) is { } again)
        {
            return again;
        }

        if (problem is not null)
        {
            return problem;
        }

        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("This activity closed before your post arrived.");
        }

        return MayWrite(writes, activity, answer.Seat) ?? Insert(
            writes, activity, answer, kind, text, IsApproveFirst(writes, activity) ? PostState.Waiting : PostState.Shown);
    }

    /// <summary>Keeps a post that came too late, for the facilitator to let in.</summary>
    public static Answered AskIn(Writes writes, Activity activity, Answer answer)
    {
        var (kind, text, problem) = Read(activity, answer.Fields["kind"].ToString(), answer.Fields["text"].ToString());
        return !Tokens.IsToken(answer.Id) ? Answered.Invalid("text", "This page is out of date. Reload it; your text is kept.")
            : Before(writes, answer, kind, text) ?? problem ?? MayWrite(writes, activity, answer.Seat) ?? Insert(
                writes, activity, answer, kind, text,
                activity.State == ActivityState.Open && !IsApproveFirst(writes, activity) ? PostState.Shown : PostState.Late);
    }

    /// <summary>Changes one's own post while the activity is open, or when the facilitator asked for it.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="id">The post.</param>
    /// <param name="seat">Who edits.</param>
    /// <param name="secret">The phone's secret, for an anonymous post.</param>
    /// <param name="version">The version that was edited; another one is refused with what is there now.</param>
    /// <param name="kindWord">The kind chosen.</param>
    /// <param name="typed">The text typed.</param>
    public static Answered Edit(
        Writes writes, string id, Seat seat, string? secret, long version, string kindWord, string typed)
    {
        if (PostQueries.One(writes, id) is not { } post || !IsAuthor(writes, post, seat, secret))
        {
            return Answered.Refused("Only its author can change a post.");
        }

        var activity = Activity.Find(writes, post.ActivityId)!;
        var (kind, text, problem) = Read(activity, kindWord, typed);
        if (problem is not null)
        {
            return problem;
        }

        if (activity.State != ActivityState.Open && !post.EditAsked)
        {
            return Answered.Closed("This activity is closed. Your post stays as it was.");
        }

        if (post.Version != version)
        {
            return Answered.Conflict($"It has changed meanwhile. Now it says: “{post.Text}”");
        }

        // A post that its author was asked to edit goes to the facilitator first, as does one that was hidden.
        var waits = post.State is PostState.Hidden or PostState.Waiting || post.EditAsked || IsApproveFirst(writes, activity);
        writes.Execute(
            """
            UPDATE post SET kind = @kind, text = @text, state = @state, edit_asked = 0, hidden_reason = NULL, on_wall = 0,
              version = version + 1
            WHERE id = @id
            """,
            new { id, kind = kind.ToString(), text, state = (waits ? PostState.Waiting : PostState.Shown).ToString() });
        return Answered.Taken with { About = PostPlace.Of(post) };
    }

    /// <summary>Takes back one's own post while the activity is open. The text is gone for good.</summary>
    public static Answered Delete(Writes writes, string id, Seat seat, string? secret)
    {
        if (PostQueries.One(writes, id) is not { } post || !IsAuthor(writes, post, seat, secret))
        {
            return Answered.Refused("Only its author can delete a post.");
        }

        if (post.ActivityState != ActivityState.Open && post.State is PostState.Shown)
        {
            return Answered.Closed("This activity is closed. Ask the facilitator to hide your post.");
        }

        writes.Execute("DELETE FROM heart WHERE post_id = @id", new { id });
        writes.Execute(
            "UPDATE post SET state = 'Deleted', text = '', version = version + 1 WHERE id = @id", new { id });
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

    /// <summary>Whether posts of this activity wait for the facilitator: its own setting, or the room's switch.</summary>
    public static bool IsApproveFirst(Reads reads, Activity activity) =>
        PostSettings.Parse(activity.Settings).ApproveFirst || reads.First<bool>(
            "SELECT approve_first FROM workshop WHERE id = @WorkshopId", activity);

    /// <summary>The same id: the same answer for the same post, a refusal for any other.</summary>
    private static Answered? Before(Writes writes, Answer answer, PostKind kind, string text) =>
        !PostQueries.Exists(writes, answer.Id) || PostQueries.One(writes, answer.Id) is not { } post ? null
        : !IsAuthor(writes, post, answer.Seat, answer.Secret) ? Answered.Refused("This post belongs to somebody else.")
        : post.State == PostState.Deleted || (post.Kind == kind && post.Text == text) ? Answered.Taken
        : Answered.Conflict("This post was sent before with other words.");

    private static (PostKind Kind, string Text, Answered? Problem) Read(Activity activity, string kindWord, string typed)
    {
        var settings = PostSettings.Parse(activity.Settings);
        var text = PostText.Clean(typed);
        var over = PostText.Count(text) - PostText.Limit;
        var known = Enum.TryParse<PostKind>(kindWord, out var kind) && settings.Kinds.Contains(kind);
        if (!known && settings.Kinds.Count == 1)
        {
            (known, kind) = (true, settings.Kinds[0]);
        }

        return (kind, text,
            text.Length == 0 ? Answered.Invalid("text", "Write something first. A half-formed thought is a good start.")
            : over > 0 ? Answered.Invalid("text", $"{over} too many. Trim a little.")
            : !known ? Answered.Invalid("kind", "Choose what it is.")
            : null);
    }

    private static Answered? MayWrite(Writes writes, Activity activity, Seat seat)
    {
        var limit = PostSettings.Parse(activity.Settings).Limit;
        return activity.WorkshopId != seat.WorkshopId || !activity.IsFor(seat.Role)
            ? Answered.Refused("This activity is not for your phone.")
            : limit > 0 && TimesAnswered(writes, activity, seat) >= limit
                ? Answered.Invalid("text", limit == 1
                    ? "One post each here, and yours is in. You can still change it."
                    : $"{limit} posts each here, and yours are in. You can still change them.")
                : null;
    }

    private static long TimesAnswered(Writes writes, Activity activity, Seat seat) => activity.NameMode == NameMode.Anonymous
        ? writes.First<long>(
            "SELECT times FROM answered WHERE activity_id = @Id AND participant_id = @ParticipantId",
            new { activity.Id, seat.ParticipantId })
        : writes.First<long>(
            """
            SELECT count(*) FROM post
            WHERE activity_id = @Id AND participant_id = @ParticipantId AND state <> 'Deleted'
            """,
            new { activity.Id, seat.ParticipantId });

    private static Answered Insert(
        Writes writes, Activity activity, Answer answer, PostKind kind, string text, PostState state)
    {
        var anonymous = activity.NameMode == NameMode.Anonymous;
        if (anonymous && !Tokens.IsToken(answer.Secret))
        {
            return Answered.Invalid("text", "Anonymous posts need a phone that runs scripts, so that only it can change them.");
        }

        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, secret_hash, state, posted_at)
            VALUES (@Id, @activity, @participant, @set, @kind, @text, @sortKey, @secret, @state, @postedAt)
            """,
            new
            {
                answer.Id,
                activity = activity.Id,
                participant = anonymous ? (long?)null : answer.Seat.ParticipantId,
                set = anonymous ? null : answer.Seat.SetId,
                kind = kind.ToString(),
                text,
                sortKey = anonymous ? answer.Id : $"{writes.Now}-{answer.Id}",
                secret = anonymous ? Tokens.Hash(answer.Secret!) : null,
                state = state.ToString(),
                postedAt = anonymous ? null : writes.Now,
            });
        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        return Answered.Taken;
    }

    private static bool IsAuthor(Writes writes, PostCard post, Seat seat, string? secret) =>
        post.ParticipantId is not null
            ? post.ParticipantId == seat.ParticipantId
            : Tokens.IsToken(secret) && writes.First<string>(
                "SELECT secret_hash FROM post WHERE id = @Id", post) == Tokens.Hash(secret!);
}
