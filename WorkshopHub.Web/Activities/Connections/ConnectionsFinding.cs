using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>Connections as the outcome report tells them: the picture of the wall, and a matrix of groups of at least five.</summary>
public static class ConnectionsFinding
{
    /// <summary>The finding of an activity; null while the room may not see it, or fewer than five answered.</summary>
    public static NetworkFinding? Of(Reads reads, Activity activity)
    {
        var view = ConnectionsView.Read(reads, activity);
        if (view.Now is not { } now)
        {
            return null;
        }

        var earlier = view.Then is null ? null : activity.Earlier(reads);
        var people = KnownPerson.Of(reads, activity, activity.Earlier(reads)?.Id);
        var moments = new[] { activity.Id }.Concat(earlier is null ? [] : [earlier.Id]).Select(id => Tie.Answered(reads, id).ToHashSet()).ToList();
        var groups = Matrix.Groups(people, moments);
        return new NetworkFinding(
            Found(now, OtherTimes.Of(reads, activity), activity.Id, moments[0], CountedCells.Now),
            earlier is null ? null : Found(view.Then!, OtherTimes.Of(reads, earlier), earlier.Id, moments[1], CountedCells.Then));

        NetworkFound Found(Network net, OtherTimes when, long id, HashSet<long> answered, string moment)
        {
            IReadOnlyList<(string Name, long Place)> named = [.. groups.Select(group => (group.Name, group.Place))];
            var cells = Matrix.Cells(people, groups, Tie.Of(reads, id), answered);
            if (net.Dots.Count == 0)
            {
                (named, cells) = CountedCells.Of(reads, activity.Id, moment); // who knows whom was deleted
            }

            return new NetworkFound
            {
                When = when,
                Answered = net.Answered,
                Expected = Math.Max(people.Count, net.Answered),
                Possible = net.Possible,
                Known = net.Known,
                Talked = net.Talked,
                Ring = net.Ring,
                Dots = [.. net.Dots.Select(dot => dot.Position)],
                Lines = net.Lines,
                Groups = cells.Count == 0 ? [] : named,
                Cells = cells,
            };
        }
    }

    /// <summary>Sets against sets. A set in which fewer than five answered at a moment stands together with others.</summary>
    private static class Matrix
    {
        internal sealed record Group(string Name, long Place, HashSet<long> Sets);

        internal static List<Group> Groups(IReadOnlyList<KnownPerson> people, List<HashSet<long>> moments)
        {
            var sets = people.GroupBy(one => (one.Position, one.SetId, one.SetName)).OrderBy(set => set.Key.Position)
                .Select(set => (set.Key, Fewest: moments.Min(answered => set.Count(one => answered.Contains(one.PersonId))))).ToList();
            var alone = sets.Where(set => set.Fewest >= Network.Fewest).ToList();
            var together = sets.Except(alone).ToList();
            while (together.Count > 0 && together.Sum(set => set.Fewest) < Network.Fewest && alone.Count > 0)
            {
                var least = alone.MinBy(set => set.Fewest);
                alone.Remove(least);
                together.Add(least);
            }

            List<Group> groups = [.. alone.Select(set => new Group(set.Key.SetName, set.Key.Position, [set.Key.SetId]))];
            if (together.Count > 0)
            {
                var names = together.OrderBy(set => set.Key.Position).Select(set => set.Key.SetName).ToList();
                groups.Add(new Group(
                    names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}", names.Count == 1 ? together[0].Key.Position : 0,
                    [.. together.Select(set => set.Key.SetId)]));
            }

            return groups;
        }

        internal static IReadOnlyList<(int From, int To, int Possible, int? Ring)> Cells(
            IReadOnlyList<KnownPerson> people, List<Group> groups, IReadOnlyList<Tie> ties, HashSet<long> answered)
        {
            if (groups.Count < 2 || groups.Exists(group => people.Count(one => group.Sets.Contains(one.SetId) && answered.Contains(one.PersonId)) < Network.Fewest))
            {
                return [];
            }

            var of = people.ToDictionary(one => one.PersonId, one => (Person: one, Group: groups.FindIndex(group => group.Sets.Contains(one.SetId))));
            var rings = ties.Where(tie => tie.Strength == 3 && of.ContainsKey(tie.FromId) && of.ContainsKey(tie.ToId)
                    && of[tie.FromId].Person.IsElsewhere(of[tie.ToId].Person))
                .CountBy(tie => (of[tie.FromId].Group, of[tie.ToId].Group)).ToDictionary();
            var pairs = people.Where(from => answered.Contains(from.PersonId))
                .SelectMany(from => people.Where(from.IsElsewhere).Select(to => (of[from.PersonId].Group, of[to.PersonId].Group))).CountBy(pair => pair).ToDictionary();
            return
            [
                .. Enumerable.Range(0, groups.Count).SelectMany(from => Enumerable.Range(0, groups.Count).Select(to =>
                    (from, to, pairs.GetValueOrDefault((from, to)), rings.GetValueOrDefault((from, to)) is >= Network.Fewest and var many ? many : (int?)null))),
            ];
        }
    }
}
