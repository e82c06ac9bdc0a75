namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What a rule says of a set.</summary>
/// <param name="Sort">ok, warn or bad. What is bad the programme refuses, or has to be mended before it is ready.</param>
/// <param name="Text">In a sentence.</param>
public sealed record RuleWord(string Sort, string Text);

/// <summary>Somebody of the draft as the page shows them.</summary>
/// <param name="Who">Who it is.</param>
/// <param name="Seat">Where the draft has them.</param>
/// <param name="Rank">How they ranked the problem that their set would take; null where they did not, or sets come first.</param>
/// <param name="Under">Their supervisor's or line manager's name, where that one sits in the same set.</param>
public sealed record Seated(Candidate Who, DraftPerson Seat, int? Rank, string? Under);

/// <summary>A set of the draft, and why it is as it is.</summary>
/// <param name="Set">The set.</param>
/// <param name="People">Who sits in it.</param>
/// <param name="Problem">The problem that it would take by the ranks, or null.</param>
/// <param name="RankSum">The sum of ranks of that problem, or null.</param>
/// <param name="Words">What each rule says.</param>
/// <param name="Advisor">Its advisor, or null.</param>
/// <param name="Champion">Its champion, or null.</param>
public sealed record SetView(
    DraftSet Set, IReadOnlyList<Seated> People, string? Problem, long? RankSum, IReadOnlyList<RuleWord> Words, RoleRow? Advisor, RoleRow? Champion)
{
    /// <summary>Everybody of the draft.</summary>
    public IReadOnlyList<Candidate> All { get; init; } = [];

    /// <summary>How many different units, disciplines or sites there are, of how many that there could be: of the people of whom it is known, and of all that the draft has.</summary>
    public (int Different, int Known) Spread(Func<Candidate, string> what)
    {
        var known = People.Select(one => what(one.Who)).Where(word => word.Length > 0).ToList();
        var there = All.Select(what).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return (known.Distinct(StringComparer.OrdinalIgnoreCase).Count(), Math.Min(known.Count, there));
    }

    /// <summary>Who is of which unit, discipline or site, in words.</summary>
    public string Told(Func<Candidate, string> what) => string.Join("; ", People.Where(one => what(one.Who).Length > 0)
        .GroupBy(one => what(one.Who), StringComparer.OrdinalIgnoreCase).OrderByDescending(alike => alike.Count())
        .Select(alike => $"{alike.Key}: {Listed([.. alike.Select(one => one.Who.Name)])}"));

    /// <summary>Makes it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="set">The set.</param>
    /// <param name="people">Everybody of the draft.</param>
    /// <param name="roles">Everybody around the sets.</param>
    /// <param name="interest">The ranks, or null where sets come first.</param>
    /// <param name="problem">The problem that it would take, or null.</param>
    /// <param name="needsChampion">Whether sets have champions in this format.</param>
    public static SetView Of(
        Draft draft, DraftSet set, IReadOnlyList<Candidate> people, IReadOnlyList<RoleRow> roles, Interest? interest, long? problem, bool needsChampion)
    {
        var inside = people.Where(one => draft.Person(one.Id)?.Position == set.Position).ToList();
        var (advisor, champion) = (Holder("Advisor"), Holder("Champion"));
        return new SetView(
            set,
            [
                .. inside.Select(one => new Seated(
                    one, draft.Person(one.Id)!,
                    problem is { } its && interest!.Ranks.TryGetValue(one.Id, out var ranks) && ranks.TryGetValue(its, out var rank) ? rank : null,
                    inside.FirstOrDefault(other => one.Bosses.Contains(other.Id))?.Name)),
            ],
            interest?.Problems.FirstOrDefault(one => one.Id == problem).Title,
            problem is { } taken ? inside.Sum(one => (long)interest!.CostOf(one.Id, taken)) : null,
            [.. WordsOf(draft, inside, advisor, champion, needsChampion)], advisor, champion)
        { All = people };

        RoleRow? Holder(string role) => draft.RoleOf(set.Position, role)?.PersonId is { } person
            ? roles.FirstOrDefault(one => one.PersonId == person && one.Role == role) ?? roles.FirstOrDefault(one => one.PersonId == person) : null;
    }

    /// <summary>Names in a row.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static IEnumerable<RuleWord> WordsOf(
        Draft draft, List<Candidate> inside, RoleRow? advisor, RoleRow? champion, bool needsChampion)
    {
        yield return inside.Count switch
        {
            < Draft.Least => new RuleWord("bad", $"{Cautions.People(inside.Count)}: {Draft.Least - inside.Count} fewer than a set needs"),
            > Draft.Most => new RuleWord("bad", $"{Cautions.People(inside.Count)}: {inside.Count - Draft.Most} more than a set holds"),
            _ => new RuleWord("ok", $"{inside.Count} people, within four to six"),
        };
        var led = inside.Where(one => inside.Any(other => one.Bosses.Contains(other.Id))).ToList();
        foreach (var one in led)
        {
            yield return new RuleWord("bad", $"{one.Name} reports to {inside.First(other => one.Bosses.Contains(other.Id)).Name}");
        }

        if (led.Count == 0 && inside.Count > 0)
        {
            yield return new RuleWord("ok", "Nobody with their supervisor");
        }

        foreach (var (what, level, single) in new (Func<Candidate, string>, Level, string)[]
        {
            (one => one.Unit, draft.Levels.Units, "from"), (one => one.Discipline, draft.Levels.Disciplines, "of the discipline"), (one => one.Site, draft.Levels.Sites, "at"),
        })
        {
            foreach (var alike in inside.Where(one => what(one).Length > 0).GroupBy(one => what(one), StringComparer.OrdinalIgnoreCase)
                .Where(alike => alike.Count() > 1 && (level == Level.Must || (level == Level.Wish && (single == "from" || alike.Count() == inside.Count)))))
            {
                yield return new RuleWord(level == Level.Must ? "bad" : "warn",
                    $"{Listed([.. alike.Select(one => one.Name)])} are {(alike.Count() > 2 ? "all" : "both")} {single} {alike.Key}");
            }
        }

        foreach (var (role, holder) in new[] { ("advisor", advisor), ("champion", needsChampion || champion is not null ? champion : null) })
        {
            if (holder is null && (role == "advisor" || needsChampion))
            {
                yield return new RuleWord("warn", $"No {role} yet");
            }
            else if (holder is not null && inside.Any(one => one.Id == holder.PersonId))
            {
                yield return new RuleWord("bad", $"{holder.Name} is {role} and member of it");
            }
            else if (holder is not null)
            {
                foreach (var clash in RoleMix.Clashes(holder, inside))
                {
                    yield return new RuleWord("warn", $"As {role}, {clash}");
                }
            }
        }
    }
}
