using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>Everything that can be printed for a workshop.</summary>
public sealed class Sheets(Db db, Writer writer, SiteAddress site) : SheetPage(db, writer, site)
{
    /// <summary>Shows what there is.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Gives the room its code before it opens, so that it can be printed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        await Writer.RunAsync(writes =>
        {
            Rooms.Reserve(writes, Id);
            Audit.Note(writes, Viewer.PersonId, Id, "reserve-code", "workshop", Id);
            return true;
        });
        return RedirectToPage(new { id = Id });
    }
}
