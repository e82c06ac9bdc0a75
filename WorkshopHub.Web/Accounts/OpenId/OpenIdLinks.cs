using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.OpenId;

/// <summary>Who came back from the organisation's sign-in.</summary>
/// <param name="Issuer">Who vouches for them.</param>
/// <param name="Subject">What that one calls them; it never changes, as an e-mail can.</param>
/// <param name="Email">Their e-mail where it is verified there; else null.</param>
public sealed record Arrival(string Issuer, string Subject, string? Email);

/// <summary>
/// Which person an organisation's sign-in means. The first link is made by somebody who is signed in here, e.g. by the
/// invitation, or by a verified e-mail where the house trusts it; never by e-mail for an admin or a facilitator.
/// </summary>
public static class OpenIdLinks
{
    /// <summary>Whom this sign-in means; links them where their verified e-mail is trusted. Null where it means nobody yet.</summary>
    public static long? Find(Writes writes, Arrival who, bool trustsMail)
    {
        if (writes.First<long?>("SELECT person_id FROM account_openid WHERE issuer = @Issuer AND subject = @Subject", who) is { } known)
        {
            return known;
        }

        if (!trustsMail || who.Email is null)
        {
            return null;
        }

        // One person, by the whole address, who has no other sign-in of this issuer: a second one would be somebody else's.
        var found = writes.Query<long>(
            """
            SELECT p.id FROM person p
            LEFT JOIN account a ON a.person_id = p.id
            WHERE lower(p.email) = lower(@Email) AND ifnull(a.is_admin, 0) = 0 AND ifnull(a.is_facilitator, 0) = 0
              AND NOT EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.role = 'Facilitator')
              AND NOT EXISTS (SELECT 1 FROM account_openid o WHERE o.person_id = p.id AND o.issuer = @Issuer)
            """, who);
        if (found is not [var person])
        {
            return null;
        }

        Link(writes, who, person);
        return person;
    }

    /// <summary>From now on this sign-in means this person.</summary>
    /// <exception cref="RefusedException">It means somebody else already.</exception>
    public static void Link(Writes writes, Arrival who, long person)
    {
        PersonalLinks.EnsureAccount(writes, person);
        writes.Execute(
            """
            INSERT INTO account_openid (issuer, subject, person_id, linked_at) VALUES (@Issuer, @Subject, @person, @Now)
            ON CONFLICT (issuer, subject) DO NOTHING
            """, new { who.Issuer, who.Subject, person, writes.Now });
        if (writes.First<long>("SELECT person_id FROM account_openid WHERE issuer = @Issuer AND subject = @Subject", who) != person)
        {
            throw new RefusedException("OpenId", "This sign-in belongs to somebody else here.");
        }

        Audit.Note(writes, person, null, "link-openid", "person", person);
    }

    /// <summary>When a person linked the organisation's sign-in (UTC, see <see cref="Utc"/>); null where they have not.</summary>
    public static string? Since(Reads reads, long person) =>
        reads.First<string>("SELECT max(linked_at) FROM account_openid WHERE person_id = @person", new { person });

    /// <summary>Takes the links of a person back; sessions that they opened end.</summary>
    /// <exception cref="RefusedException">It is the person's only way in.</exception>
    public static void Unlink(Writes writes, long person)
    {
        if (OneAccount.Find(writes, person) is not { HasPassword: true })
        {
            throw new RefusedException("OpenId", "Choose a password first: this is your only way in.");
        }

        writes.Execute("DELETE FROM account_openid WHERE person_id = @person", new { person });
        SignIns.EndAll(writes, person);
        Audit.Note(writes, person, null, "unlink-openid", "person", person);
    }
}
