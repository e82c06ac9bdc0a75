using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Writes the questions of an airtime: as fast as people talk, and however often the same one is sent, once.</summary>
public static class Questions
{
    /// <summary>
    /// Takes a question: noted where it comes from the pen, proposed from any other device. The same id with the same words is the
    /// same question.
    /// </summary>
    /// <exception cref="RefusedException">It can't be taken as it is; the words are kept where they were typed.</exception>
    public static Sent Add(Writes writes, long meeting, Hand hand, NewQuestion said)
    {
        var text = QuestionText.Read(said.Text, "Write the question, as short as it was asked.");
        if (!Tokens.IsToken(said.Id) || AirtimeSlot.Find(writes, meeting, said.Slot) is not { } slot)
        {
            throw new RefusedException("text", "This page is out of date. Load it again; the words are kept.");
        }

        if (AirtimeQuestion.Find(writes, said.Id) is { } known)
        {
            return known.By != hand.Person ? Sent.Foreign : known.Text == text && known.SlotId == slot.Id ? Sent.Taken : Sent.Conflict;
        }

        var run = MeetingRun.Find(writes, meeting);
        if (writes.First<string>("SELECT state FROM set_meeting WHERE id = @meeting", new { meeting }) != "Open" || run is null)
        {
            return Sent.Closed;
        }

        if (slot.State == "Waiting")
        {
            throw new RefusedException("text", $"{slot.Presenter} doesn’t have the floor yet.");
        }

        var pen = run.IsHeldBy(hand.Person, hand.Device);
        var asker = said.Asker ?? (pen ? throw new RefusedException("asker", "Who asked? Tap the name, or press its number.") : hand.Person);
        Check(writes, slot, asker);
        writes.Execute(
            """
            INSERT INTO airtime_question (id, slot_id, asker_id, text, state, at, by, changed_at, changed_by)
            VALUES (@Id, @slot, @asker, @text, @state, @Now, @Person, @Now, @Person)
            """, new { said.Id, slot = slot.Id, asker, text, state = pen ? "Noted" : "Proposed", writes.Now, hand.Person });
        if (pen)
        {
            Pen.Write(writes, meeting, hand);
        }

        return Sent.Taken;
    }

    /// <summary>Writes a question anew, or says that somebody else asked it. False where it was changed since it was shown.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it can't be so.</exception>
    public static bool Edit(Writes writes, long meeting, Hand hand, string id, long version, string? words, long asker)
    {
        Pen.Write(writes, meeting, hand);
        if (Of(writes, meeting, id) is not { } known || known.Version != version)
        {
            return false;
        }

        var text = QuestionText.Read(words, "Write the question, as short as it was asked.");
        Check(writes, AirtimeSlot.One(writes, known.SlotId)!, asker);
        writes.Execute(
            """
            UPDATE airtime_question SET text = @text, asker_id = @asker, version = version + 1, changed_at = @Now, changed_by = @Person WHERE id = @id
            """, new { id, text, asker, writes.Now, hand.Person });
        return true;
    }

    /// <summary>Lets a proposed question in, takes one out, or puts it back.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen.</exception>
    public static void Enter(Writes writes, long meeting, Hand hand, string id, string state)
    {
        Pen.Write(writes, meeting, hand);
        if (state is "Noted" or "Removed" && Of(writes, meeting, id) is { } known && known.State != state)
        {
            writes.Execute(
                """
                UPDATE airtime_question SET state = @state, ticked_at = NULL, version = version + 1, changed_at = @Now, changed_by = @Person WHERE id = @id
                """, new { id, state, writes.Now, hand.Person });
        }
    }

    /// <summary>
    /// "This one moved me", or takes that back. Only the presenter says it: on their own phone, or on the scribe's screen while
    /// it is turned to them; and never during the questions.
    /// </summary>
    /// <exception cref="RefusedException">It isn't the presenter who says it, or not the time.</exception>
    public static void Tick(Writes writes, long meeting, Hand hand, string id, bool moved)
    {
        if (Of(writes, meeting, id) is not { State: "Noted" } question || AirtimeSlot.One(writes, question.SlotId) is not { } slot)
        {
            throw Turns.Changed();
        }

        var turned = slot.Turned && MeetingRun.Find(writes, meeting)?.IsHeldBy(hand.Person, hand.Device) is true;
        if (slot.PresenterId != hand.Person && !turned)
        {
            throw new RefusedException(Pen.Field, $"Only {slot.Presenter} knows which question moved them.");
        }

        if (!slot.MayTick || writes.First<string>("SELECT state FROM set_meeting WHERE id = @meeting", new { meeting }) != "Open")
        {
            throw new RefusedException(Pen.Field, "First the questions. Which of them helped comes at the end of the turn.");
        }

        writes.Execute(
            "UPDATE airtime_question SET ticked_at = CASE WHEN @moved THEN ifnull(ticked_at, @Now) END, version = version + 1 WHERE id = @id",
            new { id, moved, writes.Now });
    }

    private static AirtimeQuestion? Of(Reads reads, long meeting, string id) =>
        AirtimeQuestion.Find(reads, id) is { } found && found.MeetingId == meeting ? found : null;

    private static void Check(Reads reads, AirtimeSlot slot, long asker)
    {
        if (asker == slot.PresenterId)
        {
            throw new RefusedException("asker", $"{slot.Presenter} has the floor and is asked. Who asked?");
        }

        if (!Attending.Of(reads, slot.MeetingId).Any(one => one.PersonId == asker && one.Counts))
        {
            throw new RefusedException("asker", "That person isn’t in this meeting.");
        }
    }
}

/// <summary>A question as a device sends it.</summary>
/// <param name="Id">The id that the device made.</param>
/// <param name="Slot">The airtime.</param>
/// <param name="Asker">Who asked; null where the sender asks themselves.</param>
/// <param name="Text">What was typed.</param>
public sealed record NewQuestion(string? Id, long Slot, long? Asker, string? Text);

/// <summary>What became of a line that a device sent.</summary>
public enum Sent
{
    /// <summary>It is kept, now or since before.</summary>
    Taken,

    /// <summary>Under this id stand other words.</summary>
    Conflict,

    /// <summary>Under this id stands what somebody else wrote.</summary>
    Foreign,

    /// <summary>The meeting is closed.</summary>
    Closed,
}
