using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>What a press changed, and so who must be told.</summary>
public enum Touches
{
    /// <summary>Another item is now: everything.</summary>
    Item,

    /// <summary>The item's time or state, or the order of items: run of show, phones, walls.</summary>
    Now,

    /// <summary>What is said on every screen.</summary>
    Say,

    /// <summary>A switch of the control room only.</summary>
    Room,

    /// <summary>Who is in the room, and who may act.</summary>
    People,

    /// <summary>One screen.</summary>
    Screen,

    /// <summary>All screens.</summary>
    Screens,
}

/// <summary>
/// The buttons of the control room. The value of a button is verb/item/version/argument: it names what it was pressed
/// on, so that the second of two presses is refused instead of undoing the first.
/// </summary>
public static class Presses
{
    private static readonly Dictionary<string, (Touches Touches, Func<Writes, Press, Words, Pressed> Do)> _verbs = new(StringComparer.Ordinal)
    {
        ["start"] = (Touches.Item, (w, p, a) => Opened(w, p, RunOfShow.Start(w, p, a.Number))),
        ["next"] = (Touches.Item, (w, p, a) => RunOfShow.Next(w, p, a.Number)),
        ["together"] = (Touches.Item, (w, p, _) => RunOfShow.Together(w, p)),
        ["room"] = (Touches.Item, (w, p, a) => Switches.Room(w, p, a.Number)),
        ["jump"] = (Touches.Item, (w, p, a) => Opened(w, p, RunOfShow.Jump(w, p, a.Number))),
        ["undo"] = (Touches.Item, (w, p, a) => Opened(w, p, RunOfShow.Undo(w, p, a.Number))),
        ["pause"] = (Touches.Now, (w, p, _) => RunOfShow.Pause(w, p)),
        ["resume"] = (Touches.Now, (w, p, _) => RunOfShow.Resume(w, p)),
        ["extend"] = (Touches.Now, (w, p, a) => RunOfShow.Extend(w, p, a.Number)),
        ["close"] = (Touches.Now, (w, p, _) => RunOfShow.CloseActivity(w, p)),
        ["reopen"] = (Touches.Now, (w, p, _) => RunOfShow.Reopen(w, p)),
        ["skip"] = (Touches.Now, (w, p, _) => RunOfShow.Skip(w, p)),
        ["back"] = (Touches.Now, (w, p, _) => RunOfShow.BringBack(w, p)),
        ["up"] = (Touches.Now, (w, p, a) => RunOfShow.Swap(w, p, earlier: true, a.Number)),
        ["down"] = (Touches.Now, (w, p, a) => RunOfShow.Swap(w, p, earlier: false, a.Number)),
        ["insert"] = (Touches.Item, (w, p, a) => RunOfShow.Insert(w, p, a.Text, a.Kind, a.Minutes, a.When == "now", a.Number)),
        ["finish"] = (Touches.Item, (w, p, _) => Closed(w, p, RunOfShow.Finish(w, p))),
        ["approve-first"] = (Touches.Room, (w, p, a) => Switches.ApproveFirst(w, p, a.Number == 1)),
        ["say"] = (Touches.Say, (w, p, a) => Switches.Say(w, p, a.Text)),
        ["let-in"] = (Touches.People, (w, p, _) => Doors.LetIn(w, p)),
        ["refuse"] = (Touches.People, (w, p, _) => Doors.Refuse(w, p)),
        ["vouch"] = (Touches.People, (w, p, _) => Doors.Vouch(w, p)),
        ["free"] = (Touches.People, (w, p, _) => Doors.Free(w, p)),
        ["pair"] = (Touches.Screen, (w, p, a) => ScreenPresses.Pair(w, p, a.Code, a.Text)),
        ["unpair"] = (Touches.Screen, (w, p, _) => ScreenPresses.Unpair(w, p)),
        ["screen-rename"] = (Touches.Screen, (w, p, a) => ScreenPresses.Rename(w, p, a.Text)),
        ["screen-hold"] = (Touches.Screen, (w, p, a) => ScreenPresses.Hold(w, p, a.Argument)),
        ["screen-spot"] = (Touches.Screen, (w, p, a) => ScreenPresses.SpotOne(w, p, a.Argument)),
        ["screen-blank"] = (Touches.Screen, (w, p, a) => ScreenPresses.Blank(w, p, a.Number == 1)),
        ["screen-freeze"] = (Touches.Screen, (w, p, a) => ScreenPresses.Freeze(w, p, a.Number == 1)),
        ["screen-dark"] = (Touches.Screen, (w, p, a) => ScreenPresses.Dark(w, p, a.Number == 1)),
        ["screen-split"] = (Touches.Screen, (w, p, a) => ScreenPresses.Split(w, p, a.Number)),
        ["screen-set"] = (Touches.Screens, (w, p, a) => ScreenPresses.ShowSet(w, p, a.Number)),
        ["screen-table"] = (Touches.Screen, (w, p, a) => ScreenPresses.Table(w, p, a.Number)),
        ["screen-room"] = (Touches.Screen, (w, p, a) => ScreenPresses.Stand(w, p, a.Number)),
        ["blank-all"] = (Touches.Screens, (w, p, a) => ScreenPresses.BlankAll(w, p, a.Number == 1)),
        ["spot"] = (Touches.Screens, (w, p, a) => ScreenPresses.Spot(w, p, a.Argument)),
        ["end-spot"] = (Touches.Screens, (w, p, _) => ScreenPresses.EndSpot(w, p)),
        ["unsay"] = (Touches.Say, (w, p, _) => Switches.Unsay(w, p)),
    };

