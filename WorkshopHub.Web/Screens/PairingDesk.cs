using System.Threading.RateLimiting;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>Gives a browser its pairing code, and the screen's cookie once a facilitator has typed that code.</summary>
public sealed class PairingDesk(Db db, Writer writer, TimeProvider time, SiteAddress site) : IDisposable
{
    // A code lives five minutes: so many walls of one address may wait at once, and no address takes the codes of all others.
    private readonly PartitionedRateLimiter<string> _codes = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = PairingCode.Life }));

    /// <summary>The cookie of a browser that waits: its code and its secret.</summary>
    public const string Cookie = "wh_pairing";

    /// <inheritdoc />
    public void Dispose() => _codes.Dispose();

    /// <summary>What this browser shows now. Sets its cookies.</summary>
    public async Task<PairingView> AskAsync(HttpContext http)
    {
        var ticket = Ticket(http);
        var (screen, good, address) = await db.ReadAsync(reads => (
            ticket is null ? null : Pairing.ScreenOf(reads, ticket.Secret),
            ticket is null ? null : Pairing.GoodUntil(reads, ticket, time.GetUtcNow()),
            WallAddress.Of(reads, site).Typed("/wall")));
        if (screen is not null)
        {
            http.Response.Cookies.Append(Viewers.ScreenCookie, ticket!.Secret, Options(http, TimeSpan.FromDays(400), "/"));
            http.Response.Cookies.Delete(Cookie, Options(http, null, "/wall"));
            return new PairingView(null, address, Paired: true);
        }

        if (good is null)
        {
            using var lease = _codes.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
            ticket = lease.IsAcquired ? await writer.RunAsync(writes => Pairing.Begin(writes, ticket?.Secret)) : null;
            if (ticket is not null)
            {
                http.Response.Cookies.Append(
                    Cookie, $"{ticket.Code}.{ticket.Secret}", Options(http, TimeSpan.FromDays(1), "/wall"));
            }
        }

        return new PairingView(ticket?.Code, address, Paired: false);
    }

    private static PairingTicket? Ticket(HttpContext http) =>
        http.Request.Cookies[Cookie]?.Split('.') is [{ Length: PairingCode.Length } code, var secret]
            && Tokens.IsToken(secret) ? new PairingTicket(code, secret) : null;

    private static CookieOptions Options(HttpContext http, TimeSpan? life, string path) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = life,
        Path = path,
    };
}
