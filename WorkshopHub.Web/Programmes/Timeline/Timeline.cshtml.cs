using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Timeline;

/// <summary>When a programme and its sets meet, as a picture and as a list, for everybody who has a part in it.</summary>
public sealed class Timeline(Db db, TimeProvider time) : PageModel
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>As it prints: on A4 across, always light.</summary>
    [FromQuery]
    public bool Print { get; set; }

    /// <summary>What is shown.</summary>
    public TimelineView View { get; private set; } = null!;

    /// <summary>Whether the viewer runs the programme.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        return await db.ReadAsync<IActionResult>(reads =>
        {
            if (!Access.MayReadTimeline(viewer, reads, Id))
            {
                return Forbid();
            }

            (View, MayRun) = (TimelineView.Read(reads, viewer, Id, time.GetUtcNow())!, Access.MayRunProgramme(viewer, reads, Id));
            return View is null ? NotFound() : Page();
        }, HttpContext.RequestAborted);
    }
}
