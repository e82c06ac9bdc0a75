using System.Globalization;
using System.Threading.RateLimiting;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>
/// How fast one phone, or one tablet on a table, may press: thirty presses at once, then three a second. It holds per device
/// and never per address, since a whole room may share one. A phone that is too fast keeps what it has and sends it later.
/// </summary>
public sealed class Pace : IDisposable
{
    private const int AtOnce = 30;
    private const int EachSecond = 3;

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(device =>
        RateLimitPartition.GetTokenBucketLimiter(device, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = EachSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    /// <summary>Whether this request comes at a pace that a person can press.</summary>
    public bool May(HttpRequest request)
    {
        using var lease = HttpMethods.IsPost(request.Method) && SecretOf(request) is { } secret ? _limits.AttemptAcquire(Tokens.Hash(secret)) : null;
        return lease is null || lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limits.Dispose();

    /// <summary>What tells one phone, or one tablet on a table, from another; null for whatever else asks.</summary>
    private static string? SecretOf(HttpRequest request)
    {
        var cookie = request.Path.StartsWithSegments("/w", StringComparison.OrdinalIgnoreCase) ? Viewers.SeatCookie
            : request.Path.StartsWithSegments("/table", StringComparison.OrdinalIgnoreCase) ? Viewers.ScreenCookie : null;
        return cookie is not null && request.Cookies[cookie] is { } secret && Tokens.IsToken(secret) ? secret : null;
    }
}

/// <summary>Puts the pace into the way of a request.</summary>
public static class PaceSetup
{
    /// <summary>
    /// Answers 429 with Retry-After to what comes too fast. The framework's own middleware never lets go of its limiters, and
    /// with them of the whole program: a rehearsal that is over would stay in memory.
    /// </summary>
    public static void UsePace(this WebApplication app)
    {
        var pace = app.Services.GetRequiredService<Pace>();
        app.Use((http, next) =>
        {
            if (pace.May(http.Request))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = 2.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }
}
