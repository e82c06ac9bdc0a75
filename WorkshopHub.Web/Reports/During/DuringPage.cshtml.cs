using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Reports.During;

/// <summary>The sponsor's page of a programme: one screen, readable on a phone. Whoever runs the programme reads it too, and answers nothing there.</summary>
public sealed class DuringPage(Db db, Writer writer, TimeProvider time, IEnumerable<IShareable> rooms) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What stands on it.</summary>
    public DuringView View { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() =>
        (View = (await Db.ReadAsync(reads => DuringView.Read(reads, Viewer, rooms, Id, time.GetUtcNow()), HttpContext.RequestAborted))!) is null ? NotFound() : null;
}
