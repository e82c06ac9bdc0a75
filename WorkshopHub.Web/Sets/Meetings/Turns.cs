using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// The airtime turn: who has the floor, its clock, its parts. All of it is done with the pen, and names the state that its button
/// was shown with, so that a press that comes twice or late changes nothing.
/// </summary>
public static class Turns
{
    /// <summary>Gives a member the floor; whoever had it hands over in the same moment.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, the presenter isn't here, or it was given already.</exception>
    public static void Begin(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        Pen.Write(writes, meeting, hand);
        var all = AirtimeSlot.Of(writes, meeting);
        var next = Seen(all, slot, version);
        if (next.State != "Waiting")
        {
            throw Changed();
        }

        if (next.Attends == "Absent")
        {
            throw new RefusedException(Pen.Field, $"{next.Presenter} isn’t here. Who presents must be in the room.");
        }

        if (next.Attends.Length == 0)
        {
            Airtimes.Put(writes, meeting, next.PresenterId, "Here", hand.Person);
        }

        if (all.FirstOrDefault(one => one.State == "Open") is { } now)
        {
            Close(writes, now);
        }

        writes.Execute(
            """
            UPDATE airtime_slot SET state = 'Open', part = 'Account', started_at = @Now, running_since = @Now, version = version + 1, changed_at = @Now
            WHERE id = @Id
            """, new { next.Id, writes.Now });
        writes.Execute("UPDATE meeting_run SET step = 'airtime', step_at = @Now, version = version + 1 WHERE meeting_id = @meeting AND step <> 'airtime'", new { meeting, writes.Now });
    }

    /// <summary>Lets the clock stand: somebody is at the door, the coffee has come.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it stands already.</exception>
    public static void Pause(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        var now = Now(writes, meeting, hand, slot, version);
        if (!now.Timer.Runs)
        {
            throw Changed();
        }

        writes.Execute(
            "UPDATE airtime_slot SET used_seconds = @used, running_since = NULL, version = version + 1, changed_at = @Now WHERE id = @Id",
            new { now.Id, used = now.Timer.Spent(writes.Now), writes.Now });
    }

    /// <summary>Lets it run on.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it runs already.</exception>
    public static void Resume(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        var now = Now(writes, meeting, hand, slot, version);
        if (now.Timer.Runs)
        {
            throw Changed();
        }

        writes.Execute("UPDATE airtime_slot SET running_since = @Now, version = version + 1, changed_at = @Now WHERE id = @Id", new { now.Id, writes.Now });
    }

    /// <summary>Goes to a part of the turn; back too.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or the turn is over.</exception>
    public static void Go(Writes writes, long meeting, Hand hand, long slot, long version, AirtimePart part)
    {
        var now = Now(writes, meeting, hand, slot, version);
        writes.Execute(
            "UPDATE airtime_slot SET part = @part, turned = 0, version = version + 1, changed_at = @Now WHERE id = @Id",
            new { now.Id, part = part.ToString(), writes.Now });
    }

    /// <summary>The scribe's screen is turned to the presenter, who taps their own name; or turned back.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it is not the time for it.</exception>
    public static void Turn(Writes writes, long meeting, Hand hand, long slot, long version, bool toPresenter)
    {
        var now = Now(writes, meeting, hand, slot, version);
        if (now.Part != AirtimePart.Helped)
        {
            throw new RefusedException(Pen.Field, "First the questions. Which of them helped comes at the end of the turn.");
        }

        writes.Execute("UPDATE airtime_slot SET turned = @toPresenter, version = version + 1, changed_at = @Now WHERE id = @Id",
            new { now.Id, toPresenter, writes.Now });
    }

    /// <summary>Ends the turn.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it is over.</exception>
    public static void End(Writes writes, long meeting, Hand hand, long slot, long version) =>
        Close(writes, Now(writes, meeting, hand, slot, version));

    /// <summary>Ends the turn that runs, if one does; the pen was asked for before.</summary>
    internal static void EndRunning(Writes writes, long meeting)
    {
        if (AirtimeSlot.Of(writes, meeting).FirstOrDefault(one => one.State == "Open") is { } now)
        {
            Close(writes, now);
        }
    }

    /// <summary>Takes an ended turn up again, with its clock standing: it was ended by mistake, or something was left.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen or has the floor.</exception>
    public static void Again(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        Pen.Write(writes, meeting, hand);
        var all = AirtimeSlot.Of(writes, meeting);
        if (Seen(all, slot, version).State != "Done")
        {
            throw Changed();
        }

        if (all.FirstOrDefault(one => one.State == "Open") is { } now)
        {
            throw new RefusedException(Pen.Field, $"{now.Presenter} has the floor. One at a time.");
        }

        writes.Execute("UPDATE airtime_slot SET state = 'Open', ended_at = NULL, version = version + 1, changed_at = @Now WHERE id = @slot", new { slot, writes.Now });
    }

    /// <summary>Says in a line what the turn is about.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it is too long.</exception>
    public static void Name(Writes writes, long meeting, Hand hand, long slot, string? issue)
    {
        Pen.Write(writes, meeting, hand);
        var clean = Line.Clean(issue);
        if (clean.Length > QuestionText.Limit)
        {
            throw new RefusedException("issue", $"{clean.Length} characters. Keep it to {QuestionText.Limit}.");
        }

        writes.Execute(
            "UPDATE airtime_slot SET issue = @clean, changed_at = @Now WHERE id = @slot AND meeting_id = @meeting", new { clean, slot, meeting, writes.Now });
    }

    /// <summary>The slot that is open, as the button saw it.</summary>
    internal static AirtimeSlot Now(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        Pen.Write(writes, meeting, hand);
        var now = Seen(AirtimeSlot.Of(writes, meeting), slot, version);
        return now.State == "Open" ? now : throw Changed();
    }

    /// <summary>A slot as the button saw it.</summary>
    internal static AirtimeSlot Seen(IReadOnlyList<AirtimeSlot> all, long slot, long version) =>
        all.FirstOrDefault(one => one.Id == slot) is { } found && found.Version == version ? found : throw Changed();

    /// <summary>What is said to a press that came twice or late.</summary>
    internal static RefusedException Changed() => new(Pen.Field, "That had changed already. This is how it stands now.");

    private static void Close(Writes writes, AirtimeSlot slot) => writes.Execute(
        """
        UPDATE airtime_slot SET state = 'Done', turned = 0, ended_at = @Now, used_seconds = @used, running_since = NULL, version = version + 1, changed_at = @Now
        WHERE id = @Id
        """, new { slot.Id, used = slot.Timer.Spent(writes.Now), writes.Now });
}
