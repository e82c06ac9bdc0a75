using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Search;

/// <summary>
/// What people have learned here, for whoever has signed in: "releasing the accumulated experiences of members of the
/// organization". Found is what one may read: said with names at one's workshops, shown on purpose, or of one's own set.
/// </summary>
public sealed class SearchPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>Characters that are read of what is typed.</summary>
    public const int WordsMax = 200;

    /// <summary>The filters, as they stand in addresses and as people say them, each with its icon.</summary>
    public static IReadOnlyList<(string Key, string Name, string Icon)> Groups { get; } =
    [
        ("Learning", "Learnings", "k-learning"), ("Question", "Questions", "k-question"), ("Action", "Actions", "i-retry"), ("Offer", "Offers", "k-offer"),
        ("Outcome", "Outcomes", "i-file"), ("Work", "Notes and decisions", "i-file"),
    ];

    /// <summary>What is looked for.</summary>
    [FromQuery]
    public string? Q { get; set; }

    /// <summary>The filter, or null for all.</summary>
    [FromQuery]
    public string? Kind { get; set; }

    /// <summary>Everything that was found, whatever the filter; at most <see cref="Found.Most"/>.</summary>
    public IReadOnlyList<Found> All { get; private set; } = [];

    /// <summary>What is shown.</summary>
    public IReadOnlyList<Found> Shown => [.. All.Where(one => Kind is null || one.Group == Kind)];

    /// <summary>Something was looked for.</summary>
    public bool Looks => Found.Match(Q) is not null;

    /// <summary>Who offered something about it.</summary>
    public IReadOnlyList<Found> Knows => !Looks ? [] : [.. All.Where(one => one is { Sort: "Offer", Who: not null }).DistinctBy(one => one.Who).Take(5)];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Q = Q is { Length: > WordsMax } ? Q[..WordsMax] : Q;
        Kind = Groups.Any(group => group.Key == Kind) ? Kind : null;
        if (await Db.ReadAsync(SearchDue.Waits))
        {
            await TryAsync(SearchDue.TakeUp);
        }

        All = await Db.ReadAsync(reads => Found.Of(reads, Viewer, Q));
    }

    /// <summary>The address with another filter.</summary>
    public string With(string? kind) => $"/search?q={Uri.EscapeDataString(Q ?? "")}{(kind is null ? "" : $"&kind={kind}")}";
}
