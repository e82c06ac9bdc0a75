using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>Who the two are: the member, also after they left the set; and their supervisor as of now, until the programme is closed.</summary>
public static class TalkRights
{
    /// <summary>Whose talks they are and whether the viewer is the member; null for everybody but these two.</summary>
    public static (Consent Member, bool IsOwner)? Of(Viewer viewer, Reads reads, long membership) =>
        Consent.Find(reads, membership) is not { } member ? null
        : ConsentRights.IsOwner(viewer, member) && AccessTable.Writes(Artefact.SupervisorMeetings, Role.Member) == Extent.Own ? (member, true)
        : ConsentRights.IsSupervisor(viewer, member) && member.ProgrammeState != "Closed"
            && AccessTable.Writes(Artefact.SupervisorMeetings, Role.Supervisor) == Extent.Own ? (member, false) : null;
}
