using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>What is looked for in a summary. Nothing chosen means everything.</summary>
/// <param name="Words">All of these words stand in it, in any case.</param>
/// <param name="Kinds">It is one of these sorts.</param>
/// <param name="Sets">It stands with one of these sets, or is said to one.</param>
/// <param name="Open">It is a question that nobody has answered.</param>
public sealed record SummaryQuery(string Words, IReadOnlyList<string> Kinds, IReadOnlyList<long> Sets, bool Open = false)
{
    /// <summary>Whether anything is chosen.</summary>
    public bool IsEmpty => Words.Length == 0 && Kinds.Count == 0 && Sets.Count == 0 && !Open;

    /// <summary>Whether something that was said fits.</summary>
    public bool Fits(Said said) =>
        (Kinds.Count == 0 || Kinds.Contains(said.Kind, StringComparer.Ordinal))
        && (Sets.Count == 0 || (said.SetId is { } set && Sets.Contains(set)) || (said.ToSetId is { } to && Sets.Contains(to)))
        && (!Open || said.IsAnswered == false)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            $"{said.Text} {said.Who}".Contains(word, StringComparison.CurrentCultureIgnoreCase));
}
