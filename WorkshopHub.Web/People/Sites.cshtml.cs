using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>The sites. Sets mix people from different ones.</summary>
public sealed class Sites(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The site that is being changed, or null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Site { get; set; }

    /// <summary>Its name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The version that the form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Where the people of a removed one go.</summary>
    [BindProperty]
    public long? Into { get; set; }

    /// <summary>All sites by name.</summary>
    public IReadOnlyList<SiteRow> All { get; private set; } = [];

    /// <summary>The site that is being changed, as it stands; null for a new one.</summary>
    public SiteRow? Now => All.FirstOrDefault(row => row.Id == Site);

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the sites.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (Name, Version) = (Now?.Name, Now?.Version ?? 0);
        return Page();
    }

    /// <summary>Adds a site or renames one, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var saved = true;
        if (!await TryAsync(writes =>
        {
            if (Site is { } id)
            {
                saved = SiteCommands.Change(writes, id, Version, Name, Viewer.PersonId);
            }
            else
            {
                SiteCommands.Add(writes, Name, Viewer.PersonId);
            }
        }))
        {
            return Again();
        }

        if (saved)
        {
            Told = Site is null ? $"{Line.Clean(Name)} is there now." : "Saved.";
            return RedirectToPage("/People/Sites");
        }

        await LoadAsync();
        if (Now is not { } now)
        {
            return NotFound();
        }

        Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt!, StaleField.Different(new StaleField("Name", Line.Clean(Name), now.Name)));
    }

    /// <summary>Removes a site; its people go to another one.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync() || Now is not { } now)
        {
            return NotFound();
        }

        if (!await TryAsync(writes => SiteCommands.Remove(writes, now.Id, Into, Viewer.PersonId)))
        {
            (Name, Version) = (now.Name, now.Version);
            ModelState.Clear();
            return Again();
        }

        Told = now.People == 0 ? $"{now.Name} is gone." : $"{now.Name} is gone. Its people are at {All.First(row => row.Id == Into).Name} now.";
        return RedirectToPage("/People/Sites");
    }

    private async Task<bool> LoadAsync()
    {
        All = await Db.ReadAsync(SiteRow.All);
        return Site is null || Now is not null;
    }
}
