using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

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

    /// <summary>The programme office: it sees who said yes or no, and the reason of a no.</summary>
    public static bool IsOffice(Viewer viewer, Reads reads, Consent consent) =>
        Access.ReadsIn(viewer, reads, consent.ProgrammeId, Artefact.Decline) == Extent.All;
}
