using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>What a personal link is for.</summary>
public sealed record PersonalLink
{
    /// <summary>Whom it was made for.</summary>
    public long PersonId { get; init; }

    /// <summary>That person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Invitation or Reset (used once), or Badge (for its workshop until that closes).</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The workshop that it leads into; null for a link that signs in.</summary>
    public long? WorkshopId { get; init; }

    /// <summary>Whether the person asked for it themselves.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether it may be used by a GET of its page now; only a POST uses it up.</summary>
    public bool IsUsable { get; init; }

    /// <summary>When its person asked for a new one in its place (UTC), or null.</summary>
    public string? AskedAgainAt { get; init; }
}

/// <summary>Personal links, as letters, e-mails and badges carry them. Only their hashes are kept.</summary>
public static class PersonalLinks
{
    /// <summary>Makes a link for a person.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="purpose">Invitation, Reset or Badge.</param>
    /// <param name="workshop">The workshop that it leads into, or null to sign in.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="life">How long it can be used; null for ever.</param>
    /// <returns>The token, which is shown once.</returns>
    public static string Make(Writes writes, long person, string purpose, long? workshop, long? by, TimeSpan? life = null)
    {
        var token = Tokens.New();
        writes.Execute(
            """
            INSERT INTO personal_link (token_hash, person_id, purpose, workshop_id, created_at, created_by, expires_at)
            VALUES (@hash, @person, @purpose, @workshop, @Now, @by, @until)
            """,
            new { hash = Tokens.Hash(token), person, purpose, workshop, writes.Now, by, until = life is { } span ? Utc.Text(Utc.Parse(writes.Now) + span) : null });
        Audit.Note(writes, by, workshop, purpose switch { "Badge" => "make-badge", "Reset" => "make-new-sign-in", _ => "make-link" }, "person", person);
        return token;
    }

    /// <summary>The link behind a token, or null where there is none.</summary>
    public static PersonalLink? Find(Reads reads, string? token) =>
        !Tokens.IsToken(token?.ToLowerInvariant()) ? null : reads.First<PersonalLink>(
            """
            SELECT l.person_id, p.name, l.purpose, l.workshop_id, l.workshop_id IS NULL AND l.created_by IS l.person_id AS IsAsked, l.asked_again_at,
                   (l.purpose = 'Badge' OR l.used_at IS NULL) AND (l.expires_at IS NULL OR l.expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) AS IsUsable
            FROM personal_link l
            JOIN person p ON p.id = l.person_id
            WHERE l.token_hash = @hash AND l.purpose IN ('Invitation', 'Reset', 'Badge')
            """,
            new { hash = Tokens.Hash(token!) });

    /// <summary>Uses a link: an invitation once, a badge as often as needed.</summary>
    /// <returns>The link; null where there is none or it was used before.</returns>
    public static PersonalLink? Use(Writes writes, string token)
    {
        if (Find(writes, token) is not { IsUsable: true } link)
        {
            return null;
        }

        writes.Execute(
            "UPDATE personal_link SET used_at = ifnull(used_at, @Now) WHERE token_hash = @hash",
            new { writes.Now, hash = Tokens.Hash(token) });
        return link;
    }

    /// <summary>
    /// Whoever comes with a way in that leads nowhere any more asks for a new one: the office reads it until one is made. False where the
    /// link can still be used, or is no way in.
    /// </summary>
    public static bool AskAgain(Writes writes, string token)
    {
        if (Find(writes, token) is not { IsUsable: false, WorkshopId: null } link)
        {
            return false;
        }

        writes.Execute(
            "UPDATE personal_link SET asked_again_at = ifnull(asked_again_at, @Now) WHERE token_hash = @hash", new { writes.Now, hash = Tokens.Hash(token) });
        if (link.AskedAgainAt is null)
        {
            Audit.Note(writes, null, null, "ask-link", "person", link.PersonId);
        }

        return true;
    }

    /// <summary>A new way in was made, or they came in by another: what was asked for is there.</summary>
    public static void Answered(Writes writes, long person) =>
        writes.Execute("UPDATE personal_link SET asked_again_at = NULL WHERE person_id = @person AND asked_again_at IS NOT NULL", new { person });

    /// <summary>Ends the badges of a person in a workshop: one that was lost opens nothing any more.</summary>
    /// <returns>How many there were.</returns>
    public static int EndBadges(Writes writes, long person, long workshop) => writes.Execute(
        """
        UPDATE personal_link SET expires_at = @Now
        WHERE person_id = @person AND workshop_id = @workshop AND purpose = 'Badge' AND expires_at IS NULL
        """,
        new { writes.Now, person, workshop });

    /// <summary>Gives somebody without an account one that has no password yet, so that a link can sign them in.</summary>
    public static void EnsureAccount(Writes writes, long person) => writes.Execute(
        "INSERT INTO account (person_id, stamp) VALUES (@person, @stamp) ON CONFLICT (person_id) DO NOTHING",
        new { person, stamp = Tokens.New() });
}
