using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// Questions that help to write a good problem, step by step, with the tests beside them. It is kept while one types; who
/// goes on by a button keeps it too.
/// </summary>
public sealed class ProblemWrite(Db db, Writer writer, IEnumerable<IProgrammePart> parts) : SignedInPage(db, writer)
{
    /// <summary>The problem.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The step, see <see cref="ProblemSteps"/>.</summary>
    [FromRoute]
    public string Step { get; set; } = ProblemSteps.Hurts;

    /// <summary>The answers of this step.</summary>
    [BindProperty]
    public ProblemForm Form { get; set; } = new();

    /// <summary>The problem as it stands.</summary>
    public ProblemRow Problem { get; private set; } = null!;

    /// <summary>Who may be the client.</summary>
    public IReadOnlyList<RoleRow> Clients { get; private set; } = [];

    /// <summary>An attempt of another problem that is well told; null where there is none.</summary>
    public (FailedAttempt Attempt, string Title)? Example { get; private set; }

    /// <summary>What other rooms have about this problem.</summary>
    public IReadOnlyList<ProgrammePart> Parts { get; private set; } = [];

    /// <summary>When it was last kept, on the organisation's clock.</summary>
    public string KeptAt { get; private set; } = "";

    /// <summary>Whether the viewer writes the whole list; a client writes the own problem and stays its client.</summary>
    public bool WritesAll { get; private set; }

    /// <summary>Who reads it as it is now.</summary>
    public string Readers => Problem.IsOffered ? "everybody in the programme reads it"
        : Problem.ClientId is null ? "only the sponsor and the programme office see it" : "only the sponsor, the programme office and its client see it";

    private string Here => string.Create(CultureInfo.InvariantCulture, $"/problems/{Id}/write/");

    /// <summary>Shows a step.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        Form = ProblemForm.Of(Problem, await Db.ReadAsync(reads => FailedAttempt.Of(reads, Id))).WithRoom();
        return Page();
    }

    /// <summary>Keeps the step and goes where the button says: on, back, away, or one attempt more or fewer.</summary>
    /// <param name="go">next, back, leave, more, or the place of an attempt to take out.</param>
    public async Task<IActionResult> OnPostAsync(string? go)
    {
        if (int.TryParse(go, NumberStyles.None, CultureInfo.InvariantCulture, out var taken) && taken < Form.Attempts.Count)
        {
            Form.Attempts.RemoveAt(taken);
        }

        if (await SaveAsync(strict: go == "next") is { } answer)
        {
            return answer;
        }

        return go switch
        {
            "next" when ProblemSteps.After(Step) is { } after => LocalRedirect(Here + after),
            "back" when ProblemSteps.Before(Step) is { } before => LocalRedirect(Here + before),
            "next" or "leave" => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Problem.ProgrammeId}/problems#problem-{Id}")),
            _ => await AgainAsync(more: go == "more"),
        };
    }

    /// <summary>Keeps what is typed so far.</summary>
    public async Task<IActionResult> OnPostKeepAsync() => await SaveAsync(strict: false, asIs: true) ?? await AgainAsync(more: false);

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProblemRow.Find(reads, Id) is { } row
        && ProgrammeRow.Find(reads, row.ProgrammeId) is { IsArchived: true };

    private async Task<IActionResult> AgainAsync(bool more)
    {
        await LoadAsync();
        Form = ProblemForm.Of(Problem, await Db.ReadAsync(reads => FailedAttempt.Of(reads, Id))).WithRoom(more);
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult?> SaveAsync(bool strict, bool asIs = false)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        Form.Trim();
        ModelState.Clear();
        var saved = false;
        var mine = new ProblemDetails();
        var kept = await TryAsync(writes =>
        {
            if (ProblemRow.Find(writes, Id) is not { } row || !ProblemRights.MayWrite(Viewer, writes, row))
            {
                return;
            }

            var now = ProblemDetails.Of(row, FailedAttempt.Of(writes, Id));
            mine = Form.Into(now, Step, asIs);
            mine = ProblemRights.MayOffer(Viewer, writes, row.ProgrammeId) ? mine : mine with { ClientId = row.ClientId };
            var wrong = new Refusals();
            wrong.Of(() => saved = ProblemCommands.Change(writes, row.ProgrammeId, Id, Form.Version, mine, Me));
            if (strict && Step == ProblemSteps.Tried)
            {
                wrong.Of(mine.CheckCounting);
            }

            wrong.Throw();
        });
        if (!kept)
        {
            Form.WithRoom();
            return Again();
        }

        if (saved)
        {
            return null;
        }

        // Somebody else saved first: what they wrote stands, and this step's own answers beside it.
        if (await LoadAsync() is { } gone)
        {
            return gone;
        }

        var theirs = ProblemDetails.Of(Problem, await Db.ReadAsync(reads => FailedAttempt.Of(reads, Id)));
        Form.Version = Problem.Version;
        Form.WithRoom();
        return await BothAsync(Problem.ChangedBy, Problem.ChangedAt, StaleField.Different(mine.Each(Name).Zip(theirs.Each(Name))
            .Select(pair => new StaleField(pair.First.Label, pair.First.Words, pair.Second.Words))));
    }

    private string Name(long client) => Clients.FirstOrDefault(one => one.PersonId == client)?.Name ?? "";

    /// <summary>Null where the viewer may write it.</summary>
    private async Task<IActionResult?> LoadAsync() => await Db.ReadAsync<IActionResult?>(reads =>
    {
        if (ProblemRow.Find(reads, Id) is not { } row || ProblemRights.Reads(Viewer, reads, row) == Extent.None
            || ProblemSteps.All.All(step => step.Key != Step))
        {
            return NotFound();
        }

        if (!ProblemRights.MayWrite(Viewer, reads, row))
        {
            return Forbid();
        }

        Problem = row;
        WritesAll = ProblemRights.MayOffer(Viewer, reads, row.ProgrammeId);
        Clients = [.. RoleRow.Of(reads, row.ProgrammeId).Where(role => role.Role == "Client").DistinctBy(role => role.PersonId)];
        Parts = [.. parts.Select(part => part.Of(reads, row.ProgrammeId, row.Title))];
        Example = FailedAttempt.Example(reads, row.ProgrammeId, Id);
        KeptAt = LocalTime.Clock(Utc.Parse(row.ChangedAt), LocalTime.ZoneOf(reads));
        return null;
    });
}
