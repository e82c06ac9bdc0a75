using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Begins a programme.</summary>
public sealed class New(Db db, Writer writer) : OfficePage(db)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>Keeps it and goes on to its page.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            var id = await writer.RunAsync(writes => ProgrammeCommands.Add(writes, Form.Details, Viewer.PersonId));
            return RedirectToPage("/Programmes/Show", new { id });
        }
        catch (RefusedException refused)
        {
            return Again(refused.Field, refused.Message);
        }
    }
}
