using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>
/// What was said, by activity, to search and to filter; what became of it; the facilitator's export. For everybody who
/// has a part in the programme.
/// </summary>
public sealed class Summary(Db db, Writer writer, ActivityKinds kinds) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Words that are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Labels that are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Label { get; set; } = [];

    /// <summary>Sets that are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public List<long> Set { get; set; } = [];

    /// <summary>What there is.</summary>
    public SummaryView View { get; private set; } = null!;

    /// <summary>What is looked for.</summary>
    public SummaryQuery Query { get; private set; } = new("", [], []);

    /// <summary>Whether the viewer runs the workshop: export and undo.</summary>
    public bool MayControl { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>The facilitator's export: one workbook, a sheet an activity.</summary>
    public async Task<IActionResult> OnGetTableAsync() => await ExportAsync("xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SheetFile.Workbook);

    /// <summary>The facilitator's export: a zip with a CSV an activity.</summary>
    public async Task<IActionResult> OnGetCsvAsync() => await ExportAsync("zip", "application/zip", SheetFile.Zip);

    /// <summary>Puts back what stood there before something was carried over.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long carried)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (!MayControl || View.Carried.All(one => one.Id != carried))
        {
            return NotFound();
        }

        var by = (await HttpContext.ViewerAsync()).PersonId;
        await writer.RunAsync(writes =>
        {
            var undone = Carried.Undo(writes, kinds, carried, by);
            if (undone)
            {
                Audit.Note(writes, by, Id, "carry.undo", "carried", carried);
            }

            return undone;
        });
        return LocalRedirect($"/workshops/{Id}/summary#carried");
    }

    private async Task<IActionResult> ExportAsync(string ending, string type, Func<IReadOnlyList<Sheet>, byte[]> write)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (!MayControl)
        {
            return NotFound();
        }

        var sheets = await db.ReadAsync(reads => Sheet.Of(reads, kinds, Id), HttpContext.RequestAborted);
        var by = (await HttpContext.ViewerAsync()).PersonId;
        await writer.RunAsync(writes =>
        {
            Audit.Note(writes, by, Id, "export", "workshop", Id);
            return true;
        });
        return File(write(sheets), type, $"{View.Head.Title} {View.Head.Date}.{ending}");
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        Query = new SummaryQuery(Line.Clean(Q), Label, Set);
        var view = await db.ReadAsync(reads =>
        {
            MayControl = Access.MayControl(viewer, reads, Id);
            return MayControl || Access.HasPart(viewer, reads, Id) ? SummaryView.Read(reads, kinds, Id, Query) : null;
        }, HttpContext.RequestAborted);
        View = view!;
        return view is null ? NotFound() : null;
    }
}
