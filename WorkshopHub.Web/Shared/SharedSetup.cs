using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WorkshopHub.Web.Shared;

/// <summary>What every page has: encoding, headers, errors, the icon in the tab.</summary>
public static class SharedSetup
{
    /// <summary>All of Unicode is written as it is, and only what HTML needs is encoded; no request is larger than a list.</summary>
    public static IServiceCollection AddShared(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .Configure<AntiforgeryOptions>(forgery => forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest)
            .Configure<MvcOptions>(mvc => mvc.Filters.Add<SentToNobody>())
            .Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = BodyLimit.List);

    /// <summary>Security headers on every answer, and a page of ours for every error. Comes first in the pipeline.</summary>
    public static WebApplication UseShared(this WebApplication app)
    {
        app.UseHouseHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = Failures.StatusOf,
        });
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseMiddleware<BodyLimit>();
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("/img/favicon.svg", permanent: true));
        return app;
    }
}
