using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>How many people of a role are here. A person of several roles counts once.</summary>
/// <param name="Name">The role, in the plural: Supervisors.</param>
/// <param name="Here">How many are here now: who has joined and is gone is not.</param>
/// <param name="People">How many are expected; null for guests, whom nobody expects.</param>
public sealed record StageRole(string Name, int Here, int? People)
{
    /// <summary>All roles of a workshop but the facilitators, who are at work already; guests last. Counted as the control room counts.</summary>
    public static IReadOnlyList<StageRole> Of(Reads reads, Presence presence, long workshop)
    {
        var known = presence.Of(workshop);
        return
        [
            .. RoomPerson.Of(reads, workshop).Where(person => person.Role != Role.Facilitator)
                .GroupBy(person => person.PersonId is null ? Role.Guest : person.Role).OrderBy(group => group.Key)
                .Select(group => new StageRole(Plural(group.Key), group.Count(IsHere), group.Key == Role.Guest ? null : group.Count()))
                .Where(role => role.People is not null || role.Here > 0),
        ];

        bool IsHere(RoomPerson person) =>
            person is { ParticipantId: { } id, TakenAt: { } at } && known.IsHere(id, Utc.Parse(at));
    }

    private static string Plural(Role role) => role == Role.Sponsor ? "Sponsor" : $"{role}s";
}
