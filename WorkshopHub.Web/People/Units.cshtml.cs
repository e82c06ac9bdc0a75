using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>The tree of the organisation. Sets are drawn from different parts of it, so the parts have to be right.</summary>
public sealed class Units(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The part that is being changed, or null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Unit { get; set; }

    /// <summary>Its name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What it belongs to.</summary>
    [BindProperty]
    public long? Parent { get; set; }

    /// <summary>The version that the form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Where the people and parts of a removed one go.</summary>
    [BindProperty]
    public long? Into { get; set; }

    /// <summary>All parts in the order of the tree.</summary>
    public IReadOnlyList<UnitRow> Tree { get; private set; } = [];

    /// <summary>The part that is being changed, as it stands; null for a new one.</summary>
    public UnitRow? Now => Tree.FirstOrDefault(row => row.Id == Unit);

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the tree.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (Name, Parent, Version) = (Now?.Name, Now?.ParentId, Now?.Version ?? 0);
        return Page();
    }

    /// <summary>Adds a part or changes one, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var saved = true;
        if (!await TryAsync(writes =>
        {
            if (Unit is { } id)
            {
                saved = UnitCommands.Change(writes, id, Version, Name, Parent, Viewer.PersonId);
            }
            else
            {
                UnitCommands.Add(writes, Name, Parent, Viewer.PersonId);
            }
        }))
        {
            return Again();
        }

        if (saved)
        {
            Told = Unit is null ? $"{Line.Clean(Name)} is there now." : "Saved.";
            return RedirectToPage("/People/Units");
        }

        await LoadAsync();
        if (Now is not { } now)
        {
            return NotFound();
        }

        Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt!, StaleField.Different(
            new StaleField("Name", Line.Clean(Name), now.Name),
            new StaleField("Belongs to", NameOf(Parent), NameOf(now.ParentId))));
    }

    /// <summary>Removes a part; what is in it goes into another one.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync() || Now is not { } now)
        {
            return NotFound();
        }

        if (!await TryAsync(writes => UnitCommands.Remove(writes, now.Id, Into, Viewer.PersonId)))
        {
            (Name, Parent, Version) = (now.Name, now.ParentId, now.Version);
            ModelState.Clear();
            return Again();
        }

        Told = Into is null ? $"{now.Name} is gone." : $"{now.Name} is gone. What was in it is in {NameOf(Into)} now.";
        return RedirectToPage("/People/Units");
    }

    private string NameOf(long? id) => Tree.FirstOrDefault(row => row.Id == id)?.Name ?? "";

    private async Task<bool> LoadAsync()
    {
        Tree = await Db.ReadAsync(UnitRow.Tree);
        return Unit is null || Now is not null;
    }
}
