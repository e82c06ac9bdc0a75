using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>The facilitator at the door of the room: letting phones in, vouching for people, freeing a name.</summary>
public static class Doors
{
    /// <summary>Lets a phone in that asks for a name which another phone has. It is vouched for by that.</summary>
    public static Pressed LetIn(Writes w, Press press) =>
        Claims.LetIn(w, press.Workshop, press.Item, Assurance.Vouched, press.Person)
            ? Pressed.Done("Let in.") : Answered;

    /// <summary>Says no to a phone that asks for a name.</summary>
    public static Pressed Refuse(Writes w, Press press) =>
        Claims.Refuse(w, press.Workshop, press.Item, press.Person) ? Pressed.Done("Not let in.") : Answered;

    /// <summary>Vouches for a person of a role, so that they can act in it.</summary>
    public static Pressed Vouch(Writes w, Press press) =>
        Seats.Vouch(w, press.Workshop, press.Item, press.Person) > 0
            ? Pressed.Done("Vouched for.") : Pressed.Conflict("Nobody holds that name now.");

    /// <summary>Takes a name from the phone that holds it, so that its owner can pick it.</summary>
    public static Pressed Free(Writes w, Press press) =>
        Seats.Free(w, press.Workshop, press.Item, press.Person) > 0
            ? Pressed.Done("The name is free.") : Pressed.Conflict("The name is free already.");

    private static Pressed Answered => Pressed.Conflict("This was answered a moment ago, by the other phone or by a colleague.");
}
