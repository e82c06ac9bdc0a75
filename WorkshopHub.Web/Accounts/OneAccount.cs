using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>How a person signs in and what that opens; where they never do, everything but the name is empty.</summary>
public sealed record OneAccount
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they sign in with, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Whether they have set a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>When they last signed in (UTC, see <see cref="Utc"/>), or null.</summary>
    public string? SignedInAt { get; init; }

    /// <summary>May manage accounts and settings.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>May run every programme and workshop of the house.</summary>
    public bool IsFacilitator { get; init; }

    /// <summary>Whether they have ever come in by a password or a link.</summary>
    public bool HasSignedIn => HasPassword || SignedInAt is not null;

    /// <summary>A person's account; null where there is no such person.</summary>
    public static OneAccount? Find(Reads reads, long person) => reads.First<OneAccount>(
        """
        SELECT p.id AS PersonId, p.name, p.email, a.password_hash IS NOT NULL AS HasPassword, a.signed_in_at,
               ifnull(a.is_admin, 0) AS IsAdmin, ifnull(a.is_facilitator, 0) AS IsFacilitator
        FROM person p
        LEFT JOIN account a ON a.person_id = p.id
        WHERE p.id = @person
        """,
        new { person });
}
