using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>What the facilitator sets for the whole room.</summary>
public static class Switches
{
    /// <summary>How long a line stays on every screen.</summary>
    public static TimeSpan SayFor { get; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest line, in characters as people count them: it must be read from the back row.</summary>
    public const int LongestSay = 90;

    /// <summary>
    /// Whether posts wait until a facilitator approves them. What waits already keeps waiting. The press names how the
    /// switch stood: 1 on, 0 off.
    /// </summary>
    public static Pressed ApproveFirst(Writes w, Press press, bool on)
    {
        var now = w.First<bool>("SELECT approve_first FROM workshop WHERE id = @Workshop", press);
        if (now != (press.Version == 1))
        {
            return Pressed.Conflict($"{First(w, press, "approve-first", "approve-after")} was first: new posts {(now ? "wait until they are approved" : "go straight to the wall")}.");
        }

        if (now != on)
        {
            w.Execute("UPDATE workshop SET approve_first = @on WHERE id = @Workshop", new { on, press.Workshop });
            Note(w, press, on ? "approve-first" : "approve-after");
        }

        return Pressed.Done(on ? "New posts wait until you approve them." : "New posts go straight to the wall.");
    }

    /// <summary>Puts the set that was pressed on into a room, 1 or 2. The press names the room where it was seen.</summary>
    public static Pressed Room(Writes w, Press press, long room)
    {
        if (RoomSet.Of(w, press.Workshop).FirstOrDefault(set => set.Id == press.Item) is not { } moved)
        {
            return Pressed.Unknown;
        }

        if (SecondRoom.Of(w, press.Workshop, moved.Id) is var sits && sits != press.Version)
        {
            return Pressed.Conflict($"{First(w, press, "room")} was first: {moved.Name} is in room {sits}.");
        }

        var second = SecondRoom.Sets(w, press.Workshop).Except([moved.Id]).ToList();
        if (room == 2)
        {
            second.Add(moved.Id);
        }

        if (second.Count == 0 || second.Count == RoomSet.Of(w, press.Workshop).Count)
        {
            return Pressed.Invalid("Each room needs a set.");
        }

        SecondRoom.Seat(w, press.Workshop, second);
        Note(w, press, "room");
        return Pressed.Done($"{moved.Name} is in room {(room == 2 ? 2 : 1)}.");
    }

    /// <summary>
    /// Says a line on every screen for 20 seconds; a new line takes the place of the old. The press names the line that was
    /// seen by the moment of its end.
    /// </summary>
    public static Pressed Say(Writes w, Press press, string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var length = new StringInfo(text).LengthInTextElements;
        if (length is 0 or > LongestSay)
        {
            return Pressed.Invalid(length == 0 ? "Write what the screens should say."
                : $"{length - LongestSay} too many. A line that is read from the back row has at most {LongestSay} characters.");
        }

        if (Said(w, press) is { } said && said.Version != press.Version)
        {
            return Pressed.Conflict($"{First(w, press, "say")} was first: “{said.Text}” is on every screen. Press again to put yours in its place.");
        }

        w.Execute("UPDATE workshop SET say_text = @text, say_until = @until WHERE id = @Workshop",
            new { text, until = Utc.Text(Utc.Parse(w.Now) + SayFor), press.Workshop });
        Note(w, press, "say");
        return Pressed.Done("On every screen for 20 seconds.");
    }

    /// <summary>Takes the line off at once, if it still is the one that was seen.</summary>
    public static Pressed Unsay(Writes w, Press press)
    {
        if (Said(w, press) is var said && said?.Version != press.Version)
        {
            return Pressed.Conflict(said is null ? "It is off the screens already." : $"{First(w, press, "say")} was first: “{said.Text}” is on every screen now.");
        }

        w.Execute("UPDATE workshop SET say_text = NULL, say_until = NULL WHERE id = @Workshop", press);
        Note(w, press, "unsay");
        return Pressed.Done("Taken off the screens.");
    }

    /// <summary>The line that every screen shows now, or null.</summary>
    private static SaidNow? Said(Writes w, Press press) => w.First<SaidNow>(
        "SELECT say_text AS Text, say_until AS Until FROM workshop WHERE id = @Workshop", press) is { Text: not null, Until: { } until } said
        && Utc.Parse(until) > Utc.Parse(w.Now) ? said : null;

    private static string First(Writes w, Press press, params string[] acts) => w.First<string>("""
        SELECT p.name FROM audit a JOIN person p ON p.id = a.person_id
        WHERE a.workshop_id = @Workshop AND a.thing = 'workshop' AND a.act IN @acts ORDER BY a.id DESC LIMIT 1
        """, new { press.Workshop, acts }) ?? "Somebody else";

    private static void Note(Writes w, Press press, string act) =>
        Audit.Note(w, press.Person, press.Workshop, act, "workshop", press.Workshop);

    private sealed record SaidNow
    {
        public string? Text { get; init; }

        public string? Until { get; init; }

        public long Version => Utc.Parse(Until!).ToUnixTimeMilliseconds();
    }
}
