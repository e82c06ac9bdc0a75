using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Who may see and do what: <see cref="AccessTable"/>, asked for whoever is asking, with the rows as they are now. Pages
/// and the hub ask here.
/// </summary>
public static class Access
{
    /// <summary>Whether the viewer may run this workshop: a facilitator of the house or of its programme.</summary>
    public static bool MayControl(Viewer viewer, Reads reads, long workshop) =>
        Writes(viewer, Artefact.ControlRoom, () => RolesIn(viewer, reads, workshop)) && Exists(reads, workshop);

    /// <summary>Whether the viewer may work in the programme office: people, programmes, workshops.</summary>
    public static bool MayRunOffice(Viewer viewer) => Writes(viewer, Artefact.House, () => []);

    /// <summary>Whether the viewer may work on this programme: the office, or a facilitator of the programme itself.</summary>
    public static bool MayRunProgramme(Viewer viewer, Reads reads, long programme) =>
        Writes(viewer, Artefact.Programme, () => reads.Query<string>(
            "SELECT role FROM role_assignment WHERE programme_id = @programme AND person_id = @person",
            new { programme, person = viewer.PersonId }).Select(Enum.Parse<Role>));

    /// <summary>How far the viewer, signed in, reads an artefact of a programme in any role there, or as the office.</summary>
    public static Extent ReadsIn(Viewer viewer, Reads reads, long programme, Artefact artefact) =>
        Most(viewer, reads, programme, AccessTable.OfficeReads(artefact), role => AccessTable.Reads(artefact, role));

    /// <summary>How far the viewer, signed in, writes an artefact of a programme in any role there, or as the office.</summary>
    public static Extent WritesIn(Viewer viewer, Reads reads, long programme, Artefact artefact) =>
        Most(viewer, reads, programme, AccessTable.OfficeWrites(artefact), role => AccessTable.Writes(artefact, role));

    /// <summary>Whether the viewer, signed in, has a part in the workshop's programme: member, supervisor or any other role.</summary>
    public static bool HasPart(Viewer viewer, Reads reads, long workshop) => viewer.IsSignedIn
        && RolesIn(viewer, reads, workshop).Any(role => AccessTable.Reads(Artefact.Summary, role) > Extent.Counts);

    /// <summary>Whether the viewer, signed in, may read when a programme and its sets meet: whoever has a part in it, and the office.</summary>
    public static bool MayReadTimeline(Viewer viewer, Reads reads, long programme) => viewer.IsSignedIn
        && ((IsOffice(viewer) && AccessTable.OfficeReads(Artefact.Timeline) == Extent.All)
            || RoleNow.InProgramme(reads, programme, viewer.PersonId!.Value).Any(one => AccessTable.Reads(Artefact.Timeline, one.Role) == Extent.All));

    /// <summary>Whether the viewer, signed in, may date the meetings of a set: its members, its advisor, and whoever runs the programme.</summary>
    public static bool MayDateMeetings(Viewer viewer, Reads reads, long programme, long set) => viewer.IsSignedIn
        && ((IsOffice(viewer) && AccessTable.OfficeWrites(Artefact.Meetings) == Extent.All)
            || RoleNow.InProgramme(reads, programme, viewer.PersonId!.Value).Any(one => AccessTable.Writes(Artefact.Meetings, one.Role) switch
            {
                Extent.All => true,
                Extent.Own => one.SetId == set,
                _ => false,
            }));

    /// <summary>Whether the viewer may see who is asked to a workshop and say who came: whoever runs it.</summary>
    public static bool MayInvite(Viewer viewer, Reads reads, long workshop) =>
        Writes(viewer, Artefact.Invitations, () => RolesIn(viewer, reads, workshop)) && Exists(reads, workshop);

    /// <summary>
    /// Who the viewer answers as when asked to a workshop: somebody signed in who has a part in it, or a phone in the room
    /// that is known to be its person's. Null where nobody asked them.
    /// </summary>
    public static long? RepliesAs(Viewer viewer, Reads reads, long workshop) =>
        viewer.IsSignedIn && RolesIn(viewer, reads, workshop).Any(role => AccessTable.Writes(Artefact.Reply, role) == Extent.Own) ? viewer.PersonId
        : viewer.Seat is { PersonId: { } person } && MayWrite(viewer, workshop, Artefact.Reply) ? person : null;

    /// <summary>Whether the viewer holds a place in this workshop.</summary>
    public static bool IsInRoom(Viewer viewer, long workshop) =>
        viewer.Seat is { } seat && seat.WorkshopId == workshop && AccessTable.Reads(Artefact.Room, seat.Role) == Extent.All;

    /// <summary>Whether the viewer may write something in a role that they have in this workshop, and are known well enough for it.</summary>
    public static bool MayWrite(Viewer viewer, long workshop, Artefact artefact) =>
        viewer.Seat is { } seat && seat.WorkshopId == workshop && IsSure(viewer, seat, AccessTable.Needs(artefact))
        && seat.All.Any(hat => AccessTable.Writes(artefact, hat.Role) > Extent.None);

    /// <summary>Whether whoever sits here may write something in one of their roles, and is known well enough for it.</summary>
    public static bool MayWrite(Seat seat, Artefact artefact) =>
        IsSure(seat, artefact) && seat.All.Any(hat => AccessTable.Writes(artefact, hat.Role) > Extent.None);

    /// <summary>Whether we are as sure of whoever sits here as something asks for.</summary>
    public static bool IsSure(Seat seat, Artefact artefact) => seat.Assurance >= AccessTable.Needs(artefact);

    /// <summary>The sets at whose door the viewer stands in this workshop: as their advisor, known to be that.</summary>
    public static IReadOnlyList<long> Doors(Viewer viewer, long workshop) => !MayWrite(viewer, workshop, Artefact.Door) ? []
        : [.. viewer.Seat!.All.Where(hat => AccessTable.Writes(Artefact.Door, hat.Role) > Extent.None).Select(hat => hat.SetId).OfType<long>()];

    private static Extent Most(Viewer viewer, Reads reads, long programme, Extent office, Func<Role, Extent> of) =>
        viewer.PersonId is not { } person ? Extent.None
            : RoleNow.InProgramme(reads, programme, person).Select(one => of(one.Role))
                .Append(viewer.IsFacilitator || viewer.IsAdmin ? office : Extent.None).Max();

    private static bool IsSure(Viewer viewer, Seat seat, Assurance needed) => seat.PersonId is null ? needed == Assurance.Claimed
        : seat.Assurance >= needed || viewer.PersonId == seat.PersonId;

    private static bool Writes(Viewer viewer, Artefact artefact, Func<IEnumerable<Role>> roles) => viewer.IsSignedIn
        && ((IsOffice(viewer) && AccessTable.OfficeWrites(artefact) == Extent.All)
            || roles().Any(role => AccessTable.Writes(artefact, role) == Extent.All));

    private static IEnumerable<Role> RolesIn(Viewer viewer, Reads reads, long workshop) =>
        RoleNow.AllOf(reads, workshop, viewer.PersonId!.Value).Select(one => one.Role);

    private static bool IsOffice(Viewer viewer) => viewer.IsFacilitator || viewer.IsAdmin;

    private static bool Exists(Reads reads, long workshop) =>
        reads.First<long?>("SELECT id FROM workshop WHERE id = @workshop", new { workshop }) is not null;
}
