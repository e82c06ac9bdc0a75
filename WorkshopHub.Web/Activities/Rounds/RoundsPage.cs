using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>What the facilitator's pages of the rounds share: who may, and which plan.</summary>
public abstract class RoundsPage(Db db, ActivityKinds kinds, TimeProvider time) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The plan and where it stands.</summary>
    public Seating Now { get; private set; } = null!;

    /// <summary>The file.</summary>
    protected Db Db => db;

    /// <summary>Reads the plan; false where there is no such activity in this workshop.</summary>
    protected bool Load(Reads reads, long activity)
    {
        if (Activity.Find(reads, activity) is not { } found || (found.WorkshopId != Workshop && found.RoomId != Workshop)
            || kinds.Of(found) is not RoundsKind)
        {
            return false;
        }

        Now = Seating.Read(reads, found, time.GetUtcNow()) with { Received = Received.Of(reads, kinds, found) };
        return true;
    }

    /// <summary>What somebody hears who may not; null for who may.</summary>
    protected async Task<IActionResult?> RefusedAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge()
            : await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop), HttpContext.RequestAborted) ? null
            : NotFound();
    }
}

/// <summary>What became of a press.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What happened.</param>
public sealed record RoundsPressed(int Status, string Message);
