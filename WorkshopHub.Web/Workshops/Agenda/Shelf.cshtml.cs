using System.Text;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Keeps an agenda as a template, saves it as a file, and takes one in from a file.</summary>
public sealed class Shelf(Db db, Writer writer, ActivityKinds kinds) : WorkshopPage(db, writer)
{
    /// <summary>The largest file, in bytes.</summary>
    private const long FileMax = 200 * 1024;

    /// <summary>The agenda.</summary>
    public AgendaView View { get; private set; } = null!;

    /// <summary>What facilitators kept.</summary>
    public IReadOnlyList<AgendaTemplate> Own { get; private set; } = [];

    /// <summary>Name of the template to keep.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What was done, or null.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows what is kept.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>An own template, or this agenda, as a file.</summary>
    /// <param name="key">The template's key; null for this agenda.</param>
    public async Task<IActionResult> OnGetFileAsync(string? key)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var template = await Db.ReadAsync(reads => key is null
            ? TemplateOf.Agenda(reads, View, View.Workshop.Title) : AgendaTemplates.Find(reads, key));
        if (template is null)
        {
            return NotFound();
        }

        await TryAsync(writes => Audit.Note(writes, Viewer.PersonId, Id, "export-template", "workshop", Id));
        return File(
            Encoding.UTF8.GetBytes(TemplateFile.Write(template with { Key = "" })), "application/json",
            $"{string.Concat(template.Name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : '-')).Trim('-')}.json");
    }

    /// <summary>Keeps this agenda as a template.</summary>
    public async Task<IActionResult> OnPostKeepAsync() => await LoadAsync()
        ? await ToldAsync(writes => AgendaTemplates.Keep(writes, TemplateOf.Agenda(writes, View, Name ?? ""), Viewer.PersonId), $"Kept as “{Line.Clean(Name)}”.")
        : NotFound();

    /// <summary>Takes a template in from a file; nothing changes where it can't be read.</summary>
    /// <param name="file">The file.</param>
    public async Task<IActionResult> OnPostTakeAsync(IFormFile? file)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (file is null or { Length: 0 })
        {
            return Again("File", "Choose a file first: one that was saved here, ending in .json.");
        }

        if (file.Length > FileMax)
        {
            return Again("File", "This file is too large for an agenda.");
        }

        using var text = new StreamReader(file.OpenReadStream());
        var content = await text.ReadToEndAsync();
        try
        {
            var template = TemplateFile.Read(content);
            var strange = template.Items.Count(item => !kinds.Has(item.Kind));
            return await ToldAsync(writes => Named(() => AgendaTemplates.Keep(writes, template, Viewer.PersonId)),
                $"“{template.Name}” is here, with {template.Items.Count} items."
                + (strange == 0 ? "" : $" {strange} of them are of a kind that this program doesn’t have; they will stand as moments."));
        }
        catch (RefusedException refused)
        {
            return Again(refused.Field, refused.Message);
        }
    }

    /// <summary>Removes an own template.</summary>
    /// <param name="key">Its key.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string? key) => await LoadAsync()
        ? await ToldAsync(writes => AgendaTemplates.Remove(writes, key), "Removed. Workshops that started from it keep their agenda.")
        : NotFound();

    private static void Named(Action keep)
    {
        try
        {
            keep();
        }
        catch (RefusedException refused)
        {
            throw new RefusedException("File", refused.Message);
        }
    }

    private async Task<IActionResult> ToldAsync(Action<Writes> command, string done)
    {
        if (!await TryAsync(command))
        {
            return Again();
        }

        Done = done;
        return RedirectToPage("/Workshops/Agenda/Shelf", null, new { id = Id });
    }

    private async Task<bool> LoadAsync()
    {
        (var view, Own) = await Db.ReadAsync(reads => (AgendaView.Read(reads, kinds, Id), AgendaTemplates.Own(reads)));
        return view is not null && (View = view) is not null;
    }
}
