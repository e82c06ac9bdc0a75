using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkshopHub.Web.Shared;

/// <summary>The page of every error: what is safe, one way on, and what to read out if it happens twice.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class Errors(ILogger<Errors> log, TimeProvider time) : PageModel
{
    /// <summary>What is said.</summary>
    public Said Said { get; private set; } = Said.For(500);

    /// <summary>The address that failed.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>A short reference that also stands in the log; null unless the fault is ours.</summary>
    public string? Reference { get; private set; }

    /// <summary>The moment, UTC, so that the reference can be found.</summary>
    public DateTimeOffset At => time.GetUtcNow();

    /// <summary>The address is a wall's: nobody stands before it who could press anything.</summary>
    public bool OnWall => Path.StartsWith("/wall", StringComparison.OrdinalIgnoreCase);

    /// <summary>Something was sent, and still stands in the fields of the page before.</summary>
    public bool WasSent => Said.Way == Way.Back && HttpMethods.IsPost(Request.Method);

    /// <summary>The page loads again by itself: on a wall, and where waiting helps and nothing was sent.</summary>
    public bool ComesBack => OnWall || (Said.Way == Way.Again && HttpMethods.IsGet(Request.Method));

    /// <summary>Runs before any handler, because the failed request may have had any method.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var code = failure is not null ? Response.StatusCode : Code(RouteData.Values["code"] as string);
        Path = failure?.Path ?? status?.OriginalPath ?? "/";
        Response.StatusCode = code;
        Said = HttpContext.Items[typeof(Said)] as Said ?? Said.For(code, HttpMethods.IsPost(Request.Method));
        if (code == StatusCodes.Status500InternalServerError)
        {
            Reference = Short(Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier);
            log.LogError("Reference {Reference} was shown for {Path}", Reference, Path);
        }

        if (code == StatusCodes.Status503ServiceUnavailable && !Response.Headers.ContainsKey("Retry-After"))
        {
            Response.Headers.RetryAfter = "3";
        }

        if (!WantsPage())
        {
            var words = Reference is null ? Said.Title : $"{Said.Title} ({Reference})";
            context.Result = new ContentResult
            {
                Content = words,
                ContentType = "text/plain; charset=utf-8",
                StatusCode = code,
            };
        }
    }

    private static int Code(string? text) => int.TryParse(text, out var code) && code is >= 400 and < 600 ? code : 404;

    private static string Short(string trace) => trace.Length < 6
        ? trace
        : $"{trace[^6..^3]}-{trace[^3..]}".ToUpperInvariant();

    /// <summary>A person's browser asks for a page; htmx, fetch and pictures don't.</summary>
    private bool WantsPage() =>
        !Request.Headers.ContainsKey("HX-Request")
        && !Request.Headers.ContainsKey("X-Script")
        && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
