using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>Writes the meetings of a set, one at a time: moving one moves nothing else.</summary>
public static class MeetingCommands
{
    /// <summary>Gives a planned meeting another day, time or place. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">The day doesn't lie between its neighbours, or something speaks against it and nobody said why.</exception>
    public static bool Move(Writes writes, ScheduleFrame frame, Meeting seen, MeetingDetails details, long? by)
    {
        var all = Meeting.Of(writes, seen.SetId);
        if (all.FirstOrDefault(one => one.Id == seen.Id) is not { } now || now.Version != seen.Version)
        {
            return false;
        }

        if (!now.IsPlanned)
        {
            throw new RefusedException("Form.Date", "This meeting is no longer to come.");
        }

        CheckOrder(now, details.Day, all);
        var cautions = MeetingCautions.On(now, details.Day, all, frame);
        if (cautions.Count > 0 && details.Why.Length == 0)
        {
            throw new RefusedException("Form.Why", $"{string.Join(". ", cautions)}. Say in a sentence why it is so all the same, and it is kept.");
        }

        writes.Execute("""
            UPDATE set_meeting SET date = @date, starts = @Starts, place = @Place, why_moved = @Why, version = version + 1,
              changed_at = @Now, changed_by = @by
            WHERE id = @Id
            """, new { now.Id, date = LocalDay.Text(details.Day), details.Starts, details.Place, details.Why, writes.Now, by });
        if (cautions.Count > 0)
        {
            Audit.Note(writes, by, null, "override-meeting-date", "set_meeting", now.Id);
        }

        return true;
    }

    /// <summary>Cancels a planned meeting, or plans a cancelled one again. False where somebody else changed it since the form was shown.</summary>
    public static bool Cancel(Writes writes, long set, long id, long version, bool cancel, long? by) => writes.Execute("""
        UPDATE set_meeting SET state = @after, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND set_id = @set AND version = @version AND state = @before
        """, new { set, id, version, before = cancel ? "Planned" : "Cancelled", after = cancel ? "Cancelled" : "Planned", writes.Now, by }) == 1;

    /// <summary>One more meeting behind the last one.</summary>
    /// <exception cref="RefusedException">It would not be the last one, or the final is before it.</exception>
    public static void Add(Writes writes, ScheduleFrame frame, long set, MeetingDetails details, long? by)
    {
        var all = Meeting.Of(writes, set);
        if (all.Count > 0 && all[^1].Day >= details.Day)
        {
            throw new RefusedException("Form.Date", $"Meeting {all[^1].Number} is on {LocalDay.WithMonth(all[^1].Day)}. A further one comes behind it.");
        }

        if (details.Day <= frame.KickOff || details.Day > frame.Final)
        {
            throw new RefusedException("Form.Date", "Sets meet between the kick-off and the final.");
        }

        Insert(writes, set, all.Count == 0 ? 1 : all[^1].Number + 1, details, by);
    }

    /// <summary>A meeting has come to another part of its life: Open, Held.</summary>
    public static void Enter(Writes writes, long set, long number, string state, long? by) => writes.Execute("""
        UPDATE set_meeting SET state = @state, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE set_id = @set AND number = @number AND state <> @state
        """, new { set, number, state, writes.Now, by });

    /// <summary>What was held before its day was held today, where the order of the set's meetings lets it.</summary>
    public static void HeldBy(Writes writes, long meeting, DateOnly today) => writes.Execute("""
        UPDATE set_meeting SET date = @today
        WHERE id = @meeting AND date > @today
          AND NOT EXISTS (SELECT 1 FROM set_meeting o WHERE o.set_id = set_meeting.set_id AND o.number < set_meeting.number AND o.state <> 'Cancelled' AND o.date >= @today)
        """, new { meeting, today = LocalDay.Text(today) });

    /// <summary>Writes a new planned meeting.</summary>
    internal static long Insert(Writes writes, long set, long number, MeetingDetails details, long? by) => writes.Insert("""
        INSERT INTO set_meeting (set_id, number, date, first_date, starts, place, created_at, created_by, changed_at, changed_by)
        VALUES (@set, @number, @date, @date, @Starts, @Place, @Now, @by, @Now, @by)
        """, new { set, number, date = LocalDay.Text(details.Day), details.Starts, details.Place, writes.Now, by });

    private static void CheckOrder(Meeting meeting, DateOnly day, IReadOnlyList<Meeting> all)
    {
        var others = all.Where(one => one.State != "Cancelled").ToList();
        if (others.FindLast(one => one.Number < meeting.Number) is { } before && day <= before.Day)
        {
            throw new RefusedException("Form.Date", $"Meeting {before.Number} is on {LocalDay.WithMonth(before.Day)}. Meeting {meeting.Number} comes behind it.");
        }

        if (others.Find(one => one.Number > meeting.Number) is { } after && day >= after.Day)
        {
            throw new RefusedException("Form.Date", $"Meeting {after.Number} is on {LocalDay.WithMonth(after.Day)}. Meeting {meeting.Number} comes before it.");
        }
    }
}
