namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>The figures of some sets: what a move changes.</summary>
/// <param name="UnitPairs">Pairs of one part of the organisation that sit together.</param>
/// <param name="DisciplinePairs">Pairs of one discipline that sit together.</param>
/// <param name="SitePairs">Pairs of one site that sit together.</param>
/// <param name="Sizes">How many sit in each set.</param>
/// <param name="RankSum">The sum of ranks, where interest comes first and sets share the problems out as well as they can.</param>
/// <param name="Points">What it counts altogether, as the solver counts.</param>
public sealed record Figures(
    long UnitPairs, long DisciplinePairs, long SitePairs, IReadOnlyList<int> Sizes, long? RankSum, long Points)
{
    /// <summary>Smallest and largest set in words.</summary>
    public string SizeWords => Sizes.Count == 0 ? "–" : Sizes.Min() == Sizes.Max() ? $"{Sizes[0]}" : $"{Sizes.Min()} to {Sizes.Max()}";

    /// <summary>The figures of a mix as people sit.</summary>
    /// <param name="mix">Who sits where.</param>
    /// <param name="rankSum">The sum of ranks, or null where sets come first.</param>
    public static Figures Of(Mix mix, long? rankSum)
    {
        var sets = Enumerable.Range(0, mix.Sets).Select(at => mix.People.Where(person => person.Place == at).ToList()).ToList();
        var pairs = mix.Traits.ToDictionary(one => one.Trait, one => sets.Sum(set => PairsIn(set, one.Trait)));
        var sizes = sets.Select(set => set.Count).ToList();
        return new Figures(
            pairs[Trait.Unit], pairs[Trait.Discipline], pairs[Trait.Site], sizes, rankSum,
            mix.Traits.Sum(one => one.Weight * pairs[one.Trait]) + (Mix.RankPlace * (rankSum ?? 0))
                + (Mix.UnevenPair * (sizes.Sum(Mix.PairsOf) - Mix.EvenPairs(sizes.Sum(), mix.Sets))));
    }

    /// <summary>Pairs that are alike among people of one set.</summary>
    public static long PairsIn(IReadOnlyList<MixPerson> set, Trait trait) => set.Where(person => person.Of(trait).Length > 0)
        .GroupBy(person => person.Of(trait), StringComparer.Ordinal).Sum(alike => Mix.PairsOf(alike.Count()));
}
