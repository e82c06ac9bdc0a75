using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>
/// Browsers keep cookies by host and ask no port: without other names the rehearsal would take the place of the real
/// site's sign-in, phone and wall. At the edge of the copy every cookie gets a name of its own, and those of the real
/// site are not seen.
/// </summary>
internal static class CopyCookies
{
    /// <summary>Comes before all else in the copy's way of a request.</summary>
    public static IApplicationBuilder UseCookiesOfItsOwn(this IApplicationBuilder app, string prefix) => app.Use((http, next) =>
    {
        var own = http.Request.Headers.Cookie.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(pair => pair.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => pair[prefix.Length..]).ToList();
        http.Request.Headers.Cookie = own.Count > 0 ? string.Join("; ", own) : StringValues.Empty;
        http.Response.OnStarting(Rename, (http.Response.Headers, prefix));
        return next(http);
    });

    private static Task Rename(object state)
    {
        var (headers, prefix) = ((IHeaderDictionary, string))state;
        if (headers.TryGetValue(HeaderNames.SetCookie, out var set))
        {
            headers.SetCookie = set.Select(cookie => prefix + cookie).ToArray();
        }

        return Task.CompletedTask;
    }
}
