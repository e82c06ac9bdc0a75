using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Plans a workshop of a programme.</summary>
public sealed class Plan(Db db, Writer writer, ActivityKinds kinds) : OfficePage(db, writer)
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

    /// <summary>The templates to choose from.</summary>
    public TemplateChoice Choice { get; private set; } = null!;

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var (start, format, planned) = await Db.ReadAsync(reads => (
            reads.First<string>("SELECT start_date FROM programme WHERE id = @Id", new { Id }),
            reads.First<string>("SELECT format FROM programme WHERE id = @Id", new { Id }),
            reads.Query<string>("SELECT kind FROM workshop WHERE programme_id = @Id", new { Id })));
        var next = _titles.Keys.FirstOrDefault(kind => !planned.Contains(kind, StringComparer.Ordinal)) ?? "Final";
        var template = AgendaTemplates.For(format, next);
        Form.Date = next == "KickOff" ? start : null;
        (Form.Kind, Form.Title, Form.Starts, Form.Ends) = (next, _titles[next], template.Starts, template.Ends);
        Choice = Choice with { Chosen = template.Key };
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
            AgendaTemplates.Find(writes, Template)?.Use(writes, kinds, id, Viewer.PersonId);
        }))
        {
            return Again();
        }

        return RedirectToPage("/Workshops/Agenda/Editor", new { id });
    }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayRunProgramme(Viewer, reads, Id);

    private static readonly Dictionary<string, string> _titles = new()
    {
        ["KickOff"] = "Kick-off",
        ["MidTerm"] = "Mid-term",
        ["Final"] = "Final",
    };

    private async Task<bool> LoadAsync()
    {
        var templates = await Db.ReadAsync(AgendaTemplates.All);
        Choice = new TemplateChoice(templates, Template ?? templates[0].Key);
        var name = await Db.ReadAsync(reads => reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }));
        Programme = name ?? "";
        return name is not null;
    }
}
