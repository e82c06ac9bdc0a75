using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>One problem to read: all of it, or of a member's own what it is called, as far as the viewer may.</summary>
public sealed class ProblemPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The problem.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The problem as it stands.</summary>
    public ProblemRow Problem { get; private set; } = null!;

    /// <summary>What was tried before.</summary>
    public IReadOnlyList<FailedAttempt> Tried { get; private set; } = [];

    /// <summary>A member's own, as it was sent last; null for the sponsor's, and where only the title is read.</summary>
    public OwnWords? Own { get; private set; }

    /// <summary>What may be decided about it; null where nobody has signed.</summary>
    public Authority? Authority { get; private set; }

    /// <summary>Whether the viewer may change it.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>The two-person form, for those who may open it.</summary>
    public long? Membership { get; private set; }

    /// <summary>Whether all of it is read, and not the title alone.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(Load) ? Page() : NotFound();

    private bool Load(Reads reads)
    {
        if (ProblemRow.Find(reads, Id) is not { } row || ProblemRights.Reads(Viewer, reads, row) is Extent.None)
        {
            return false;
        }

        Problem = row;
        IsWhole = ProblemRights.Reads(Viewer, reads, row) == Extent.All;
        MayWrite = ProblemRights.MayWrite(Viewer, reads, row);
        Tried = IsWhole ? FailedAttempt.Of(reads, Id) : [];
        if (row.OwnerId is { } owner)
        {
            var sent = OwnStep.Of(reads, Id).LastOrDefault(step => step.Kind == "Sent")?.Words;
            Own = !IsWhole ? null : owner == Me ? OwnProblem.Newest(reads, row.ProgrammeId, owner)?.Words : sent;
            Problem = row with { Title = owner == Me ? row.Title : sent?.Title ?? row.Title };
            Membership = IsWhole ? Consents.Consent.Of(reads, row.ProgrammeId, owner)?.Id : null;
        }

        Authority = row.OwnerId is null ? Authority.Of(reads, row.ProgrammeId) : IsWhole ? Authority.Of(reads, row.ProgrammeId, Id) : null;
        return true;
    }
}
