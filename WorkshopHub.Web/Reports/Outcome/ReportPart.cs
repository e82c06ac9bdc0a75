namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>A section as it is drawn: the tree, and which figures' links this reader may follow.</summary>
/// <param name="Report">The whole report.</param>
/// <param name="Section">The section.</param>
/// <param name="Rights">What the reader may; null where it is drawn for nobody in particular, and then there are no links.</param>
public sealed record ReportPart(OutcomeReport Report, ReportSection Section, ReportRights? Rights)
{
    /// <summary>The partial that draws the section's content.</summary>
    public string Partial => $"/Reports/Outcome/{Section.Key switch
    {
        ReportSection.OnePage => "_OnePage",
        ReportSection.Problems => "_Problems",
        ReportSection.Decisions => "_Decisions",
        ReportSection.Work => "_Work",
        ReportSection.Doors => "_Doors",
        ReportSection.Learned => "_Learned",
        ReportSection.Together => "_Together",
        ReportSection.Help => "_Help",
        ReportSection.Next => "_Next",
        _ => "_Method",
    }}.cshtml";

    /// <summary>The section's figures.</summary>
    public IReadOnlyList<Figure> Figures { get; } = [.. Report.Of(Section.Key)];

    /// <summary>A figure by its key; one that says "not recorded" where there is none.</summary>
    public Figure this[string key] => Report.Find(key) ?? new Figure(Section.Key, key, key, null, "", null, "", Report.Head.MadeOn, "");

    /// <summary>Whether nothing was recorded of a figure: neither a number, nor why there is none yet.</summary>
    public static bool IsMissing(Figure figure) => figure is { Value: null, IsWithheld: false, Open: null };

    /// <summary>What was not recorded of a section, in one sentence; empty where nothing is missing.</summary>
    public static string Missing(IEnumerable<string> names) => string.Join("; ", names) is { Length: > 0 } all ? $"Not recorded: {all}." : "";

    /// <summary>What was not recorded among figures, and what else was not, in one sentence.</summary>
    public static string Missing(IEnumerable<Figure> figures, params IEnumerable<string> more) => Missing(figures.Where(IsMissing).Select(figure =>
        figure.Set is { } set ? $"{figure.Name} ({set.Name})" : char.ToLowerInvariant(figure.Name[0]) + figure.Name[1..]).Concat(more));

    /// <summary>Of several problems nothing was told yet: that is said once, and not of each.</summary>
    public bool NothingTold => Report.Problems is { Count: > 1 } stories
        && stories.All(story => story.Tried.Count + story.Happened.Count + story.Learned.Count + story.Next.Count == 0);

    /// <summary>A day with its year: 9 June 2026.</summary>
    public static string Day(DateOnly? day) => day is { } known ? known.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : Figure.NotRecorded;

    /// <summary>The page of a measure that somebody stands behind, where the reader may see it; null also where it can't be told from another of its name.</summary>
    public string? MeasureOf(MeasureConfirmed one) =>
        Report.Figures.Where(figure => figure.Set?.Id == one.Set.Id && figure.Name == one.Name && figure.Link?.StartsWith(StoryFigures.Measures, StringComparison.Ordinal) == true).ToList() is [var only]
            ? Rights?.LinkOf(only) : null;

    /// <summary>Out of how many, as it stands beside a number: of 72.</summary>
    public static string OutOf(Figure figure) => figure.N is { } n && figure.Value is not null && figure.Unit.Length == 0 && n != figure.Value
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" of {n}") : "";
}
