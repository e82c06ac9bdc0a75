using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// The supervisor of a member is their direct line manager. Who gets another manager gets another supervisor in the sets
/// where the former manager was it, or nobody: the former one loses access at once. A supervisor who was chosen otherwise stays.
/// </summary>
public sealed class SupervisorsFollow : IManagerFollows
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <inheritdoc />
    public IReadOnlyList<Consequence> Foresee(Reads reads, IReadOnlyCollection<NewManager> changes)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var byPerson = changes.ToDictionary(change => change.PersonId);
        return [.. reads.Query<Affected>("""
            SELECT m.person_id, s.name AS SetName,
              EXISTS (SELECT 1 FROM membership o WHERE o.set_id = m.set_id AND o.left_at IS NULL
                AND o.person_id = c.value ->> 'managerId') AS IsInSet,
              (m.supervisor_id IS NULL OR m.supervisor_id IS c.value ->> 'formerId') AND m.supervisor_id IS NOT c.value ->> 'managerId' AS Follows
            FROM json_each(@changes) c
            JOIN membership m ON m.person_id = c.value ->> 'personId' AND m.left_at IS NULL
            JOIN sets s ON s.id = m.set_id
            JOIN programme p ON p.id = s.programme_id AND p.state <> 'Closed'
            ORDER BY m.id
            """, new { changes = JsonSerializer.Serialize(changes, _json) })
            .Where(one => one.Follows || one.IsInSet)
            .Select(one => Say(byPerson[one.PersonId], one))];
    }

    /// <inheritdoc />
    public IReadOnlyList<long> Follow(Writes writes, IReadOnlyCollection<NewManager> changes, long? by)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var json = JsonSerializer.Serialize(changes, _json);
        var moved = writes.Query<(long Membership, long Person, long Set)>($"""
            UPDATE membership SET supervisor_id = c.value ->> 'managerId'
            FROM json_each(@json) c
            WHERE membership.person_id = c.value ->> 'personId' AND membership.left_at IS NULL
              AND (membership.supervisor_id IS NULL OR membership.supervisor_id = c.value ->> 'formerId')
              AND membership.supervisor_id IS NOT c.value ->> 'managerId'
              AND membership.set_id IN (SELECT s.id FROM sets s JOIN programme p ON p.id = s.programme_id WHERE p.state <> 'Closed')
              AND NOT (c.value ->> 'managerId' IS @by AND membership.set_id IN (SELECT s.id FROM sets s JOIN programme g ON g.id = s.programme_id WHERE {KeptOut.AtWork}))
            RETURNING id, person_id, set_id
            """, new { json, by });
        var members = moved.Select(one => one.Person).ToList();
        if (members.Count == 0)
        {
            return [];
        }

        ConsentCommands.NewSupervisors(writes, [.. moved.Select(one => one.Membership)]);
        writes.Execute("""
            INSERT INTO role_assignment (person_id, programme_id, role)
            SELECT DISTINCT m.supervisor_id, s.programme_id, 'Supervisor'
            FROM json_each(@members) c
            JOIN membership m ON m.person_id = c.value AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
            JOIN sets s ON s.id = m.set_id
            WHERE true
            ON CONFLICT DO NOTHING
            """, new { members = JsonSerializer.Serialize(members) });
        RoleCommands.FreeSupervisors(
            writes, [.. changes.Where(change => members.Contains(change.PersonId)).Select(change => change.FormerId).OfType<long>().Distinct()],
            [.. moved.Select(one => one.Set).Distinct()], by);
        var followed = changes.Where(change => members.Contains(change.PersonId)).ToList();
        Audit.NoteAll(writes, by, "change-supervisor", "person", [.. members.Distinct()]);
        Audit.NoteAll(writes, by, "give-supervisor", "person", [.. followed.Select(change => change.ManagerId).OfType<long>().Distinct()]);
        return [.. followed.SelectMany(change => new[] { change.PersonId, change.ManagerId ?? 0, change.FormerId ?? 0 }).Where(id => id > 0).Distinct()];
    }

    private static Consequence Say(NewManager change, Affected one)
    {
        var member = First(change.Name);
        return one.IsInSet
            ? new Consequence(change.PersonId,
                $"{change.Manager} is in {one.SetName} together with {member}. {(one.Follows ? "A member and their supervisor never sit in one set." : "Nobody sits in one set with their line manager, whoever else supervises them.")}", true)
            : new Consequence(change.PersonId, change.Manager is null
                ? $"{First(change.Former!)} stops seeing {member}’s goal at once. Nobody supervises {member} in {one.SetName} until somebody is named."
                : change.Former is null
                ? $"{change.Manager} supervises {member} in {one.SetName} from now on."
                : $"{First(change.Former)} stops seeing {member}’s goal at once. {change.Manager} supervises {member} in {one.SetName}.", false);
    }

    private static string First(string name) => name.Split(' ') is ["Dr" or "Prof" or "Mr" or "Mrs" or "Ms", var first, ..] ? first : name.Split(' ')[0];

    private sealed record Affected
    {
        public long PersonId { get; init; }

        public string SetName { get; init; } = "";

        public bool IsInSet { get; init; }

        /// <summary>Whether the new manager becomes the supervisor there; where another was named, not.</summary>
        public bool Follows { get; init; }
    }
}
