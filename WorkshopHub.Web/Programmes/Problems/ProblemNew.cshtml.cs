using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>The first step of a new problem: with its name it begins to be kept.</summary>
public sealed class ProblemNew(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The answers of the first step.</summary>
    [BindProperty]
    public ProblemForm Form { get; set; } = new();

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>Whether the viewer writes the whole list; otherwise they become the client of what they write.</summary>
    public bool WritesAll { get; private set; }

    /// <summary>Shows the empty step.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>Begins the problem and goes on.</summary>
    /// <param name="go">next or leave.</param>
    public async Task<IActionResult> OnPostAsync(string? go)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        long? id = null;
        if (!await TryAsync(writes => id = !ProblemRights.MayBegin(Viewer, writes, Id) ? null
            : ProblemCommands.Add(writes, Id, Form.Into(new ProblemDetails { ClientId = WritesAll ? null : Me }, ProblemSteps.Hurts, asIs: false), Me)))
        {
            return Again();
        }

        return id is null ? Forbid() : LocalRedirect(go == "leave"
            ? string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/problems#problem-{id}")
            : string.Create(CultureInfo.InvariantCulture, $"/problems/{id}/write/{ProblemSteps.Hard}"));
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };

    /// <summary>Null where the viewer may begin one.</summary>
    private async Task<IActionResult?> LoadAsync() => await Db.ReadAsync<IActionResult?>(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { Format: "CommonProblem" } row
            || Access.ReadsIn(Viewer, reads, Id, Artefact.Problems) == Extent.None)
        {
            return NotFound();
        }

        (Programme, WritesAll) = (row, ProblemRights.MayOffer(Viewer, reads, Id));
        return ProblemRights.MayBegin(Viewer, reads, Id) ? null : Forbid();
    });
}
