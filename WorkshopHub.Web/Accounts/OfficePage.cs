using Microsoft.AspNetCore.Mvc.Filters;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Accounts;

/// <summary>A page of the programme office: facilitators and admins only; each page may allow more, never less is asked.</summary>
public abstract class OfficePage(Db db) : FormPage
{
    /// <summary>Who is asking; somebody who may.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>Reading.</summary>
    protected Db Db => db;

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Viewer = await HttpContext.ViewerAsync();
        if (!Viewer.IsSignedIn)
        {
            context.Result = Challenge();
        }
        else if (!Access.MayRunOffice(Viewer) && !await db.ReadAsync(MayToo))
        {
            context.Result = Forbid();
        }
        else
        {
            await next();
        }
    }

    /// <summary>Whether somebody without office rights may open this page too, e.g. a facilitator of this programme.</summary>
    protected virtual bool MayToo(Reads reads) => false;
}
