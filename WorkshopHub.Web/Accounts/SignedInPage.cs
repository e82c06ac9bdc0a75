using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Accounts;

/// <summary>A page for somebody who has signed in. Each page says itself whom it is for.</summary>
public abstract class SignedInPage(Db db, Writer writer) : FormPage
{
    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>The two versions, where somebody else saved while the form was open.</summary>
    public Stale? Stale { get; private set; }

    /// <summary>Reading.</summary>
    protected Db Db => db;

    /// <summary>The signed-in person.</summary>
    protected long Me => Viewer.PersonId ?? 0;

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Viewer = await HttpContext.ViewerAsync();
        if (!Viewer.IsSignedIn)
        {
            context.Result = Challenge();
        }
        else if (await InsteadAsync() is { } refused)
        {
            context.Result = refused;
        }
        else if (HttpMethods.IsPost(Request.Method) && await db.ReadAsync(IsLocked))
        {
            context.Result = StatusCode(StatusCodes.Status423Locked);
        }
        else
        {
            await next();
        }
    }

    /// <summary>What to answer instead of any handler; null where the viewer may go on.</summary>
    protected virtual Task<IActionResult?> InsteadAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>Whether what the page is about is in the archive, where nothing changes any more.</summary>
    protected virtual bool IsLocked(Reads reads) => false;

    /// <summary>Runs a command; false where a rule refused it, and then the message stands beside its field.</summary>
    protected async Task<bool> TryAsync(Action<Writes> command)
    {
        try
        {
            return await writer.RunAsync(writes =>
            {
                command(writes);
                return true;
            });
        }
        catch (RefusedException refused)
        {
            foreach (var (field, message) in refused.All)
            {
                Faults[field] = message;
            }

            return false;
        }
    }

    /// <summary>The page again with both versions of what two people changed, and status 409.</summary>
    /// <param name="who">Who saved first, by name, or null; the viewer's own name where it was they, elsewhere.</param>
    /// <param name="at">When (UTC, see <see cref="Utc"/>).</param>
    /// <param name="fields">What differs.</param>
    /// <param name="form">DOM id of the form that puts the own version in its place.</param>
    protected async Task<IActionResult> BothAsync(string? who, string at, IReadOnlyList<StaleField> fields, string form = "edit")
    {
        var clock = await db.ReadAsync(reads => LocalTime.Clock(Utc.Parse(at), LocalTime.ZoneOf(reads)));
        Stale = new Stale(who, clock, fields, form) { IsOwn = who is not null && who == Viewer.Name };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
