using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>What an advisor sees of the door on the own phone: who of their sets waits for a word of theirs.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Asking">Phones that ask for a name which another phone has.</param>
/// <param name="ByCode">Members who are here by code: known to nobody yet.</param>
public sealed record SetDoor(long Workshop, IReadOnlyList<Claim> Asking, IReadOnlyList<RosterName> ByCode)
{
    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty => Asking.Count == 0 && ByCode.Count == 0;

    /// <summary>The door of these sets.</summary>
    public static SetDoor Read(Reads reads, long workshop, IReadOnlyList<long> sets)
    {
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @workshop", new { workshop });
        var members = Roster.Everybody(reads, programme, workshop)
            .Where(who => who is { IsTaken: true, Role: Accounts.Role.Member, SetId: { } set } && sets.Contains(set)).ToList();
        return new SetDoor(
            workshop,
            [.. Claims.Waiting(reads, workshop).Where(claim => members.Any(who => who.ParticipantId == claim.ParticipantId))],
            [.. members.Where(who => who.Assurance == nameof(Accounts.Assurance.Claimed))]);
    }
}
