using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>The report as the facilitator arranges it, as typed.</summary>
public sealed class EditorForm
{
    /// <summary>Characters of an introduction: about two pages.</summary>
    public const int IntroductionMax = 6000;

    /// <summary>The introduction in Markdown.</summary>
    public string? Introduction { get; set; }

    /// <summary>Keys of the sections in the order of the page.</summary>
    public IReadOnlyList<string> Order { get; set; } = [];

    /// <summary>Keys of those that are shown.</summary>
    public IReadOnlyList<string> Shown { get; set; } = [];

    /// <summary>Keys of the chosen quotes.</summary>
    public IReadOnlyList<string> Quotes { get; set; } = [];

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The sections as they stand in the form.</summary>
    public IReadOnlyList<ReportSection> Sections =>
        ReportSection.Arranged(Order, [.. ReportSection.All.Select(section => section.Key).Where(key => !Shown.Contains(key, StringComparer.Ordinal))]);

    /// <summary>The form of a draft.</summary>
    public static EditorForm Of(ReportDraft draft) => new()
    {
        Introduction = draft.Introduction,
        Order = [.. ReportSection.Arranged(draft.Order, []).Select(section => section.Key)],
        Shown = [.. ReportSection.All.Select(section => section.Key).Except(draft.Hidden, StringComparer.Ordinal)],
        Quotes = draft.Quotes,
        Version = draft.Version,
    };

    /// <summary>Moves a section up (-1) or down (1).</summary>
    public void Move(string key, int by)
    {
        var order = Sections.Select(section => section.Key).ToList();
        var at = order.IndexOf(key);
        if (at >= 0 && at + by >= 0 && at + by < order.Count)
        {
            (order[at], order[at + by]) = (order[at + by], order[at]);
        }

        Order = order;
    }

    /// <summary>What is to be kept.</summary>
    /// <exception cref="RefusedException">The introduction is too long, or nothing would be shown.</exception>
    public ReportDraft Read(long programme)
    {
        var introduction = (Introduction ?? "").ReplaceLineEndings("\n").Trim();
        if (new StringInfo(introduction).LengthInTextElements is > IntroductionMax and var length)
        {
            throw new RefusedException("Introduction", $"{length} characters. Keep it to {IntroductionMax}: about two pages.");
        }

        var sections = Sections;
        return sections.All(section => !section.IsShown)
            ? throw new RefusedException("Shown", "Show one section at least.")
            : new ReportDraft
            {
                ProgrammeId = programme,
                Introduction = introduction,
                Order = [.. sections.Select(section => section.Key)],
                Hidden = [.. sections.Where(section => !section.IsShown).Select(section => section.Key)],
                Quotes = [.. Quotes.Distinct(StringComparer.Ordinal)],
                Version = Version,
            };
    }
}
