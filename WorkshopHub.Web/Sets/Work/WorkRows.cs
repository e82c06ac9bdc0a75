using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>All of the work on one problem, read in one snapshot.</summary>
public sealed record WorkRows
{
    /// <summary>Whose work it is.</summary>
    public required Place Place { get; init; }

    /// <summary>The phases that the set went through; none where each member has a problem of their own.</summary>
    public IReadOnlyList<PhaseStep> Phases { get; init; } = [];

    /// <summary>How the problem came to where it stands.</summary>
    public IReadOnlyList<ProblemStage> Stages { get; init; } = [];

    /// <summary>The versions of the solution, the newest first.</summary>
    public IReadOnlyList<Solution> Solutions { get; init; } = [];

    /// <summary>What they came from.</summary>
    public IReadOnlyList<SolutionFrom> From { get; init; } = [];

    /// <summary>What was studied, the newest first.</summary>
    public IReadOnlyList<StudyNote> Notes { get; init; } = [];

    /// <summary>What was decided, the newest first.</summary>
    public IReadOnlyList<WorkDecision> Decisions { get; init; } = [];

    /// <summary>What of notes and decisions is shown, and to whom.</summary>
    public IReadOnlyList<ShownTo> Shown { get; init; } = [];

    /// <summary>What was asked of the client.</summary>
    public IReadOnlyList<AgreementStep> Steps { get; init; } = [];

    /// <summary>The measures.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Their readings, the newest day first.</summary>
    public ILookup<long, MeasureReading> Readings { get; init; } = Array.Empty<MeasureReading>().ToLookup(one => one.MeasureId);

    /// <summary>The version that was decided last, or null.</summary>
    public Solution? Decided => Solutions.FirstOrDefault(one => one.DecidedOn is not null);

    /// <summary>The version that is being written, or null.</summary>
    public Solution? Draft => Solutions.FirstOrDefault(one => one.DecidedOn is null);

    /// <summary>The step that waits for the client, or null.</summary>
    public AgreementStep? Asked => Steps.FirstOrDefault(one => one.State == "Asked");

    /// <summary>Reads what the set itself reads.</summary>
    public static WorkRows Read(Reads reads, Place place)
    {
        var (set, of) = (place.SetId, place.MembershipId);
        return Outside(reads, place) with
        {
            From = SolutionFrom.Of(reads, set, of),
            Notes = StudyNote.Of(reads, set, of),
            Decisions = WorkDecision.Of(reads, set, of),
            Shown = ShownTo.Of(reads, set),
        };
    }

    /// <summary>Reads what others may read too: phases, measures, the client's steps, the solution. What it came from is the set's own.</summary>
    public static WorkRows Outside(Reads reads, Place place)
    {
        var (set, of) = (place.SetId, place.MembershipId);
        var measures = Measure.Of(reads, set, place.OwnerId);
        return new WorkRows
        {
            Place = place,
            Phases = of is null ? PhaseStep.Of(reads, set) : [],
            Stages = place.ProblemId is { } problem ? ProblemStage.Of(reads, problem) : [],
            Solutions = Solution.Of(reads, set, of),
            Steps = of is null ? AgreementStep.Of(reads, set) : [],
            Measures = measures,
            Readings = MeasureReading.Of(reads, JsonSerializer.Serialize(measures.Select(one => one.Id))).ToLookup(one => one.MeasureId),
        };
    }
}

/// <summary>That a note or a decision is shown to somebody outside the set, on purpose.</summary>
public sealed record ShownTo
{
    /// <summary>StudyNote or Decision.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its number.</summary>
    public long ThingId { get; init; }

    /// <summary>To whom: Client, Champion, Sponsor.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What a set shows at the moment.</summary>
    public static IReadOnlyList<ShownTo> Of(Reads reads, long set) => reads.Query<ShownTo>(
        """
        SELECT kind, CAST(thing_id AS INTEGER) AS ThingId, audience FROM share
        WHERE set_id = @set AND kind IN ('StudyNote', 'Decision') AND shared_at IS NOT NULL AND withdrawn_at IS NULL
        ORDER BY audience
        """,
        new { set });
}
