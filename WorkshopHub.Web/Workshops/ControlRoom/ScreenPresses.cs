using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>The buttons on screens: the room of the screens does it, in the same command.</summary>
public static class ScreenPresses
{
    /// <summary>A facilitator types the code that a wall shows and names it.</summary>
    public static Pressed Pair(Writes w, Press press, string code, string name) =>
        Said(Pairing.Pair(w, press.Workshop, code, name, press.Person), "Paired. It shows what runs now.");

    /// <summary>The screen forgets this room and shows a code again.</summary>
    public static Pressed Unpair(Writes w, Press press) =>
        Said(Pairing.Unpair(w, press.Workshop, press.Item, press.Version, press.Person), "Unpaired.");

    /// <summary>Another name.</summary>
    public static Pressed Rename(Writes w, Press press, string name) =>
        Said(ScreenActs.Rename(w, press.Workshop, press.Item, press.Version, name, press.Person), "Renamed.");

    /// <summary>Holds a layout, or follows the activity again.</summary>
    public static Pressed Hold(Writes w, Press press, string layout) =>
        Enum.TryParse<ScreenLayout>(layout, out var held) && Enum.IsDefined(held)
            ? Said(ScreenActs.Hold(w, press.Workshop, press.Item, press.Version, held, null, press.Person), "Done.")
            : Pressed.Unknown;

    /// <summary>Splits it between what is now and an item that has run.</summary>
    public static Pressed Split(Writes w, Press press, long item) =>
        Said(ScreenActs.Split(w, press.Workshop, press.Item, press.Version, item, press.Person), "Split between two.");

    /// <summary>One post, large, on this screen only.</summary>
    public static Pressed SpotOne(Writes w, Press press, string post) => Said(
        ScreenActs.Hold(w, press.Workshop, press.Item, press.Version, ScreenLayout.Spotlight, post, press.Person), "In the spotlight.");

    /// <summary>One post, large, on every screen.</summary>
    public static Pressed Spot(Writes w, Press press, string post) =>
        Said(AllScreens.Spotlight(w, press.Workshop, press.Version, post, press.Person), "In the spotlight on every screen.");

    /// <summary>The screens go back to what they showed before.</summary>
    public static Pressed EndSpot(Writes w, Press press) =>
        Said(AllScreens.EndSpotlight(w, press.Workshop, press.Version, press.Person), "Each screen shows again what it did before.");

    /// <summary>All screens black, or back.</summary>
    public static Pressed BlankAll(Writes w, Press press, bool blank) =>
        Said(AllScreens.Blank(w, press.Workshop, press.Version, blank, press.Person), blank ? "All screens are blank." : "All screens show again.");

    /// <summary>One screen black, or back.</summary>
    public static Pressed Blank(Writes w, Press press, bool blank) =>
        Said(ScreenActs.Blank(w, press.Workshop, press.Item, press.Version, blank, press.Person), "Done.");

    /// <summary>Keeps what a screen shows, or lets it run again.</summary>
    public static Pressed Freeze(Writes w, Press press, bool frozen) =>
        Said(ScreenActs.Freeze(w, press.Workshop, press.Item, press.Version, frozen, press.Person), "Done.");

    /// <summary>It stands in the first or in the second room.</summary>
    public static Pressed Stand(Writes w, Press press, long room) => Said(
        ScreenActs.Stand(w, press.Workshop, press.Item, press.Version, room, press.Person), $"It follows room {(room == 2 ? 2 : 1)}.");

    /// <summary>Shows a set on the screen, or takes it off.</summary>
    public static Pressed ShowSet(Writes w, Press press, long set) =>
        Said(ScreenActs.ShowSet(w, press.Workshop, press.Item, press.Version, set, press.Person), "Done.");

    /// <summary>It lies on a set's table, or (0) is a wall again.</summary>
    public static Pressed Table(Writes w, Press press, long set) => Said(
        ScreenActs.Table(w, press.Workshop, press.Item, press.Version, set, press.Person),
        set == 0 ? "It is a wall again." : "It is a tablet on that table now.");

    /// <summary>Light paper or dark.</summary>
    public static Pressed Dark(Writes w, Press press, bool dark) =>
        Said(ScreenActs.Theme(w, press.Workshop, press.Item, press.Version, dark, press.Person), "Done.");

    private static Pressed Said(ScreenOutcome outcome, string done) => outcome.Result switch
    {
        ScreenResult.Done => Pressed.Done(done),
        ScreenResult.Invalid or ScreenResult.Wait => Pressed.Invalid(outcome.Message, outcome.Field switch { "" => null, "name" => "text", var field => field }),
        ScreenResult.Missing => new Pressed(PressOutcome.Unknown, outcome.Message),
        _ => Pressed.Conflict(outcome.Message),
    };
}
