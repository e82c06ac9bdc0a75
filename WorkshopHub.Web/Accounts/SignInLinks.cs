using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>A way in that was made for somebody.</summary>
public sealed record SignInLink
{
    /// <summary>When (UTC, see <see cref="Utc"/>).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Who made it, or null where the program did.</summary>
    public string? By { get; init; }

    /// <summary>When it was used (UTC), or null.</summary>
    public string? UsedAt { get; init; }

    /// <summary>Whether it can still be used.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>
/// One-time links by which the programme office gives somebody a sign-in, or a new one. Nobody becomes somebody else
/// quietly: whoever has signed in before is signed out everywhere when one is made, and reads who made it and when.
/// </summary>
public static class SignInLinks
{
    private static readonly TimeSpan _first = TimeSpan.FromDays(7);
    private static readonly TimeSpan _again = TimeSpan.FromDays(1);
    private static readonly TimeSpan _asked = TimeSpan.FromMinutes(30);

    /// <summary>Makes one. Links that were made before and not used stop working.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="person">For whom.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="life">How long a first one can be used; null for a week.</param>
    /// <returns>The token, which is shown once.</returns>
    /// <exception cref="RefusedException">No e-mail to sign in with, or the account is not the maker's to open.</exception>
    public static string Make(Writes writes, long person, long by, TimeSpan? life = null)
    {
        var whose = OneAccount.Find(writes, person) ?? throw new RefusedException("SignIn", "There is no such person.");
        RefuseFor(writes, whose, by);
        PersonalLinks.EnsureAccount(writes, person);
        PersonalLinks.Answered(writes, person);
        writes.Execute(
            """
            UPDATE personal_link SET expires_at = @Now
            WHERE person_id = @person AND workshop_id IS NULL AND used_at IS NULL AND purpose IN ('Invitation', 'Reset')
            """,
            new { writes.Now, person });
        if (!whose.HasSignedIn)
        {
            return PersonalLinks.Make(writes, person, "Invitation", null, by, life ?? _first);
        }

        SignIns.EndAll(writes, person);
        return PersonalLinks.Make(writes, person, "Reset", null, by, _again);
    }

    /// <summary>Refuses a way in that somebody may not make for somebody else.</summary>
    /// <exception cref="RefusedException">No e-mail to sign in with, oneself, or the account is not the maker's to open.</exception>
    public static void RefuseFor(Reads reads, OneAccount whose, long by)
    {
        if (whose.Email is null)
        {
            throw new RefusedException("SignIn", $"Give {whose.Name} an e-mail address first: it is what they sign in with.");
        }

        if (whose.PersonId == by)
        {
            throw new RefusedException("SignIn", "This is you. You change your password on your own page, behind your name.");
        }

        HouseRights.RefuseAdmins(reads, whose, by);
    }

    /// <summary>
    /// Makes one that the person asked for: it goes to their own e-mail, for half an hour. Nothing ends by it; those that they asked for
    /// before stop working.
    /// </summary>
    /// <returns>The token, which stands in that mail alone.</returns>
    public static string Ask(Writes writes, long person)
    {
        PersonalLinks.EnsureAccount(writes, person);
        writes.Execute(
            "UPDATE personal_link SET expires_at = @Now WHERE person_id = @person AND created_by = @person AND workshop_id IS NULL AND used_at IS NULL",
            new { writes.Now, person });
        return PersonalLinks.Make(writes, person, "Invitation", null, person, _asked);
    }

    /// <summary>
    /// A link was used: whom somebody else let in begins anew, so earlier sessions end and the old password is gone. Who asked for it
    /// themselves keeps both.
    /// </summary>
    public static void Begin(Writes writes, PersonalLink link)
    {
        var person = link.PersonId;
        PersonalLinks.EnsureAccount(writes, person);
        if (link.IsAsked)
        {
            writes.Execute("UPDATE account SET failed_count = 0, locked_until = NULL WHERE person_id = @person", new { person });
            Audit.Note(writes, person, null, "use-link", "person", person);
            return;
        }

        writes.Execute(
            "UPDATE account SET password_hash = NULL, failed_count = 0, locked_until = NULL WHERE person_id = @person", new { person });
        SignIns.EndAll(writes, person);
        Audit.Note(writes, person, null, "use-link", "person", person);
    }

    /// <summary>The ways in that were made for a person, the newest first.</summary>
    public static IReadOnlyList<SignInLink> Of(Reads reads, long person) => reads.Query<SignInLink>(
        """
        SELECT l.created_at, p.name AS By, l.used_at,
               l.used_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) AS IsOpen
        FROM personal_link l
        LEFT JOIN person p ON p.id = l.created_by
        WHERE l.person_id = @person AND l.workshop_id IS NULL AND l.purpose IN ('Invitation', 'Reset')
        ORDER BY l.created_at DESC
        LIMIT 12
        """,
        new { person });

    /// <summary>The person knows of all ways in that were made until now.</summary>
    public static void Seen(Writes writes, long person) => writes.Execute(
        "UPDATE account SET links_seen_at = @Now WHERE person_id = @person", new { writes.Now, person });
}
