using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>How many gave a value, or one of several neighbouring values where fewer than five would stand alone.</summary>
/// <param name="From">The least of the values.</param>
/// <param name="To">The largest of them; the same where it is one.</param>
/// <param name="Count">How many.</param>
public sealed record Bin(int From, int To, long Count)
{
    private const int Enough = 5;

    /// <summary>Puts neighbouring values together until none stands for one to four people.</summary>
    /// <param name="counts">How many gave each value, from 1.</param>
    public static IReadOnlyList<Bin> Merge(IReadOnlyList<long> counts)
    {
        var bins = counts.Select((count, at) => new Bin(at + 1, at + 1, count)).ToList();
        while (bins.FindIndex(bin => bin.Count is > 0 and < Enough) is >= 0 and var small && bins.Count > 1)
        {
            // With a neighbour that somebody gave, the smaller of two, so that as much of the shape stays as can.
            var with = new[] { small - 1, small + 1 }.Where(at => at >= 0 && at < bins.Count)
                .OrderBy(at => bins[at].Count == 0).ThenBy(at => bins[at].Count).First();
            var (first, second) = (Math.Min(small, with), Math.Max(small, with));
            bins[first] = new Bin(bins[first].From, bins[second].To, bins[first].Count + bins[second].Count);
            bins.RemoveAt(second);
        }

        return bins;
    }

    /// <summary>The values in words, e.g. 1–2.</summary>
    public string Name => From == To ? From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{From}–{To}");
}

/// <summary>The values that were given at one moment.</summary>
/// <param name="Name">The moment, e.g. Kick-off.</param>
/// <param name="N">How many gave one; null where nobody was asked.</param>
/// <param name="Bins">The counts in the order of the values; empty where only the number may be told.</param>
public sealed record SpreadMoment(string Name, long? N, IReadOnlyList<Bin> Bins);

/// <summary>How values spread at several moments: a small picture for each, all on the same scale, never by person.</summary>
public sealed record SpreadChart : Chart
{
    /// <summary>The moments in their order.</summary>
    public required IReadOnlyList<SpreadMoment> Moments { get; init; }

    /// <summary>The least value.</summary>
    public int Least { get; init; } = 1;

    /// <summary>The largest value.</summary>
    public int Most { get; init; } = 5;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Spread.cshtml";

    /// <inheritdoc />
    public override string Words => string.Join("; ", Moments.Select(Of));

    /// <inheritdoc />
    public override ChartTable Table => new(
        ["Moment", "Value", "People"],
        [.. Moments.SelectMany(moment => moment.Bins.Count == 0
            ? [[moment.Name, "all", Nothing(moment)]]
            : moment.Bins.Select(bin => (string[])[moment.Name, bin.Name, bin.Count.ToString(CultureInfo.InvariantCulture)]))]);

    /// <summary>One moment in words.</summary>
    public static string Of(SpreadMoment moment) => moment.Bins.Count == 0
        ? $"{moment.Name}: {Nothing(moment)}" : $"{moment.Name}, {moment.N} people: {string.Join(", ", moment.Bins.Select(bin => $"{bin.Count} gave {bin.Name}"))}";

    /// <summary>What stands where there is no picture.</summary>
    public static string Nothing(SpreadMoment moment) => moment.N switch { null => "not recorded", 0 => "nobody has said", { } n => $"{n} of them, too few to show" };

    /// <summary>The columns: where each begins, how wide, how high. Merged values share their height, so that areas stay true.</summary>
    public IEnumerable<(double X, double Width, double Height, Bin Bin)> Columns(SpreadMoment moment)
    {
        var most = Moments.SelectMany(one => one.Bins).Select(bin => (double)bin.Count / (bin.To - bin.From + 1)).DefaultIfEmpty(1).Max();
        foreach (var bin in moment.Bins)
        {
            var values = bin.To - bin.From + 1;
            yield return (
                4 + ((bin.From - Least) * 40), (values * 40) - 6, Math.Max(bin.Count > 0 ? 2 : 0, 88.0 * bin.Count / values / Math.Max(1, most)), bin);
        }
    }
}
