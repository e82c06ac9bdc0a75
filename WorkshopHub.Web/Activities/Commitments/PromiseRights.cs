using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>Who reads what somebody else promised, asked of <see cref="AccessTable"/>; the rows say who they are to it.</summary>
public static class PromiseRights
{
    /// <summary>Whether whoever was asked to ask about a promise reads it, and says what they heard.</summary>
    public static bool MayWitness => AccessTable.Writes(Artefact.Witnessed, Role.Member) == Extent.Own;

    /// <summary>Whether somebody reads a promise that they witness, or countersign in the role that the activity names and to whom it was shown.</summary>
    public static bool MayRead(AskedPromise promise) => promise.IsWitness ? MayWitness : promise.Role is { } role
        && AccessTable.Reads(Artefact.Commitments, role) >= Extent.Shared && AccessTable.Writes(Artefact.Countersign, role) == Extent.Own;
}
