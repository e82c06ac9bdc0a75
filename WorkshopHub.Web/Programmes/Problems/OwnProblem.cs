using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// A member's own problem or opportunity (format 1): the member drafts, only the member's supervisor confirms that it lies
/// within their sphere, or sends it back with a note.
/// </summary>
public sealed record OwnProblem
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters.</summary>
    public string WhyItMatters { get; init; } = "";

    /// <summary>When the supervisor confirmed it (UTC), or null.</summary>
    public string? WithinSphereAt { get; init; }

    /// <summary>What the supervisor wrote when it was sent back; empty where nothing waits for the member.</summary>
    public string WithinSphereNote { get; init; } = "";

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>Whether it may be started.</summary>
    public bool IsConfirmed => WithinSphereAt is not null;

    /// <summary>A member's own problem in a programme, or null.</summary>
    public static OwnProblem? Of(Reads reads, long programme, long owner) => reads.First<OwnProblem>(
        """
        SELECT id, title, description, why_it_matters, within_sphere_at, within_sphere_note, version
        FROM problem
        WHERE programme_id = @programme AND owner_id = @owner AND state IN ('Proposed', 'Agreed')
        ORDER BY id LIMIT 1
        """,
        new { programme, owner });

    /// <summary>Writes the draft, or changes it; a changed one has to be confirmed anew.</summary>
    public static void Draft(Writes writes, long programme, long owner, long? supervisor, string title, string description, string why)
    {
        if (Of(writes, programme, owner) is { } mine)
        {
            writes.Execute(
                """
                UPDATE problem SET title = @title, description = @description, why_it_matters = @why, supervisor_id = @supervisor,
                  within_sphere_by = NULL, within_sphere_at = NULL, within_sphere_note = '', state = 'Proposed',
                  version = version + 1, changed_at = @Now, changed_by = @owner
                WHERE id = @Id AND (title <> @title OR description <> @description OR why_it_matters <> @why OR within_sphere_note <> '')
                """,
                new { mine.Id, title, description, why, supervisor, owner, writes.Now });
            return;
        }

        writes.Execute(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, owner_id, supervisor_id,
              created_at, created_by, changed_at, changed_by)
            VALUES (@programme, (SELECT ifnull(max(position), 0) + 1 FROM problem WHERE programme_id = @programme), @title,
              @description, @why, @owner, @supervisor, @Now, @owner, @Now, @owner)
            """,
            new { programme, owner, supervisor, title, description, why, writes.Now });
    }

    /// <summary>The supervisor confirms the words that they saw. False where it reads otherwise by now.</summary>
    public static bool Confirm(Writes writes, long id, long version, long supervisor) => writes.Execute(
        """
        UPDATE problem SET within_sphere_by = @supervisor, within_sphere_at = @Now, within_sphere_note = '', state = 'Agreed',
          supervisor_id = @supervisor, version = version + 1, changed_at = @Now, changed_by = @supervisor
        WHERE id = @id AND version = @version AND state = 'Proposed' AND owner_id IS NOT NULL
        """,
        new { id, version, supervisor, writes.Now }) == 1;

    /// <summary>The supervisor sends it back with a note. False where it reads otherwise by now.</summary>
    public static bool SendBack(Writes writes, long id, long version, long supervisor, string note) => writes.Execute(
        """
        UPDATE problem SET within_sphere_by = NULL, within_sphere_at = NULL, within_sphere_note = @note, state = 'Proposed',
          version = version + 1, changed_at = @Now, changed_by = @supervisor
        WHERE id = @id AND version = @version AND state IN ('Proposed', 'Agreed') AND owner_id IS NOT NULL
        """,
        new { id, version, supervisor, note, writes.Now }) == 1;
}
