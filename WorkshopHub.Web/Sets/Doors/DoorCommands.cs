using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>
/// Writes what sets ask of those who "can open doors as needed". Whoever calls has checked who may: a set's known member in a
/// workshop, or two of the set together outside one.
/// </summary>
public static class DoorCommands
{
    /// <summary>Characters of a title: it may stand on the wall.</summary>
    public const int TitleMax = 80;

    /// <summary>Characters of an answer.</summary>
    public const int ReplyMax = 400;

    /// <summary>A set asks. The same id a second time changes nothing.</summary>
    public static void Ask(Writes writes, NewDoor door) => writes.Execute(
        """
        INSERT INTO door_request (id, activity_id, meeting_id, set_id, asked_by, asked_of, title, text, needed_by, asked_at)
        VALUES (@Id, @ActivityId, @MeetingId, @SetId, @AskedBy, @AskedOf, @Title, @Text, nullif(@NeededBy, ''), @Now)
        ON CONFLICT (id) DO NOTHING
        """,
        new { door.Id, door.ActivityId, door.MeetingId, door.SetId, door.AskedBy, door.AskedOf, door.Title, door.Text, door.NeededBy, writes.Now });

    /// <summary>Whoever was asked, or the sponsor, has a word for the set: it is kept with its day, so that a silence shows.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="door">The door as it was shown.</param>
    /// <param name="word">What is said.</param>
    /// <param name="by">Who says it.</param>
    public static void Answer(Writes writes, DoorRow door, DoorWord word, long by)
    {
        writes.Execute(
            """
            UPDATE door_request SET state = @State, answer = @Reply, another = @Another, opens_on = nullif(@Date, ''), version = version + 1,
              answered_by = @by, answered_at = @Now, closed_at = CASE @State WHEN 'Accepted' THEN NULL ELSE @Now END
            WHERE id = @Id
            """,
            new { door.Id, word.State, word.Reply, word.Another, word.Date, by, writes.Now });
        writes.Execute(
            """
            INSERT INTO door_word (door_id, state, answer, opens_on, by, at) VALUES (@Id, @State, @Reply, nullif(@Date, ''), @by, @Now)
            """,
            new { door.Id, word.State, word.Reply, word.Date, by, writes.Now });
    }

    /// <summary>
    /// A sponsor asks whoever was asked for a door how it stands: it is on their page, and in a mail where mail goes out. Once a day,
    /// and not where nobody waits any more.
    /// </summary>
    public static void Wonder(Writes writes, DoorRow door, long by)
    {
        if (!door.Waits || door.AskedOf == by || writes.Execute(
            """
            INSERT INTO door_wondered (door_id, by, at) VALUES (@Id, @by, @Now)
            ON CONFLICT (door_id, by) DO UPDATE SET at = excluded.at WHERE excluded.at > strftime('%Y-%m-%dT%H:%M:%fZ', door_wondered.at, '+1 day')
            """, new { door.Id, by, writes.Now }) == 0)
        {
            return;
        }

        Mailbox.Put(writes, new NewMail(
            door.AskedOf, MailKind.Nudge, $"door:{door.Id}:{writes.Now[..10]}", "The sponsor asks how a door stands",
            $"{door.SetName} waits for a door, and the sponsor asks how it stands. A word to the set is enough, “not yet” too.", $"/doors/{door.Id}"), by);
    }

    /// <summary>The set needs the door no longer: nobody reads it any more. False where it was taken back already.</summary>
    public static bool TakeBack(Writes writes, string id) => writes.Execute(
        "UPDATE door_request SET state = 'TakenBack', version = version + 1, closed_at = @Now WHERE id = @id AND state <> 'TakenBack'",
        new { id, writes.Now }) == 1;

    /// <summary>Whether this is a local date as forms send it.</summary>
    public static bool IsDate(string text) =>
        LocalDay.Read(text) is not null;
}

/// <summary>A door that is asked for.</summary>
/// <param name="Id">Made by the phone or the form.</param>
/// <param name="SetId">The set that asks.</param>
/// <param name="AskedBy">Who writes it.</param>
/// <param name="AskedOf">Who is to open it.</param>
/// <param name="Title">What it is called; the wall of a workshop may show it.</param>
/// <param name="Text">Why it is shut, for the set and who opens doors.</param>
/// <param name="NeededBy">Local date by when, or empty.</param>
public sealed record NewDoor(string Id, long SetId, long AskedBy, long AskedOf, string Title, string Text, string NeededBy)
{
    /// <summary>The activity in which it is asked, or null.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The meeting at which it is asked, or null.</summary>
    public long? MeetingId { get; init; }
}

/// <summary>What a set is told about a door.</summary>
/// <param name="State">Accepted, Opened or NotPossible.</param>
/// <param name="Reply">A word to the set; empty for none.</param>
/// <param name="Date">Local date by when it opens, or empty.</param>
/// <param name="Another">Where it is not possible: Somebody, Smaller or None; else empty.</param>
public sealed record DoorWord(string State, string Reply, string Date, string Another = "");
