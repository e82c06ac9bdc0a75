using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What authors do with their posts. Every check that another write can make false is made in the command.</summary>
public static partial class Posts
{
    // As long as a phone with words in its field keeps it when the room moves on, and a second for the way.
    private static readonly TimeSpan _heldFor = TimeSpan.FromSeconds(31);

    /// <summary>Takes a new post, or answers as before where the same post has come before.</summary>
    public static Answered Add(Writes writes, Activity activity, Answer answer)
    {
        var words = Read(writes, activity, answer.Fields);
        return Known(writes, answer, words) ?? words.Wrong
            ?? (activity.State == ActivityState.Open || IsHeld(writes, activity, answer) ? null : Answered.Closed("This activity closed before your post arrived."))
            ?? MayWrite(writes, activity, answer.Seat)
            ?? Insert(writes, activity, answer, words, IsApproveFirst(writes, activity) ? PostState.Waiting : PostState.Shown);
    }

    /// <summary>Keeps a post that came too late, for the facilitator to let in.</summary>
    public static Answered AskIn(Writes writes, Activity activity, Answer answer)
    {
        var words = Read(writes, activity, answer.Fields);
        return Known(writes, answer, words) ?? words.Wrong ?? MayWrite(writes, activity, answer.Seat) ?? Insert(
            writes, activity, answer, words,
            activity.State == ActivityState.Open && !IsApproveFirst(writes, activity) ? PostState.Shown : PostState.Late);
    }

    /// <summary>Whether posts of this activity wait for the facilitator: its own setting, or the room's switch.</summary>
    public static bool IsApproveFirst(Reads reads, Activity activity) =>
        PostSettings.Parse(activity.Settings).ApproveFirst || reads.First<bool>(
            "SELECT approve_first FROM workshop WHERE id = @WorkshopId", activity);

    /// <summary>
    /// Whether a phone that was told "you can still finish" is still in time. It says that it was told; how long ago the
    /// activity closed, the server knows.
    /// </summary>
    private static bool IsHeld(Writes writes, Activity activity, Answer answer) =>
        activity.State == ActivityState.Closed && answer.Fields["held"].ToString() == "true"
        && writes.First<string?>("SELECT closed_at FROM activity WHERE id = @Id", activity) is { } closed
        && Utc.Parse(writes.Now) - Utc.Parse(closed) < _heldFor;

    /// <summary>The same id: the same answer for the same post, a refusal for any other.</summary>
    private static Answered? Known(Writes writes, Answer answer, Words words) =>
        !Tokens.IsToken(answer.Id) ? Answered.Invalid("text", "This page is out of date. Reload it; your text is kept.")
        : !PostQueries.Exists(writes, answer.Id) || PostQueries.One(writes, answer.Id) is not { } post ? null
        : post.HasAuthor && !IsAuthor(writes, post, answer.Seat, answer.Secret) ? Answered.Refused("This post belongs to somebody else.")
        : post.State == PostState.Deleted || (post.Kind == words.Kind && post.Text == words.Text)
            ? Answered.Taken with { About = PostPlace.Of(post) }
        : Answered.Conflict("This post was sent before with other words.");

    private static Words Read(Reads reads, Activity activity, IFormCollection fields)
    {
        var settings = PostSettings.Parse(activity.Settings);
        var text = PostText.Clean(fields["text"]);
        var over = PostText.Count(text) - PostText.Limit;
        var known = Enum.TryParse<PostKind>(fields["kind"], out var kind) && settings.Kinds.Contains(kind);
        if (!known && settings.Kinds.Count == 1)
        {
            (known, kind) = (true, settings.Kinds[0]);
        }

        var problem = long.TryParse(fields["problem"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? PostCarry.ProblemsOf(reads, activity).FirstOrDefault(one => one.Id == asked) : null;
        return new Words(kind, text, problem?.Id,
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
        ? AnsweredMarks.Of(writes, activity.Id, seat.ParticipantId)
        : writes.First<long>(
            """
            SELECT count(*) FROM post
            WHERE activity_id = @Id AND participant_id = @ParticipantId AND state <> 'Deleted'
            """,
            new { activity.Id, seat.ParticipantId });

    private static Answered Insert(Writes writes, Activity activity, Answer answer, Words words, PostState state)
    {
        var anonymous = activity.NameMode == NameMode.Anonymous;

        // From paper or a page without scripts nobody keeps a secret: such a post can't be changed later, by anybody. Its id
        // is no secret, for every phone of the room gets it.
        var isHeld = anonymous && answer.EnteredBy is null && Tokens.IsToken(answer.Secret);
        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, secret_hash, state, posted_at, problem_id)
            VALUES (@Id, @activity, @participant, @set, @kind, @text, @sortKey, @secret, @state, @postedAt, @problem)
            """,
            new
            {
                answer.Id,
                activity = activity.Id,
                participant = anonymous ? (long?)null : answer.Seat.ParticipantId,
                set = anonymous ? null : answer.Seat.SetId,
                kind = words.Kind.ToString(),
                text = words.Text,
                sortKey = anonymous ? answer.Id : SortKey(writes, activity.Id, answer.Id),
                secret = isHeld ? Tokens.Hash(answer.Secret!) : null,
                state = state.ToString(),
                postedAt = anonymous ? null : writes.Now,
                problem = words.Problem,
            });
        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        var post = PostQueries.One(writes, answer.Id)!;
        PostCarry.Settle(writes, post);
        return Answered.Taken with { About = PostPlace.Of(post) };
    }

    /// <summary>
    /// Newest last, also among those of one commit and after the server's clock has been set back: a room that shows the newest must
    /// show this one.
    /// </summary>
    private static string SortKey(Writes writes, long activity, string id)
    {
        var last = writes.First<string?>(
            """
            SELECT max(moment) FROM (
              SELECT max(substr(sort_key, 1, 24)) AS moment FROM (
                SELECT sort_key FROM post WHERE activity_id = @activity AND state = 'Shown' AND posted_at IS NOT NULL ORDER BY sort_key DESC LIMIT 1)
              UNION ALL
              SELECT max(substr(sort_key, 1, 24)) FROM (
                SELECT sort_key FROM post WHERE activity_id = @activity AND state = 'Waiting' AND posted_at IS NOT NULL ORDER BY sort_key DESC LIMIT 1))
            """,
            new { activity });
        return string.CompareOrdinal(last, writes.Now) >= 0
            ? $"{Utc.Text(Utc.Parse(last!).AddMilliseconds(1))}-{id}" : $"{writes.Now}-{id}";
    }

    /// <summary>What was typed, read.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Text">The clean text.</param>
    /// <param name="Problem">The problem that it is about, or null.</param>
    /// <param name="Wrong">What is wrong with it, or null.</param>
    private sealed record Words(PostKind Kind, string Text, long? Problem, Answered? Wrong);
}
