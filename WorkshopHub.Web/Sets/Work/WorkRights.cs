using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// Who reads solution, measures and the steps with the client outside the set, and who confirms them: the client, or, where a
/// member has a problem of their own, that member's supervisor as of now.
/// </summary>
public static class WorkRights
{
    /// <summary>Whether the viewer reads the work of a set, or of one member on their own.</summary>
    public static bool MayRead(Viewer viewer, Reads reads, SetFrame set, Place place)
    {
        var roles = SetRights.Of(viewer, reads, set.Id);
        if (roles.Any(role => role is not Role.Supervisor && AccessTable.Reads(Artefact.Work, role) >= Extent.Own)
            || (viewer.IsSignedIn && (viewer.IsFacilitator || viewer.IsAdmin) && AccessTable.OfficeReads(Artefact.Work) == Extent.All))
        {
            return true;
        }

        return (roles.Contains(Role.Supervisor) && AccessTable.Reads(Artefact.Work, Role.Supervisor) >= Extent.Own
                && (place.MembershipId is null || place.SupervisorId == viewer.PersonId))
            || (FinalHasBegun(reads, set.ProgrammeId) && SetRights.ReadsFromOtherSet(viewer, reads, set.Id, Artefact.Work) == Extent.All);
    }

    /// <summary>The measures of a programme whose pages the viewer may read, as <see cref="MayRead"/> says of each: in three statements, however many there are.</summary>
    public static IReadOnlySet<long> Measures(Viewer viewer, Reads reads, long programme)
    {
        var (mine, final) = (ToSet.In(reads, viewer, programme), FinalHasBegun(reads, programme));
        return reads.Query<(long Id, long Set, long? Person, long? Supervisor)>(
            """
            SELECT x.id, x.set_id, x.person_id, m.supervisor_id FROM measure x
            JOIN sets s ON s.id = x.set_id
            LEFT JOIN membership m ON m.set_id = x.set_id AND m.person_id = x.person_id AND m.left_at IS NULL
            WHERE s.programme_id = @programme AND (x.person_id IS NULL OR m.id IS NOT NULL)
            """, new { programme }).Where(one => mine[one.Set].Any(to => Reads(to, one.Person, one.Supervisor))).Select(one => one.Id).ToHashSet();

        bool Reads(ToSet to, long? owner, long? supervisor) =>
            to.IsOther ? final && AccessTable.OtherSetReads(Artefact.Work) == Extent.All
            : AccessTable.Reads(Artefact.Work, to.Role) >= Extent.Own && (to.Role != Role.Supervisor || owner is null || supervisor == viewer.PersonId);
    }

    /// <summary>Whether the viewer writes it: a member, of their own where each has a problem.</summary>
    public static bool MayWrite(Viewer viewer, Reads reads, Place place) => viewer.PersonId is { } me
        && AccessTable.Writes(Artefact.Work, Role.Member) == Extent.Own
        && (place.OwnerId is null || place.OwnerId == me)
        && reads.First<long?>("SELECT id FROM membership WHERE set_id = @SetId AND person_id = @me AND left_at IS NULL", new { place.SetId, me }) is not null;

    /// <summary>Whether the viewer confirms it.</summary>
    public static bool MayConfirm(Viewer viewer, Place place) => viewer.PersonId is { } me && (place.MembershipId is null
        ? place.ClientId == me && AccessTable.Writes(Artefact.Work, Role.Client) == Extent.Own
        : place.SupervisorId == me && AccessTable.Writes(Artefact.Work, Role.Supervisor) == Extent.Own);

    /// <summary>Whose work it is, by the set and, where each member has a problem of their own, that member.</summary>
    public static Place? PlaceOf(Reads reads, long set, long? person) => person is null ? Place.OfSet(reads, set)
        : Place.OfMembers(reads, set).LastOrDefault(one => one.OwnerId == person);

    private static bool FinalHasBegun(Reads reads, long programme) => reads.First<long?>(
        "SELECT id FROM workshop WHERE programme_id = @programme AND kind = 'Final' AND state IN ('Live', 'Held') LIMIT 1", new { programme }) is not null;
}
