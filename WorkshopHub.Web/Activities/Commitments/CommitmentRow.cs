using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What a person will do, as the file keeps it. Who may read it is decided by who asks for it.</summary>
public sealed record CommitmentRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public long PersonId { get; init; }

    /// <summary>Whose it is.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they are in the room.</summary>
    public string Role { get; init; } = "";

    /// <summary>Their set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's place in the programme, or null.</summary>
    public long? Position { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>Who may read it: Nobody, Set, Signer or Room; its witness always.</summary>
    public string Share { get; init; } = "";

    /// <summary>Who asks about it, or null.</summary>
    public long? WitnessId { get; init; }

    /// <summary>The witness's name, or null.</summary>
    public string? Witness { get; init; }

    /// <summary>The witness's set, or null.</summary>
    public long? WitnessSetId { get; init; }

    /// <summary>The place of the witness's set, or null.</summary>
    public long? WitnessPosition { get; init; }

    /// <summary>What the witness says: Yes, No, or null while they have not answered.</summary>
    public string? WitnessSays { get; init; }

    /// <summary>Who countersigned it, or null.</summary>
    public string? Signer { get; init; }

    /// <summary>Written or changed with a phone whose person is known for sure.</summary>
    public bool Vouched { get; init; }

    /// <summary>When the facilitator took it off the walls (UTC), or null.</summary>
    public string? HiddenAt { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>Whether the room may read it.</summary>
    public bool IsShown => Share == "Room" && HiddenAt is null;

    /// <summary>The date in words, e.g. 14 December; null where there is none.</summary>
    public string? By => Due is null ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The date with its day, e.g. Monday, 14 December.</summary>
    public string? Day => Due is null ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The first word of a name.</summary>
    public static string First(string name) => Called.First(name);

    /// <summary>Whether the witness comes from the owner's own set.</summary>
    public bool WitnessIsNear => SetId is not null && WitnessSetId == SetId;

    /// <summary>All commitments of an activity, newest first.</summary>
    public static IReadOnlyList<CommitmentRow> Of(Reads reads, long activity) =>
        reads.Once($"commitments-{activity.ToString(CultureInfo.InvariantCulture)}", () => reads.Query<CommitmentRow>(
        """
        SELECT c.id, c.person_id, p.name, c.role, c.set_id, s.position, s.name AS SetName, c.text, c.due, c.share,
               c.witness_id, w.name AS Witness, c.witness_says, g.name AS Signer, c.vouched, c.hidden_at, c.version,
               (SELECT m.set_id FROM membership m JOIN sets t ON t.id = m.set_id
                WHERE m.person_id = c.witness_id AND m.left_at IS NULL AND t.programme_id = k.programme_id LIMIT 1) AS WitnessSetId,
               (SELECT t.position FROM membership m JOIN sets t ON t.id = m.set_id
                WHERE m.person_id = c.witness_id AND m.left_at IS NULL AND t.programme_id = k.programme_id LIMIT 1) AS WitnessPosition
        FROM commitment c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop k ON k.id = a.workshop_id
        JOIN person p ON p.id = c.person_id
        LEFT JOIN sets s ON s.id = c.set_id
        LEFT JOIN person w ON w.id = c.witness_id
        LEFT JOIN person g ON g.id = c.signed_by
        WHERE c.activity_id = @activity
        ORDER BY c.at DESC, c.id DESC
        """,
        new { activity }));

    /// <summary>Who may countersign what members of a set commit themselves to.</summary>
    public static bool MaySign(Reads reads, Activity activity, Countersign by, CommitmentRow row, long person) =>
        row.Role == nameof(Accounts.Role.Member) && row.PersonId != person
        && Enum.TryParse<Accounts.Role>(by.ToString(), out var role) && Accounts.AccessTable.Writes(Accounts.Artefact.Countersign, role) == Accounts.Extent.Own
        && SignersOf(reads, activity, by, row).Contains(person);

    /// <summary>The people who countersign it.</summary>
    public static IReadOnlyList<long> SignersOf(Reads reads, Activity activity, Countersign by, CommitmentRow row) => by switch
    {
        Countersign.Supervisor => reads.Query<long>(
            """
            SELECT supervisor_id FROM membership
            WHERE set_id = @SetId AND person_id = @PersonId AND left_at IS NULL AND supervisor_id IS NOT NULL
            """,
            row),
        Countersign.Client or Countersign.Champion => reads.Query<long>(
            """
            SELECT r.person_id FROM role_assignment r JOIN workshop w ON w.programme_id = r.programme_id
            WHERE w.id = @WorkshopId AND r.role = @role
              AND (r.set_id = @SetId OR (r.set_id IS NULL AND 1 = (
                SELECT count(*) FROM role_assignment o WHERE o.programme_id = r.programme_id AND o.role = r.role)))
            """,
            new { activity.WorkshopId, role = by.ToString(), row.SetId }),
        _ => [],
    };
}
