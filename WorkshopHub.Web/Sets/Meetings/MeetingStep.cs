namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>A step of a set meeting, in the order in which a set goes through them.</summary>
/// <param name="Key">Its name in the file, and the end of its address; the check-in is the meeting's own address.</param>
/// <param name="Title">What people call it.</param>
public sealed record MeetingStep(string Key, string Title)
{
    /// <summary>What is different since last time, and who is here.</summary>
    public static readonly MeetingStep CheckIn = new("check-in", "Check-in");

    /// <summary>Every action that is due: what I did, what happened, what I learned.</summary>
    public static readonly MeetingStep Report = new("report", "Report back");

    /// <summary>Who needs the time first.</summary>
    public static readonly MeetingStep Order = new("order", "Order of airtime");

    /// <summary>Each member's own time: an account, then questions.</summary>
    public static readonly MeetingStep Airtime = new("airtime", "Airtime");

    /// <summary>Format 2: a guest, and the work on the set's one problem.</summary>
    public static readonly MeetingStep Work = new("work", "The work");

    /// <summary>What we set out to do, what happened, why the difference, what we will do otherwise.</summary>
    public static readonly MeetingStep Reflect = new("reflect", "Reflection");

    /// <summary>What the set decides together to tell others.</summary>
    public static readonly MeetingStep Leaves = new("leaves", "What leaves the room");

    private static readonly MeetingStep[] _common = [CheckIn, Report, Order, Airtime, Work, Reflect, Leaves];
    private static readonly MeetingStep[] _own = [CheckIn, Report, Order, Airtime, Reflect, Leaves];

    /// <summary>The steps of a meeting: with one problem for all there is a block of work on it.</summary>
    public static IReadOnlyList<MeetingStep> Of(bool common) => common ? _common : _own;

    /// <summary>A step by its key, or null.</summary>
    public static MeetingStep? Find(string? key) => Array.Find(_common, step => step.Key == key);

    /// <summary>Whether it comes when every turn is over.</summary>
    public bool IsAfterAirtime => Array.IndexOf(_common, this) > Array.IndexOf(_common, Airtime);

    /// <summary>What follows the meeting's own address.</summary>
    public string Path => this == CheckIn ? "" : $"/{Key}";
}
