using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>
/// What was said, by activity, to search and to filter; what became of it; the facilitator's export. For every known person who
/// has a part in the programme.
/// </summary>
public sealed class Summary(Db db, Writer writer, ActivityKinds kinds) : PageModel
{
    private const int LongestReason = 200;
    private const int FirstOnes = 20; // what one reads at a sitting; the rest is a press away

    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Words that are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Sorts that are looked for. An address may name an empty one, which is none.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Kind { get; set => field = [.. value.Where(kind => !string.IsNullOrEmpty(kind))]; } = [];

    /// <summary>Sets that are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public List<long> Set { get; set; } = [];

    /// <summary>Whether only questions without an answer are looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    /// <summary>Whether all that was found is shown, or the first of it only.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>What the viewer is asked to confirm that it be undone; null for nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Undo { get; set; }

    /// <summary>What there is.</summary>
    public SummaryView View { get; private set; } = null!;

    /// <summary>What is looked for.</summary>
    public SummaryQuery Query { get; private set; } = new("", [], []);

    /// <summary>Who reads.</summary>
    public SummaryReader Reader { get; private set; } = null!;

    /// <summary>What is wrong with the reason, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The reason as it was typed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether the viewer runs the workshop: export and undo.</summary>
    public bool MayControl => Reader.MayControl;

    /// <summary>What of the found words stands on the page.</summary>
    public IReadOnlyList<Said> Shown => All ? View.Found : [.. View.Found.Take(FirstOnes)];

    /// <summary>The address of the same search with one sort more, or less.</summary>
    public string With(string kind) => Address(Kind.Contains(kind) ? Kind.Where(one => one != kind) : Kind.Append(kind), all: false);

    /// <summary>The address of the same search with all that was found.</summary>
    public string WithAll => Address(Kind, all: true);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>The facilitator's export: one workbook, a sheet an activity.</summary>
    public async Task<IActionResult> OnGetTableAsync() => await ExportAsync("xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SheetFile.Workbook);

    /// <summary>The facilitator's export: a zip with a CSV an activity.</summary>
    public async Task<IActionResult> OnGetCsvAsync() => await ExportAsync("zip", "application/zip", SheetFile.Zip);

    /// <summary>Puts back what stood there before something was carried over; the reason may be left out.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long carried, string? reason)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (!MayControl || View.Carried.All(one => one.Id != carried))
        {
            return NotFound();
        }

        if (await db.ReadAsync(IsArchived))
        {
            return StatusCode(StatusCodes.Status423Locked);
        }

        Reason = Line.Clean(reason);
        if (Reason.Length > LongestReason)
        {
            (Undo, Fault) = (carried, $"{Reason.Length} characters. Keep it to {LongestReason}.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await writer.RunAsync(writes =>
        {
            var undone = Carried.Undo(writes, kinds, carried, Reader.PersonId, Reason);
            if (undone)
            {
                Audit.Note(writes, Reader.PersonId, Id, "carry.undo", "carried", carried);
            }

            return undone;
        });
        return LocalRedirect($"/workshops/{Id}/summary#carried");
    }

    /// <summary>Carries over again what was undone by mistake.</summary>
    public async Task<IActionResult> OnPostAgainAsync(long carried)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (!MayControl || View.Carried.FirstOrDefault(one => one.Id == carried) is not { } one
            || !Shared.CarriedTarget.Of(one.Target).Again)
        {
            return NotFound();
        }

        if (await db.ReadAsync(IsArchived))
        {
            return StatusCode(StatusCodes.Status423Locked);
        }

        await writer.RunAsync(writes =>
        {
            Carried.Again(writes, carried);
            Audit.Note(writes, Reader.PersonId, Id, "carry.again", "carried", carried);
            return true;
        });
        return LocalRedirect($"/workshops/{Id}/summary#carried");
    }

    private string Address(IEnumerable<string> kinds, bool all)
    {
        var query = new QueryBuilder();
        if (Query.Words.Length > 0)
        {
            query.Add("q", Query.Words);
        }

        query.Add("kind", kinds);
        query.Add("set", Set.Select(set => set.ToString(CultureInfo.InvariantCulture)));
        if (Open)
        {
            query.Add("open", "true");
        }

        if (all)
        {
            query.Add("all", "true");
        }

        return string.Create(CultureInfo.InvariantCulture, $"/workshops/{Id}/summary{query}#said");
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
        await writer.RunAsync(writes =>
        {
            Audit.Note(writes, Reader.PersonId, Id, "export", "workshop", Id);
            return true;
        });
        return File(write(sheets), type, $"{View.Head.Title} {View.Head.Date}.{ending}");
    }

    private bool IsArchived(Reads reads) => reads.First<bool>(
        "SELECT EXISTS (SELECT 1 FROM workshop w JOIN programme g ON g.id = w.programme_id WHERE w.id = @Id AND g.archived_at IS NOT NULL)", new { Id });

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn && viewer.Seat is not { Assurance: >= Assurance.Vouched })
        {
            return Challenge();
        }

        Query = new SummaryQuery(Line.Clean(Q), Kind, Set, Open);
        var view = await db.ReadAsync(reads =>
        {
            Reader = SummaryReader.Of(viewer, reads, Id)!;
            return Reader is null ? null : SummaryView.Read(reads, kinds, Id, Query, Reader);
        }, HttpContext.RequestAborted);
        View = view!;
        return view is null ? NotFound() : null;
    }
}
