using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>A card for each set's table, to fold.</summary>
public sealed class Tables(Db db, Writer writer, SiteAddress site) : SheetPage(db, writer, site)
{
    /// <summary>Shows them; without an address or a code there is nothing to print yet.</summary>
    public async Task<IActionResult> OnGetAsync() => !await LoadAsync() ? NotFound()
        : RoomQr is null || Code.Length == 0 ? RedirectToPage("/Workshops/Sheets/Sheets", new { id = Id }) : Page();
}
