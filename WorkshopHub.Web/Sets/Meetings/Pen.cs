using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// One shared laptop or phone is the set's scribe device: it has the pen, all others follow and may propose lines. The pen can
/// be handed over, and taken when the scribe is gone.
/// </summary>
public static class Pen
{
    /// <summary>The field under which a page says that somebody else writes.</summary>
    public const string Field = "pen";

    /// <summary>So long after it last wrote, a pen whose holder isn't connected may be taken.</summary>
    public static readonly TimeSpan Rests = TimeSpan.FromMinutes(1);

    /// <summary>Everything that is written with the pen begins here, inside its command.</summary>
    /// <exception cref="RefusedException">Another device writes, or the meeting is not open.</exception>
    public static MeetingRun Write(Writes writes, long meeting, Hand hand)
    {
        if (Running(writes, meeting) is not { } run)
        {
            throw new RefusedException(Field, "This meeting is not open. Open it, and write then.");
        }

        if (!run.IsHeldBy(hand.Person, hand.Device))
        {
            throw new RefusedException(Field, run.PenPerson is null ? "Nobody holds the pen. Take it first."
                : run.PenPerson == hand.Person ? "You hold the pen on another device. Take it here first."
                : $"{run.PenName} holds the pen now. Ask for it.");
        }

        writes.Execute(
            "UPDATE meeting_run SET pen_device = @Device, pen_at = @Now WHERE meeting_id = @meeting",
            new { meeting, hand.Device, writes.Now });
        return run;
    }

    /// <summary>
    /// Takes the pen where nobody holds it, where it is one's own on another device, or where its holder is gone; else asks for
    /// it. True where it was taken.
    /// </summary>
    /// <param name="writes">The command's writes.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="hand">Who asks, on which device.</param>
    /// <param name="connected">Whether somebody has the set space open on a live connection now.</param>
    /// <exception cref="RefusedException">The meeting is not open.</exception>
    public static bool Ask(Writes writes, long meeting, Hand hand, Func<long, bool> connected)
    {
        var run = Running(writes, meeting) ?? throw new RefusedException(Field, "This meeting is not open.");
        if (run.PenPerson is { } holder && holder != hand.Person && !IsGone(run, writes.Now, connected(holder)))
        {
            writes.Execute("UPDATE meeting_run SET asks_pen = @Person WHERE meeting_id = @meeting", new { meeting, hand.Person });
            return false;
        }

        writes.Execute(
            """
            UPDATE meeting_run SET pen_person = @Person, pen_device = @Device, pen_at = @Now,
              asks_pen = CASE WHEN asks_pen = @Person THEN NULL ELSE asks_pen END
            WHERE meeting_id = @meeting
            """, new { meeting, hand.Person, hand.Device, writes.Now });
        return true;
    }

    /// <summary>Hands it to somebody of the set, whose next device takes it up.</summary>
    /// <exception cref="RefusedException">Somebody else holds it, or the other one isn't of this meeting.</exception>
    public static void Give(Writes writes, long meeting, Hand hand, long to)
    {
        Write(writes, meeting, hand);
        if (!Attending.Of(writes, meeting).Any(one => one.PersonId == to && one.Counts))
        {
            throw new RefusedException(Field, "That person isn’t in this meeting.");
        }

        writes.Execute(
            "UPDATE meeting_run SET pen_person = @to, pen_device = NULL, pen_at = @Now, asks_pen = NULL WHERE meeting_id = @meeting",
            new { meeting, to, writes.Now });
    }

    /// <summary>The holder goes on writing: who asked is no longer shown.</summary>
    /// <exception cref="RefusedException">Somebody else holds it.</exception>
    public static void Keep(Writes writes, long meeting, Hand hand)
    {
        Write(writes, meeting, hand);
        writes.Execute("UPDATE meeting_run SET asks_pen = NULL WHERE meeting_id = @meeting", new { meeting });
    }

    private static MeetingRun? Running(Writes writes, long meeting) =>
        writes.First<string>("SELECT state FROM set_meeting WHERE id = @meeting", new { meeting }) == "Open" ? MeetingRun.Find(writes, meeting) : null;

    private static bool IsGone(MeetingRun run, string now, bool connected) =>
        !connected && (run.PenAt is null || Utc.Parse(now) - Utc.Parse(run.PenAt) >= Rests);
}

/// <summary>Who writes, and in which browser.</summary>
/// <param name="Person">The signed-in person.</param>
/// <param name="Device">Hash of the secret that this browser has for it.</param>
public sealed record Hand(long Person, string Device);
