using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Next;
using WorkshopHub.Web.Programmes.Readiness;
using WorkshopHub.Web.Programmes.Timeline;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>A programme: its workshops, its sets and everybody around them.</summary>
public sealed class Show(Db db, Writer writer, Endings endings, OfficeNews news, TimeProvider time, IEnumerable<IProgrammePart> parts) : ProgrammePage(db, writer)
{
    /// <summary>All that is shown.</summary>
    public ProgrammeView View { get; private set; } = null!;

    /// <summary>What the programme needs, as the readiness board shows it.</summary>
    public IReadOnlyList<Need> Needs { get; private set; } = [];

    /// <summary>Who would be an advisor or an expert in a next programme, as they said in a workshop.</summary>
    public IReadOnlyList<FromWorkshop> Volunteers { get; private set; } = [];

    /// <summary>Whom its sets may ask for what they know.</summary>
    public IReadOnlyList<Expert> Experts { get; private set; } = [];

    /// <summary>What other rooms have for who begins a programme; empty once it runs.</summary>
    public IReadOnlyList<ProgrammePart> Parts { get; private set; } = [];

    /// <summary>When all meet, and when each set does.</summary>
    public TimelineView Timeline { get; private set; } = null!;

    /// <summary>What is asked where it is not clear who the supervisor is, or null.</summary>
    public SupervisorAsk? Ask { get; private set; }

    /// <summary>The form that adds a person.</summary>
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    /// <summary>The name of a set to add, as typed.</summary>
    [BindProperty]
    public string? SetName { get; set; }

    /// <summary>What became of a pasted list, said once above the sets.</summary>
    [TempData]
    public string? Came { get; set; }

    /// <summary>Who was added last, said once above the form.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Who has a part in it but doesn't run it is shown what everybody in it sees.</summary>
    protected override async Task<IActionResult?> InsteadAsync() => await base.InsteadAsync() is { } refused
        ? HttpMethods.IsGet(Request.Method) && await Db.ReadAsync(reads => Access.MayReadTimeline(Viewer, reads, Id)) ? Redirect($"/programmes/{Id}/timeline") : refused
        : null;

    /// <summary>Shows the programme.</summary>
    /// <param name="set">A set to which the form adds a person.</param>
    public async Task<IActionResult> OnGetAsync(long? set)
    {
        Form.SetId = set;
        return await LoadAsync() ? Page() : NotFound();
    }

    /// <summary>Adds a set.</summary>
    public async Task<IActionResult> OnPostSetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!await TryAsync(writes => SetCommands.Add(writes, Id, SetName, Viewer.PersonId)))
        {
            return Again();
        }

        news.OfSets(Id);
        return Done(null, "sets");
    }

    /// <summary>Takes a person in.</summary>
    public async Task<IActionResult> OnPostPersonAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Taken? taken = null;
        IReadOnlyList<long> touched = [];
        if (!await TryAsync(writes => touched = Touched.By(writes, Id, () => taken = Form.Newcomer.TakeIn(writes, Id, Viewer.PersonId))))
        {
            Ask = Faults.ContainsKey("Supervisor") ? await Db.ReadAsync(reads => SupervisorAsk.Of(reads, Form.SupervisorWords)) : null;
            return Again();
        }

        endings.OfAll([taken!.PersonId, .. touched]);
        news.OfPeople(Id);
        var name = Form.Details.Name;
        return Done(taken.Outcome switch
        {
            TakenIn.Added => taken.IsFilled ? $"{name} is in. Their details are taken over for the whole house." : $"{name} is in.",
            TakenIn.Changed => $"{name} was here already. What is new was taken over.",
            _ => $"{name} is here already, and nothing is new.",
        }, "add");
    }

    private RedirectToPageResult Done(string? told, string fragment)
    {
        Told = told;
        return RedirectToPage("/Programmes/Show", null, new { id = Id, set = Form.SetId }, fragment);
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        View = ProgrammeView.Read(reads, Id)!;
        Needs = ReadyRows.Read(reads, Id) is { } rows ? Checklist.Of(rows) : [];
        Experts = Expert.Of(reads, Id);
        Timeline = TimelineView.Read(reads, Viewer, Id, time.GetUtcNow())!;
        Volunteers = FromWorkshops.OfSort(reads, Id, "Volunteer");
        Parts = View?.Programme.State is "Draft" or "Recruiting" or "Ready" ? [.. parts.Select(part => part.Of(reads, Id, ""))] : [];
        return View is not null;
    });
}
