using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>Writes goals, ratings and what a supervisor noticed. Whoever calls has checked whose they are.</summary>
public static class GoalCommands
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextMax = 280;

    /// <summary>Writes the active goal of a membership. Other words make it "not yet agreed" again.</summary>
    public static void Write(Writes writes, long membership, string text, string whyNow, string howNoticed) => writes.Execute(
        """
        INSERT INTO developmental_goal (membership_id, text, why_now, how_noticed, created_at, changed_at)
        VALUES (@membership, @text, @whyNow, @howNoticed, @Now, @Now)
        ON CONFLICT (membership_id) WHERE ended_at IS NULL DO UPDATE SET
          agreed_at = NULL, agreed_by = NULL, to_supervisor = 1, text = excluded.text, why_now = excluded.why_now,
          how_noticed = excluded.how_noticed, version = version + 1, changed_at = excluded.changed_at
        WHERE text <> excluded.text OR why_now <> excluded.why_now OR how_noticed <> excluded.how_noticed
        """,
        new { membership, text, whyNow, howNoticed, writes.Now });

    /// <summary>
    /// Its owner writes the active goal by a form that was shown a version of it, 0 where there was none. False where it reads
    /// otherwise by now.
    /// </summary>
    /// <exception cref="RefusedException">A text is missing or too long.</exception>
    public static bool Keep(Writes writes, long membership, long version, string? text, string? whyNow, string? howNoticed)
    {
        Check(text, whyNow, howNoticed);
        if ((GoalRow.Of(writes, membership)?.Version ?? 0) != version)
        {
            return false;
        }

        Write(writes, membership, Line.Clean(text), Line.Clean(whyNow), Line.Clean(howNoticed));
        return true;
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A text is missing or too long.</exception>
    public static void Check(string? text, string? whyNow, string? howNoticed)
    {
        var wrong = new Refusals();
        wrong.If(Line.Clean(text).Length == 0, "Goal.Text", "What do you want to get better at? One sentence.");
        foreach (var (field, words) in new[] { ("Goal.Text", Line.Clean(text)), ("Goal.WhyNow", Line.Clean(whyNow)), ("Goal.HowNoticed", Line.Clean(howNoticed)) })
        {
            wrong.If(words.Length > TextMax, field, $"{words.Length} characters. Keep it to {TextMax}.");
        }

        wrong.Throw();
    }

    /// <summary>Its owner shows the goal to a supervisor who came later.</summary>
    public static bool Show(Writes writes, long membership)
    {
        var shown = writes.Execute(
            """
            UPDATE developmental_goal SET to_supervisor = 1, version = version + 1
            WHERE membership_id = @membership AND ended_at IS NULL AND to_supervisor = 0
            """,
            new { membership }) == 1;
        Note(writes, membership, shown ? "share-goal-with-supervisor" : null);
        return shown;
    }

    /// <summary>
    /// Somebody else is the supervisor: they have agreed to nothing, and read the goal, and each rating, once its owner shows it to them.
    /// A list of numbers, as JSON.
    /// </summary>
    public static void NewSupervisors(Writes writes, string memberships)
    {
        writes.Execute(
            """
            UPDATE developmental_goal SET agreed_at = NULL, agreed_by = NULL, to_supervisor = 0, version = version + 1
            WHERE ended_at IS NULL AND membership_id IN (SELECT value FROM json_each(@memberships))
            """,
            new { memberships });
        writes.Execute(
            """
            UPDATE self_rating SET shared = 0, version = version + 1
            WHERE shared = 1 AND membership_id IN (SELECT value FROM json_each(@memberships))
            """,
            new { memberships });
    }

    /// <summary>The owner moved to another set: goal, ratings and what was noticed go along. What was shown to the former set or its advisor was not shown to this one.</summary>
    public static void Move(Writes writes, long from, long to)
    {
        writes.Execute("UPDATE developmental_goal SET membership_id = @to, shared = 0 WHERE membership_id = @from", new { from, to });
        writes.Execute("DELETE FROM rating_shown WHERE membership_id = @from", new { from });
        writes.Execute("UPDATE self_rating SET membership_id = @to WHERE membership_id = @from", new { from, to });
        writes.Execute("UPDATE noticed SET membership_id = @to WHERE membership_id = @from", new { from, to });
        writes.Execute("UPDATE goal_talk SET membership_id = @to WHERE membership_id = @from", new { from, to });
        writes.Execute("UPDATE peer_feedback SET membership_id = @to WHERE membership_id = @from", new { from, to });
    }

    /// <summary>The supervisor agrees to the goal in the words that they saw. False where it reads otherwise by now.</summary>
    public static bool Agree(Writes writes, long membership, long version, long supervisor) => writes.Execute(
        """
        UPDATE developmental_goal SET agreed_at = @Now, agreed_by = @supervisor, version = version + 1
        WHERE membership_id = @membership AND ended_at IS NULL AND version = @version AND agreed_at IS NULL AND to_supervisor = 1
        """,
        new { membership, version, supervisor, writes.Now }) == 1;

    /// <summary>The supervisor takes the agreement back.</summary>
    public static bool Disagree(Writes writes, long membership) => writes.Execute(
        """
        UPDATE developmental_goal SET agreed_at = NULL, agreed_by = NULL, version = version + 1
        WHERE membership_id = @membership AND ended_at IS NULL AND agreed_at IS NOT NULL
        """,
        new { membership }) == 1;

    /// <summary>Its owner shows the active goal to the set, or keeps it again. False where none is written.</summary>
    public static bool Share(Writes writes, long membership, bool shared)
    {
        if (GoalRow.Of(writes, membership) is not { } goal)
        {
            return false;
        }

        writes.Execute("UPDATE developmental_goal SET shared = @shared, version = version + 1 WHERE id = @Id", new { goal.Id, shared });
        Note(writes, membership, goal.Shared == shared ? null : shared ? "share-goal-with-set" : "unshare-goal-with-set");
        return true;
    }

    /// <summary>Writes a rating, or changes it.</summary>
    public static void Rate(Writes writes, long membership, string moment, int value, string note, bool shared)
    {
        NoteRating(writes, membership, moment, shared);
        writes.Execute(
            """
            INSERT INTO self_rating (membership_id, moment, value, note, shared, at)
            VALUES (@membership, @moment, @value, @note, @shared, @Now)
            ON CONFLICT (membership_id, moment) DO UPDATE SET value = excluded.value, note = excluded.note,
              shared = excluded.shared, version = version + 1, at = excluded.at
            """,
            new { membership, moment, value, note, shared, writes.Now });
    }

    /// <summary>Its owner shows one rating to the supervisor, or keeps it again. False where there is none.</summary>
    public static bool ShareRating(Writes writes, long membership, string moment, bool shared)
    {
        NoteRating(writes, membership, moment, shared);
        return writes.Execute(
            "UPDATE self_rating SET shared = @shared, version = version + 1 WHERE membership_id = @membership AND moment = @moment",
            new { membership, moment, shared }) == 1;
    }

    private static void NoteRating(Writes writes, long membership, string moment, bool shared)
    {
        var was = writes.First<bool?>("SELECT shared FROM self_rating WHERE membership_id = @membership AND moment = @moment", new { membership, moment });
        Note(writes, membership, was == shared || (was is null && !shared) ? null : shared ? "share-rating-with-supervisor" : "unshare-rating-with-supervisor");
    }

    /// <summary>That something was shown on purpose, to whom and when, stays in the log; never what.</summary>
    internal static void Note(Writes writes, long membership, string? act)
    {
        if (act is not null)
        {
            Audit.Note(writes, writes.First<long?>("SELECT person_id FROM membership WHERE id = @membership", new { membership }), null, act, "membership", membership);
        }
    }

    /// <summary>Notes that the advisor talked the goal over while the supervisor was away. It is not agreed by that.</summary>
    public static void Talked(Writes writes, long membership, string moment, long advisor) => writes.Execute(
        """
        INSERT INTO goal_talk (membership_id, moment, by, at) VALUES (@membership, @moment, @advisor, @Now)
        ON CONFLICT (membership_id, moment) DO UPDATE SET by = excluded.by, at = excluded.at
        """,
        new { membership, moment, advisor, writes.Now });

    /// <summary>Takes that note back.</summary>
    public static void NotTalked(Writes writes, long membership, string moment) => writes.Execute(
        "DELETE FROM goal_talk WHERE membership_id = @membership AND moment = @moment", new { membership, moment });

    /// <summary>Writes what a supervisor noticed, or changes it.</summary>
    public static void Notice(Writes writes, long membership, long writer, string text) => writes.Execute(
        """
        INSERT INTO noticed (membership_id, writer_id, text, at) VALUES (@membership, @writer, @text, @Now)
        ON CONFLICT (membership_id, writer_id) DO UPDATE SET text = excluded.text, version = version + 1, at = excluded.at
        """,
        new { membership, writer, text, writes.Now });

    /// <summary>In a copy that is played with: takes out all goals, ratings and what was noticed.</summary>
    public static void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM peer_feedback");
        writes.Execute("DELETE FROM goal_talk");
        writes.Execute("DELETE FROM noticed");
        writes.Execute("DELETE FROM rating_shown");
        writes.Execute("DELETE FROM self_rating");
        writes.Execute("DELETE FROM developmental_goal");
    }
}
