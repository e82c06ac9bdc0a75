using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>
/// All figures of a report in one long table, and what each of them counts. Each has out of how many it is, where it is from and for
/// which day it holds.
/// </summary>
internal static class FormFigures
{
    /// <summary>The figures, in their order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="noDay">What stands where the day of a figure is not known.</param>
    public static FormTable Of(OutcomeReport report, string noDay = Figure.NoDay) => All(report).Aggregate(
        new FormTable("Figures", "Section", "Key", "Figure", "Set", "Value", "Unit", "n", "As it is read", "Source", "Day", "About"),
        (table, one) => table.Row(
            ReportSection.TitleOf(one.Section), one.Key, one.Name, one.Set?.Name ?? "", one.IsWithheld ? one.Words : one.Value, one.Unit,
            one.N is { } n ? n : "", one.Words, one.Source.Length > 0 ? one.Source : null, one.AsOf is { } day ? day : noDay, one.About));

    /// <summary>What each figure counts.</summary>
    public static FormTable Definitions(OutcomeReport report) => All(report).Aggregate(
        new FormTable("Definitions", "Key", "Figure", "Section", "What it counts, and what to know", "n", "Unit", "Source", "Day"),
        (table, one) => table.Row(
            one.Key, one.Set is { } set ? $"{set.Name}: {one.Name}" : one.Name, ReportSection.TitleOf(one.Section), FigureMeaning.Of(one),
            one.N is { } n ? n : "not out of anything", one.Unit.Length > 0 ? one.Unit : "a count", one.Source.Length > 0 ? one.Source : null, one.AsOf is { } day ? day : Figure.NoDay));

    // What a measure should become is no figure of the report, since nobody has counted it; in a table it is wanted beside the others.
    private static IEnumerable<Figure> All(OutcomeReport report) => report.Figures.Concat(
        from story in report.Problems ?? []
        from measure in story.Measures
        where measure.Target is not null
        select new Figure(
            ReportSection.Problems, $"measure-{measure.Id}-aim", $"{measure.Name}, aim", measure.Target, measure.Unit, null, "The set’s own aim", report.Head.MadeOn,
            measure.LowerIsBetter ? "Less is better." : "More is better.")
        { Set = story.Set });
}
