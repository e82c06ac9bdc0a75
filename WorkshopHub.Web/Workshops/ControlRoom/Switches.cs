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

    /// <summary>Whether posts wait until a facilitator approves them. What waits already keeps waiting.</summary>
    public static Pressed ApproveFirst(Writes w, Press press, bool on)
    {
        var changed = w.Execute(
            "UPDATE workshop SET approve_first = @on WHERE id = @Workshop AND approve_first <> @on",
            new { on, press.Workshop });
        if (changed > 0)
        {
            Note(w, press, on ? "approve-first" : "approve-after");
        }

        return Pressed.Done(on ? "New posts wait until you approve them." : "New posts go straight to the wall.");
    }

    /// <summary>Puts the set that was pressed on into a room, 1 or 2.</summary>
    public static Pressed Room(Writes w, Press press, long room)
    {
        if (RoomSet.Of(w, press.Workshop).FirstOrDefault(set => set.Id == press.Item) is not { } moved)
        {
            return Pressed.Unknown;
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
    /// Says a line on every screen for 20 seconds; a new line takes the place of the one that the page showed. The press
    /// names when that one ends (Unix milliseconds; 0 for none).
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

        if (Other(w, press) is { } other)
        {
            return Pressed.Conflict($"A colleague was first: “{other}” is on every screen. Press again to put yours in its place.");
        }

        w.Execute("UPDATE workshop SET say_text = @text, say_until = @until WHERE id = @Workshop",
            new { text, until = Utc.Text(Utc.Parse(w.Now) + SayFor), press.Workshop });
        Note(w, press, "say");
        return Pressed.Done("On every screen for 20 seconds.");
    }

    /// <summary>Takes the line off at once.</summary>
    public static Pressed Unsay(Writes w, Press press)
    {
        if (Other(w, press) is { } other)
        {
            return Pressed.Conflict($"A colleague was first: “{other}” is on every screen now.");
        }

        w.Execute("UPDATE workshop SET say_text = NULL, say_until = NULL WHERE id = @Workshop", press);
        Note(w, press, "unsay");
        return Pressed.Done("Taken off the screens.");
    }

    /// <summary>The line that stands on the screens, where it is not the one that the press was made on; otherwise null.</summary>
    private static string? Other(Writes w, Press press)
    {
        var now = w.First<Said>("SELECT say_text AS Text, say_until AS Until FROM workshop WHERE id = @Workshop", press);
        return now is { Text: { } text, Until: { } until } && Utc.Parse(until) > Utc.Parse(w.Now)
            && Utc.Parse(until).ToUnixTimeMilliseconds() != press.Version ? text : null;
    }

    private static void Note(Writes w, Press press, string act) =>
        Audit.Note(w, press.Person, press.Workshop, act, "workshop", press.Workshop);

    private sealed record Said
    {
        public string? Text { get; init; }

        public string? Until { get; init; }
    }
}
