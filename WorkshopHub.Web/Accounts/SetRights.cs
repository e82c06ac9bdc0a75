using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Who may see and do what of one set: <see cref="AccessTable"/> for the parts that somebody has in that very set. What is
/// said in a set stays in the set and with its advisor until somebody shares it on purpose; the office has no key to it.
/// </summary>
public static class SetRights
{
    private const string Sql =
        """
        SELECT 'Member' AS role FROM membership WHERE set_id = @set AND person_id = @person AND left_at IS NULL
        UNION
        SELECT 'Supervisor' FROM membership WHERE set_id = @set AND supervisor_id = @person AND left_at IS NULL
        UNION
        SELECT r.role FROM sets s JOIN role_assignment r ON r.programme_id = s.programme_id AND r.person_id = @person
        WHERE s.id = @set AND (r.role IN ('Sponsor', 'Facilitator') OR (r.role IN ('Advisor', 'Champion') AND r.set_id = s.id))
        UNION
        SELECT 'Client' FROM sets s JOIN problem p ON p.id = s.problem_id WHERE s.id = @set AND p.client_id = @person
        """;

    /// <summary>What the signed-in viewer is to this set: its member, its advisor, its champion, the client of its problem, the supervisor of one of its members; sponsor or facilitator of its programme.</summary>
    public static IReadOnlyList<Role> Of(Viewer viewer, Reads reads, long set) =>
        viewer.PersonId is not { } person ? [] : [.. reads.Query<string>(Sql, new { set, person }).Select(Enum.Parse<Role>)];

    /// <summary>
    /// How far the viewer reads an artefact of this set. <see cref="Extent.Own"/> is what this set has of it; for a
    /// supervisor, that of the members whom they answer for.
    /// </summary>
    public static Extent Reads(Viewer viewer, Reads reads, long set, Artefact artefact) =>
        Most(viewer, Of(viewer, reads, set), role => AccessTable.Reads(artefact, role), AccessTable.OfficeReads(artefact));

    /// <summary>How far the viewer writes an artefact of this set.</summary>
    public static Extent Writes(Viewer viewer, Reads reads, long set, Artefact artefact) =>
        Most(viewer, Of(viewer, reads, set), role => AccessTable.Writes(artefact, role), AccessTable.OfficeWrites(artefact));

    /// <summary>How far the viewer reads an artefact of this set as a member of another set of its programme.</summary>
    public static Extent ReadsFromOtherSet(Viewer viewer, Reads reads, long set, Artefact artefact) =>
        viewer.PersonId is { } person && reads.First<long?>(
            """
            SELECT 1 FROM sets s JOIN sets o ON o.programme_id = s.programme_id AND o.id <> s.id
            JOIN membership m ON m.set_id = o.id AND m.left_at IS NULL WHERE s.id = @set AND m.person_id = @person
            """, new { set, person }) is not null ? AccessTable.OtherSetReads(artefact) : Extent.None;

    private static Extent Most(Viewer viewer, IReadOnlyList<Role> roles, Func<Role, Extent> of, Extent office) =>
        roles.Select(of).Append(viewer.IsSignedIn && (viewer.IsFacilitator || viewer.IsAdmin) ? office : Extent.None).Max();
}
