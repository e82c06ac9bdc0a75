using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Passwords, lock-out and the sign-in cookie.</summary>
public sealed class SignIns(Writer writer, TimeProvider time)
{
    /// <summary>The claim that ends a session when the account gets a new stamp.</summary>
    public const string StampClaim = "stamp";

    /// <summary>The claim of a session that began by a link, with the moment (UTC, see <see cref="Utc"/>).</summary>
    public const string LinkClaim = "link";

    private const int TriesBeforeLock = 6;
    private static readonly TimeSpan _lockTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _linkTime = TimeSpan.FromMinutes(15);
    private static readonly PasswordHasher<string> _hasher = new();
    private static readonly string _nobodysHash = HashOf("nobody");

    /// <summary>The hash that the file keeps of a password.</summary>
    public static string HashOf(string password) => _hasher.HashPassword("", password);

    /// <summary>Gives a person an account, or changes it. Ends all earlier sessions.</summary>
    public static void Save(Writes writes, long person, string? passwordHash, bool admin, bool facilitator) =>
        writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp, is_admin, is_facilitator)
            VALUES (@person, @passwordHash, @stamp, @admin, @facilitator)
            ON CONFLICT (person_id) DO UPDATE SET password_hash = coalesce(excluded.password_hash, password_hash),
              stamp = excluded.stamp, is_admin = excluded.is_admin, is_facilitator = excluded.is_facilitator
            """,
            new { person, passwordHash, stamp = Tokens.New(), admin, facilitator });

    /// <summary>Sets a password and ends all earlier sessions.</summary>
    public static void SetPassword(Writes writes, long person, string passwordHash)
    {
        writes.Execute("UPDATE account SET password_hash = @passwordHash WHERE person_id = @person", new { person, passwordHash });
        EndAll(writes, person);
        Audit.Note(writes, person, null, "set-password", "person", person);
    }

    /// <summary>Ends every session of a person, on all their devices.</summary>
    public static void EndAll(Writes writes, long person) => writes.Execute(
        "UPDATE account SET stamp = @stamp WHERE person_id = @person", new { person, stamp = Tokens.New() });

    /// <summary>Takes a person's account and all ways in away, when the person goes.</summary>
    public static void Remove(Writes writes, long person)
    {
        writes.Execute("DELETE FROM account_openid WHERE person_id = @person", new { person });
        writes.Execute("DELETE FROM personal_link WHERE person_id = @person", new { person });
        writes.Execute("DELETE FROM account WHERE person_id = @person", new { person });
    }

    /// <summary>Checks e-mail and password. Six wrong tries lock the account for ten minutes.</summary>
    /// <returns>The person, or null with the sentence to show.</returns>
    public async Task<(long? Person, string? Problem)> CheckAsync(string email, string password)
    {
        var account = await writer.RunAsync(writes => Try(writes, email.Trim()));
        if (account is { IsLocked: true })
        {
            return (null, "Too many wrong tries. Wait ten minutes, or ask a facilitator for a new link.");
        }

        // The hash is checked for unknown addresses too, so that the time taken tells nothing.
        var good = _hasher.VerifyHashedPassword("", account?.PasswordHash ?? _nobodysHash, password)
            != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        if (!good)
        {
            return (null, "E-mail and password don’t fit together.");
        }

        await writer.RunAsync(writes => writes.Execute(
            "UPDATE account SET failed_count = 0, locked_until = NULL WHERE person_id = @PersonId", new { account!.PersonId }));
        return (account!.PersonId, null);
    }

    /// <summary>Signs a person in on this browser, for thirty days.</summary>
    /// <param name="http">The browser's request.</param>
    /// <param name="person">Who.</param>
    /// <param name="byLink">Whether a link brought them: then they may set a password without the one that they may have forgotten.</param>
    public async Task SignInAsync(HttpContext http, long person, bool byLink = false)
    {
        var stamp = await writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE account SET signed_in_at = @Now WHERE person_id = @person", new { writes.Now, person });
            return writes.First<string>("SELECT stamp FROM account WHERE person_id = @person", new { person });
        });
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)),
            new(StampClaim, stamp ?? throw new InvalidOperationException("This person has no account.")),
        ];
        if (byLink)
        {
            claims.Add(new Claim(LinkClaim, Utc.Text(time.GetUtcNow())));
        }

        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Whether a link brought this browser in a moment ago.</summary>
    public bool CameByLink(ClaimsPrincipal user) => user.FindFirstValue(LinkClaim) is { } at && time.GetUtcNow() - Utc.Parse(at) < _linkTime;

    /// <summary>
    /// Somebody asks for a way in by e-mail: to the address of an account, one within five minutes. Nobody learns whether there is one.
    /// </summary>
    public Task AskAsync(string? email) => writer.RunAsync(writes => writes.First<long?>(
        "SELECT a.person_id FROM account a JOIN person p ON p.id = a.person_id WHERE p.email = @email", new { email = email?.Trim() }) is { } person
        && Mailbox.Put(writes, new NewMail(
            person, MailKind.WayIn, $"way-in:{Utc.Parse(writes.Now).ToUnixTimeSeconds() / 300}", $"Your way into {Settings.NameOf(writes)}",
            "you asked for a link to sign in. It works once, within half an hour. If it was not you, do nothing: nobody comes in without it.", "/"), person));

    /// <summary>
    /// Finds the account and counts this try as a wrong one before the password is looked at, so that tries that come
    /// together are counted like those that come one by one. A right password takes the count back.
    /// </summary>
    private Row? Try(Writes writes, string email)
    {
        var account = writes.First<Row>(
            """
            SELECT a.person_id, a.password_hash, a.locked_until IS NOT NULL AND a.locked_until > @now AS IsLocked
            FROM account a
            JOIN person p ON p.id = a.person_id
            WHERE p.email = @email
            """,
            new { email, now = Utc.Text(time.GetUtcNow()) });
        if (account is { IsLocked: false })
        {
            writes.Execute(
                """
                UPDATE account SET
                  failed_count = iif(failed_count + 1 >= @limit, 0, failed_count + 1),
                  locked_until = iif(failed_count + 1 >= @limit, @lockedUntil, NULL)
                WHERE person_id = @PersonId
                """,
                new { limit = TriesBeforeLock, lockedUntil = Utc.Text(time.GetUtcNow() + _lockTime), account.PersonId });
        }

        return account;
    }

    private sealed record Row
    {
        public long PersonId { get; init; }

        public string? PasswordHash { get; init; }

        public bool IsLocked { get; init; }
    }
}
