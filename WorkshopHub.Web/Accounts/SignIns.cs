using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Passwords, lock-out and the sign-in cookie.</summary>
public sealed class SignIns(Writer writer, TimeProvider time)
{
    /// <summary>The claim that ends a session when the account gets a new stamp.</summary>
    public const string StampClaim = "stamp";

    private const int TriesBeforeLock = 6;
    private static readonly TimeSpan _lockTime = TimeSpan.FromMinutes(10);
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

    /// <summary>Checks e-mail and password. Six wrong tries lock the account for ten minutes.</summary>
    /// <returns>The person, or null with the sentence to show.</returns>
    public async Task<(long? Person, string? Problem)> CheckAsync(string email, string password)
    {
        var now = Utc.Text(time.GetUtcNow());
        var account = await writer.RunAsync(writes => writes.First<Row>(
            """
            SELECT a.person_id, a.password_hash, a.failed_count, a.locked_until
            FROM account a
            JOIN person p ON p.id = a.person_id
            WHERE p.email = @email
            """,
            new { email = email.Trim() }));
        if (account is { LockedUntil: { } until } && string.CompareOrdinal(until, now) > 0)
        {
            return (null, "Too many wrong tries. Wait ten minutes, or ask a facilitator for a new link.");
        }

        // The hash is checked for unknown addresses too, so that the time taken tells nothing.
        var good = _hasher.VerifyHashedPassword("", account?.PasswordHash ?? _nobodysHash, password)
            != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        if (account is not null)
        {
            await writer.RunAsync(writes => Count(writes, account.PersonId, good));
        }

        return good ? (account!.PersonId, null) : (null, "E-mail and password don’t fit together.");
    }

    /// <summary>Signs a person in on this browser, for thirty days.</summary>
    public async Task SignInAsync(HttpContext http, long person)
    {
        var stamp = await writer.RunAsync(writes => writes.First<string>(
            "SELECT stamp FROM account WHERE person_id = @person", new { person }));
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)),
                new Claim(StampClaim, stamp ?? throw new InvalidOperationException("This person has no account.")),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    private int Count(Writes writes, long person, bool good) => writes.Execute(
        """
        UPDATE account SET
          failed_count = CASE WHEN @good OR failed_count + 1 >= @limit THEN 0 ELSE failed_count + 1 END,
          locked_until = CASE WHEN NOT @good AND failed_count + 1 >= @limit THEN @lockedUntil END,
          signed_in_at = CASE WHEN @good THEN @Now ELSE signed_in_at END
        WHERE person_id = @person
        """,
        new { good, writes.Now, limit = TriesBeforeLock, lockedUntil = Utc.Text(time.GetUtcNow() + _lockTime), person });

    private sealed record Row
    {
        public long PersonId { get; init; }

        public string? PasswordHash { get; init; }

        public string? LockedUntil { get; init; }
    }
}
