using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>Something that people belong to: a part of the organisation, or a site.</summary>
public interface IPlace
{
    /// <summary>Its id.</summary>
    long Id { get; }

    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>The name as a list to choose from shows it.</summary>
    string Indented { get; }

    /// <summary>How deep it stands: 0 at the top.</summary>
    int Depth { get; }

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    long Version { get; }

    /// <summary>When it was last changed (UTC), or null where it never was.</summary>
    string? ChangedAt { get; }

    /// <summary>Who changed it last, or null.</summary>
    string? ChangedBy { get; }

    /// <summary>How many people belong to it itself.</summary>
    long People { get; }

    /// <summary>How many people belong to it and to what is below it.</summary>
    long All { get; }
}

/// <summary>The page on which the office keeps what people belong to: a list, a form for one of it, and its removal.</summary>
public abstract class PlacesPage(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The version that the form was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Where those of a removed one go.</summary>
    [BindProperty]
    public long? Into { get; set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>All of them, in the order of the list.</summary>
    public IReadOnlyList<IPlace> All { get; private set; } = [];

    /// <summary>What this page calls them.</summary>
    public abstract PlaceWords Words { get; }

    /// <summary>The one that is being changed, or null for a new one.</summary>
    public abstract long? Chosen { get; }

    /// <summary>The one that is being changed, as it stands; null for a new one.</summary>
    public IPlace? Now => All.FirstOrDefault(row => row.Id == Chosen);

    /// <summary>Whether something belongs to the one that is shown, so that it has to be said where that goes.</summary>
    public virtual bool IsInUse => Now is { All: > 0 };

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <summary>Adds one or changes one, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var saved = true;
        if (!await TryAsync(writes =>
        {
            if (Chosen is { } id)
            {
                saved = Change(writes, id);
            }
            else
            {
                Add(writes);
            }
        }))
        {
            return Again();
        }

        if (saved)
        {
            Told = Chosen is null ? $"{Line.Clean(Name)} is there now." : "Saved.";
            return Redirect(Words.Page);
        }

        await LoadAsync();
        if (Now is not { } now)
        {
            return NotFound();
        }

        Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt!, StaleField.Different([new StaleField("Name", Line.Clean(Name), now.Name), .. Differences(now)]));
    }

    /// <summary>Removes one; what belongs to it goes to another one.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync() || Now is not { } now)
        {
            return NotFound();
        }

        if (!await TryAsync(writes => Remove(writes, now.Id)))
        {
            Fill();
            ModelState.Clear();
            return Again();
        }

        Told = Into is null ? $"{now.Name} is gone." : $"{now.Name} is gone. {Words.Went} {NameOf(Into)} now.";
        return Redirect(Words.Page);
    }

    /// <summary>Reads all of them, in order.</summary>
    protected abstract IReadOnlyList<IPlace> Read(Reads reads);

    /// <summary>Adds what was typed.</summary>
    protected abstract void Add(Writes writes);

    /// <summary>Changes one to what was typed. False where somebody else did meanwhile.</summary>
    protected abstract bool Change(Writes writes, long id);

    /// <summary>Removes one.</summary>
    protected abstract void Remove(Writes writes, long id);

    /// <summary>Puts the one that is shown into the fields.</summary>
    protected virtual void Fill() => (Name, Version) = (Now?.Name, Now?.Version ?? 0);

    /// <summary>What differs beside the name from how it stands now.</summary>
    protected virtual IEnumerable<StaleField> Differences(IPlace now) => [];

    /// <summary>A name; empty for none.</summary>
    protected string NameOf(long? id) => All.FirstOrDefault(row => row.Id == id)?.Name ?? "";

    private async Task<bool> LoadAsync()
    {
        All = await Db.ReadAsync(Read);
        return Chosen is null || Now is not null;
    }
}

/// <summary>What a page calls the things that it keeps.</summary>
/// <param name="Page">Its address.</param>
/// <param name="Key">Names one in an address and in the list of people, e.g. unit.</param>
/// <param name="Heading">Over the list.</param>
/// <param name="One">One of them, e.g. part.</param>
/// <param name="Where">Before its name, for who hears the list: in, at.</param>
/// <param name="Follow">Over the choice of where those of a removed one go.</param>
/// <param name="Went">Before the name of where they went.</param>
public sealed record PlaceWords(string Page, string Key, string Heading, string One, string Where, string Follow, string Went);
