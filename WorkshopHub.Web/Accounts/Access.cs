using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Who may see and do what. Pages and the hub ask here, with the rows as they are now.</summary>
public static class Access
{
    /// <summary>Whether the viewer may run this workshop: a facilitator of the house or of its programme.</summary>
    public static bool MayControl(Viewer viewer, Reads reads, long workshop) =>
        viewer.PersonId is not null && reads.First<long?>(
            """
            SELECT w.id
            FROM workshop w
            WHERE w.id = @workshop
              AND (@everywhere OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = w.programme_id
                                          AND r.person_id = @person AND r.role = 'Facilitator'))
            """,
            new { workshop, person = viewer.PersonId, everywhere = viewer.IsFacilitator || viewer.IsAdmin }) is not null;

    /// <summary>Whether the viewer may work in the programme office: people, programmes, workshops.</summary>
    public static bool MayRunOffice(Viewer viewer) => viewer.IsSignedIn && (viewer.IsFacilitator || viewer.IsAdmin);

    /// <summary>Whether the viewer may work on this programme: the office, or a facilitator of the programme itself.</summary>
    public static bool MayRunProgramme(Viewer viewer, Reads reads, long programme) => viewer.IsSignedIn
        && (MayRunOffice(viewer) || reads.First<long?>(
            "SELECT id FROM role_assignment WHERE programme_id = @programme AND person_id = @person AND role = 'Facilitator'",
            new { programme, person = viewer.PersonId }) is not null);

    /// <summary>Whether the viewer, signed in, has a part in the workshop's programme: member, supervisor or any other role.</summary>
    public static bool HasPart(Viewer viewer, Reads reads, long workshop) => viewer.PersonId is not null && reads.First<long?>(
        """
        SELECT w.id FROM workshop w
        WHERE w.id = @workshop
          AND (EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = w.programme_id AND r.person_id = @person)
               OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                          WHERE s.programme_id = w.programme_id AND m.left_at IS NULL AND @person IN (m.person_id, m.supervisor_id)))
        """,
        new { workshop, person = viewer.PersonId }) is not null;

    /// <summary>Whether the viewer holds a place in this workshop.</summary>
    public static bool IsInRoom(Viewer viewer, long workshop) => viewer.Seat?.WorkshopId == workshop;

    /// <summary>
    /// Whether the viewer may act in a role in this workshop (countersign, confirm, decide, answer as sponsor, vouch):
    /// the role must be theirs and they must be known, not only have picked a name from a list.
    /// </summary>
    public static bool MayActAs(Viewer viewer, long workshop, Role role) =>
        viewer.Seat is { } seat && seat.WorkshopId == workshop && seat.Role == role && seat.PersonId is not null
        && (seat.Assurance >= Assurance.Vouched || viewer.PersonId == seat.PersonId);
}
