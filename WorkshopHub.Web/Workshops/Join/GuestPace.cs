using System.Threading.RateLimiting;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>
/// How many guests one browser can bring in: ten in an hour, for a phone that goes from hand to hand. Never per address,
/// since a whole room may share one; how many a room holds is counted in the room.
/// </summary>
public sealed class GuestPace : IDisposable
{
    /// <summary>The cookie by which a browser is known at the door, before it has a place.</summary>
    public const string Cookie = "wh_door";

    private const int InAnHour = 10;
    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(device =>
        RateLimitPartition.GetFixedWindowLimiter(device, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = InAnHour,
            Window = TimeSpan.FromHours(1),
        }));

    /// <summary>Gives a browser its cookie when it is shown the form.</summary>
    public static void Greet(HttpContext http)
    {
        if (!Tokens.IsToken(http.Request.Cookies[Cookie]))
        {
            http.Response.Cookies.Append(Cookie, Tokens.New(), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(1),
                IsEssential = true,
            });
        }
    }

    /// <summary>Whether this browser may bring in another guest now; a browser that refuses cookies can't come in at all.</summary>
    public bool May(HttpContext http)
    {
        using var lease = Tokens.IsToken(http.Request.Cookies[Cookie]) ? _limits.AttemptAcquire(http.Request.Cookies[Cookie]!) : null;
        return lease is { IsAcquired: true };
    }

    /// <inheritdoc />
    public void Dispose() => _limits.Dispose();
}
