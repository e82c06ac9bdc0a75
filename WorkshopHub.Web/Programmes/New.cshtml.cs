using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Begins a programme.</summary>
public sealed class New(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>Keeps it and goes on to its page.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        long id = 0;
        return await TryAsync(writes => id = ProgrammeCommands.Add(writes, Form.Details, Viewer.PersonId))
            ? RedirectToPage("/Programmes/Show", new { id })
            : Again();
    }
}
