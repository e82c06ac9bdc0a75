using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Plans a workshop of a programme.</summary>
public sealed class Plan(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The programme.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public WorkshopForm Form { get; set; } = new();

    /// <summary>Key of the template to start from.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var (start, format) = await Db.ReadAsync(reads => (
            reads.First<string>("SELECT start_date FROM programme WHERE id = @Id", new { Id }),
            reads.First<string>("SELECT format FROM programme WHERE id = @Id", new { Id })));
        Form.Date = start;
        Template = AgendaTemplates.For(format).Key;
        return Page();
    }

    /// <summary>Keeps it and goes on to its agenda.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        long id = 0;
        if (!await TryAsync(writes =>
        {
            id = WorkshopCommands.Add(writes, Id, Form.Details, Viewer.PersonId);
            AgendaTemplates.Find(Template)?.Use(writes, id, Viewer.PersonId);
        }))
        {
            return Again();
        }

        return RedirectToPage("/Workshops/Agenda/Editor", new { id });
    }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayRunProgramme(Viewer, reads, Id);

    private async Task<bool> LoadAsync()
    {
        var name = await Db.ReadAsync(reads => reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }));
        Programme = name ?? "";
        return name is not null;
    }
}
