using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace WorkshopHub.Web.Accounts;

/// <summary>Under which names this house answers, and which proxies it believes.</summary>
public static class HostGuard
{
    // A phone that tries an address out comes by a name that nobody has chosen yet.
    private const string Trial = "/check";

    /// <summary>
    /// Believes the proxies of Site:Proxies (numbers and networks, e.g. 10.0.0.5, 10.1.0.0/16) what they say of the caller,
    /// and nobody else: behind TLS cookies are Secure by that. Without the setting nothing is believed.
    /// </summary>
    public static IServiceCollection AddHosts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<HostNames>();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in Words(configuration["Site:Proxies"]))
            {
                if (System.Net.IPNetwork.TryParse(proxy, out var network))
                {
                    options.KnownIPNetworks.Add(network);
                }
                else
                {
                    options.KnownProxies.Add(IPAddress.Parse(proxy));
                }
            }

            options.ForwardedHeaders = options.KnownProxies.Count + options.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
        return services;
    }

    /// <summary>Takes over what known proxies say, then refuses names that are not this house's.</summary>
    public static WebApplication UseHosts(this WebApplication app)
    {
        app.UseForwardedHeaders();
        var names = app.Services.GetRequiredService<HostNames>();
        app.Use(async (http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(Trial, StringComparison.OrdinalIgnoreCase)
                || await names.AnswersToAsync(http.Request.Host.Host))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(
                $"This house does not answer to the name {http.Request.Host.Host}. Use the address that stands on the wall, or this computer's number. "
                + "Whoever runs the program can add a name with --Site:Hosts.", http.RequestAborted);
        });
        return app;
    }

    private static string[] Words(string? text) => (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
}
