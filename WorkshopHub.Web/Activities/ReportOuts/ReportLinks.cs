using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>The reports that somebody may write beforehand, and what an invented person answers in a rehearsal.</summary>
public static class ReportLinks
{
    /// <summary>
    /// How many days before its workshop a report waits for whoever writes it: a set has worked by then, and has its figures. Before that it
    /// may be written, and nobody is asked for it; as long as people are still asked whether they take part, it isn't told at all.
    /// </summary>
    public const int WaitsFor = 28;

    /// <summary>The reports of a planned report-out that a person may write: the own set's or one's own, an advisor those of the sets.</summary>
    public static IEnumerable<OwnLink> Of(Reads reads, Activity activity, long person, DateOnly today)
    {
        if (activity.State == ActivityState.Closed || IsFarOff(reads, activity))
        {
            return [];
        }

        var (when, slides) = (OtherTimes.Of(reads, activity), ReportOutSettings.Parse(activity.Settings).Slides.Count);
        var mine = ReportRights.WritesFor(reads, person);
        var waits = Waits(reads, activity, today);
        return Turn.Of(reads, activity).Where(turn => mine.Advises.Contains(turn.SetId)
            || (mine.IsIn.Contains(turn.SetId) && (turn.PersonId is null || turn.PersonId == person))).Select(turn => new OwnLink(
            string.Create(CultureInfo.InvariantCulture, $"/reports/{activity.Id}/{turn.Key}"),
            $"Report of {turn.Name}",
            $"{when.Workshop}, {when.Day}. " + (turn.Written == 0 ? "Nothing is written yet." : $"{Math.Min(turn.Written, slides)} of {slides} slides written."),
            turn.SetId, ToDo: waits)
            {
                By = when.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                As = mine.IsIn.Contains(turn.SetId) ? null : Role.Advisor,
                Verb = turn.Written == 0 ? "Write it" : "Go on",
                SetPosition = turn.SetPosition,
                SetName = turn.SetName,
            });
    }

    private static bool IsFarOff(Reads reads, Activity activity) => reads.First<bool>(
        "SELECT g.state IN ('Draft', 'Recruiting') FROM workshop w JOIN programme g ON g.id = w.programme_id WHERE w.id = @WorkshopId", new { activity.WorkshopId });

    private static bool Waits(Reads reads, Activity activity, DateOnly today) => reads.First<bool>(
        """
        SELECT w.state <> 'Planned' OR (g.state = 'Running' AND w.date <= @soon)
        FROM workshop w JOIN programme g ON g.id = w.programme_id WHERE w.id = @WorkshopId
        """,
        new { activity.WorkshopId, soon = LocalDay.Text(today.AddDays(WaitsFor)) });

    /// <summary>An answer, or a client's next step, that somebody invented gives; null where nothing waits for them.</summary>
    public static IReadOnlyDictionary<string, string>? Answer(ReportFeed feed, Random chance)
    {
        if (!ReportRights.IsKnown(feed.Seat) || !feed.Run.TakesAnswers)
        {
            return null;
        }

        var waiting = feed.ToAnswer.Where(report => report.Answer is null).Select(report => report.Turn.OutcomeId!.Value.ToString(CultureInfo.InvariantCulture))
            .Concat(feed.SetsToAnswer.Where(turn => feed.Run.AnswerToSet(turn.SetId) is null).Select(ReportDecide.KeyOf)).FirstOrDefault();
        if (waiting is not null)
        {
            return new Dictionary<string, string>
            {
                ["decide"] = waiting,
                [$"decision.{waiting}"] = (chance.Next(2) == 0 ? Decision.Adopt : Decision.Extend).ToString(),
                [$"words.{waiting}"] = "Go on with it. I answer for what it costs.",
            };
        }

        return feed.ToStep.FirstOrDefault(turn => feed.Run.StepOf(turn) is null)?.OutcomeId is not { } outcome ? null : new Dictionary<string, string>
        {
            ["step"] = outcome.ToString(CultureInfo.InvariantCulture),
            [$"next.{outcome}"] = "I bring it to our people, and try it on one shift.",
        };
    }
}
