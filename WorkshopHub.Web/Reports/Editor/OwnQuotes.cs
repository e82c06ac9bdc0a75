using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>Asked for on the author's own page; for what is a set's, on that of each of its members and of its advisor.</summary>
public sealed class OwnQuotes : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. QuoteAsked.For(reads, person).Select(one => new OwnLink(
            $"/quotes/{one.Id}", one.IsOfSet ? "May the outcome report quote your set?" : "May the outcome report quote you?", $"{one.Programme}, {Where(one)}.", 0, ToDo: true)
        {
            Verb = "Yes or no",
        }),
    ];

    private static string Where(QuoteAsked one) => one.SetId is null ? $"what you wrote at the {one.Place.ToLowerInvariant()}"
        : one.IsOfSet ? $"what {one.Author} showed to the programme" : "what you showed to the programme";
}
