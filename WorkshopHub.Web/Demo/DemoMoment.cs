namespace WorkshopHub.Web.Demo;

/// <summary>The moment at which the demo begins.</summary>
internal enum DemoMoment
{
    /// <summary>In the middle of the kick-off.</summary>
    KickOff,

    /// <summary>In the middle of the mid-term.</summary>
    MidTerm,

    /// <summary>In the middle of the final, while sets report.</summary>
    Final,

    /// <summary>After the final, while the sets of the next programme meet: two days after their third meeting.</summary>
    Finished,

    /// <summary>Ninety days after the final: sets and clients are asked what became of it, and some have said it.</summary>
    NinetyDays,
}

/// <summary>What the moments are called on the command line, and where in the plan they lie.</summary>
internal static class DemoMoments
{
    /// <summary>The words of the option, in order.</summary>
    public static IReadOnlyList<string> Words { get; } = ["kick-off", "mid-term", "final", "finished", "ninety-days"];

    /// <summary>The moment of a word, with or without its hyphen; or null.</summary>
    public static DemoMoment? Read(string? word) =>
        Words.Index().FirstOrDefault(one => one.Item == word || one.Item.Replace("-", "", StringComparison.Ordinal) == word) is { Item: not null } found ? (DemoMoment)found.Index : null;

    /// <summary>All workshops are over, and no room is open.</summary>
    public static bool IsOver(this DemoMoment moment) => moment >= DemoMoment.Finished;

    /// <summary>How many of the three workshops have begun.</summary>
    public static int Begun(this DemoMoment moment) => Math.Min((int)moment + 1, 3);

    /// <summary>The item in whose middle the demo begins.</summary>
    public static int Order(this DemoMoment moment) => moment switch { DemoMoment.KickOff => 7, DemoMoment.MidTerm => 5, _ => 4 };

    /// <summary>How long that item runs already.</summary>
    public static TimeSpan Into(this DemoMoment moment) =>
        TimeSpan.FromMinutes(moment switch { DemoMoment.KickOff => 5, DemoMoment.MidTerm => 6, _ => 36 });
}
