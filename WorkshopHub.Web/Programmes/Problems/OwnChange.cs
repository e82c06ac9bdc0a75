namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>What became other words between two times that a problem was sent.</summary>
/// <param name="Question">The question that is answered.</param>
/// <param name="Was">The words that went; empty where some were only added.</param>
/// <param name="Became">The words that came; empty where some only went.</param>
public sealed record OwnChange(string Question, string Was, string Became)
{
    /// <summary>The differences, each quoted without what is the same before and after it.</summary>
    public static IReadOnlyList<OwnChange> Between(OwnWords before, OwnWords after) =>
    [
        .. before.Each.Zip(after.Each).Where(pair => pair.First.Words != pair.Second.Words)
            .Select(pair => Of(pair.First.Question, pair.First.Words.Split(' '), pair.Second.Words.Split(' '))),
    ];

    private static OwnChange Of(string question, string[] was, string[] became)
    {
        var most = Math.Min(was.Length, became.Length);
        var start = 0;
        while (start < most && was[start] == became[start])
        {
            start++;
        }

        var end = 0;
        while (end < most - start && was[^(end + 1)] == became[^(end + 1)])
        {
            end++;
        }

        return new OwnChange(question, string.Join(' ', was[start..^end]), string.Join(' ', became[start..^end]));
    }
}
