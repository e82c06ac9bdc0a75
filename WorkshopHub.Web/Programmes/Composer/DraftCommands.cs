using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>Writes drafts. Each press names the version that it was pressed on; the second of two changes nothing.</summary>
public static class DraftCommands
{
    /// <summary>Begins a draft with the sets and members as they are. False where somebody else has begun one.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="number">How many sets.</param>
    /// <param name="people">Who else takes part.</param>
    /// <param name="by">Who begins it.</param>
    /// <exception cref="RefusedException">Too many or too few sets or people.</exception>
    public static bool Begin(Writes writes, long programmeId, int number, IReadOnlyList<long> people, long? by)
    {
        if (DraftTable.Find(writes, programmeId) is not null)
        {
            return false;
        }

        var sets = SetRow.Of(writes, programmeId);
        var members = MemberRow.Of(writes, programmeId);
        var draft = (new Draft { ProgrammeId = programmeId, Sets = [.. sets.Select(set => new DraftSet(set.Position, set.Id, set.Name))] })
            .WithSets(number, sets).TakeIn(members.Select(member => (member.PersonId, (long?)member.SetId)));
        draft = draft.TakeIn(Allowed(writes, programmeId, people).Select(person => (person, (long?)null)))
            .WithRoles(RoleRow.Of(writes, programmeId));
        if (draft.People.Count == 0)
        {
            throw new RefusedException("People", "Nobody is in it yet. Tick the people who take part.");
        }

        DraftTable.Store(writes, draft, by);
        return true;
    }

    /// <summary>Changes the draft. False where it is another version by now, or gone.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="version">The version that the press was made on.</param>
    /// <param name="what">What was pressed, in words; for the undo.</param>
    /// <param name="by">Who pressed.</param>
    /// <param name="change">The draft after it.</param>
    /// <exception cref="RefusedException">A rule says no.</exception>
    public static bool Press(Writes writes, long programmeId, long version, string what, long? by, Func<Draft, Draft> change)
    {
        if (DraftTable.Find(writes, programmeId) is not { } draft || draft.Version != version)
        {
            return false;
        }

        var first = FormationOf(writes, programmeId);
        var after = change(draft).WithRoles(RoleRow.Of(writes, programmeId));
        DraftTable.Note(writes, draft with { Formation = first == FormationOf(writes, programmeId) ? null : first }, what, by);
        DraftTable.Store(writes, after, by);
        return true;
    }

    /// <summary>Takes the newest press back. False where the draft is another version by now.</summary>
    /// <exception cref="RefusedException">Nothing is left to undo.</exception>
    public static bool Undo(Writes writes, long programmeId, long version, long? by)
    {
        if (DraftTable.Find(writes, programmeId) is not { } draft || draft.Version != version)
        {
            return false;
        }

        var step = DraftTable.LastStep(writes, programmeId) ?? throw new RefusedException("Press", "There is nothing left to undo.");
        var there = SetRow.Of(writes, programmeId).Select(set => set.Id).ToHashSet();
        var before = step.Draft;
        DraftTable.Store(writes, before with
        {
            Sets = [.. before.Sets.Select(set => set.SetId is { } id && !there.Contains(id) ? set with { SetId = null } : set)],
            People = [.. before.People.Select(person => person.WasIn is { } id && !there.Contains(id) ? person with { WasIn = null } : person)],
        }, by);
        if (before.Formation is { } first)
        {
            ProgrammeCommands.FormBy(writes, programmeId, first, by);
        }

        DraftTable.Forget(writes, programmeId, step.Number);
        return true;
    }

    /// <summary>Throws the draft away; the sets stay as they are. False where it is another version by now.</summary>
    public static bool Discard(Writes writes, long programmeId, long version)
    {
        if (DraftTable.Find(writes, programmeId)?.Version != version)
        {
            return false;
        }

        DraftTable.Remove(writes, programmeId);
        return true;
    }

    /// <summary>Those of these who may be taken in: known people who are not the sponsor.</summary>
    public static IReadOnlyList<long> Allowed(Reads reads, long programmeId, IReadOnlyList<long> people) => reads.Query<long>("""
        SELECT id FROM person WHERE id IN (SELECT value FROM json_each(@people))
          AND id NOT IN (SELECT person_id FROM role_assignment WHERE programme_id = @programmeId AND role = 'Sponsor')
        """, new { programmeId, people = System.Text.Json.JsonSerializer.Serialize(people) });

    private static string? FormationOf(Reads reads, long programmeId) =>
        reads.First<string>("SELECT formation FROM programme WHERE id = @programmeId", new { programmeId });

    /// <summary>What comes first: that sets are mixed beforehand, or that people meet over what they have a stake in.</summary>
    public static void Order(Writes writes, long programmeId, bool interestFirst, long? by) =>
        ProgrammeCommands.FormBy(writes, programmeId, interestFirst ? "InterestFirst" : "SetFirst", by);
}
