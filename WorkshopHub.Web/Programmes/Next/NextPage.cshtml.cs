using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Next;

/// <summary>
/// Plans the programme after this one: action learning goes on with more sets. What no set took is taken up again, and
/// those who learned here help the next.
/// </summary>
public sealed class NextPage(Db db, Writer writer, TimeProvider time) : OfficePage(db, writer)
{
    /// <summary>The programme before.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The fields of the new one.</summary>
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>The problems that come along.</summary>
    [BindProperty]
    public List<long> Problems { get; set; } = [];

    /// <summary>Who comes along as what: the person, and Advisor or Expert.</summary>
    [BindProperty]
    public Dictionary<long, string?> Helpers { get; set; } = [];

    /// <summary>The programme before.</summary>
    public ProgrammeRow Before { get; private set; } = null!;

    /// <summary>Problems to take up.</summary>
    public IReadOnlyList<OpenProblem> Open { get; private set; } = [];

    /// <summary>Who may help.</summary>
    public IReadOnlyList<Helper> People { get; private set; } = [];

    /// <summary>Today (local): a first day before it is told.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows what there is to choose from; what was offered, and who offered, is chosen already.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = new ProgrammeForm { Format = Before.Format, TimeMode = Before.TimeMode };
        Problems = [.. Open.Where(problem => problem is { State: "Offered", TakenUp: null }).Select(problem => problem.Id)];
        Helpers = People.ToDictionary(person => person.Id, person => (string?)person.Proposed);
        return Page();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        long id = 0;
        return await TryAsync(writes => id = Carrying.Begin(
            writes, Id, Form.Details, Problems,
            Helpers.Where(one => one.Value is "Advisor" or "Expert").ToDictionary(one => one.Key, one => one.Value!), Viewer.PersonId))
            ? LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{id}"))
            : Again();
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        Before = ProgrammeRow.Find(reads, Id)!;
        Today = LocalDay.Today(reads, time.GetUtcNow());
        Open = OpenProblem.Of(reads, Id);
        People = Helper.Of(reads, Id);
        return Before is not null;
    });
}
