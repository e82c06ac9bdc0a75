using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Agreeing on actions, dropping them and taking them over. Who may is asked by the page; what must hold is asked here.</summary>
public static class ActionCommands
{
    /// <summary>The longest sentence why.</summary>
    public const int Sentence = 280;

    /// <summary>What is said where a day is chosen that is over.</summary>
    internal const string Past = "That day is over. Choose today or a later day.";

    /// <summary>Under this field a page says that something else was sent with the same id: what was typed now is not kept yet.</summary>
    public const string SentBefore = "Sent";

    /// <summary>Notes an action. The same id with the same content from the same person is the same action.</summary>
    /// <returns>The number of the action in its set.</returns>
    /// <exception cref="RefusedException">A field is not as it must be: Text, Owner, Due, Key; or the id is taken by another one (<see cref="SentBefore" />).</exception>
    public static long Agree(Writes writes, NewAction action, long? by)
    {
        var text = Line.Clean(action.Text);
        if (!Tokens.IsToken(action.Key))
        {
            throw new RefusedException("Key", "This page is too old. Load it again; your words are kept.");
        }

        if (SetAction.ByKey(writes, action.Key) is { } there)
        {
            return IsSame(writes, action with { Text = text }, by) ? there.Number
                : throw new RefusedException(SentBefore, "Another action has this place already. Send this one once more, and it gets its own.");
        }

        var today = LocalDay.Today(writes, Utc.Parse(writes.Now));
        var agreed = LocalDay.Read(action.AgreedOn) ?? today;
        var wrong = new Refusals();
        wrong.Of(() => Check(text, "Text", "What will be done? Half a sentence is enough.", NewAction.Limit));
        wrong.Of(() => IsMember(writes, action.SetId, action.OwnerId));
        var due = wrong.Of(() => Day(action.Due, "Due"), DateOnly.MaxValue);
        wrong.Of(() => NotBefore(due, agreed, agreed == today ? Past : Agreed(agreed)));
        wrong.Throw();
        var number = 1 + writes.First<long>("SELECT ifnull(max(number), 0) FROM set_action WHERE set_id = @SetId", new { action.SetId });
        var id = writes.Insert(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, slot_id, meeting_id, text, agreed_on, due, created_at, created_by, changed_at, changed_by)
            VALUES (@Key, @SetId, @number, @OwnerId,
              (SELECT l.id FROM airtime_slot l JOIN set_meeting n ON n.id = l.meeting_id WHERE l.id = @SlotId AND n.set_id = @SetId),
              (SELECT n.id FROM set_meeting n WHERE n.id = @MeetingId AND n.set_id = @SetId),
              @text, @agreed, @due, @Now, @by, @Now, @by)
            """,
            new
            {
                action.Key,
                action.SetId,
                number,
                action.OwnerId,
                action.SlotId,
                action.MeetingId,
                text,
                agreed = LocalDay.Text(agreed),
                due = LocalDay.Text(due),
                writes.Now,
                by,
            });
        writes.Execute(
            """
            INSERT INTO set_action_question (action_id, question_id)
            SELECT a.id, q.id FROM set_action a JOIN airtime_question q ON q.slot_id = a.slot_id AND q.state = 'Noted'
            WHERE a.id = @id AND q.id IN (SELECT value FROM json_each(@questions))
            """, new { id, questions = JsonSerializer.Serialize(action.Questions) });
        ActionSoon.Plan(writes, id, due);
        return number;
    }

    /// <summary>Changes words or day of an action that is still open. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">A field is not as it must be: Text or Due.</exception>
    public static bool Change(Writes writes, SetAction seen, string text, string? due, long by)
    {
        text = Line.Clean(text);
        var (wrong, agreed) = (new Refusals(), LocalDay.Parse(seen.AgreedOn));
        wrong.Of(() => Check(text, "Text", "What will be done? Half a sentence is enough.", NewAction.Limit));
        var day = wrong.Of(() => Day(due, "Due"), seen.Day);
        wrong.Of(() => NotBefore(day, agreed, Agreed(agreed)));
        wrong.If(day > seen.Day && IsDueNow(writes, seen), "Due", "It is due: carry it over, or tell what came of it. Its words can still be changed.");
        wrong.Throw();
        var changed = writes.Execute(
            """
            UPDATE set_action SET text = @text, due = @day, soon_at = CASE WHEN due = @day THEN soon_at END, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @Id AND version = @Version AND state = 'Agreed'
            """, new { seen.Id, seen.Version, text, day = LocalDay.Text(day), writes.Now, by }) == 1;
        if (changed)
        {
            ActionSoon.Plan(writes, seen.Id, day);
        }

        return changed;
    }

    /// <summary>The set drops an action and says why. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">Nobody said why.</exception>
    public static bool Drop(Writes writes, SetAction seen, string key, string? why, long? meeting, long by)
    {
        var reason = Line.Clean(why);
        Check(reason, "Why", "Why is it dropped? A sentence for the set.", Sentence);
        return Reporting.Add(writes, seen, new ToldAction(key, "Dropped") { Why = reason, MeetingId = meeting }, by);
    }

    /// <summary>A member takes over an action whose owner has left the set. False where somebody was quicker.</summary>
    public static bool Adopt(Writes writes, SetAction seen, long owner, long by)
    {
        IsMember(writes, seen.SetId, owner);
        var adopted = seen.OwnerLeft && writes.Execute(
            """
            UPDATE set_action SET owner_id = @owner, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @Id AND version = @Version AND state = 'Agreed'
            """, new { seen.Id, seen.Version, owner, writes.Now, by }) == 1;
        if (adopted)
        {
            // What its former owner showed is not the new one's to have shown.
            writes.Execute(
                "UPDATE share SET withdrawn_by = @by, withdrawn_at = @Now WHERE kind = 'Action' AND thing_id = @Thing AND withdrawn_at IS NULL",
                new { seen.Thing, writes.Now, by });
        }

        return adopted;
    }

    /// <summary>From its day on, and in a meeting that asks for it, an action is told or carried over: a later day would be a way around both.</summary>
    private static bool IsDueNow(Writes writes, SetAction action) =>
        action.Day <= LocalDay.Today(writes, Utc.Parse(writes.Now)) || writes.First<bool>(
            "SELECT EXISTS (SELECT 1 FROM set_meeting WHERE set_id = @SetId AND state = 'Open' AND date >= @Due)", action);

    /// <summary>A day that is typed.</summary>
    internal static DateOnly Day(string? typed, string field) => LocalDay.Read(typed)
        ?? throw new RefusedException(field, string.IsNullOrWhiteSpace(typed) ? "By when? Choose a day." : "This is no date. Write it as 2026-06-16.");

    /// <summary>Words that must be there and may not be too many.</summary>
    internal static void Check(string text, string field, string missing, int limit)
    {
        if (text.Length == 0)
        {
            throw new RefusedException(field, missing);
        }

        if (text.Length > limit)
        {
            throw new RefusedException(field, $"{text.Length} characters. Keep it to {limit}.");
        }
    }

    private static string Agreed(DateOnly on) => $"It was agreed on {LocalDay.WithMonth(on)}. Choose that day or a later one.";

    private static void NotBefore(DateOnly day, DateOnly first, string says)
    {
        if (day < first)
        {
            throw new RefusedException("Due", says);
        }
    }

    private static bool IsSame(Writes writes, NewAction action, long? by) => writes.First<bool>(
        """
        WITH chosen AS (
          SELECT q.id FROM airtime_question q WHERE q.slot_id = @SlotId AND q.state = 'Noted' AND q.id IN (SELECT value FROM json_each(@questions))),
        kept AS (
          SELECT q.id FROM set_action a JOIN set_action_question c ON c.action_id = a.id JOIN airtime_question q ON q.id = c.question_id AND q.state = 'Noted'
          WHERE a.key = @Key)
        SELECT EXISTS (
          SELECT 1 FROM set_action a
          WHERE a.key = @Key AND a.set_id = @SetId AND a.owner_id = @OwnerId AND a.created_by IS @by AND a.text = @Text AND a.due = @due AND a.slot_id IS @SlotId
            AND NOT EXISTS (SELECT id FROM chosen EXCEPT SELECT id FROM kept) AND NOT EXISTS (SELECT id FROM kept EXCEPT SELECT id FROM chosen))
        """,
        new
        {
            action.Key,
            action.SetId,
            action.OwnerId,
            action.Text,
            action.SlotId,
            by,
            due = LocalDay.Read(action.Due) is { } day ? LocalDay.Text(day) : "",
            questions = JsonSerializer.Serialize(action.Questions),
        });

    private static void IsMember(Writes writes, long set, long person)
    {
        if (writes.First<long?>("SELECT id FROM membership WHERE set_id = @set AND person_id = @person AND left_at IS NULL", new { set, person }) is null)
        {
            throw new RefusedException("Owner", "An action has one owner, a member of this set.");
        }
    }
}
