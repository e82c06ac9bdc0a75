namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>A way out of a collision: what to let go of.</summary>
/// <param name="Words">What the rule says.</param>
/// <param name="Label">What the button does.</param>
/// <param name="Press">The handler with its values, or null where something else has to be changed first.</param>
public sealed record WayOut(string Words, string? Label, string? Press);

/// <summary>Why there are no such sets, told by the rules that collide, with a way out of each.</summary>
/// <param name="Title">What it comes to, in a sentence.</param>
/// <param name="Ways">The rules that can't all hold; letting go of one is enough for these.</param>
public sealed record Clash(string Title, IReadOnlyList<WayOut> Ways)
{
    /// <summary>Tells it; a search that ran out of time without an answer has no rules.</summary>
    public static Clash Of(IReadOnlyList<MixRule> rules, Mix mix, ComposerView view) => new(
        rules.Count == 0 ? "No sets were found in the time there is, and nothing shows that there are none. Try again, or let go of a lock or a rule."
            : TitleOf(rules, mix, view),
        [.. rules.Select(rule => Way(rule, mix, view))]);

    private static string TitleOf(IReadOnlyList<MixRule> rules, Mix mix, ComposerView view)
    {
        var (people, sets) = (mix.People.Count, mix.Sets);
        return rules switch
        {
            [{ Kind: MixRuleKind.Least }] => $"{Cautions.People(people)} can’t fill {Sets(sets)}: with at least {Draft.Least} in each it takes {sets * Draft.Least}.",
            [{ Kind: MixRuleKind.Most }] => $"{Cautions.People(people)} don’t fit into {Sets(sets)}: with at most {Draft.Most} in each there is room for {sets * Draft.Most}.",
            [{ Kind: MixRuleKind.Problems }] => $"{mix.Problems} problems don’t go round {Sets(sets)}: each set takes one of its own.",
            [{ Kind: MixRuleKind.Alike } alike] =>
                $"{Count(alike, mix)} people {From(alike, mix)} can’t sit in {Sets(sets)} without two of them meeting.",
            _ when rules.FirstOrDefault(rule => rule.Kind == MixRuleKind.Apart) is { } apart && rules.Count(rule => rule.Kind == MixRuleKind.Lock) == 2 && rules.Count == 3 =>
                $"{view.NameOf(apart.Person!.Value)} and their {BossWord(apart, view)}, {view.NameOf(apart.Other!.Value)}, are both locked in one set.",
            [_] => "There are no such sets: one rule can’t hold.",
            _ => $"There are no such sets: {rules.Count} rules can’t all hold together.",
        };
    }

    private static WayOut Way(MixRule rule, Mix mix, ComposerView view) => rule.Kind switch
    {
        MixRuleKind.Least => new($"At least {Draft.Least} people in each of {Sets(mix.Sets)}",
            mix.Sets > 1 ? $"Make it {Sets(mix.Sets - 1)}" : null, $"sets&number={mix.Sets - 1}"),
        MixRuleKind.Most => new($"At most {Draft.Most} people in each of {Sets(mix.Sets)}",
            mix.Sets < Draft.MostSets ? $"Make it {Sets(mix.Sets + 1)}" : null, $"sets&number={mix.Sets + 1}"),
        MixRuleKind.Problems => new($"A problem of its own for each of {Sets(mix.Sets)}, and {mix.Problems} are on offer", "Let the mix come first", "rules&interest=false"),
        MixRuleKind.Alike => new($"Never two {From(rule, mix)} in one set; there are {Count(rule, mix)}",
            $"Let {Of(rule.Trait!.Value)} be a wish", $"rules&{Of(rule.Trait!.Value)}=Wish"),
        MixRuleKind.Apart => new($"{view.NameOf(rule.Person!.Value)} never sits with their {BossWord(rule, view)}, {view.NameOf(rule.Other!.Value)}", null, null),
        MixRuleKind.Lock => new($"{view.NameOf(rule.Person!.Value)} is locked in {view.Draft!.Sets[rule.Place!.Value].Name}",
            "Unlock", $"lock&person={rule.Person}&locked=false"),
        _ => new($"{view.NameOf(rule.Person!.Value)} is kept as advisor or champion of {view.Draft!.Sets[rule.Place!.Value].Name}, so not a member of it", null, null),
    };

    private static string BossWord(MixRule apart, ComposerView view) =>
        view.People.First(one => one.Id == apart.Person).BossWord(apart.Other!.Value);

    private static int Count(MixRule rule, Mix mix) => mix.People.Count(person => person.Of(rule.Trait!.Value) == rule.Word);

    private static string From(MixRule rule, Mix mix)
    {
        var person = mix.People.First(one => one.Of(rule.Trait!.Value) == rule.Word);
        return rule.Trait switch
        {
            Trait.Unit => $"from {person.Unit}",
            Trait.Discipline => $"of the discipline {person.Discipline}",
            _ => $"at {person.Site}",
        };
    }

    private static string Of(Trait trait) => trait switch
    {
        Trait.Unit => "units",
        Trait.Discipline => "disciplines",
        _ => "sites",
    };

    private static string Sets(int number) => number == 1 ? "1 set" : $"{number} sets";
}
