using System.Globalization;
using Google.OrTools.Graph;
using Google.OrTools.Sat;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>One search for the best sets, and where there are none, for the rules that collide.</summary>
internal sealed class MixSearch : IDisposable
{
    /// <summary>How long the best sets are looked for, in seconds.</summary>
    public const double Seconds = 3.5;

    /// <summary>How long colliding rules are looked for, in seconds, all looks together.</summary>
    private const double ExplainSeconds = 1.2;

    private readonly Mix _mix;
    private readonly CancellationToken _cancellation;
    private readonly Lock _gate = new();
    private CpSolver? _solver;

    private MixSearch(Mix mix, CancellationToken cancellation) => (_mix, _cancellation) = (mix, cancellation);

    /// <summary>The settings of a search: a time limit, two threads and a fixed seed.</summary>
    public static string Settings(double seconds, int threads) => string.Create(
        CultureInfo.InvariantCulture, $"max_time_in_seconds:{seconds:0.0##} num_workers:{threads} random_seed:7");

    /// <summary>How long the next look for colliding rules may take, so that all of them together end in time; null where none is left.</summary>
    /// <param name="spent">Seconds since the first of them began.</param>
    public static double? NextLook(double spent) => ExplainSeconds - spent is > 0.01 and var left ? left : null;

    /// <summary>Searches; holds its thread until it is done.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public static MixResult Run(Mix mix, CancellationToken cancellation)
    {
        using var search = new MixSearch(mix, cancellation);
        using var stop = cancellation.Register(search.Halt);
        return search.Search();
    }

    /// <inheritdoc />
    public void Dispose() => _solver?.Dispose();

    private void Halt()
    {
        lock (_gate)
        {
            _solver?.StopSearch();
        }
    }

    private MixResult Search()
    {
        var model = new MixModel(_mix, explains: false);
        var (status, solver) = Solve(model, Settings(Seconds, Math.Clamp(Environment.ProcessorCount, 1, 2)));
        return status switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => new MixResult(
                Places(model.GroupsIn(solver)),
                new Proof(
                    (long)Math.Round(solver.ObjectiveValue), (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6),
                    Math.Round(solver.WallTime(), 1), _mix.Basis()), []),
            CpSolverStatus.Infeasible => new MixResult(null, null, Collision()),
            _ => new MixResult(null, null, []),
        };
    }

    private (CpSolverStatus Status, CpSolver Solver) Solve(MixModel model, string settings)
    {
        _cancellation.ThrowIfCancellationRequested();
        using var watch = new Watch(_cancellation);
        var solver = new CpSolver { StringParameters = settings };
        lock (_gate)
        {
            _solver?.Dispose();
            _solver = solver;
        }

        var status = solver.Solve(model.Model, watch);
        _cancellation.ThrowIfCancellationRequested();
        return (status, solver);
    }

    /// <summary>
    /// A smallest collision: the solver names switches that can't all be on; each is then left off by turns, and stays off where
    /// the others collide without it.
    /// </summary>
    private List<MixRule> Collision()
    {
        var began = TimeProvider.System.GetTimestamp();
        var core = Core(null, ExplainSeconds);
        foreach (var rule in core.ToList())
        {
            if (NextLook(TimeProvider.System.GetElapsedTime(began).TotalSeconds) is not { } left)
            {
                break;
            }

            List<MixRule> without = [.. core.Where(one => one != rule)];
            if (without.Count > 0 && Core(without, left) is { Count: > 0 } smaller)
            {
                core = smaller;
            }
        }

        return core;
    }

    /// <summary>Rules of these (of all where null) that can't all hold; empty where they can, or time is out.</summary>
    private List<MixRule> Core(List<MixRule>? among, double seconds)
    {
        var model = new MixModel(_mix, explains: true);
        var asked = model.Rules.Where(one => among is null || among.Contains(one.Rule)).ToList();
        model.Model.AddAssumptions(asked.Select(one => (ILiteral)one.Switch));
        var (status, solver) = Solve(model, $"{Settings(seconds, 1)} linearization_level:2");
        if (status != CpSolverStatus.Infeasible)
        {
            return [];
        }

        var named = solver.SufficientAssumptionsForInfeasibility().ToHashSet();
        var core = asked.Where(one => named.Contains(one.Switch.GetIndex())).Select(one => one.Rule).ToList();
        return core.Count > 0 ? core : [.. asked.Select(one => one.Rule)];
    }

    /// <summary>
    /// Which set each group becomes: locked people and chosen problems say it; of the others each becomes the set in which most
    /// of its people are already, so that as few as possible move; not the one that one of them advises or champions.
    /// </summary>
    private Dictionary<long, int> Places(IReadOnlyList<int> groups)
    {
        var people = _mix.People.Index().GroupBy(person => groups[person.Index], person => person.Item).ToDictionary(group => group.Key, group => group.ToList());
        var places = new Dictionary<int, int>();
        foreach (var (group, inside) in people)
        {
            if (inside.Find(person => person is { Locked: true, Place: not null }) is { Place: { } locked })
            {
                places[group] = locked;
            }
        }

        foreach (var (place, _) in _mix.Barred.Index().Where(set => _mix.Problems == 0 && set.Item.Count > 0 && !places.ContainsValue(set.Index)))
        {
            places[place] = place;
        }

        foreach (var (place, chosen) in _mix.Chosen.Index().Where(set => set.Item is not null && _mix.Problems > 0))
        {
            places.TryAdd(chosen!.Value, place);
        }

        var left = people.Keys.Where(group => !places.ContainsKey(group)).Order().ToList();
        var free = Enumerable.Range(0, _mix.Sets).Where(place => !places.ContainsValue(place)).ToList();
        using var assignment = new LinearSumAssignment();
        foreach (var (from, group) in left.Index())
        {
            foreach (var (to, place) in free.Index())
            {
                var own = _mix.Barred.ElementAtOrDefault(place) is { } barred && people[group].Exists(person => barred.Contains(person.Id));
                assignment.AddArcWithCost(from, to, (own ? Draft.MostPeople : 0) - people[group].Count(person => person.Place == place));
            }
        }

        if (left.Count > 0 && assignment.Solve() == LinearSumAssignment.Status.OPTIMAL)
        {
            foreach (var (from, group) in left.Index())
            {
                places[group] = free[assignment.RightMate(from)];
            }
        }

        return _mix.People.Index().ToDictionary(person => person.Item.Id, person => places[groups[person.Index]]);
    }

    /// <summary>Ends a search at its next solution where nobody waits any more: a stop before it begins is not heard.</summary>
    private sealed class Watch(CancellationToken cancellation) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback()
        {
            if (cancellation.IsCancellationRequested)
            {
                StopSearch();
            }
        }
    }
}
