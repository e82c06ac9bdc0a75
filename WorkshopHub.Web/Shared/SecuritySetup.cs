namespace WorkshopHub.Web.Shared;

/// <summary>Tells browsers what this site never does.</summary>
public static class SecuritySetup
{
    /// <summary>
    /// No inline script or style, no foreign frame (the control room frames its own preview of a wall), no address of
    /// ours in a referrer (it may hold a room's token), no device of the visitor's but a lit, full screen.
    /// </summary>
    public static IApplicationBuilder UseHouseHeaders(this IApplicationBuilder app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddImgSrc().Self().Data();
            policy.AddMediaSrc().Self().Data();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().None();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().Self();
        })
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
            policy.AddCustomFeature("screen-wake-lock").Self();
            policy.AddFullscreen().Self();
        }));
}
