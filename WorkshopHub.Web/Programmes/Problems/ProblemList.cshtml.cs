using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// The problems of a programme: the sponsor's desk, where they are written and offered to the sets; the list of what is
/// offered, for everybody with a part in the programme; and the titles of members' own.
/// </summary>
public sealed class ProblemList(Db db, Writer writer, IEnumerable<IProgrammePart> parts) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>What the viewer may see of its problems; those that lack something first.</summary>
    public IReadOnlyList<ProblemRow> Problems { get; private set; } = [];

    /// <summary>Questions about problems that nobody answered in a workshop.</summary>
    public IReadOnlyList<FromWorkshop> Questions { get; private set; } = [];

    /// <summary>What the sets may decide; null where nobody has signed it.</summary>
    public Authority? Authority { get; private set; }

    /// <summary>How many sets are to choose.</summary>
    public int Sets { get; private set; }

    /// <summary>The kick-off's day, e.g. 10 March; null where none is planned.</summary>
    public string? KickOff { get; private set; }

    /// <summary>Whether the viewer offers problems and takes them back: the sponsor, and the programme office.</summary>
    public bool MayOffer { get; private set; }

    /// <summary>Whether the viewer may begin a problem.</summary>
    public bool MayBegin { get; private set; }

    /// <summary>Whether the viewer signs what the sets may decide.</summary>
    public bool MaySign { get; private set; }

    /// <summary>What other rooms have for who writes problems; empty for everybody else.</summary>
    public IReadOnlyList<ProgrammePart> Parts { get; private set; } = [];

    /// <summary>Whether the viewer is a member who may say already what they have a stake in.</summary>
    public bool MayRank { get; private set; }

    /// <summary>Whether the viewer runs the programme.</summary>
    public bool Runs { get; private set; }

    /// <summary>The problem that could not be offered; its line says why.</summary>
    public long? Refused { get; private set; }

    /// <summary>How many can be chosen, or have been.</summary>
    public int Offered => Problems.Count(problem => problem.IsOffered);

    /// <summary>Whether each set has its problem.</summary>
    public bool IsChosen => Sets > 0 && Problems.Sum(problem => problem.Taken) >= Sets;

    /// <summary>Whether the choosing is over, or the programme.</summary>
    public bool IsOver => IsChosen || Programme.IsClosed;

    /// <summary>Whether the viewer may write this one.</summary>
    public bool MayWrite(ProblemRow problem) => MayOffer || (MayBegin && problem.ClientId == Me);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Offers one to the sets, or takes the offer back.</summary>
    public async Task<IActionResult> OnPostOfferAsync(long problem, long version, bool offered)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!MayOffer)
        {
            return Forbid();
        }

        var done = false;
        var kept = await TryAsync(writes => done = ProblemRights.MayOffer(Viewer, writes, Id) && (offered
            ? ProblemCommands.Offer(writes, Id, problem, version, Me)
            : ProblemCommands.Withdraw(writes, Id, problem, version, Me)));
        if (done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/problems"));
        }

        await LoadAsync();
        Refused = problem;
        if (!kept)
        {
            return Again();
        }

        Faults["Offer"] = "Somebody else was first. Here is how it is now.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Puts a proposed problem aside, or takes it up again.</summary>
    public Task<IActionResult> OnPostAsideAsync(long problem, long version, bool aside) => PressAsync(
        problem, aside ? "aside" : null, () => MayOffer,
        writes => ProblemRights.MayOffer(Viewer, writes, Id) && ProblemCommands.PutAside(writes, Id, problem, version, aside, Me));

    /// <summary>The sponsor lets two sets take a problem, or one only again.</summary>
    public Task<IActionResult> OnPostTwoAsync(long problem, long version, bool two) => PressAsync(
        problem, null, () => MaySign,
        writes => Access.WritesIn(Viewer, writes, Id, Artefact.Authority) == Extent.All && ProblemCommands.AllowTwo(writes, Id, problem, version, two, Me));

    /// <summary>A press on one problem that was shown in a version; the second of two sees how it is now.</summary>
    private async Task<IActionResult> PressAsync(long problem, string? leads, Func<bool> may, Func<Writes, bool> act)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!may())
        {
            return Forbid();
        }

        var done = false;
        await TryAsync(writes => done = act(writes));
        if (done)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/problems#{leads ?? $"problem-{problem}"}"));
        }

        await LoadAsync();
        (Refused, Faults["Offer"]) = (problem, "Somebody else was first. Here is how it is now.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } row)
        {
            return false;
        }

        Programme = row;
        var own = row.Format == "OwnProblem";
        if (Access.ReadsIn(Viewer, reads, Id, own ? Artefact.OwnProblem : Artefact.Problems) == Extent.None)
        {
            return false;
        }

        MayOffer = !own && ProblemRights.MayOffer(Viewer, reads, Id);
        MayBegin = !own && ProblemRights.MayBegin(Viewer, reads, Id);
        MaySign = Access.WritesIn(Viewer, reads, Id, Artefact.Authority) == Extent.All;
        Runs = Access.MayRunProgramme(Viewer, reads, Id);
        Problems =
        [
            .. ProblemRow.Of(reads, Id).Where(problem => problem.OwnerId is not null ? problem.SentAt is not null || problem.OwnerId == Me
                : problem.IsOffered || MayWrite(problem) || Runs).OrderBy(problem => problem.IsOffered ? 2 : problem.Lacks.Count > 0 ? 0 : 1),
        ];
        Questions = MayOffer || Runs ? FromWorkshops.OfSort(reads, Id, "ProblemQuestion") : [];
        Authority = Authority.Of(reads, Id);
        Parts = MayBegin ? [.. parts.Select(part => part.Of(reads, Id, ""))] : [];
        Sets = SetRow.Of(reads, Id).Count;
        MayRank = !own && Offered > 0 && !IsChosen && RoleNow.InProgramme(reads, Id, Me).Any(one => one.Role == Role.Member) && reads.First<long?>(
            "SELECT 1 FROM workshop WHERE programme_id = @Id AND kind = 'KickOff' AND state = 'Planned' LIMIT 1", new { Id }) is not null;
        KickOff = reads.First<string>(
            "SELECT date FROM workshop WHERE programme_id = @Id AND kind = 'KickOff' ORDER BY date LIMIT 1", new { Id }) is { } date
            ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture) : null;
        return true;
    });
}
