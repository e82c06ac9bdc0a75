namespace WorkshopHub.Web.Demo;

/// <summary>The meeting of a set that runs at one of the demo's moments: whose turn it is, and what was asked in it so far.</summary>
internal static class DemoMeetingNow
{
    /// <summary>The meeting, as the content names it.</summary>
    public const string Meeting = "mt-set1-08";

    /// <summary>When the turn that runs began, on the clock of the content's own day.</summary>
    public static readonly TimeOnly Began = new(11, 20);

    /// <summary>For how many minutes it runs already.</summary>
    public const int Into = 33;

    /// <summary>When a meeting begins, on that clock.</summary>
    public static readonly TimeOnly Starts = new(8, 30);

    /// <summary>What else was asked in it: after how many minutes, by whom, the words, and whether they wait for whoever writes.</summary>
    public static IReadOnlyList<(int Minute, string By, string Text, bool Waits)> Asked { get; } =
    [
        (17, "m11", "Whom would a bad figure hurt?", false),
        (20, "m15", "What did the gangs say when they saw it?", false),
        (24, "m12", "What would thirty more days tell you that these five weeks don’t?", false),
        (27, "m14", "When did you last dig one of these holes yourself?", false),
        (30, "m15", "What are you waiting for?", true),
    ];

    /// <summary>Whether a turn is the one that runs.</summary>
    public static bool Is(DemoDay day, DemoMeeting plan, DemoSlot slot) =>
        day.At == DemoMoment.SetMeeting && plan.Id == Meeting && TimeOnly.FromDateTime(slot.StartedAt) == Began;
}
