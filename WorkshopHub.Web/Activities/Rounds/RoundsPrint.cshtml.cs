using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>The plan on paper: who sits where in each round, and each person's tables by name.</summary>
public sealed class RoundsPrint(Db db, ActivityKinds kinds, TimeProvider time) : RoundsPage(db, kinds, time)
{
    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long activity) =>
        await RefusedAsync() is { } refused ? refused
        : await Db.ReadAsync(reads => Load(reads, activity), HttpContext.RequestAborted) && Now.Row is not null ? Page() : NotFound();
}
