using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>A draft that was put in place.</summary>
public sealed record Placing
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>How the sets stood before, as JSON.</summary>
    public string Before { get; init; } = "";

    /// <summary>How they stood after it, as JSON.</summary>
    public string After { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Who did it, or null.</summary>
    public string? By { get; init; }

    /// <summary>Whether a workshop of the programme has opened since.</summary>
    public bool HasOpened { get; init; }

    /// <summary>How many have said yes, or had their time confirmed, in the sets that they came into by it.</summary>
    public long Yeses { get; init; }

    /// <summary>The last that was not taken back, or null.</summary>
    public static Placing? Last(Reads reads, long programmeId) => reads.First<Placing>("""
        SELECT l.id, l.before, l.after, l.at, p.name AS By,
          EXISTS (SELECT 1 FROM workshop w WHERE w.programme_id = l.programme_id AND w.opened_at > l.at) AS HasOpened,
          (SELECT count(*) FROM membership m JOIN sets s ON s.id = m.set_id
           WHERE s.programme_id = l.programme_id AND m.left_at IS NULL AND m.joined_at >= l.at AND (m.accepted_at > l.at OR m.time_share_confirmed_at > l.at)
             AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.person_id = m.person_id AND o.left_at = m.joined_at)) AS Yeses
        FROM set_placing l LEFT JOIN person p ON p.id = l.by
        WHERE l.programme_id = @programmeId AND l.taken_back_at IS NULL ORDER BY l.id DESC LIMIT 1
        """, new { programmeId });

    /// <summary>Why it can't be taken back any more, or null where it can.</summary>
    public string? Stuck(Standing now) =>
        HasOpened ? "A workshop has opened since, and people have met in these sets. Change them one by one now."
        : Yeses > 0 ? $"{(Yeses == 1 ? "Somebody has" : $"{Yeses} people have")} said yes in these sets since, and taking them back would lose that. Change them one by one now."
        : !now.Is(JsonSerializer.Deserialize<Standing>(After)!) ? "Sets or their people were changed since. Change them one by one now."
        : null;

    /// <summary>
    /// Puts a draft in place: new sets begin, people join, move and leave, advisors and champions change; all of it or nothing.
    /// </summary>
    /// <returns>Whose rights changed; null where the draft is another version by now.</returns>
    /// <exception cref="RefusedException">Sets changed elsewhere meanwhile, or a rule of the field says no.</exception>
    public static IReadOnlyList<long>? Place(Writes writes, long programmeId, long version, long? by)
    {
        if (DraftTable.Find(writes, programmeId) is not { } draft || draft.Version != version)
        {
            return null;
        }

        if (DraftFollow.Since(draft, MemberRow.Of(writes, programmeId)).Count > 0)
        {
            throw new RefusedException("Place", "Sets were changed elsewhere since this draft was made. Take that over first; nothing was put in place.");
        }

        var before = Standing.Read(writes, programmeId);
        draft = draft with
        {
            Sets = [.. draft.Sets.Select(set => set.SetId is not null ? set : set with { SetId = SetCommands.Add(writes, programmeId, set.Name, by) })],
        };
        var people = Candidate.Of(writes, programmeId);
        var moved = Standing.Bring(writes, programmeId, Wanted(draft, before, people), people.ToDictionary(one => one.Id, one => one.Name), by);
        var after = Standing.Read(writes, programmeId);
        writes.Insert("""
            INSERT INTO set_placing (programme_id, before, after, at, by) VALUES (@programmeId, @before, @after, @Now, @by)
            """, new { programmeId, before = JsonSerializer.Serialize(before), after = JsonSerializer.Serialize(after), writes.Now, by });
        Settle(writes, programmeId, draft, by);
        Audit.Note(writes, by, null, "place-sets", "programme", programmeId);
        return moved;
    }

    /// <summary>Takes back what was put in place last; sets that began with it are gone again.</summary>
    /// <returns>Whose rights changed.</returns>
    /// <exception cref="RefusedException">There is nothing to take back, or it is too late.</exception>
    public static IReadOnlyList<long> TakeBack(Writes writes, long programmeId, long id, long? by)
    {
        if (Last(writes, programmeId) is not { } last || last.Id != id)
        {
            throw new RefusedException("Place", "Somebody has taken this back already.");
        }

        if (last.Stuck(Standing.Read(writes, programmeId)) is { } stuck)
        {
            throw new RefusedException("Place", stuck);
        }

        var before = JsonSerializer.Deserialize<Standing>(last.Before)!;
        var names = Candidate.Of(writes, programmeId).ToDictionary(one => one.Id, one => one.Name);
        var moved = Standing.Bring(writes, programmeId, before, names, by, last.At);
        foreach (var set in JsonSerializer.Deserialize<Standing>(last.After)!.Sets.Except(before.Sets))
        {
            SetCommands.Remove(writes, programmeId, set);
        }

        writes.Execute("UPDATE set_placing SET taken_back_at = @Now WHERE id = @id", new { id, writes.Now });
        if (DraftTable.Find(writes, programmeId) is { } draft)
        {
            Settle(writes, programmeId, draft, by);
        }

        Audit.Note(writes, by, null, "take-back-sets", "programme", programmeId);
        return moved;
    }

    /// <summary>How the draft wants the sets to stand. Sets that it does not have keep only those whom it does not know.</summary>
    public static Standing Wanted(Draft draft, Standing now, IReadOnlyList<Candidate> people)
    {
        var sets = draft.Sets.ToDictionary(set => set.Position, set => set.SetId!.Value);
        var supervisors = people.ToDictionary(one => one.Id, one => one.SupervisorId == one.Id ? null : one.SupervisorId);
        var changed = draft.Roles.Where(role => role.PersonId != role.WasId).ToList();
        return new Standing(
            now.Sets,
            [
                .. now.Seats.Where(seat => draft.Person(seat.Person) is null),
                .. draft.People.Where(one => one.Position is not null).Select(one => new StandingSeat(
                    one.PersonId, sets[one.Position!.Value], supervisors.GetValueOrDefault(one.PersonId))),
            ],
            [
                .. now.Roles.Where(role => changed.All(its => sets[its.Position] != role.Set || its.Role != role.Role || its.WasId != role.Person)),
                .. changed.Where(role => role.PersonId is not null).Select(role => new StandingRole(role.PersonId!.Value, role.Role, sets[role.Position])),
            ]);
    }

    /// <summary>The draft agrees with what stands now; what was pressed before can't be undone any more.</summary>
    private static void Settle(Writes writes, long programmeId, Draft draft, long? by)
    {
        var sets = SetRow.Of(writes, programmeId);
        var now = MemberRow.Of(writes, programmeId).ToDictionary(member => member.PersonId, member => member.SetId);
        var roles = RoleRow.Of(writes, programmeId);
        var known = draft.Each(one => one with { WasIn = now.TryGetValue(one.PersonId, out var set) ? set : null })
            .Follow(sets, MemberRow.Of(writes, programmeId));
        DraftTable.ForgetAll(writes, programmeId);
        DraftTable.Store(writes, known with
        {
            Roles =
            [
                .. known.Roles.Select(role => role with
                {
                    WasId = known.SetAt(role.Position)?.SetId is { } set
                        && roles.Any(one => one.SetId == set && one.Role == role.Role && one.PersonId == role.PersonId) ? role.PersonId
                        : known.SetAt(role.Position)?.SetId is { } other ? roles.FirstOrDefault(one => one.SetId == other && one.Role == role.Role)?.PersonId
                        : null,
                }),
            ],
        }, by);
    }
}
