using Google.OrTools.Sat;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>
/// The mix as constraints. A group is a set, or (where interest comes first) a problem that one of the sets takes on: then
/// the sum of ranks is plain, and no two groups are alike.
/// </summary>
internal sealed class MixModel
{
    private readonly Mix _mix;
    private readonly bool _explains;
    private readonly BoolVar[,] _in;
    private readonly BoolVar[]? _used;
    private readonly List<LinearExpr> _costs = [];

    /// <summary>Writes the mix down.</summary>
    /// <param name="mix">What is to be solved.</param>
    /// <param name="explains">False to find the best sets; true to ask which rules collide: each then has a switch.</param>
    public MixModel(Mix mix, bool explains)
    {
        (_mix, _explains) = (mix, explains);
        Groups = mix.Problems > 0 ? mix.Problems : mix.Sets;
        _in = new BoolVar[mix.People.Count, Groups];
        for (var person = 0; person < mix.People.Count; person++)
        {
            for (var group = 0; group < Groups; group++)
            {
                _in[person, group] = Model.NewBoolVar("");
            }

            Model.AddExactlyOne(Enumerable.Range(0, Groups).Select(group => (ILiteral)_in[person, group]));
        }

        _used = mix.Problems > 0 ? [.. Enumerable.Range(0, Groups).Select(_ => Model.NewBoolVar(""))] : null;
        Sizes();
        Alike();
        Apart();
        Locks();
        if (!explains)
        {
            Ranks();
            Hint();
            Model.Minimize(LinearExpr.Sum(_costs) - (Mix.UnevenPair * Mix.EvenPairs(mix.People.Count, mix.Sets)));
        }
    }

    /// <summary>The constraints.</summary>
    public CpModel Model { get; } = new();

    /// <summary>How many groups people are shared out to.</summary>
    public int Groups { get; }

    /// <summary>The rules and their switches, where it explains.</summary>
    public List<(MixRule Rule, BoolVar Switch)> Rules { get; } = [];

    /// <summary>The group of each person in a solution.</summary>
    public IReadOnlyList<int> GroupsIn(CpSolver solver) =>
        [.. _mix.People.Index().Select(person => Enumerable.Range(0, Groups).First(group => solver.BooleanValue(_in[person.Index, group])))];

    private LinearExpr Count(IEnumerable<int> people, int group) => LinearExpr.Sum(people.Select(person => _in[person, group]));

    private void Keep(Constraint constraint, params IReadOnlyList<MixRule> rules)
    {
        if (!_explains)
        {
            return;
        }

        constraint.OnlyEnforceIf([.. rules.Select(rule =>
        {
            if (Rules.FirstOrDefault(one => one.Rule == rule) is { Switch: { } there })
            {
                return (ILiteral)there;
            }

            Rules.Add((rule, Model.NewBoolVar("")));
            return Rules[^1].Switch;
        })]);
    }

    private void Sizes()
    {
        var all = Enumerable.Range(0, _mix.People.Count).ToList();
        for (var group = 0; group < Groups; group++)
        {
            var size = Count(all, group);
            if (_used is null)
            {
                Keep(Model.Add(size >= Draft.Least), new MixRule(MixRuleKind.Least));
                Keep(Model.Add(size <= Draft.Most), new MixRule(MixRuleKind.Most));
            }
            else
            {
                Model.Add(size <= _mix.People.Count * _used[group]);
                Keep(Model.Add(size >= Draft.Least * _used[group]), new MixRule(MixRuleKind.Least));
                Keep(Model.Add(size <= Draft.Most * _used[group]), new MixRule(MixRuleKind.Most));
            }

            Pairs(all, group, Mix.UnevenPair);
        }

        if (_used is not null)
        {
            Keep(Model.Add(LinearExpr.Sum(_used) == _mix.Sets), new MixRule(MixRuleKind.Problems));
            Model.Add(LinearExpr.Sum(_used) <= _mix.Sets);
        }
    }

