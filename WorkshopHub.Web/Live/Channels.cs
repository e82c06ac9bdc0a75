using System.Globalization;

namespace WorkshopHub.Web.Live;

/// <summary>The names of the audiences. Clients never choose one: the hub derives them from who is asking.</summary>
public static class Channels
{
    /// <summary>All walls of a workshop.</summary>
    public static string Wall(long workshop) => Name("wall", workshop);

    /// <summary>The facilitators' control rooms of a workshop.</summary>
    public static string Control(long workshop) => Name("control", workshop);

    /// <summary>All phones of a workshop.</summary>
    public static string Room(long workshop) => Name("room", workshop);

    /// <summary>The phones of one set in a workshop; set 0 is everybody without a set.</summary>
    public static string Set(long workshop, long? set) => Name("set", workshop) + Name("/set", set ?? 0);

    /// <summary>
    /// The phones of advisors who stand with another set too and sit there: they hear what this set writes, not which room it is in.
    /// </summary>
    public static string Beside(long workshop, long? set) => Name("set", workshop) + Name("/beside", set ?? 0);

    /// <summary>A set's own place: its members and its advisor, signed in. No phone of a workshop hears it.</summary>
    public static string Space(long set) => Name("space", set);

    /// <summary>The open composers of a programme's sets.</summary>
    public static string Composer(long programme) => Name("composer", programme);

    /// <summary>Nobody listens here; it counts what is told to paired screens one by one, for what they have in common.</summary>
    internal const string AnyScreen = "screens";

    /// <summary>One paired screen.</summary>
    public static string Screen(long screen) => Name("screen", screen);

    /// <summary>The phones of one participant.</summary>
    public static string Participant(long participant) => Name("person", participant);

    private static string Name(string audience, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{audience}/{id}");
}
