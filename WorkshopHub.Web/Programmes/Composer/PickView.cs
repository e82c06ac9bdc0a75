using System.Globalization;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What it would change to seat somebody in a set.</summary>
/// <param name="Set">The set, or null for beside the sets.</param>
/// <param name="IsHere">Whether they are there now.</param>
/// <param name="Points">The change in points; fewer is better.</param>
/// <param name="Words">The change in each figure, in words.</param>
/// <param name="Broken">Rules that it would break, in sentences.</param>
public sealed record PickEffect(DraftSet? Set, bool IsHere, long Points, string Words, IReadOnlyList<string> Broken);

/// <summary>One person picked, and where they could go.</summary>
/// <param name="Who">Who.</param>
/// <param name="Seat">Where they are.</param>
/// <param name="Effects">A line for each set.</param>
public sealed record PickView(Candidate Who, DraftPerson Seat, IReadOnlyList<PickEffect> Effects)
{
    /// <summary>The sets in which they would fit best: no rule broken, and no other costs fewer points.</summary>
    public IReadOnlyList<string> Fits
    {
        get
        {
            var able = Effects.Where(one => one is { Set: not null, Broken.Count: 0 }).ToList();
            return [.. able.Where(one => one.Points == able.Min(other => other.Points)).Select(one => one.Set!.Name)];
        }
    }

    /// <summary>Makes it; null where the person is not in the draft.</summary>
    public static PickView? Of(ComposerView view, long? person)
    {
        if (person is not { } id || view.Draft?.Person(id) is not { } seat || view.People.FirstOrDefault(one => one.Id == id) is not { } who)
        {
            return null;
        }

        var now = view.Now!;
        return new PickView(who, seat, [.. view.Draft.Sets.Select(set => (DraftSet?)set).Append(null).Select(set =>
        {
            if (seat.Position == set?.Position)
            {
                return new PickEffect(set, true, 0, "is here", []);
            }

            var after = view.Draft.Move(id, set?.Position);
            var then = view.FiguresOf(after);
            return new PickEffect(set, false, then.Points - now.Points, Changes(now, then), set is null ? [] : Broken(view, after, set, id));
        })]);
    }

    /// <summary>What changes from some figures to others, in words.</summary>
    public static string Changes(Figures from, Figures to)
    {
        var changes = new[]
        {
            ("pairs of one unit", to.UnitPairs - from.UnitPairs), ("pairs of one discipline", to.DisciplinePairs - from.DisciplinePairs),
            ("pairs of one site", to.SitePairs - from.SitePairs), ("sum of ranks", (to.RankSum ?? 0) - (from.RankSum ?? 0)),
        }.Where(one => one.Item2 != 0).Select(one => $"{one.Item1} {WithSign(one.Item2)}").ToList();
        return changes.Count == 0 ? "no pair more or less" : string.Join(", ", changes);
    }

    /// <summary>A change with its sign.</summary>
    public static string WithSign(long change) => change switch
    {
        > 0 => string.Create(CultureInfo.InvariantCulture, $"+{change}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"−{-change}"),
        _ => "±0",
    };

    private static List<string> Broken(ComposerView view, Draft after, DraftSet set, long person)
    {
        var inside = view.People.Where(one => after.Person(one.Id)?.Position == set.Position).ToList();
        var who = inside.First(one => one.Id == person);
        List<string> broken = [];
        if (inside.Count > Draft.Most)
        {
            broken.Add($"{inside.Count} people");
        }

        broken.AddRange(inside.Where(one => who.Bosses.Contains(one.Id)).Select(one => $"{one.Name} is the {who.BossWord(one.Id)}"));
        broken.AddRange(inside.Where(one => one.Bosses.Contains(person)).Select(one => one.SupervisorId == person ? $"supervises {one.Name}" : $"is {one.Name}’s line manager"));
        broken.AddRange(after.Roles.Where(role => role.Position == set.Position && role.PersonId == person).Select(role => $"is its {role.Role.ToLowerInvariant()}"));
        return broken;
    }
}
