using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>What was said when it was asked whether the report is to be published.</summary>
/// <param name="Why">What is new in it; may be empty.</param>
/// <param name="IsSure">That it was read.</param>
/// <param name="Number">The number of the version that was offered.</param>
/// <param name="Version">The version of the draft that was read.</param>
public sealed record PublishForm(string Why, bool IsSure, long Number, long Version);

/// <summary>Freezes the report for everybody in the programme.</summary>
public static class Publishing
{
    private const int WhyMax = 160;

    /// <summary>Whether a programme's report may be published: from the final on, or when the programme is over.</summary>
    public static bool MayPublish(Reads reads, long programme) => Moments.Of(reads, programme).AtFinal;

    /// <summary>Publishes the report as it is now, and answers its number.</summary>
    /// <exception cref="RefusedException">It is too early, it was not read, something changed meanwhile (field Sure), or the words are too long (Why).</exception>
    public static long Publish(Writes writes, ActivityKinds kinds, long programme, PublishForm form, DateTimeOffset now, long by)
    {
        if (!MayPublish(writes, programme))
        {
            throw new RefusedException("Sure", "It can be published from the final on. Until then each set decides what others read of its work.");
        }

        if (form.Why.Length > WhyMax)
        {
            throw new RefusedException("Why", $"{form.Why.Length} characters. Keep it to {WhyMax}.");
        }

        if (!form.IsSure)
        {
            throw new RefusedException("Sure", "Read the draft once more, then tick this: a version can’t be taken back.");
        }

        if (ReportDraft.Of(writes, programme) is { } draft && draft.Version != form.Version)
        {
            var isOwn = writes.First<long?>("SELECT changed_by FROM report_draft WHERE programme_id = @programme", new { programme }) == by;
            throw new RefusedException("Sure", isOwn ? "You changed the draft in another window. Look at it again."
                : $"{(draft.ChangedBy.Length > 0 ? draft.ChangedBy : "Somebody")} changed the draft meanwhile. Look at it again.");
        }

        if (ReportVersion.Of(writes, programme) is [var last, ..] && last.Number >= form.Number)
        {
            var isOwn = writes.First<long?>("SELECT published_by FROM report_version WHERE id = @Id", last) == by;
            throw new RefusedException("Sure", $"{(isOwn ? "You" : last.PublishedBy.Length > 0 ? last.PublishedBy : "Somebody")} published version {last.Number} meanwhile. Look at it first.");
        }

        Programmes.Goals.RatingsTold.Tell(writes, programme);
        return ReportVersion.Publish(writes, LiveReport.Read(writes, kinds, programme, now)!, form.Why, by);
    }

    /// <summary>What readers get of the sections that are hidden: nothing of what is in them, and in some places that it is not shown. Null where none is hidden.</summary>
    private static string? Hidden(OutcomeReport report)
    {
        List<string> titles = [.. report.Sections.Where(section => !section.IsShown).Select(section => $"“{section.Title}”")];
        if (titles.Count == 0)
        {
            return null;
        }

        var readers = report.ForReaders();
        List<string> places = [.. readers.Shown.Where(section => Says(readers, section.Key)).Select(section => $"“{section.Title}”")];
        return $"{Names(titles)} {(titles.Count == 1 ? "is" : "are")} hidden: nothing of {(titles.Count == 1 ? "it" : "them")} is in the version{(HasNumbers(report) ? ", but for the six numbers on one page" : "")}"
            + (places.Count == 0 ? "." : $", and {Names(places)} {(places.Count == 1 ? "says" : "say")} where something is {EvidenceLevel.NotShown}.");
    }

    // Section 1 keeps its own six numbers, also those of the sets' work and of the decisions.
    private static bool HasNumbers(OutcomeReport report) => report.Sections.Any(section => section is { Key: ReportSection.OnePage, IsShown: true })
        && report.Sections.Any(section => section is { Key: ReportSection.Work or ReportSection.Decisions, IsShown: false });

    /// <summary>Whether a section that is shown says of another one that it is not.</summary>
    private static bool Says(OutcomeReport report, string section) => section switch
    {
        ReportSection.OnePage => report is { Problems: null, OnePage.Lines.Count: > 0 },
        ReportSection.Next => report.Decisions is null,
        ReportSection.Method => report.Method is { } method && method.Evidence.Any(level => level.Sections.Count == 0 && level.None(report) == EvidenceLevel.NotShown),
        _ => false,
    };

    private static string Names(List<string> all) => all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";

    /// <summary>What is not there yet, in sentences: nothing of it stops a report.</summary>
    public static IEnumerable<string> Misses(OutcomeReport report)
    {
        if (Hidden(report) is { } hidden)
        {
            yield return hidden;
        }

        if (report.Decisions?.Count(one => one.Asked.Length > 0 && one.Answer is null) is > 0 and var waits)
        {
            yield return $"{(waits == 1 ? "One decision waits" : $"{waits} decisions wait")} for an answer.";
        }

        if (report.Problems?.Count(story => story.ToldOn is null) is > 0 and var untold)
        {
            yield return $"{(untold == 1 ? "One report was" : $"{untold} reports were")} not told to all, and {(untold == 1 ? "its words are" : "their words are")} not in it.";
        }

        var measures = (report.Problems ?? []).SelectMany(story => story.Measures).Where(measure => measure.Now is not null).ToList();
        if (measures.Count(measure => measure.Standing != "Confirmed") is > 0 and var open)
        {
            yield return $"{(open == 1 ? "One figure is" : $"{open} figures are")} not confirmed by the one whom {(open == 1 ? "it belongs" : "they belong")} to.";
        }

        if (report.Learned is { GoalsWait: true })
        {
            yield return "How far members said to be with their goals is not told yet: it is in the version, as far as five or more of them said something.";
        }

        if (report.Introduction.Length == 0)
        {
            yield return "It has no introduction.";
        }
    }
}
