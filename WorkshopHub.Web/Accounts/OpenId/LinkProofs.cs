using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WorkshopHub.Web.Accounts.OpenId;

/// <summary>
/// Proves that who wants to link a sign-in pressed it on their own page. A link and not a form: the policy of this house lets no
/// form lead to another site, not even by a redirect.
/// </summary>
public sealed class LinkProofs(IDataProtectionProvider protection)
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("link an organisation's sign-in").ToTimeLimitedDataProtector();

    /// <summary>A proof for one person, good for an hour.</summary>
    public string Of(long person) => _protector.Protect(person.ToString(CultureInfo.InvariantCulture), _life);

    /// <summary>Whether it is this person's.</summary>
    public bool IsOf(string? proof, long person)
    {
        try
        {
            return proof is not null && _protector.Unprotect(proof) == person.ToString(CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
