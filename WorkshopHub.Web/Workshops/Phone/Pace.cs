using System.Globalization;
using System.Threading.RateLimiting;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>
/// How fast one phone may press: thirty presses at once, then three a second. It holds per phone and never per address,
/// since a whole room may share one. A phone that is too fast keeps what it has and sends it a little later.
/// </summary>
public static class Pace
{
    private const int AtOnce = 30;
    private const int EachSecond = 3;

    /// <summary>Registers the pace of phones.</summary>
    public static IServiceCollection AddPace(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/w", StringComparison.OrdinalIgnoreCase)
            && Tokens.IsToken(http.Request.Cookies[Viewers.SeatCookie])
                ? RateLimitPartition.GetTokenBucketLimiter(
                    Tokens.Hash(http.Request.Cookies[Viewers.SeatCookie]!), _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = AtOnce,
                        TokensPerPeriod = EachSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        AutoReplenishment = true,
                    })
                : RateLimitPartition.GetNoLimiter(""));
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 2.ToString(CultureInfo.InvariantCulture);
            context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return ValueTask.CompletedTask;
        };
    });
}
