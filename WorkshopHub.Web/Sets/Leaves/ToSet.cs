using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What somebody is to one set of a programme: its member, its champion, the supervisor of one of its members.</summary>
public sealed record ToSet
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>A member of another set.</summary>
    public bool IsOther { get; init; }

    /// <summary>Everything that somebody is to the sets of a programme, in one statement.</summary>
    public static ILookup<long, ToSet> In(Reads reads, Viewer viewer, long programme) => reads.Query<ToSet>(
        """
        WITH mine AS (SELECT id FROM sets WHERE programme_id = @programme)
        SELECT m.set_id, 'Member' AS Role, 0 AS IsOther FROM membership m JOIN mine ON mine.id = m.set_id
        WHERE m.person_id = @person AND m.left_at IS NULL
        UNION
        SELECT mine.id, 'Member', 1 FROM mine
        WHERE EXISTS (SELECT 1 FROM membership m JOIN mine o ON o.id = m.set_id
          WHERE m.person_id = @person AND m.left_at IS NULL AND m.set_id <> mine.id)
        UNION
        SELECT m.set_id, 'Supervisor', 0 FROM membership m JOIN mine ON mine.id = m.set_id
        WHERE m.supervisor_id = @person AND m.left_at IS NULL
        UNION
        SELECT s.id, 'Client', 0 FROM sets s JOIN problem b ON b.id = s.problem_id
        WHERE s.programme_id = @programme AND b.client_id = @person
        UNION
        SELECT mine.id, r.role, 0 FROM mine JOIN role_assignment r ON r.programme_id = @programme AND r.person_id = @person
        WHERE r.role IN ('Sponsor', 'Facilitator') OR (r.role IN ('Champion', 'Advisor') AND r.set_id = mine.id)
        UNION
        SELECT mine.id, 'Facilitator', 0 FROM mine WHERE @office
        """,
        new { programme, person = viewer.PersonId, office = viewer.IsFacilitator || viewer.IsAdmin }).ToLookup(one => one.SetId);

    /// <summary>Of which sets somebody reads an artefact, among those that they are something to.</summary>
    /// <param name="mine">What they are to which set.</param>
    /// <param name="artefact">What is read.</param>
    /// <param name="others">Whether a member of another set may read by now what such a one may read at all.</param>
    public static IReadOnlyList<long> Reading(ILookup<long, ToSet> mine, Artefact artefact, bool others) => [.. mine.Where(set => set.Any(one => one.IsOther
        ? others && AccessTable.OtherSetReads(artefact) == Extent.All : AccessTable.Reads(artefact, one.Role) >= Extent.Own)).Select(set => set.Key)];

    /// <summary>The sets of a programme whose progress notes the viewer may read now; null where they have no part in it by which they ever may.</summary>
    public static IReadOnlyList<long>? NotesOf(Reads reads, Viewer viewer, long programme)
    {
        var notes = Reading(In(reads, viewer, programme), Artefact.ProgressNotes, Moments.Of(reads, programme).AfterMidTerm);
        return notes.Count == 0 && Access.ReadsIn(viewer, reads, programme, Artefact.ProgressNotes) < Extent.Own ? null : notes;
    }
}
