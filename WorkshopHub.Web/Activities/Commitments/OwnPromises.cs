using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>Promises that somebody else is asked to countersign, or to ask about when their day comes.</summary>
public sealed class OwnPromises : IOwnLinks
{
    /// <summary>What is asked of a person, and whether a promise is one of it.</summary>
    internal const string Sql =
        """
        SELECT c.id, c.version, c.text, c.due, p.name AS Owner, s.position, s.name AS SetName, g.name AS Programme, c.witness_id = @person AS IsWitness,
          coalesce(json_extract(a.settings, '$.Countersign'), json_extract(a.settings, '$.countersign')) AS Signer, c.signed_by, c.witness_says
        FROM commitment c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        JOIN programme g ON g.id = w.programme_id AND g.state <> 'Closed'
        JOIN person p ON p.id = c.person_id
        LEFT JOIN sets s ON s.id = c.set_id
        WHERE (@id IS NULL OR c.id = @id) AND (c.witness_id = @person
          OR (c.role = 'Member' AND c.person_id <> @person AND c.share IN ('Signer', 'Room')
            AND CASE coalesce(json_extract(a.settings, '$.Countersign'), json_extract(a.settings, '$.countersign'))
              WHEN 'Supervisor' THEN EXISTS (SELECT 1 FROM membership m
                WHERE m.set_id = c.set_id AND m.person_id = c.person_id AND m.left_at IS NULL AND m.supervisor_id = @person)
              WHEN 'Nobody' THEN 0
              ELSE EXISTS (SELECT 1 FROM role_assignment r
                WHERE r.programme_id = g.id AND r.person_id = @person
                  AND r.role = coalesce(json_extract(a.settings, '$.Countersign'), json_extract(a.settings, '$.countersign'))
                  AND (r.set_id = c.set_id OR (r.set_id IS NULL AND 1 = (
                    SELECT count(*) FROM role_assignment o WHERE o.programme_id = g.id AND o.role = r.role)))) END))
        """;

    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<AskedPromise>(
            $"""
            {Sql} AND c.state = 'Agreed' AND ((c.witness_id = @person AND c.witness_says IS NULL) OR (c.witness_id IS NOT @person AND c.signed_by IS NULL))
            ORDER BY c.due IS NULL, c.due, c.id LIMIT 60
            """,
            new { person, id = (long?)null }).Where(PromiseRights.MayRead).Select(one => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/promises/{one.Id}/ask"),
                one.IsWitness ? $"Will you ask {one.First} what became of a promise?" : $"Countersign what {one.First} promised",
                one.Programme, 0, ToDo: true)
            {
                By = one.Due,
                As = one.IsWitness ? null : one.Role,
                Verb = one.IsWitness ? "Answer" : "Read and sign",
                SetPosition = one.Position,
                SetName = one.SetName,
            }),
    ];
}

/// <summary>A promise as whoever is asked about it reads it.</summary>
public sealed record AskedPromise
{
    /// <summary>The commitment.</summary>
    public long Id { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>What was promised.</summary>
    public string Text { get; init; } = "";

    /// <summary>Until when (local date), or null.</summary>
    public string? Due { get; init; }

    /// <summary>Whose it is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The place of the owner's set, or null.</summary>
    public long? Position { get; init; }

    /// <summary>The owner's set, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Whether the reader is its witness, rather than whoever countersigns.</summary>
    public bool IsWitness { get; init; }

    /// <summary>Who countersigns: Supervisor, Client or Champion.</summary>
    public string? Signer { get; init; }

    /// <summary>Who has countersigned it, or null.</summary>
    public long? SignedBy { get; init; }

    /// <summary>Yes or No, where the witness has said it.</summary>
    public string? WitnessSays { get; init; }

    /// <summary>The owner's first name.</summary>
    public string First => Called.First(Owner);

    /// <summary>In which role it is countersigned.</summary>
    public Role? Role => Enum.TryParse<Role>(Signer, out var role) ? role : null;

    /// <summary>The day in words; null where there is none.</summary>
    public string? Day => Due is null ? null : DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
