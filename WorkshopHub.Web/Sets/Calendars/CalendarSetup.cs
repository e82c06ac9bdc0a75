using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>What calendars need in the house.</summary>
public static class CalendarSetup
{
    /// <summary>Registers that a calendar's address goes with its person.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services.AddSingleton<IPersonGoes, CalendarGoes>();

    /// <summary>The addresses that calendar programs ask again and again. Whoever has the secret reads; there is nobody to sign in.</summary>
    public static IEndpointRouteBuilder MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapGet("/calendar/{token}.ics", FeedAsync);
        return app;
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> FeedAsync(HttpContext http, string token, Db db, SiteAddress site)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        var file = await db.ReadAsync(
            reads => CalendarFeeds.Find(reads, token) switch
            {
                { PersonId: { } person } => Ics.OfPerson(reads, person, site),
                { SetId: { } set } => Ics.OfSet(reads, set, site),
                _ => null,
            },
            http.RequestAborted);
        return file is null ? TypedResults.NotFound() : TypedResults.File(file.Bytes, Ics.ContentType);
    }
}
