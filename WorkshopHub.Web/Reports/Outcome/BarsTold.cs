namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// The bars of all sets as they are told beside their totals: what the visible ones leave of a total is none, or five and more. Where
/// it would be one to four, the next smallest is withheld too.
/// </summary>
internal static class BarsTold
{
    /// <summary>The bars, told. Those that were told in a version stay as they are.</summary>
    public static IReadOnlyList<ActionBar> Of(IReadOnlyList<ActionBar> bars)
    {
        List<ActionBar> told = [.. bars.Select(ActionBar.Told)];
        if (bars.Any(bar => bar.Counts.Any(count => count is null)))
        {
            return told;
        }

        var groups = Groups(bars);
        while (Next(bars, told, groups) is { } next)
        {
            told[next.Bar] = Without(told[next.Bar], next.State);
        }

        return told;
    }

    /// <summary>The states by the totals that are told of them: each alone, and those that are few together.</summary>
    private static List<List<int>> Groups(IReadOnlyList<ActionBar> bars)
    {
        var few = Few.Split(Enumerable.Range(0, ActionBar.States.Count).Where(state => Sum(state) > 0), state => Sum(state)).Together.ToList();
        return [.. Enumerable.Range(0, ActionBar.States.Count).Except(few).Select(state => new List<int> { state }), few];

        long Sum(int state) => bars.Sum(bar => bar.Counts[state]!.Value);
    }

    /// <summary>What is withheld next: a state of a bar, or (null) what its withheld ones are together; null where nothing needs to be.</summary>
    private static (int Bar, int? State)? Next(IReadOnlyList<ActionBar> bars, List<ActionBar> told, List<List<int>> groups)
    {
        foreach (var group in groups)
        {
            if (group.Sum(state => Hidden(state)) is > 0 and < Figure.Enough && Smallest(group) is { } cell)
            {
                return cell;
            }
        }

        if (told.Index().Where(bar => bar.Item.HasFew).Sum(bar => HiddenOf(bar.Index)) is 0 or >= Figure.Enough)
        {
            return null;
        }

        var sums = told.Index().Where(bar => bar.Item.Together is not null).ToList();
        return sums.Count > 0 ? (sums.MinBy(bar => bar.Item.Together).Index, null) : Smallest([.. Enumerable.Range(0, ActionBar.States.Count)]);

        int Hidden(int state) => told.Index().Where(bar => bar.Item.Counts[state] is null).Sum(bar => bars[bar.Index].Counts[state]!.Value);

        int HiddenOf(int bar) => Enumerable.Range(0, ActionBar.States.Count).Where(state => told[bar].Counts[state] is null).Sum(state => bars[bar].Counts[state]!.Value);

        (int, int?)? Smallest(List<int> among)
        {
            var seen = told.Index().SelectMany(one => among.Where(at => one.Item.Counts[at] > 0).Select(at => (Bar: one.Index, State: at, Count: one.Item.Counts[at]!.Value))).ToList();
            if (seen.Count == 0)
            {
                return null;
            }

            var (bar, state, _) = seen.MinBy(cell => cell.Count);
            return (bar, state);
        }
    }

    private static ActionBar Without(ActionBar bar, int? state) => (state switch
    {
        0 => bar with { Done = null },
        1 => bar with { Partly = null },
        2 => bar with { NotDone = null },
        3 => bar with { Dropped = null },
        4 => bar with { Open = null },
        _ => bar,
    }) with
    { Together = null };
}
