using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What can be done to a draft. Each answers the draft after it; nobody is ever lost or seated twice by it.</summary>
public static class DraftMoves
{
    /// <summary>Seats a person in another set, or takes them out of the sets. Who was moved by hand is not locked by it.</summary>
    /// <exception cref="RefusedException">There is no such person or set in the draft.</exception>
    public static Draft Move(this Draft draft, long person, long? to)
    {
        if (draft.Person(person) is null || (to is not null && draft.SetAt(to) is null))
        {
            throw new RefusedException("Press", "This person or set is no longer in the draft.");
        }

        return draft.Each(one => one.PersonId == person ? one with { Position = to } : one);
    }

    /// <summary>Locks a person where they are, or lets go.</summary>
    public static Draft Lock(this Draft draft, long person, bool locked) =>
        draft.Each(one => one.PersonId == person ? one with { Locked = locked } : one);

    /// <summary>Takes people in; they wait beside the sets. Who is in it already stays where they are.</summary>
    /// <exception cref="RefusedException">More people than a draft holds.</exception>
    public static Draft TakeIn(this Draft draft, IEnumerable<(long Person, long? Set)> people)
    {
        var added = people.Where(one => draft.Person(one.Person) is null).DistinctBy(one => one.Person).Select(one =>
            new DraftPerson(one.Person, draft.Sets.FirstOrDefault(set => set.SetId is not null && set.SetId == one.Set)?.Position, false, one.Set));
        var all = draft with { People = [.. draft.People, .. added] };
        return all.People.Count <= Draft.MostPeople ? all : throw new RefusedException(
            "People", $"{all.People.Count} people are more than sets of one programme. Take in at most {Draft.MostPeople}.");
    }

    /// <summary>Takes a person out of the draft. Who is in a set now must first be somewhere: they wait instead.</summary>
    /// <exception cref="RefusedException">The person is in a set of the programme now.</exception>
    public static Draft TakeOut(this Draft draft, long person) =>
        draft.Person(person)?.WasIn is not null
            ? throw new RefusedException("Press", "Is in a set now, so the draft has to say where they go. Leave them beside the sets instead.")
            : draft with { People = [.. draft.People.Where(one => one.PersonId != person)] };

    /// <summary>Gives the draft more sets or fewer; people of a set that goes wait beside the sets.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="number">How many sets it should have.</param>
    /// <param name="taken">Positions and names of the programme's sets, which a new set does not get.</param>
    /// <exception cref="RefusedException">Fewer than one, or more than a draft holds (field number).</exception>
    public static Draft WithSets(this Draft draft, int number, IReadOnlyList<SetRow> taken)
    {
        if (number is < 1 or > Draft.MostSets)
        {
            throw new RefusedException("number", $"Between 1 and {Draft.MostSets} sets.");
        }

        var sets = draft.Sets.OrderBy(set => set.Position).ToList();
        while (sets.Count < number)
        {
            // Sets that are there come first; a new one begins where none is left.
            sets.Add(taken.FirstOrDefault(row => sets.All(set => set.SetId != row.Id)) is { } free
                ? new DraftSet(free.Position, free.Id, free.Name) : New(sets, taken));
        }

        var gone = sets.Skip(number).Select(set => set.Position).ToHashSet();
        return (draft with
        {
            Sets = [.. sets.Take(number).OrderBy(set => set.Position)],
            Roles = [.. draft.Roles.Where(role => !gone.Contains(role.Position))],
        }).Each(one => one.Position is { } at && gone.Contains(at) ? one with { Position = null, Locked = false } : one);
    }

    /// <summary>Seats everybody as a proposal says; whom it does not name stays where they are.</summary>
    public static Draft Seat(this Draft draft, IReadOnlyDictionary<long, long> positions, Proof proof) =>
        draft.Each(one => positions.TryGetValue(one.PersonId, out var to) ? one with { Position = to } : one) with { Proof = proof };

    /// <summary>Says who is advisor or champion of a set.</summary>
    public static Draft Appoint(this Draft draft, long position, string role, long? person, bool kept) => draft with
    {
        Roles = [.. draft.Roles.Select(one =>
            one.Position == position && one.Role == role ? one with { PersonId = person, Kept = kept && person is not null } : one)],
    };

    /// <summary>A row for each set and role, with those who hold it now where the draft has no word yet.</summary>
    public static Draft WithRoles(this Draft draft, IReadOnlyList<RoleRow> now) => draft with
    {
        Roles =
        [
            .. from set in draft.Sets
               from role in Draft.RoleNames
               let holder = set.SetId is null ? null : now.FirstOrDefault(one => one.Role == role && one.SetId == set.SetId)?.PersonId
               select draft.RoleOf(set.Position, role) ?? new DraftRole(set.Position, role, holder, false, holder),
        ],
    };

    /// <summary>The same draft with people changed one by one.</summary>
    public static Draft Each(this Draft draft, Func<DraftPerson, DraftPerson> change) =>
        draft with { People = [.. draft.People.Select(change)] };

    /// <summary>A new set at the first free position, called by the word of its mark.</summary>
    internal static DraftSet New(IReadOnlyList<DraftSet> sets, IReadOnlyList<SetRow> taken)
    {
        var position = Enumerable.Range(1, sets.Count + taken.Count + 1)
            .First(at => sets.All(set => set.Position != at) && taken.All(row => row.Position != at));
        var names = sets.Select(set => set.Name).Concat(taken.Select(row => row.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var word = Marks.For(position).Word;
        return new DraftSet(position, null, Enumerable.Range(1, names.Count + 1)
            .Select(n => n == 1 ? word : string.Create(CultureInfo.InvariantCulture, $"{word} {n}")).First(name => !names.Contains(name)));
    }
}
