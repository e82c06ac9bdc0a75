using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>The report as slides (PPTX): the cover, and each section that is shown, in its order; where one needs more room, another slide.</summary>
internal static class ReportDeck
{
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

    private static IEnumerable<DeckPage> Introduction(OutcomeReport report) => report.Introduction.Length == 0 ? []
        : new Flow("To begin with", "").Say(PlainMarkdown.Of(report.Introduction).Select(line => new Para(line, 16) { After = 8 })).Pages;

    private static IEnumerable<DeckPage> Section(OutcomeReport report, ReportSection section)
    {
        var eyebrow = string.Create(CultureInfo.InvariantCulture, $"Section {section.Number}: {section.Title}");
        if (section.Key == ReportSection.Problems)
        {
            return report.Problems is { Count: > 0 } stories ? stories.SelectMany(story => StorySlide.Of(story, eyebrow)) : Nothing(section.Title, eyebrow);
        }

        var flow = new Flow(section.Title, eyebrow);
        if (section.Key == ReportSection.OnePage && report.OnePage is { } page)
        {
            GlanceSlide.Fill(flow, report, page);
        }
        else
        {
            SectionSlides.Fill(flow, report, section.Key);
        }

        return flow.Pages.Count > 0 ? flow.Pages : Nothing(section.Title, eyebrow);
    }

    private static IReadOnlyList<DeckPage> Nothing(string title, string eyebrow) =>
        new Flow(title, eyebrow).Say(new Para("Not recorded.", 18) { After = 6 }, new Para("Nobody wrote anything down for this section.", 14, false, Ink.Soft)).Pages;
}
