using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Somebody gets another manager, or has none any more.</summary>
/// <param name="PersonId">Who is led.</param>
/// <param name="Name">Their name.</param>
/// <param name="FormerId">Who led them until now, or null.</param>
/// <param name="Former">That manager's name, or null.</param>
/// <param name="ManagerId">Who leads them from now on; may be somebody who is only about to come in. Null for nobody.</param>
/// <param name="Manager">The new manager's name, or null for nobody.</param>
public sealed record NewManager(long PersonId, string Name, long? FormerId, string? Former, long? ManagerId, string? Manager);

/// <summary>What a new manager means elsewhere.</summary>
/// <param name="PersonId">Who is led.</param>
/// <param name="Words">What happens, in a sentence.</param>
/// <param name="Refuses">A rule of the field says no; the words say which.</param>
public sealed record Consequence(long PersonId, string Words, bool Refuses);

/// <summary>
/// A room in which managers matter: a member's supervisor is their direct line manager, so a new manager takes over there.
/// It is asked before, so that people are told, and does it in the same command.
/// </summary>
public interface IManagerFollows
{
    /// <summary>What would happen. The number of statements does not grow with the changes.</summary>
    IReadOnlyList<Consequence> Foresee(Reads reads, IReadOnlyCollection<NewManager> changes);

    /// <summary>Does it; answers the people whose rights have changed by that.</summary>
    IReadOnlyList<long> Follow(Writes writes, IReadOnlyCollection<NewManager> changes, long? by);
}
