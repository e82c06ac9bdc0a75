namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>
/// Makes a plan better by letting two people of one round change places, again and again: at first also for the worse, later
/// only for the better (annealing). Its chance is always the same, so that the same people give the same plan.
/// </summary>
internal sealed class SeatSearch
{
    private const double Warm = 180;
    private const double Hot = 2_000_000;

    private readonly int[][] _plan;
    private readonly List<int>[][] _at;
    private readonly int[,] _weights;
    private readonly int[,] _met;
    private readonly int _twice;
    private readonly int[] _free;
    private readonly Random _chance = new(20260310);
    private long _cost;
    private int[][] _best = [];
    private long _bestCost;

    /// <summary>Starts from a plan.</summary>
    /// <param name="plan">Round by round the table of each person, from 1.</param>
    /// <param name="tables">How many tables there are.</param>
    /// <param name="weights">What one meeting of two people costs.</param>
    /// <param name="met">How often two people have met before.</param>
    /// <param name="twice">What each meeting costs for each one before it.</param>
    /// <param name="free">Whether a person may be moved.</param>
    public SeatSearch(int[][] plan, int tables, int[,] weights, int[,] met, int twice, IReadOnlyList<bool> free)
    {
        (_plan, _weights, _met, _twice) = (plan, weights, met, twice);
        _free = [.. Enumerable.Range(0, free.Count).Where(at => free[at])];
        _at = new List<int>[plan.Length][];
        for (var round = 0; round < plan.Length; round++)
        {
            _at[round] = [.. Enumerable.Range(0, tables).Select(_ => new List<int>())];
            for (var person = 0; person < plan[round].Length; person++)
            {
                var table = _at[round][plan[round][person] - 1];
                foreach (var other in table)
                {
                    _cost += weights[person, other] + ((long)twice * met[person, other]);
                    Meet(person, other, 1);
                }

                table.Add(person);
            }
        }
    }

    /// <summary>
    /// The best plan that was found. Where it still breaks a rule that comes first, one change of places may not be enough to
    /// mend it (two supervisors at a table with none of their members there): then it goes on from hot, through plans that are
    /// far worse.
    /// </summary>
    /// <param name="effort">How hard it tries.</param>
    /// <param name="hard">The cost from which on a rule is broken that comes first.</param>
    public int[][] Improve(int effort, long hard)
    {
        (_best, _bestCost) = (Copy(), _cost);
        if (_free.Length >= 2 && _at[0].Length >= 2)
        {
            Search(effort, hot: false);
            if (_bestCost >= hard)
            {
                Search(effort, hot: true);
            }
        }

        return _best;
    }

    private void Search(int effort, bool hot)
    {
        var size = _at.Max(tables => tables.Max(table => table.Count));
        var steps = effort / ((4 * size) + 8);
        for (var step = 0; step < steps && _bestCost > 0; step++)
        {
            var gone = (double)step / steps;
            var heat = !hot ? Warm * (1 - gone) : gone < .5 ? Hot * Math.Pow(Warm / Hot, 2 * gone) : Warm * 2 * (1 - gone);
            var round = _chance.Next(_plan.Length);
            var (one, other) = (_free[_chance.Next(_free.Length)], _free[_chance.Next(_free.Length)]);
            if (_plan[round][one] == _plan[round][other])
            {
                continue;
            }

            var change = Leave(round, one, other) + Leave(round, other, one);
            if (change > 0 && (heat < 1 || _chance.NextDouble() >= Math.Exp(-change / heat)))
            {
                continue;
            }

            Swap(round, one, other);
            _cost += change;
            if (_cost < _bestCost)
            {
                (_best, _bestCost) = (Copy(), _cost);
            }
        }
    }

    /// <summary>What changes when one goes from the own table and another comes there.</summary>
    private long Leave(int round, int goes, int comes)
    {
        var change = 0L;
        foreach (var stays in _at[round][_plan[round][goes] - 1])
        {
            if (stays != goes)
            {
                change += _weights[comes, stays] - _weights[goes, stays]
                    + ((long)_twice * (_met[comes, stays] - (_met[goes, stays] - 1)));
            }
        }

        return change;
    }

    private void Swap(int round, int one, int other)
    {
        var (table, otherTable) = (_plan[round][one], _plan[round][other]);
        Move(round, one, table, otherTable, other);
        Move(round, other, otherTable, table, one);
        _at[round][table - 1].Remove(one);
        _at[round][otherTable - 1].Remove(other);
        _at[round][table - 1].Add(other);
        _at[round][otherTable - 1].Add(one);
        (_plan[round][one], _plan[round][other]) = (otherTable, table);
    }

    private void Move(int round, int who, int from, int to, int partner)
    {
        foreach (var stays in _at[round][from - 1])
        {
            if (stays != who)
            {
                Meet(who, stays, -1);
            }
        }

        foreach (var stays in _at[round][to - 1])
        {
            if (stays != partner)
            {
                Meet(who, stays, 1);
            }
        }
    }

    private void Meet(int one, int other, int times)
    {
        _met[one, other] += times;
        _met[other, one] += times;
    }

    private int[][] Copy() => [.. _plan.Select(round => (int[])round.Clone())];
}