    /// <summary>What was typed beside the button.</summary>
    /// <param name="Argument">The argument of the button's value; 0 where there is none.</param>
    /// <param name="Text">A title or what is to be said.</param>
    /// <param name="Kind">The kind of a new activity; null where none of that key is known.</param>
    /// <param name="Minutes">Minutes of a new activity.</param>
    /// <param name="When">"now" or "next".</param>
    /// <param name="Code">The code that a wall shows.</param>
    public sealed record Words(string Argument, string Text, ActivityKind? Kind, long Minutes, string When, string Code)
    {
        /// <summary>The argument as a number; 0 where it is none.</summary>
        public long Number => Presses.Number(Argument) ?? 0;
    }

    /// <summary>Reads a button's value; null where it is none of ours.</summary>
    /// <param name="value">verb/item/version/argument.</param>
    /// <param name="workshop">The workshop of the control room.</param>
    /// <param name="person">Who pressed.</param>
    /// <param name="typed">What was typed beside it.</param>
    /// <param name="turn">The turn of all screens that the page showed, for a button that names none (in a list of posts).</param>
    public static Known? Read(string? value, long workshop, long? person, Words typed, long turn = 0)
    {
        var parts = (value ?? "").Split('/');
        return parts.Length is 3 or 4 && _verbs.TryGetValue(parts[0], out var verb)
            && Number(parts[1]) is { } item && Number(parts[2]) is { } version
            ? new Known(parts[0], verb.Touches, item, w => verb.Do(w, new Press(workshop, person, item, verb.Touches == Touches.Screens && item == 0 && version == 0 ? turn : version), typed with { Argument = parts.ElementAtOrDefault(3) ?? "0" }))
            : null;
    }

    private static Pressed Opened(Writes w, Press press, Pressed pressed)
    {
        if (pressed.Outcome == PressOutcome.Done)
        {
            Rooms.Open(w, press.Workshop);
        }

        return pressed;
    }

    private static Pressed Closed(Writes w, Press press, Pressed pressed) =>
        pressed.Outcome == PressOutcome.Done && Rooms.Close(w, press.Workshop)
            ? Pressed.Done("The workshop is finished. Everything written stays.") : pressed;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A press that we know.</summary>
    /// <param name="Verb">What is to be done.</param>
    /// <param name="Touches">Who must be told afterwards.</param>
    /// <param name="Thing">The item, claim or participant that it was pressed on; 0 for the whole room.</param>
    /// <param name="Command">The writer's command.</param>
    public sealed record Known(string Verb, Touches Touches, long Thing, Func<Writes, Pressed> Command);
}
