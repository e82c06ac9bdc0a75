using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Begins a programme.</summary>
public sealed class New(Db db, Writer writer, IEnumerable<IProgrammePart> parts, TimeProvider time) : OfficePage(db, writer)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>What other rooms have for who begins.</summary>
    public IReadOnlyList<ProgrammePart> Parts { get; private set; } = [];

    /// <summary>Today (local): a first day before it is told.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Keeps it and goes on to its page.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        long id = 0;
        if (await TryAsync(writes => id = ProgrammeCommands.Add(writes, Form.Details, Viewer.PersonId)))
        {
            return RedirectToPage("/Programmes/Show", new { id });
        }

        await LoadAsync();
        return Again();
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Today = LocalDay.Today(reads, time.GetUtcNow());
        Parts = [.. parts.Select(part => part.Of(reads, null, ""))];
        return true;
    });
}
