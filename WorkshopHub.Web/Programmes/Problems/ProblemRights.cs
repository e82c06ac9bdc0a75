using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>Who may do what with problems, asked of <see cref="AccessTable"/> with the rows as they are now.</summary>
public static class ProblemRights
{
    /// <summary>Whether the viewer writes the whole list, offers and takes back: the sponsor, and the programme office.</summary>
    public static bool MayOffer(Viewer viewer, Reads reads, long programme) =>
        Access.WritesIn(viewer, reads, programme, Artefact.Problems) == Extent.All;

    /// <summary>Whether the viewer may begin a problem: who writes the list, and a client, whose own it is then.</summary>
    public static bool MayBegin(Viewer viewer, Reads reads, long programme) =>
        Access.WritesIn(viewer, reads, programme, Artefact.Problems) > Extent.None;

    /// <summary>Whether the viewer may write this problem of the sponsor's list: who writes the list, and its client.</summary>
    public static bool MayWrite(Viewer viewer, Reads reads, ProblemRow problem) => problem.OwnerId is null
        && Access.WritesIn(viewer, reads, problem.ProgrammeId, Artefact.Problems) switch
        {
            Extent.All => true,
            Extent.Own => problem.ClientId is not null && problem.ClientId == viewer.PersonId,
            _ => false,
        };

    /// <summary>How far the viewer reads a problem: all of it, its title, or nothing.</summary>
    public static Extent Reads(Viewer viewer, Reads reads, ProblemRow problem)
    {
        if (problem.OwnerId is null)
        {
            var extent = Access.ReadsIn(viewer, reads, problem.ProgrammeId, Artefact.Problems);
            return extent == Extent.None ? Extent.None : problem.IsOffered || MayWrite(viewer, reads, problem) ? Extent.All : Extent.None;
        }

        if (problem.OwnerId == viewer.PersonId && Access.WritesIn(viewer, reads, problem.ProgrammeId, Artefact.OwnProblem) > Extent.None)
        {
            return Extent.All;
        }

        // Nobody else reads what the member has not sent.
        return problem.SentAt is null && !WasSent(reads, problem.Id) ? Extent.None
            : IsNear(reads, problem, viewer.PersonId) ? Extent.All
            : Access.ReadsIn(viewer, reads, problem.ProgrammeId, Artefact.OwnProblem) > Extent.None ? Extent.Title : Extent.None;
    }

    /// <summary>Whether somebody is of the owner's set, its advisor, or the owner's supervisor as of now.</summary>
    private static bool IsNear(Reads reads, ProblemRow problem, long? person) => reads.First<long?>(
        """
        SELECT 1
        FROM membership o JOIN sets s ON s.id = o.set_id
        WHERE o.person_id = @OwnerId AND s.programme_id = @ProgrammeId AND o.left_at IS NULL
          AND (o.supervisor_id = @person
            OR EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @person AND m.left_at IS NULL)
            OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = 'Advisor'))
        LIMIT 1
        """, new { problem.OwnerId, problem.ProgrammeId, person }) is not null;

    private static bool WasSent(Reads reads, long problem) => reads.First<long?>(
        "SELECT 1 FROM problem_step WHERE problem_id = @problem AND kind = 'Sent' LIMIT 1", new { problem }) is not null;
}
