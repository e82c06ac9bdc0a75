using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Who is here, and the order of airtime: the set says who needs it first.</summary>
public static class Airtimes
{
    /// <summary>Says of somebody that they are here, come late or stay away. One may say it of oneself; the pen says it of all.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, the meeting is over, the person isn't of it, or has the floor now.</exception>
    public static void Attend(Writes writes, long meeting, Hand hand, long person, string state)
    {
        if (person != hand.Person)
        {
            Pen.Write(writes, meeting, hand);
        }
        else if (writes.First<string>("SELECT state FROM set_meeting WHERE id = @meeting", new { meeting }) == "Held")
        {
            throw new RefusedException(Pen.Field, "This meeting is over. Who was there stands in its record.");
        }

        if (state is not ("Here" or "Late" or "Absent" or "") || !Attending.Of(writes, meeting).Any(one => one.PersonId == person))
        {
            throw new RefusedException(Pen.Field, "That person isn’t of this meeting.");
        }

        if (state is "Absent" or "" && AirtimeSlot.Of(writes, meeting).Any(slot => slot.PresenterId == person && slot.State != "Waiting"))
        {
            throw new RefusedException(Pen.Field, "Who had airtime today was here.");
        }

        if (state.Length == 0)
        {
            writes.Execute("DELETE FROM meeting_attendance WHERE meeting_id = @meeting AND person_id = @person", new { meeting, person });
        }
        else
        {
            Put(writes, meeting, person, state, hand.Person);
        }

        GiveEach(writes, meeting);
    }

    /// <summary>Everybody of whom nothing was said is here.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen.</exception>
    public static void AllHere(Writes writes, long meeting, Hand hand)
    {
        Pen.Write(writes, meeting, hand);
        foreach (var one in Attending.Of(writes, meeting).Where(one => one.State.Length == 0))
        {
            Put(writes, meeting, one.PersonId, "Here", hand.Person);
        }
    }

    /// <summary>Moves somebody who waits to an earlier or a later place, or to the first: they need it most.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen.</exception>
    public static void Move(Writes writes, long meeting, Hand hand, long slot, string to)
    {
        Pen.Write(writes, meeting, hand);
        var waiting = AirtimeSlot.Of(writes, meeting).Where(one => one.State == "Waiting").ToList();
        var at = waiting.FindIndex(one => one.Id == slot);
        var there = to switch { "first" => 0, "up" => at - 1, "down" => at + 1, _ => at };
        if (at < 0 || there < 0 || there >= waiting.Count || there == at)
        {
            return;
        }

        var moved = waiting[at];
        waiting.RemoveAt(at);
        waiting.Insert(there, moved);
        var first = waiting.Min(one => one.Position);
        foreach (var (index, one) in waiting.Index().Where(one => one.Item.Position != first + one.Index))
        {
            writes.Execute("UPDATE airtime_slot SET position = @position, version = version + 1, changed_at = @Now WHERE id = @Id",
                new { one.Id, position = first + index, writes.Now });
        }
    }

    /// <summary>Every member of the set has a slot, somebody who joined since too.</summary>
    internal static void GiveEach(Writes writes, long meeting) => writes.Execute(
        """
        INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, changed_at)
        SELECT @meeting, m.person_id,
          (SELECT ifnull(max(position), 0) FROM airtime_slot WHERE meeting_id = @meeting) + row_number() OVER (ORDER BY p.name COLLATE NAMES), r.slot_minutes, @Now
        FROM set_meeting t JOIN meeting_run r ON r.meeting_id = t.id JOIN membership m ON m.set_id = t.set_id AND m.left_at IS NULL
        JOIN person p ON p.id = m.person_id
        WHERE t.id = @meeting AND NOT EXISTS (SELECT 1 FROM airtime_slot s WHERE s.meeting_id = @meeting AND s.presenter_id = m.person_id)
        """, new { meeting, writes.Now });

    /// <summary>Keeps what was said of somebody.</summary>
    internal static void Put(Writes writes, long meeting, long person, string state, long by) => writes.Execute(
        """
        INSERT INTO meeting_attendance (meeting_id, person_id, state, changed_at, changed_by) VALUES (@meeting, @person, @state, @Now, @by)
        ON CONFLICT (meeting_id, person_id) DO UPDATE SET state = @state, changed_at = @Now, changed_by = @by
        """, new { meeting, person, state, by, writes.Now });
}
