using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>
/// The report as slides (PPTX): the cover, and one for each section that is shown, in its order. Letters grow smaller before a table
/// or words that are too long go on to another slide; details stand in the notes under it.
/// </summary>
internal static class ReportDeck
{
    private static readonly double[] _scales = [1, 0.93, 0.86, 0.8, 0.74, 0.68];

    /// <summary>The file.</summary>
    public static byte[] Of(OutcomeReport report) => DeckFile.Of(
        $"{report.Head.Programme}, outcome report", report.Head.Organisation, Foot(report.Head), Utc.Parse(report.Head.MadeAt), Pages(report));

    /// <summary>The slides.</summary>
    public static IReadOnlyList<DeckPage> Pages(OutcomeReport report) => [Cover(report.Head), .. Introduction(report), .. report.Shown.SelectMany(section => Section(report, section))];

    /// <summary>The foot of each slide: whose report it is, and which version.</summary>
    public static string Foot(ReportHead head) =>
        string.Join(" · ", new[] { head.Organisation, head.Programme, $"Outcome report, {head.VersionWords.ToLowerInvariant()}, {Day(head.MadeOn)}" }.Where(part => part.Length > 0));

    /// <summary>A day with its year: 9 June 2026.</summary>
    public static string Day(DateOnly day) => $"{LocalDay.WithMonth(day)} {day.Year}";

    private static DeckPage Cover(ReportHead head)
    {
        var lines = new List<Para> { new("Outcome report", 22, true) { After = 6 } };
        if (head.Sponsors.Count > 0)
        {
            lines.Add(new Para($"For {string.Join(" and ", head.Sponsors.Select(sponsor => sponsor.JobTitle.Length > 0 ? $"{sponsor.Name}, {sponsor.JobTitle}" : sponsor.Name))}", 18) { After = 6 });
        }

        lines.Add(new Para($"{head.VersionWords}, {Day(head.MadeOn)}{(head.PublishedBy.Length > 0 ? $", published by {head.PublishedBy}" : "")}", 14, false, Ink.Soft));
        if (head.IsDraft)
        {
            lines.Add(new Para("A draft: its figures change with what is recorded.", 14, true, "9C1F1A"));
        }

        if (head.ClosedReason.Length > 0)
        {
            lines.Add(new Para($"The programme ended early: {head.ClosedReason}", 14));
        }

        return new DeckPage(head.Programme, head.Organisation, cover: true).Put(id => Draw.Text(id, "About", new Box(48, 290, 864, 190), lines));
    }

    private static IReadOnlyList<DeckPage> Introduction(OutcomeReport report) => report.Introduction.Length == 0 ? []
        : Fitted(scale => new Flow("To begin with", "", scale).Say(PlainMarkdown.Of(report.Introduction).Select(line => new Para(line, 16) { After = 8 })).Pages);

    // What is too long for one slide at any size goes on to others at one that can be read from a distance.
    private static IReadOnlyList<DeckPage> Fitted(Func<double, IReadOnlyList<DeckPage>> filled) =>
        _scales.Select(filled).FirstOrDefault(all => all.Count < 2) ?? filled(_scales[1]);

    private static IReadOnlyList<DeckPage> Section(OutcomeReport report, ReportSection section)
    {
        var eyebrow = string.Create(CultureInfo.InvariantCulture, $"Section {section.Number}");
        var pages = Fitted(Filled) is { Count: > 0 } some ? some : Nothing(section.Title, eyebrow);
        pages[0].Notes = [.. SlideNotes.Of(report, section.Key)];
        return pages;

        IReadOnlyList<DeckPage> Filled(double scale)
        {
            var flow = new Flow(section.Title, eyebrow, scale);
            switch (section.Key)
            {
                case ReportSection.OnePage when report.OnePage is { } page:
                    GlanceSlide.Fill(flow, report, page);
                    break;
                case ReportSection.Problems:
                    ProblemsSlide.Fill(flow, report.Problems ?? []);
                    break;
                default:
                    SectionSlides.Fill(flow, report, section.Key);
                    break;
            }

            return flow.Pages;
        }
    }

    private static IReadOnlyList<DeckPage> Nothing(string title, string eyebrow) =>
        new Flow(title, eyebrow).Say(new Para("Not recorded.", 18) { After = 6 }, new Para("Nobody wrote anything down for this section.", 14, false, Ink.Soft)).Pages;
}
