using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
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
/// days for it are over. Of a programme whose report was never published none is made.
/// </summary>
public sealed class Renewal(ActivityKinds kinds) : IDueWork
{
    /// <summary>Its kind; the thing is the final.</summary>
    public const string Word = "ReportAfterNinetyDays";

    /// <summary>What is new in that version.</summary>
    public const string Why = "What became of it, ninety days after the final";

    /// <summary>How many days people have until the report is made with what there is.</summary>
    public const int Days = 28;

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        var programme = writes.First<long?>(
            "SELECT w.programme_id FROM workshop w JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL WHERE w.id = @thing", new { thing });
        if (programme is { } id && ReportVersion.Of(writes, id).Count > 0 && LiveReport.Read(writes, kinds, id, Utc.Parse(writes.Now)) is { } report)
        {
            ReportVersion.Publish(writes, report, Why, null);
        }
    }

    /// <summary>Somebody has said what became of an outcome: when nobody is asked any more, the new version is made at once.</summary>
    public static void Said(Writes writes, BecameAsked asked)
    {
        if (Became.AllSaid(writes, asked.WorkshopId))
        {
            Due.Plan(writes, Word, asked.WorkshopId, Utc.Parse(writes.Now));
        }
    }
}
