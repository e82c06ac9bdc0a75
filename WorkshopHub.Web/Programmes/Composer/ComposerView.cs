using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>All that the composer's page shows, of one moment.</summary>
public sealed record ComposerView
{
    /// <summary>How many are listed of those who could be taken in; more are found by words.</summary>
    public const int MostFound = 200;

    /// <summary>The programme.</summary>
    public required ProgrammeRow Programme { get; init; }

    /// <summary>The draft, or null where none is begun.</summary>
    public Draft? Draft { get; init; }

    /// <summary>The programme's sets as they are.</summary>
    public IReadOnlyList<SetRow> There { get; init; } = [];

    /// <summary>Everybody of the draft, and every member.</summary>
    public IReadOnlyList<Candidate> People { get; init; } = [];

    /// <summary>Everybody around the sets.</summary>
    public IReadOnlyList<RoleRow> Roles { get; init; } = [];

    /// <summary>The ranks, or null where sets come first.</summary>
    public Interest? Interest { get; init; }

    /// <summary>The sets of the draft.</summary>
    public IReadOnlyList<SetView> Sets { get; init; } = [];

    /// <summary>The figures as the draft stands.</summary>
    public Figures? Now { get; init; }

    /// <summary>The figures before the last press, or null.</summary>
    public Figures? Before { get; init; }

    /// <summary>Rules broken before the last press.</summary>
    public int BrokenBefore { get; init; }

    /// <summary>What was pressed last, or null.</summary>
    public DraftStep? Last { get; init; }

    /// <summary>What changed elsewhere since the draft took people in.</summary>
    public IReadOnlyList<Moved> Elsewhere { get; init; } = [];

    /// <summary>What was put in place last, or null.</summary>
    public Placing? Placed { get; init; }

    /// <summary>Why that can't be taken back any more, or null where it can.</summary>
    public string? Stuck { get; init; }

    /// <summary>When that was, in local words.</summary>
    public string PlacedAt { get; init; } = "";

    /// <summary>Who could be taken in.</summary>
    public IReadOnlyList<Candidate> Free { get; init; } = [];

    /// <summary>What tells this state from every other.</summary>
    public string Mark { get; init; } = "";

    /// <summary>A print of what a proof would hold for now.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Who waits beside the sets.</summary>
    public IReadOnlyList<Candidate> Waiting => [.. People.Where(one => Draft!.Person(one.Id) is { Position: null })];

    /// <summary>How many rules are broken.</summary>
    public int Broken => Sets.Sum(set => set.Words.Count(word => word.Sort == "bad"));

    /// <summary>Whether sets of this programme have a champion.</summary>
    public bool NeedsChampion => Programme.Format == "CommonProblem";

    /// <summary>Somebody's name.</summary>
    public string NameOf(long person) => People.FirstOrDefault(one => one.Id == person)?.Name ?? "Somebody";

    /// <summary>The proposal's proof, while it holds for these people, locks and rules.</summary>
    public Proof? Proof => Draft?.Proof is { } proof && proof.Basis == Basis ? proof : null;

    /// <summary>Reads it; null where there is no such programme.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="words">By which people to take in are looked for.</param>
    /// <param name="ticked">Who is ticked already; they are listed, whatever is looked for.</param>
    public static ComposerView? Read(Reads reads, long programmeId, string? words, IReadOnlyList<long> ticked)
    {
        if (ProgrammeRow.Find(reads, programmeId) is not { } programme)
        {
            return null;
        }

        var placed = Placing.Last(reads, programmeId);
        var view = new ComposerView
        {
            Programme = programme,
            Draft = DraftTable.Find(reads, programmeId),
            There = SetRow.Of(reads, programmeId),
            People = Candidate.Of(reads, programmeId),
            Roles = RoleRow.Of(reads, programmeId),
            Interest = Interest.Read(reads, programmeId),
            Placed = placed,
            PlacedAt = placed is null ? "" : LocalTime.DayAndClock(Utc.Parse(placed.At), LocalTime.ZoneOf(reads)),
            Stuck = placed?.Stuck(Standing.Read(reads, programmeId)),
            Last = DraftTable.LastStep(reads, programmeId),
            Mark = DraftTable.MarkOf(reads, programmeId),
            Free = Candidate.Free(reads, programmeId, Line.Clean(words), ticked, MostFound),
        };
        if (view.Draft is not { } draft)
        {
            return view;
        }

        var before = view.Last?.Draft;
        return view with
        {
            Sets = view.SetsOf(draft),
            Now = view.FiguresOf(draft),
            Before = before is null ? null : view.FiguresOf(before),
            BrokenBefore = before is null ? 0 : view.SetsOf(before).Sum(set => set.Words.Count(word => word.Sort == "bad")),
            Elsewhere = DraftFollow.Since(draft, MemberRow.Of(reads, programmeId)),
            Basis = Mix.Of(draft, view.People, view.Interest).Basis(),
        };
    }

    /// <summary>The figures of a draft of this programme.</summary>
    public Figures FiguresOf(Draft draft)
    {
        var best = Best(draft);
        return Figures.Of(Mix.Of(draft, People, Interest), Interest is not { Counts: true } interest ? null
            : draft.Sets.Zip(best).Sum(set => draft.People.Where(one => one.Position == set.First.Position)
                .Sum(one => set.Second is { } problem ? (long)interest.CostOf(one.PersonId, problem) : 0)));
    }

    /// <summary>The sets of a draft of this programme.</summary>
    public IReadOnlyList<SetView> SetsOf(Draft draft) =>
        [.. draft.Sets.Zip(Best(draft)).Select(set => SetView.Of(draft, set.First, People, Roles, Interest, set.Second, NeedsChampion))];

    private IReadOnlyList<long?> Best(Draft draft) => Interest is not { Counts: true } interest ? [.. draft.Sets.Select(_ => (long?)null)]
        : interest.Best([.. draft.Sets.Select(set => (set.SetId, (IReadOnlyList<long>)
            [.. draft.People.Where(one => one.Position == set.Position).Select(one => one.PersonId)]))]);
}
