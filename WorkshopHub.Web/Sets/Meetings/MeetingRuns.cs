using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Opens, leads through and closes a meeting. One meeting of a set is open at a time.</summary>
public static class MeetingRuns
{
    /// <summary>The field of the button that opens or closes.</summary>
    public const string Field = "meeting";

    /// <summary>Opens a planned meeting, or one that was closed too early; who opens it has the pen.</summary>
    /// <exception cref="RefusedException">Another one is open, it is cancelled, the programme is closed, or what must be settled before the first is not.</exception>
    public static void Open(Writes writes, Meeting meeting, Hand hand)
    {
        var all = Meeting.Of(writes, meeting.SetId);
        var now = all.First(one => one.Id == meeting.Id);
        if (now.State == "Open")
        {
            return; // somebody else was quicker, and that is what both wanted
        }

        if (now.State == "Cancelled")
        {
            throw new RefusedException(Field, "This meeting is cancelled. Plan it again among the dates, then open it.");
        }

        if (writes.First<string>("SELECT g.state FROM sets s JOIN programme g ON g.id = s.programme_id WHERE s.id = @SetId", new { meeting.SetId }) == "Closed")
        {
            throw new RefusedException(Field, "This programme is closed. Its sets open no meeting any more.");
        }

        if (all.FirstOrDefault(one => one.State == "Open") is { } open)
        {
            throw new RefusedException(Field, $"Meeting {open.Number} is still open. Close it first.");
        }

        if (!all.Any(one => one.State == "Held") && BeforeFirst.Missing(writes, meeting.SetId) is { } missing)
        {
            throw new RefusedException(Field, missing);
        }

        var cut = DayCut.Begins(writes, meeting);
        writes.Execute(
            """
            INSERT INTO meeting_run (meeting_id, slot_minutes, work_minutes, guest_minutes, pen_person, pen_device, pen_at, opened_at, opened_by)
            VALUES (@Id, @SlotMinutes, @WorkMinutes, @GuestMinutes,
              @Person, @Device, @Now, @Now, @Person)
            ON CONFLICT (meeting_id) DO UPDATE SET closed_at = NULL, closed_by = NULL, pen_person = @Person, pen_device = @Device,
              pen_at = @Now, asks_pen = NULL, version = version + 1
            """, new { meeting.Id, cut.SlotMinutes, cut.WorkMinutes, cut.GuestMinutes, hand.Person, hand.Device, writes.Now });
        Airtimes.GiveEach(writes, meeting.Id);
        MeetingCommands.Enter(writes, meeting.SetId, meeting.Number, "Open", hand.Person);
    }

    /// <summary>The set goes on to a step: all pages that follow go there. Past the airtime a turn that runs is ended: its clock must not count what comes after.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen.</exception>
    public static void Go(Writes writes, long meeting, Hand hand, MeetingStep step)
    {
        Pen.Write(writes, meeting, hand);
        if (step.IsAfterAirtime)
        {
            Turns.EndRunning(writes, meeting);
        }

        writes.Execute(
            "UPDATE meeting_run SET step = @Key, step_at = @Now, version = version + 1 WHERE meeting_id = @meeting AND step <> @Key", new { meeting, step.Key, writes.Now });
    }

    /// <summary>Cuts the day: what each has, what a guest has, what is left for the work.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or a number is none that a day can hold.</exception>
    public static void Cut(Writes writes, long meeting, Hand hand, DayCut cut)
    {
        Pen.Write(writes, meeting, hand);
        writes.Execute(
            """
            UPDATE meeting_run SET slot_minutes = @SlotMinutes, guest_minutes = @GuestMinutes, work_minutes = @WorkMinutes, version = version + 1
            WHERE meeting_id = @meeting
            """, new { meeting, cut.SlotMinutes, cut.GuestMinutes, cut.WorkMinutes });
        writes.Execute(
            """
            UPDATE airtime_slot SET planned_minutes = @SlotMinutes, version = version + 1, changed_at = @Now
            WHERE meeting_id = @meeting AND state = 'Waiting' AND planned_minutes <> @SlotMinutes
            """, new { meeting, cut.SlotMinutes, writes.Now });
    }

    /// <summary>Closes the meeting: it was held. What stops it is refused; the rest is a warning that somebody has read.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or something must come first.</exception>
    public static bool Close(Writes writes, Meeting meeting, Hand hand, IReadOnlyList<IStillOpen> asked, bool allTheSame)
    {
        Pen.Write(writes, meeting.Id, hand);
        var open = StillOpen.Of(writes, meeting, asked);
        if (open.FirstOrDefault(one => one.Stops) is { } stop)
        {
            throw new RefusedException(Field, stop.Words);
        }

        if (open.Count > 0 && !allTheSame)
        {
            return false;
        }

        writes.Execute(
            """
            UPDATE meeting_run SET closed_at = @Now, closed_by = @Person, pen_person = NULL, pen_device = NULL, asks_pen = NULL, version = version + 1
            WHERE meeting_id = @Id
            """, new { meeting.Id, hand.Person, writes.Now });
        MeetingCommands.Enter(writes, meeting.SetId, meeting.Number, "Held", hand.Person);
        MeetingCommands.HeldBy(writes, meeting.Id, LocalDay.Today(writes, Utc.Parse(writes.Now)));
        foreach (var step in asked)
        {
            step.WhenClosed(writes, meeting, hand.Person);
        }

        return true;
    }
}

/// <summary>How a day is cut, in minutes.</summary>
/// <param name="SlotMinutes">What each member has: 60; where the set works on one problem, 30 to 60.</param>
/// <param name="GuestMinutes">For a guest; 0 where nobody comes.</param>
/// <param name="WorkMinutes">For joint work.</param>
public sealed record DayCut(long SlotMinutes, long GuestMinutes, long WorkMinutes)
{
    /// <summary>How a day is cut when it begins: as that of the meeting before, with the time for which guests were asked.</summary>
    public static DayCut Begins(Reads reads, Meeting meeting) => reads.First<DayCut>(
        """
        SELECT ifnull(b.slot_minutes, 60) AS SlotMinutes,
          (SELECT min(120, ifnull(sum((unixepoch('2000-01-01 ' || g.ends) - unixepoch('2000-01-01 ' || g.starts)) / 60), 0))
           FROM guest_invitation g WHERE g.meeting_id = m.id AND g.state IN ('Asked', 'Coming')) AS GuestMinutes,
          ifnull(b.work_minutes, 0) AS WorkMinutes
        FROM set_meeting m
        LEFT JOIN meeting_run b ON b.meeting_id = (
          SELECT r.meeting_id FROM meeting_run r JOIN set_meeting o ON o.id = r.meeting_id
          WHERE o.set_id = m.set_id AND o.number < m.number ORDER BY o.number DESC LIMIT 1)
        WHERE m.id = @Id
        """, new { meeting.Id })!;

    /// <summary>Reads what was chosen.</summary>
    /// <exception cref="RefusedException">A number is none that a day can hold.</exception>
    public static DayCut Read(bool common, long slot, long guest, long work) =>
        slot < (common ? 30 : 60) || slot > 60 ? throw new RefusedException("Form.Slot", common ? "Between 30 and 60 minutes each." : "In this format each member has an hour.")
        : guest is < 0 or > 120 ? throw new RefusedException("Form.Guest", "A guest has up to two hours.")
        : work is < 0 or > 300 ? throw new RefusedException("Form.Work", "Up to five hours.")
        : new DayCut(slot, guest, common ? work : 0);
}
