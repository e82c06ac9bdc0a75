using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The problems of a programme: listed, added, changed, offered to the sets.</summary>
public sealed class ProblemList(Db db, Writer writer) : ProgrammePage(db, writer)
{
    /// <summary>The problem that is being changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Edit { get; set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public ProblemForm Form { get; set; } = new();

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>Its problems.</summary>
    public IReadOnlyList<ProblemRow> Problems { get; private set; } = [];

    /// <summary>Questions about problems that nobody answered in a workshop.</summary>
    public IReadOnlyList<FromWorkshop> Questions { get; private set; } = [];

    /// <summary>What the sets may decide; null where nobody has signed it.</summary>
    public Authority? Authority { get; private set; }

    /// <summary>How many sets are to choose.</summary>
    public int Sets { get; private set; }

    /// <summary>Who may be a client: person and name.</summary>
    public IReadOnlyList<RoleRow> Clients { get; private set; } = [];

    /// <summary>Shows the list, and the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Edit is { } id)
        {
            if (Problems.FirstOrDefault(problem => problem.Id == id) is not { } row)
            {
                return NotFound();
            }

            Form = ProblemForm.Of(row, await Db.ReadAsync(reads => FailedAttempt.Of(reads, id)));
        }

        Form.WithRoom();
        return Page();
    }

    /// <summary>Adds or changes one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || (Edit is { } known && Problems.All(problem => problem.Id != known)))
        {
            return NotFound();
        }

        Form.WithRoom();
        var saved = true;
        if (!await TryAsync(writes =>
        {
            if (Edit is { } id)
            {
                saved = ProblemCommands.Change(writes, Id, id, Form.Version, Form.Details, Viewer.PersonId);
            }
            else
            {
                ProblemCommands.Add(writes, Id, Form.Details, Viewer.PersonId);
            }
        }))
        {
            return Again();
        }

        if (saved)
        {
            return Redirect();
        }

        await LoadAsync();
        var now = Problems.First(problem => problem.Id == Edit);
        Form.Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt, Shared.StaleField.Different(
            new("Title", Form.Title ?? "", now.Title), new("What happens", Form.Description ?? "", now.Description),
            new("Why it matters", Form.WhyItMatters ?? "", now.WhyItMatters)));
    }

    /// <summary>Offers one to the sets, or takes the offer back.</summary>
    public async Task<IActionResult> OnPostOfferAsync(long problem, long version, bool offered)
    {
        var done = false;
        var kept = await TryAsync(writes => done = offered
            ? ProblemCommands.Offer(writes, Id, problem, version, Viewer.PersonId)
            : ProblemCommands.Withdraw(writes, Id, problem, version, Viewer.PersonId));
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form.WithRoom();
        return !kept ? Again() : done ? Redirect()
            : Again("Offer", "Somebody else was first. Here is how it is now.");
    }

    private LocalRedirectResult Redirect() =>
        LocalRedirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/programmes/{Id}/problems"));

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } row)
        {
            return false;
        }

        Programme = row;
        Problems = ProblemRow.Of(reads, Id);
        Questions = FromWorkshops.OfSort(reads, Id, "ProblemQuestion");
        Authority = Authority.Of(reads, Id);
        Sets = SetRow.Of(reads, Id).Count;
        Clients = [.. RoleRow.Of(reads, Id).Where(role => role.Role == "Client").DistinctBy(role => role.PersonId)];
        return true;
    });
}
