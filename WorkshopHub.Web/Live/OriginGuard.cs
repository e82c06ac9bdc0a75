namespace WorkshopHub.Web.Live;

/// <summary>
/// Refuses the hub and every write to pages of another site: a browser names the page's origin, which must be the host
/// that was asked or the address of this house.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, IConfiguration configuration)
{
    private readonly string? _address = Authority(configuration["Site:Address"]);

    public Task InvokeAsync(HttpContext http)
    {
        var hub = http.Request.Path.StartsWithSegments(LiveSetup.HubPath, StringComparison.OrdinalIgnoreCase);
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if ((hub || !reads) && http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOurs(http, origin, hub))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private bool IsOurs(HttpContext http, string origin, bool hub)
    {
        if (origin is "null")
        {
            // A plain form of a page without referrer says so; what else the browser tells, and the form's token, decide.
            return !hub && http.Request.Headers["Sec-Fetch-Site"].ToString() is ("" or "same-origin" or "none");
        }

        var authority = Authority(origin);
        return authority is not null && (authority == _address || authority == Authority($"{http.Request.Scheme}://{http.Request.Host}"));
    }

    private static string? Authority(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : null;
}
