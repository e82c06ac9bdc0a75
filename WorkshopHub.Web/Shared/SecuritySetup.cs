namespace WorkshopHub.Web.Shared;

/// <summary>Tells browsers what this site never does.</summary>
public static class SecuritySetup
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; media-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'self'";

    /// <summary>
    /// No inline script or style, no foreign frame (the control room frames its own preview of a wall), no address of
    /// ours in a referrer (it may hold a room's token), no device of the visitor's but a lit, full screen.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the answer, because a failure clears what was set before.
        context.Response.OnStarting(Set, context.Response.Headers);
        return next(context);
    });

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self), fullscreen=(self)";
        return Task.CompletedTask;
    }
}
