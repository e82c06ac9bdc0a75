using System.Collections.Concurrent;
using System.Globalization;

namespace WorkshopHub.Web.Activities;

/// <summary>
/// Which walls show some sets only: their counts are of those sets, and are pushed beside the counts of all. Kept in memory;
/// a wall is noted whenever it is drawn.
/// </summary>
public sealed class WallViews
{
    private readonly ConcurrentDictionary<(long Workshop, long Screen), IReadOnlyList<long>> _views = [];

    /// <summary>A wall shows these sets (0: everybody without one); empty means all.</summary>
    public void Note(long workshop, long screen, IReadOnlyList<long> sets)
    {
        if (sets.Count == 0)
        {
            _views.TryRemove((workshop, screen), out _);
        }
        else
        {
            _views[(workshop, screen)] = sets;
        }
    }

    /// <summary>The choices of sets in a workshop that hold this set.</summary>
    public IReadOnlyList<IReadOnlyList<long>> With(long workshop, long set) =>
        [.. _views.Where(view => view.Key.Workshop == workshop && view.Value.Contains(set)).Select(view => view.Value).DistinctBy(NameOf)];

    /// <summary>What the DOM ids of a choice end in; empty for all sets.</summary>
    public static string NameOf(IReadOnlyList<long> sets) =>
        string.Concat(sets.Select(set => string.Create(CultureInfo.InvariantCulture, $"-{set}")));
}
