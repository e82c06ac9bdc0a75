namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>What is too small to be told alone.</summary>
internal static class Few
{
    /// <summary>
    /// What may stand alone, and what stands together: whatever counts fewer than five, with as many of the next smallest as it takes
    /// to be five in all, and so two at least. One small group alone could be read as the rest of the whole.
    /// </summary>
    public static (IReadOnlyList<T> Alone, IReadOnlyList<T> Together) Split<T>(IEnumerable<T> all, Func<T, long> count)
    {
        var (alone, together) = (all.ToList(), new List<T>());
        foreach (var next in alone.OrderBy(count).ToList())
        {
            if (count(next) < Figure.Enough || (together.Count > 0 && together.Sum(count) < Figure.Enough))
            {
                alone.Remove(next);
                together.Add(next);
            }
        }

        return (alone, together);
    }
}
