using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>The join poster for the door and the walls.</summary>
public sealed class Poster(Db db, Writer writer, SiteAddress site) : SheetPage(db, writer, site)
{
    /// <summary>Shows it; without an address or a code there is nothing to print yet.</summary>
    public async Task<IActionResult> OnGetAsync() => !await LoadAsync() ? NotFound()
        : RoomQr is null || Code.Length == 0 ? RedirectToPage("/Workshops/Sheets/Sheets", new { id = Id }) : Page();
}
