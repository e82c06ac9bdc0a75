using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>What somebody is to a membership, asked of <see cref="AccessTable"/> with the rows as they are now.</summary>
public static class ConsentRights
{
    /// <summary>The member themself, also after they have left: what one wrote stays one's own.</summary>
    public static bool IsOwner(Viewer viewer, Consent consent) => viewer.PersonId == consent.PersonId
        && AccessTable.Writes(Artefact.Consent, Role.Member) == Extent.Own;

    /// <summary>The member's supervisor as of now; who was it before is nobody here.</summary>
    public static bool IsSupervisor(Viewer viewer, Consent consent) => consent is { LeftAt: null, SupervisorId: { } supervisor }
        && viewer.PersonId == supervisor && AccessTable.Writes(Artefact.Consent, Role.Supervisor) == Extent.Own;

    /// <summary>A member of the same set, or its advisor.</summary>
    public static bool IsOfSet(Viewer viewer, Reads reads, Consent consent) => consent.LeftAt is null && viewer.PersonId is { } person
        && AccessTable.Reads(Artefact.Consent, Role.Advisor) == Extent.Own && FromWorkshops.IsOf(reads, consent.SetId, person);

    /// <summary>The set's advisor.</summary>
    public static bool IsAdvisor(Viewer viewer, Reads reads, Consent consent) => consent.LeftAt is null
        && RoleNow.InProgramme(reads, consent.ProgrammeId, viewer.PersonId ?? 0).Any(role => role.Role == Role.Advisor && role.SetId == consent.SetId);

    /// <summary>Who reads a developmental goal: its owner, the supervisor to whom it was shown, the set's advisor; the set where it was shared.</summary>
    public static bool ReadsGoal(Viewer viewer, Reads reads, Consent consent, GoalRow goal) =>
        (IsOwner(viewer, consent) && AccessTable.Reads(Artefact.Goals, Role.Member) == Extent.Own)
        || (goal.ToSupervisor && IsSupervisor(viewer, consent) && AccessTable.Reads(Artefact.Goals, Role.Supervisor) == Extent.Own)
        || (goal.Shared && IsOfSet(viewer, reads, consent))
        || (IsAdvisor(viewer, reads, consent) && AccessTable.Reads(Artefact.Goals, Role.Advisor) == Extent.Own);

    /// <summary>The set's advisor, who reads of ratings what they were shown.</summary>
    public static bool ReadsShownRatings(Viewer viewer, Reads reads, Consent consent) =>
        AccessTable.Reads(Artefact.SelfRatings, Role.Advisor) == Extent.Shared && IsAdvisor(viewer, reads, consent);

    /// <summary>The programme office: it sees who said yes or no, and the reason of a no.</summary>
    public static bool IsOffice(Viewer viewer, Reads reads, Consent consent) =>
        Access.ReadsIn(viewer, reads, consent.ProgrammeId, Artefact.Decline) == Extent.All;
}
