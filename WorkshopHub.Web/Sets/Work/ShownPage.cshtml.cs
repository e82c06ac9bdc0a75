using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// What a set works towards, for those outside it: client, champion, sponsor, a member's supervisor, the office, other sets at the
/// final. The solution, the phases, the steps with the client, the measures; of notes and decisions what was shown to them on
/// purpose. Not where any of it came from.
/// </summary>
public sealed class ShownPage(Db db, Writer writer, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The set.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Whose own problem, where each member has one.</summary>
    [FromRoute(Name = "membership")]
    public long? Of { get; set; }

    /// <summary>The set.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>The work; null where whose is to be chosen.</summary>
    public WorkRows? Rows { get; private set; }

    /// <summary>Whose work the viewer may look at, where each member has a problem of their own.</summary>
    public IReadOnlyList<Place> Members { get; private set; } = [];

    /// <summary>The notes that were shown to the viewer.</summary>
    public IReadOnlyList<StudyNote> Notes { get; private set; } = [];

    /// <summary>The decisions that were shown to the viewer.</summary>
    public IReadOnlyList<WorkDecision> Decisions { get; private set; } = [];

    /// <summary>How many decisions there are by ground, for sponsor and office; null for others.</summary>
    public IReadOnlyDictionary<Ground, long>? Counted { get; private set; }

    /// <summary>Today on the organisation's calendars.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The last day of the programme, or null.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(Load) ? Page() : NotFound();

    private bool Load(Reads reads)
    {
        if (SetFrame.Find(reads, Id) is not { } set || (Of is not null && !set.IsOwnProblem))
        {
            return false;
        }

        Set = set;
        Today = LocalDay.Today(reads, time.GetUtcNow());
        End = LocalDay.Read(reads.First<string>("SELECT end_date FROM programme WHERE id = @ProgrammeId", new { set.ProgrammeId }));
        if (!set.IsOwnProblem)
        {
            return Place.OfSet(reads, Id) is { } place && Show(reads, place);
        }

        Members = [.. Place.OfMembers(reads, Id).Where(one => WorkRights.MayRead(Viewer, reads, set, one))];
        return Members.Count > 0 && (Of is null || (Members.FirstOrDefault(one => one.MembershipId == Of) is { } own && Show(reads, own)));
    }

    private bool Show(Reads reads, Place place)
    {
        if (!WorkRights.MayRead(Viewer, reads, Set, place))
        {
            return false;
        }

        Rows = WorkRows.Outside(reads, place);
        var roles = SetRights.Of(Viewer, reads, Id);
        Counted = roles.Any(role => role is Role.Sponsor or Role.Facilitator) || Viewer.IsFacilitator || Viewer.IsAdmin ? WorkDecision.Count(reads, Id) : null;
        var audiences = roles.Where(role => AccessTable.Reads(Artefact.StudyNotes, role) == Extent.Shared || role == Role.Sponsor)
            .Select(role => role.ToString()).ToList();
        Notes = [.. audiences.SelectMany(one => StudyNote.SharedWith(reads, Id, one)).Where(one => one.MembershipId == Of).DistinctBy(one => one.Id)];
        Decisions = [.. audiences.SelectMany(one => WorkDecision.SharedWith(reads, Id, one)).Where(one => one.MembershipId == Of).DistinctBy(one => one.Id)];
        return true;
    }

    /// <summary>Where the work of one member is shown.</summary>
    public string At(Place place) => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/shown/{place.MembershipId}");
}
