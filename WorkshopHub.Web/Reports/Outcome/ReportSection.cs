namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>One of the ten sections, at its place in this report.</summary>
/// <param name="Key">Names it in addresses and in the file.</param>
/// <param name="Number">Its number among those that are shown, from 1; 0 where it is hidden.</param>
/// <param name="Title">What stands over it.</param>
/// <param name="IsShown">Whether readers see it.</param>
public sealed record ReportSection(string Key, int Number, string Title, bool IsShown)
{
    /// <summary>Six numbers and a line for each set.</summary>
    public const string OnePage = "one-page";

    /// <summary>What each set (or member) tried, what happened, what they learned.</summary>
    public const string Problems = "problems";

    /// <summary>What is asked of the sponsor, and what was answered.</summary>
    public const string Decisions = "decisions";

    /// <summary>Meetings, actions, guests.</summary>
    public const string Work = "work";

    /// <summary>Doors that were asked for and opened, and whether the time was there.</summary>
    public const string Doors = "doors";

    /// <summary>Learnings, reflections, goals.</summary>
    public const string Learned = "learned";

    /// <summary>The pulse and who would ring whom, before and after.</summary>
    public const string Together = "together";

    /// <summary>Offers and requests that met.</summary>
    public const string Help = "help";

    /// <summary>What goes on.</summary>
    public const string Next = "next";

    /// <summary>Who was asked, who confirmed what, what this can't show.</summary>
    public const string Method = "method";

    /// <summary>All ten in the order of the house, with their titles.</summary>
    public static IReadOnlyList<(string Key, string Title)> All { get; } =
    [
        (OnePage, "On one page"), (Problems, "Problem by problem"), (Decisions, "Decisions for the sponsor"),
        (Work, "The work of the sets"), (Doors, "Doors and time"), (Learned, "What people learned"),
        (Together, "How we work together"), (Help, "Help that happened"), (Next, "What next"), (Method, "Method and limits"),
    ];

    /// <summary>
    /// The sections in a chosen order. A key that is not one of them is passed over; one that is missing comes at its usual place
    /// behind those that were chosen.
    /// </summary>
    /// <param name="order">Keys in their order; empty for the order of the house.</param>
    /// <param name="hidden">Keys of those that are not shown.</param>
    public static IReadOnlyList<ReportSection> Arranged(IReadOnlyList<string> order, IReadOnlyCollection<string> hidden)
    {
        var number = 0;
        return
        [
            .. order.Where(key => All.Any(one => one.Key == key)).Distinct(StringComparer.Ordinal)
                .Concat(All.Select(one => one.Key).Where(key => !order.Contains(key, StringComparer.Ordinal)))
                .Select(key => hidden.Contains(key, StringComparer.Ordinal)
                    ? new ReportSection(key, 0, TitleOf(key), false) : new ReportSection(key, ++number, TitleOf(key), true)),
        ];
    }

    /// <summary>The title of a section.</summary>
    public static string TitleOf(string key) => All.First(one => one.Key == key).Title;
}
