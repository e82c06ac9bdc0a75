using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>How many people of a role are here. A person of several roles counts once.</summary>
/// <param name="Name">The role, in the plural: Supervisors.</param>
/// <param name="Here">How many have joined.</param>
/// <param name="People">How many are expected.</param>
public sealed record StageRole(string Name, int Here, int People)
{
    /// <summary>All roles of a workshop but the facilitators, who are at work already; guests last.</summary>
    public static IReadOnlyList<StageRole> Of(Reads reads, long workshop) =>
    [
        .. RoomPerson.Of(reads, workshop).Where(person => person.Role != Role.Facilitator)
            .GroupBy(person => person.Role).OrderBy(group => group.Key)
            .Select(group => new StageRole(Plural(group.Key), group.Count(person => person.IsHere), group.Count()))
            .Where(role => role.People > 0),
    ];

    private static string Plural(Role role) => role == Role.Sponsor ? "Sponsor" : $"{role}s";
}
