using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.During;

/// <summary>Ninety days after the final: asks what became of the outcomes, and plans the day on which the report is made anew at the latest.</summary>
public sealed class AskWhatBecame : IDueWork
{
    /// <inheritdoc />
    public string Kind => Became.Work;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        if (Became.Ask(writes, thing) > 0)
        {
            Due.Plan(writes, Renewal.Word, thing, Utc.Parse(writes.Now).AddDays(Renewal.Days));
        }
    }
}

/// <summary>
/// What became of the outcomes goes into a new version of the report: as soon as everybody who was asked has said it, or when the
/// days for it are over, and again whenever somebody says it later or corrects it; so do figures that are read when the programme is
/// closed. It is arranged as the last version was: a draft that nobody has published yet stays a draft. Of a programme whose report
/// was never published none is made.
/// </summary>
public sealed class Renewal(ActivityKinds kinds) : IDueWork
{
    /// <summary>Its kind; the thing is the final.</summary>
    public const string Word = Became.Renewal;

    /// <summary>What is new in that version.</summary>
    public const string Why = "What became of it, ninety days after the final";

    /// <summary>What is new in one after it, where somebody has said it later or otherwise.</summary>
    public const string Again = "What became of it, as it was said or corrected since";

    /// <summary>What is new in one for which nobody has said what became of it.</summary>
    public const string Figures = "Figures that were read, corrected or confirmed since";

    /// <summary>How many days people have until the report is made with what there is.</summary>
    public const int Days = 28;

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        var programme = writes.First<long?>(
            "SELECT w.programme_id FROM workshop w JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL WHERE w.id = @thing", new { thing });
        if (programme is { } id && ReportVersion.Of(writes, id) is [var last, ..] && ReportVersion.Report(writes, id, last.Number) is { } before)
        {
            RatingsTold.Tell(writes, id);
            var report = LiveReport.Read(writes, kinds, id, Utc.Parse(writes.Now), ReportDraft.Of(before))!;
            ReportVersion.Publish(writes, report, WhyOf(writes, id, before, report), null);
        }
    }

    private static string WhyOf(Writes writes, long programme, OutcomeReport before, OutcomeReport report)
    {
        var asked = Became.Of(writes, programme);
        return asked.Count > 0 && !WasTold(writes, programme) && asked.All(one => one.State is not null || Utc.Parse(one.AskedAt).AddDays(Days) <= Utc.Parse(writes.Now)) ? Why
            : Words(before).SequenceEqual(Words(report)) ? Figures : Again;

        static IEnumerable<BecameOf> Words(OutcomeReport of) => (of.Problems ?? []).SelectMany(story => story.Became);
    }

    private static bool WasTold(Reads reads, long programme) => ReportVersion.Of(reads, programme).Any(version => version.Why == Why);

    /// <summary>
    /// Somebody has said what became of an outcome: when nobody is asked any more, the new version is made at once; where it was made
    /// with what there was, each later word makes another one.
    /// </summary>
    public static void Said(Writes writes, BecameAsked asked)
    {
        if (Became.AllSaid(writes, asked.WorkshopId) || WasTold(writes, asked.ProgrammeId))
        {
            Due.Plan(writes, Word, asked.WorkshopId, Utc.Parse(writes.Now));
        }
    }
}
