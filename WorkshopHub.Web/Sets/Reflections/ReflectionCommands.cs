using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>Writes reflections. The page has asked whether somebody is of the set; whose a personal one is stands in the command.</summary>
public static class ReflectionCommands
{
    /// <summary>
    /// A member writes what the set agrees on at the end of a meeting. False where it reads otherwise by now. What is shared of
    /// it is shared in the words that two said yes to, so other words are shared no longer.
    /// </summary>
    /// <exception cref="RefusedException">Nothing is answered, something is too long, or it is about an action of another set.</exception>
    public static bool WriteOfSet(Writes writes, ReflectionForm form, string name, long set, long meeting, long me)
    {
        var words = form.Read(name, whole: false);
        MustBeOfSet(writes, words.ActionId, name, set);
        if (Reflection.OfMeeting(writes, meeting) is { } now)
        {
            if (now.ActionId == words.ActionId && now.Answers.SequenceEqual(words.Answers))
            {
                return true; // sent twice, or written alike
            }

            var put = now.Id == words.Id && writes.Execute(
                """
                UPDATE reflection SET set_out = @SetOut, happened = @Happened, why = @Why, otherwise = @Otherwise, asking = @Asking,
                  action_id = @ActionId, version = version + 1, changed_at = @Now, changed_by = @me
                WHERE id = @Id AND version = @Version
                """,
                new { words.Id, words.SetOut, words.Happened, words.Why, words.Otherwise, words.Asking, words.ActionId, form.Version, me, writes.Now }) == 1;
            if (put && !now.Answers.SequenceEqual(words.Answers))
            {
                Sharing.Withdraw(writes, "Reflection", now.Id, me);
            }

            return put;
        }

        return form.Version == 0 && writes.Execute(
            """
            INSERT INTO reflection (id, set_id, meeting_id, action_id, set_out, happened, why, otherwise, asking, created_at, created_by, changed_at, changed_by)
            VALUES (@Id, @set, @meeting, @ActionId, @SetOut, @Happened, @Why, @Otherwise, @Asking, @Now, @me, @Now, @me)
            ON CONFLICT DO NOTHING
            """,
            new { words.Id, set, meeting, words.ActionId, words.SetOut, words.Happened, words.Why, words.Otherwise, words.Asking, me, writes.Now }) == 1;
    }

    /// <summary>
    /// Somebody writes for themselves. False where it reads otherwise by now, or is not theirs. Other words on what is shown
    /// already go to its readers only where the writer says so.
    /// </summary>
    /// <exception cref="RefusedException">Nothing is written, it is too long, it is about an action of another set, or nobody said whether readers read on.</exception>
    public static bool WriteOwn(Writes writes, ReflectionForm form, string name, long set, long? meeting, long me)
    {
        var words = form.Read(name, whole: true);
        MustBeOfSet(writes, words.ActionId, name, set);
        if (Reflection.Find(writes, words.Id) is { } now)
        {
            if (now.AuthorId != me || now.SetId != set)
            {
                return false;
            }

            if ((now.Text, now.ActionId) == (words.Text, words.ActionId))
            {
                return true; // sent twice, or written alike
            }

            if (now.Text != words.Text && form.Shown is not ("stay" or "back") && writes.First<long?>(
                "SELECT 1 FROM share WHERE kind = 'Reflection' AND thing_id = @Id AND withdrawn_at IS NULL", new { now.Id }) is not null)
            {
                throw new RefusedException($"{name}.Shown", "It is shown to others. Do they read the new words?");
            }

            var put = writes.Execute(
                """
                UPDATE reflection SET text = @Text, action_id = @ActionId, version = version + 1, changed_at = @Now, changed_by = @me
                WHERE id = @Id AND author_id = @me AND version = @Version
                """, new { words.Id, words.Text, words.ActionId, form.Version, me, writes.Now }) == 1;
            if (put && form.Shown == "back")
            {
                Sharing.Withdraw(writes, "Reflection", now.Id, me);
            }

            return put;
        }

        return writes.Execute(
            """
            INSERT INTO reflection (id, set_id, author_id, meeting_id, action_id, text, created_at, created_by, changed_at, changed_by)
            VALUES (@Id, @set, @me, @meeting, @ActionId, @Text, @Now, @me, @Now, @me)
            """, new { words.Id, set, meeting, words.ActionId, words.Text, me, writes.Now }) == 1;
    }

    private static void MustBeOfSet(Writes writes, long? action, string name, long set)
    {
        if (action is not null && writes.First<long?>("SELECT id FROM set_action WHERE id = @action AND set_id = @set", new { action, set }) is null)
        {
            throw new RefusedException($"{name}.ActionId", "That action isn’t one of yours any more.");
        }
    }

    /// <summary>Its author throws one away for good, with all that was shared of it. False where it is not theirs.</summary>
    public static bool ThrowAway(Writes writes, string id, long me)
    {
        if (Reflection.Find(writes, id)?.AuthorId != me)
        {
            return false;
        }

        Sharing.Withdraw(writes, "Reflection", id, me);
        return writes.Execute("DELETE FROM reflection WHERE id = @id AND author_id = @me", new { id, me }) == 1;
    }

    /// <summary>The advisor gives the set a question: at a meeting, or between them.</summary>
    /// <exception cref="RefusedException">Nothing is asked, or it is too long.</exception>
    public static void Prompt(Writes writes, long set, long? meeting, string? text, long advisor)
    {
        var clean = Line.Clean(text);
        if (clean.Length is 0 or > Reflections.Prompt.TextMax)
        {
            throw new RefusedException("Prompt", clean.Length == 0 ? "Ask a question." : $"{clean.Length} characters. Keep it to {Reflections.Prompt.TextMax}: one question.");
        }

        writes.Execute(
            """
            INSERT INTO reflection_prompt (set_id, meeting_id, text, by, at)
            SELECT @set, @meeting, @clean, @advisor, @Now
            WHERE NOT EXISTS (SELECT 1 FROM reflection_prompt WHERE set_id = @set AND meeting_id IS @meeting AND text = @clean AND taken_at IS NULL)
            """, new { set, meeting, clean, advisor, writes.Now });
    }

    /// <summary>The advisor takes a question back. False where it is not theirs.</summary>
    public static bool TakePrompt(Writes writes, long set, long prompt, long advisor) => writes.Execute(
        "UPDATE reflection_prompt SET taken_at = @Now WHERE id = @prompt AND set_id = @set AND by = @advisor AND taken_at IS NULL",
        new { prompt, set, advisor, writes.Now }) == 1;
}
