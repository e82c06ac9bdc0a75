namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>Somebody who sits in another set than the draft knows, because the office changed it elsewhere.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Knew">The set of which the draft knew, or null.</param>
/// <param name="Now">The set in which the person is now, or null.</param>
public sealed record Moved(long PersonId, long? Knew, long? Now);

/// <summary>A draft and what became of the programme beside it.</summary>
public static class DraftFollow
{
    /// <summary>Who was taken in, moved or taken out elsewhere since the draft took them in.</summary>
    public static IReadOnlyList<Moved> Since(Draft draft, IReadOnlyList<MemberRow> members)
    {
        var now = members.ToDictionary(member => member.PersonId, member => member.SetId);
        return
        [
            .. draft.People.Select(one => new Moved(one.PersonId, one.WasIn, now.TryGetValue(one.PersonId, out var set) ? set : null))
                .Where(moved => moved.Knew != moved.Now),
            .. members.Where(member => draft.Person(member.PersonId) is null).Select(member => new Moved(member.PersonId, null, member.SetId)),
        ];
    }

    /// <summary>
    /// Takes over what happened: who came into a set or was moved sits there in the draft, who left waits beside the sets,
    /// sets that are gone are new ones again, and a set that took the position of a new one moves it on.
    /// </summary>
    public static Draft Follow(this Draft draft, IReadOnlyList<SetRow> sets, IReadOnlyList<MemberRow> members)
    {
        var moved = Since(draft, members);
        var known = draft.Sets.Select(set => sets.FirstOrDefault(row => row.Id == set.SetId) is { } row
            ? new DraftSet(row.Position, row.Id, row.Name) : set with { SetId = null }).ToList();
        var fresh = known.Where(set => set.SetId is null).ToList();
        var there = known.Where(set => set.SetId is not null).ToList();
        foreach (var row in sets.Where(row => moved.Any(one => one.Now == row.Id) && there.All(set => set.SetId != row.Id)))
        {
            there.Add(new DraftSet(row.Position, row.Id, row.Name));
        }

        var positions = draft.Sets.Zip(known).Where(set => set.Second.SetId is not null)
            .ToDictionary(set => set.First.Position, set => set.Second.Position);
        foreach (var set in fresh)
        {
            var free = sets.Any(row => row.Position == set.Position) ? DraftMoves.New([.. there, .. fresh], sets) : set;
            positions[set.Position] = free.Position;
            there.Add(free);
        }

        long? At(long? position) => position is { } at && positions.TryGetValue(at, out var to) ? to : null;
        long? Of(long? set) => set is null ? null : there.FirstOrDefault(one => one.SetId == set)?.Position;
        return draft with
        {
            Sets = [.. there.OrderBy(set => set.Position)],
            People =
            [
                .. draft.People.Select(one => moved.FirstOrDefault(its => its.PersonId == one.PersonId) is { } its
                    ? one with { Position = Of(its.Now), WasIn = its.Now, Locked = false } : one with { Position = At(one.Position) }),
                .. moved.Where(one => draft.Person(one.PersonId) is null).Select(one => new DraftPerson(one.PersonId, Of(one.Now), false, one.Now)),
            ],
            Roles = [.. draft.Roles.Where(role => At(role.Position) is not null).Select(role => role with { Position = At(role.Position)!.Value })],
        };
    }
}
