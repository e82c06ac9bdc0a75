using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>A report that was presented, with what is needed to answer it outside the room.</summary>
internal sealed record Answering
{
    /// <summary>Where it was presented.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its place in the report-out; where a set as a whole is answered, the place of its first member.</summary>
    public required Turn Turn { get; init; }

    /// <summary>The report.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The programme.</summary>
    public required long ProgrammeId { get; init; }

    /// <summary>The answer as it stands, or null.</summary>
    public required OutcomeAnswer? Given { get; init; }

    /// <summary>Where a set as a whole is answered: what its members reported and what their supervisors answered.</summary>
    public required IReadOnlyList<AskedDecision> Members { get; init; }

    /// <summary>The set as a whole is answered, beside its members.</summary>
    public bool IsWholeSet => Outcome.PersonId is null && Turn.PersonId is not null;

    /// <summary>Whom the answer is for: the member's name, else the set's.</summary>
    public string Name => IsWholeSet ? Turn.SetName : Turn.Name;

    /// <summary>It, for somebody who answers it; null for everybody else, and before it was presented.</summary>
    public static Answering? Find(Reads reads, long outcome, long person)
    {
        if (Outcome.Find(reads, outcome) is not { } found
            || reads.First<long?>(
                """
                SELECT t.activity_id FROM report_turn t JOIN outcome x ON x.id = t.outcome_id
                WHERE t.tell_at IS NOT NULL AND x.workshop_id = @WorkshopId AND x.set_id = @SetId AND (x.id = @Id OR @PersonId IS NULL)
                ORDER BY x.id <> @Id, t.tell_at DESC LIMIT 1
                """, found) is not { } told
            || Activity.Find(reads, told) is not { } activity)
        {
            return null;
        }

        var run = ReportRun.Read(reads, activity);
        var turn = run.Of(outcome);
        var may = turn is not null ? ReportRights.MayAnswer(reads, activity, person, turn) : ReportRights.MayAnswerSet(reads, run, person);
        if (!may || (turn ?? run.Turns.FirstOrDefault(one => one.SetId == found.SetId && one.HasBegun)) is not { } place)
        {
            return null;
        }

        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", found);
        return new Answering
        {
            Activity = activity,
            Turn = place,
            Outcome = found,
            ProgrammeId = programme,
            Given = run.Answers.FirstOrDefault(answer => answer.OutcomeId == outcome),
            Members = turn is null ? [.. AskedDecision.Of(reads, programme).Where(one => one.SetId == found.SetId && one.PersonId is not null)] : [],
        };
    }
}
