using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Reports.Editor;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Demo;

/// <summary>The outcome report: arranged by the facilitator after the final, and published two days later.</summary>
internal static class DemoOutcomeReport
{
    private const string Introduction =
        """
        Six sets met for six months, each on a problem that had come back for years. This report says what they tried, what happened and what they ask for. Where something is not known, it says so.

        **For a board paper** the first page is enough. The pages behind it hold what stands behind each figure, and who confirmed it.

        ## What struck us

        - In every set somebody already knew, and had not been asked, or had no address to send it to.
        - What moved things was small and local: an owner after four o’clock, a name on an alarm, the right to start without ringing first.
        - Two results are early signs only. No winter has passed yet.
        """;

    private static readonly string[] _begins =
    [
        "The cheapest stone was our dearest.", "A technician who hears his own probe", "Five of twelve streets", "First drill: one person rang everyone.",
        "A third of the defects", "It's the second winter's standby",
    ];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, ActivityKinds kinds)
    {
        var programme = sets.Content.Programmes[0];
        var final = programme.Workshops[^1].Date;
        var by = sets.People.Person(DemoOrganisationSeed.FacilitatorKey);
        var id = sets.People.Programme(programme.Id);
        sets.At(sets.On(final.AddDays(1), 15, 10), "Report, arranged", writes => ReportDraft.Save(writes, new ReportDraft
        {
            ProgrammeId = id,
            Introduction = Introduction,
            Quotes = Chosen(LiveReport.Released(writes, id, sets.On(final.AddDays(1), 15, 10))),
        }, by));
        sets.At(sets.On(final.AddDays(2), 9, 30), "Report, published", writes => Publishing.Publish(
            writes, kinds, id, new PublishForm("", true, 1, ReportDraft.Of(writes, id).Version), sets.On(final.AddDays(2), 9, 30), by));
    }

    // One of each set, as the facilitator chose them.
    private static string[] Chosen(IReadOnlyList<Quote> released) =>
        [.. released.Where(quote => _begins.Any(begin => quote.Text.StartsWith(begin, StringComparison.Ordinal))).Select(quote => quote.Key)];
}
