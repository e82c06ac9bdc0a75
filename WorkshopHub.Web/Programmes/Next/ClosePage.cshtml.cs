using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Next;

/// <summary>Ends a programme, early with a reason, and puts it into the archive or takes it out.</summary>
public sealed class ClosePage(Db db, Writer writer) : ProgrammePage(db, writer)
{
    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>Why it ends, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>It ends before its sets have reported.</summary>
    public bool IsEarly => Programme.State != "Reporting";

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => false;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Ends it.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(writes => ProgrammeStates.Close(writes, Id, Reason, Viewer.PersonId));

    /// <summary>Puts it into the archive, or takes it out.</summary>
    public Task<IActionResult> OnPostArchiveAsync(bool archived) =>
        DoAsync(writes => ProgrammeStates.Archive(writes, Id, archived, Viewer.PersonId));

    private async Task<IActionResult> DoAsync(Action<Writes> command)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        return await TryAsync(command) ? RedirectToPage("/Programmes/Next/ClosePage", new { id = Id }) : Again();
    }

    private async Task<bool> LoadAsync() =>
        (Programme = (await Db.ReadAsync(reads => ProgrammeRow.Find(reads, Id)))!) is not null;
}
