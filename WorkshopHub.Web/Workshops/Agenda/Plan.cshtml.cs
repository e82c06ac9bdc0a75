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

    /// <summary>The kind of workshop for which the form was filled in: what still stands so follows another kind.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The templates to choose from.</summary>
    public TemplateChoice Choice { get; private set; } = null!;

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) =>
        reads.First<string>("SELECT archived_at FROM programme WHERE id = @Id", new { Id }) is not null;

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
        (Form.Kind, Form.Title, Form.Starts, Form.Ends, Shown) = (next, _titles[next], template.Starts, template.Ends, next);
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

        await FollowKindAsync();
        long id = 0;
        if (!await TryAsync(writes =>
        {
            var wrong = new Refusals();
            wrong.Of(() => WorkshopDays.Check(writes, Id, null, Form.Details));
            wrong.Of(() => id = WorkshopCommands.Add(writes, Id, Form.Details, Viewer.PersonId));
            wrong.Throw();
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

    /// <summary>Another kind was chosen: title, hours and agenda that nobody touched become those of that kind.</summary>
    private async Task FollowKindAsync()
    {
        if (Shown is not { } shown || Form.Kind is not { } kind || shown == kind || !_titles.ContainsKey(shown) || !_titles.ContainsKey(kind))
        {
            return;
        }

        var format = await Db.ReadAsync(reads => reads.First<string>("SELECT format FROM programme WHERE id = @Id", new { Id }));
        var (was, now) = (AgendaTemplates.For(format, shown), AgendaTemplates.For(format, kind));
        Form.Title = Form.Title?.Trim() == _titles[shown] ? _titles[kind] : Form.Title;
        if (Template == was.Key)
        {
            (Form.Starts, Form.Ends) = (Form.Starts == was.Starts ? now.Starts : Form.Starts, Form.Ends == was.Ends ? now.Ends : Form.Ends);
            (Template, Choice) = (now.Key, Choice with { Chosen = now.Key });
        }

        Shown = kind;
    }

    private async Task<bool> LoadAsync()
    {
        var templates = await Db.ReadAsync(AgendaTemplates.All);
        Choice = new TemplateChoice(templates, Template ?? templates[0].Key);
        var name = await Db.ReadAsync(reads => reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }));
        Programme = name ?? "";
        return name is not null;
    }
}
