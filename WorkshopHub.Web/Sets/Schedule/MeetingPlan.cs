using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>Writes the planned meetings of a set as a whole, and the first ones as the set dates them in the room.</summary>
public static class MeetingPlan
{
    /// <summary>
    /// Lays the meetings that are to come anew, those that were cancelled among them. What was held, is open or lies behind
    /// stays, and numbers go on after it. A meeting that stays keeps its row, so calendars move it and don't show it twice.
    /// </summary>
    public static void Lay(Writes writes, long set, DateOnly today, IReadOnlyList<DateOnly> days, string starts, string place, long? by)
    {
        var all = Meeting.Of(writes, set);
        var stays = Stays(all, today);
        var (number, last) = stays.Count == 0 ? (0, DateOnly.MinValue) : (stays[^1].Number, stays.Max(one => one.Day));
        var old = all.Skip(stays.Count).ToList();
        var coming = days.Where(day => day > last).ToList();
        foreach (var surplus in old.Where(one => one.Number > number + coming.Count))
        {
            writes.Execute("DELETE FROM set_meeting WHERE id = @Id", new { surplus.Id });
        }

        foreach (var day in coming)
        {
            number++;
            if (old.Find(one => one.Number == number) is { } there)
            {
                writes.Execute("""
                    UPDATE set_meeting SET date = @date, first_date = @date, starts = @starts, place = @place, why_moved = '',
                      state = 'Planned', version = version + 1, changed_at = @Now, changed_by = @by
                    WHERE id = @Id AND (date <> @date OR first_date <> @date OR starts <> @starts OR place <> @place OR state <> 'Planned')
                    """, new { there.Id, date = LocalDay.Text(day), starts, place, writes.Now, by });
            }
            else
            {
                MeetingCommands.Insert(writes, set, number, new MeetingDetails(day, starts, place, ""), by);
            }
        }
    }

    /// <summary>Which meetings of a set stay as they are when the others are laid anew: up to the last that was held, is open or lies behind.</summary>
    public static IReadOnlyList<Meeting> Stays(IReadOnlyList<Meeting> all, DateOnly today) => [.. all.Take(
        all.Index().Where(one => one.Item.State is "Held" or "Open" || one.Item.Day < today).Select(one => one.Index + 1).DefaultIfEmpty(0).Max())];

    /// <summary>
    /// The set itself has dated one of its first meetings in a workshop. Answers the meeting and what stood there before,
    /// for <see cref="TakeBack"/>; null where that meeting is no longer to come.
    /// </summary>
    public static (long Meeting, string Before)? Agree(Writes writes, long set, long number, string date)
    {
        var all = Meeting.Of(writes, set);
        if (all.FirstOrDefault(one => one.Number == number) is not { } there)
        {
            var like = all.Count > 0 ? all[^1] : new Meeting();
            return (MeetingCommands.Insert(writes, set, number, new MeetingDetails(LocalDay.Parse(date), like.Starts, like.Place, ""), null), "");
        }

        if (!there.IsPlanned)
        {
            return null;
        }

        writes.Execute("""
            UPDATE set_meeting SET date = @date, first_date = @date, version = version + 1, changed_at = @Now, changed_by = NULL
            WHERE id = @Id AND (date <> @date OR first_date <> @date)
            """, new { there.Id, date, writes.Now });
        return (there.Id, $"{there.Date} {there.FirstDate}");
    }

    /// <summary>Puts back what stood there before, as long as the meeting is still to come on the day that the set gave it.</summary>
    public static void TakeBack(Writes writes, long meeting, string date, string before)
    {
        if (before.Split(' ') is [var old, var first])
        {
            writes.Execute("""
                UPDATE set_meeting SET date = @old, first_date = @first, version = version + 1, changed_at = @Now, changed_by = NULL
                WHERE id = @meeting AND state = 'Planned' AND date = @date AND (date <> @old OR first_date <> @first)
                """, new { meeting, date, old, first, writes.Now });
        }
        else
        {
            writes.Execute("DELETE FROM set_meeting WHERE id = @meeting AND state = 'Planned' AND date = @date", new { meeting, date });
        }
    }
}