    private void Alike()
    {
        foreach (var (trait, level, weight) in _mix.Traits.Where(one => one.Level != Level.Off))
        {
            foreach (var alike in _mix.People.Index().Where(person => person.Item.Of(trait).Length > 0)
                .GroupBy(person => person.Item.Of(trait), person => person.Index, StringComparer.Ordinal).Where(alike => alike.Count() > 1))
            {
                var people = alike.ToList();
                for (var group = 0; group < Groups; group++)
                {
                    if (level == Level.Must)
                    {
                        Keep(Model.Add(Count(people, group) <= 1), new MixRule(MixRuleKind.Alike, Trait: trait, Word: alike.Key));
                    }
                    else
                    {
                        Pairs(people, group, weight);
                    }
                }
            }
        }
    }

    /// <summary>
    /// How many pairs the people who are in a group make: at least what each chord of n(n-1)/2 says, and the minimum lies on them.
    /// </summary>
    private void Pairs(List<int> people, int group, int weight)
    {
        if (_explains)
        {
            return;
        }

        var most = Math.Min(people.Count, Draft.Most);
        var pairs = Model.NewIntVar(0, Mix.PairsOf(most), "");
        var count = Count(people, group);
        for (var step = 1; step < most; step++)
        {
            var from = step * (step + 1) / 2;
            Model.Add(_used is null ? pairs >= (step * count) - from : pairs >= (step * count) - (from * _used[group]));
        }

        _costs.Add(weight * pairs);
    }

    private void Apart()
    {
        var places = _mix.People.Index().ToDictionary(person => person.Item.Id, person => person.Index);
        foreach (var (index, person) in _mix.People.Index())
        {
            foreach (var boss in new[] { person.SupervisorId, person.ManagerId }.OfType<long>().Distinct())
            {
                if (!places.TryGetValue(boss, out var other) || other == index)
                {
                    continue;
                }

                for (var group = 0; group < Groups; group++)
                {
                    Keep(Model.Add(_in[index, group] + _in[other, group] <= 1), new MixRule(MixRuleKind.Apart, person.Id, boss));
                }
            }
        }
    }

    private void Locks()
    {
        var locked = _mix.People.Index().Where(person => person.Item is { Locked: true, Place: not null })
            .Select(person => (person.Index, Place: person.Item.Place!.Value, Rule: new MixRule(MixRuleKind.Lock, person.Item.Id, Place: person.Item.Place))).ToList();
        if (_used is null)
        {
            locked.ForEach(one => Keep(Model.Add(_in[one.Index, one.Place] == 1), one.Rule));
            foreach (var (place, barred) in _mix.Barred.Index())
            {
                foreach (var (index, person) in _mix.People.Index().Where(person => barred.Contains(person.Item.Id)))
                {
                    Keep(Model.Add(_in[index, place] == 0), new MixRule(MixRuleKind.Barred, person.Id, Place: place));
                }
            }

            return;
        }

        // Which problem a set takes is open, so those locked in one set go the same way, and those of two sets don't meet.
        foreach (var one in locked)
        {
            if (_mix.Chosen.ElementAtOrDefault(one.Place) is { } chosen)
            {
                Keep(Model.Add(_in[one.Index, chosen] == 1), one.Rule);
            }

            foreach (var other in locked.TakeWhile(other => other.Index != one.Index))
            {
                for (var group = 0; group < Groups; group++)
                {
                    Keep(one.Place == other.Place ? Model.Add(_in[one.Index, group] == _in[other.Index, group])
                        : Model.Add(_in[one.Index, group] + _in[other.Index, group] <= 1), one.Rule, other.Rule);
                }
            }
        }

        foreach (var (place, chosen) in _mix.Chosen.Index().Where(set => set.Item is not null))
        {
            Keep(Model.Add(_used[chosen!.Value] == 1), new MixRule(MixRuleKind.Problems));
            foreach (var other in locked.Where(other => other.Place != place))
            {
                Keep(Model.Add(_in[other.Index, chosen.Value] == 0), other.Rule);
            }
        }
    }

    private void Ranks()
    {
        for (var person = 0; _mix.Costs is not null && person < _mix.People.Count; person++)
        {
            _costs.Add(Mix.RankPlace * LinearExpr.WeightedSum(Enumerable.Range(0, Groups).Select(group => _in[person, group]).ToArray(), _mix.Costs[person]));
        }
    }

    private void Hint()
    {
        foreach (var (index, person) in _mix.People.Index().Where(person => _used is null && person.Item.Place is not null))
        {
            for (var group = 0; group < Groups; group++)
            {
                Model.AddHint(_in[index, group], person.Place == group ? 1 : 0);
            }
        }
    }
}
