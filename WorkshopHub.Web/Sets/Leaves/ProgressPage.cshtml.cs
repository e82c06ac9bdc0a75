using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// How the sets are, for those who read of some of them: champion, client and supervisor of their own, members of other sets after
/// the mid-term. Those who want help come first; no set is ranked. Sponsor and facilitators read all of it on the programme's page
/// on the way, and are led there.
/// </summary>
public sealed class ProgressPage(Db db, Writer writer, TimeProvider time, IEnumerable<IShareable> rooms) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>The sets that the viewer may read of.</summary>
    public IReadOnlyList<Standing> Sets { get; private set; } = [];

    /// <summary>What was shown to the viewer on purpose.</summary>
    public IReadOnlyList<Given> Shown { get; private set; } = [];

    /// <summary>The doors that the viewer may read of.</summary>
    public DoorsToOpen Doors { get; private set; } = new([], default, TimeZoneInfo.Utc, "");

    /// <summary>Whether the viewer may answer them: as sponsor, or as who was asked.</summary>
    public Func<DoorRow, bool> MayAnswer { get; private set; } = _ => false;

    /// <summary>Whether the viewer reads doors at all.</summary>
    public bool WithDoors { get; private set; }

    /// <summary>How many notes the viewer has not opened.</summary>
    public int NewNotes { get; private set; }

    /// <summary>How many sets gave themselves a light.</summary>
    public int With(string light) => Sets.Count(set => set.Light?.Key == light);

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc />
    protected override Task<IActionResult?> InsteadAsync() => Db.ReadAsync(
        IActionResult? (reads) => ReadsAll(reads) ? LocalRedirect($"/programmes/{Id}/during") : Load(reads) ? null : NotFound(), HttpContext.RequestAborted);

    private bool ReadsAll(Reads reads) =>
        Access.ReadsIn(Viewer, reads, Id, Artefact.ProgressNotes) == Extent.All && Access.ReadsIn(Viewer, reads, Id, Artefact.DoorRequests) == Extent.All;

    private bool Load(Reads reads)
    {
        if (reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) is not { } name || ToSet.NotesOf(reads, Viewer, Id) is not { } notes)
        {
            return false;
        }

        Programme = name;
        var mine = ToSet.In(reads, Viewer, Id);
        var work = ToSet.Reading(mine, Artefact.Work, Moments.Of(reads, Id).AtFinal);
        NewNotes = UnopenedNote.Of(reads, Id, Me).Count(note => notes.Contains(note.SetId));
        var today = LocalDay.Today(reads, time.GetUtcNow());
        Sets = [.. Standing.Of(reads, notes, today).Select(set => set with { WithFigures = work.Contains(set.SetId) }).OrderBy(set => set.Urgency).ThenBy(set => set.Position)];
        Shown = Given.Of(reads, rooms, notes, share => mine[share.SetId].Any(one => !one.IsOther && one.Role.ToString() == share.Audience), Me);
        var doors = ToSet.Reading(mine, Artefact.DoorRequests, others: false);
        WithDoors = doors.Count > 0;
        var sponsor = mine.Any(set => set.Any(one => one.Role == Role.Sponsor));
        Doors = new DoorsToOpen(
            [.. DoorRow.OfProgramme(reads, Id).Where(door => doors.Contains(door.SetId))], today, LocalTime.ZoneOf(reads), $"/programmes/{Id}/progress");
        MayAnswer = door => sponsor || door.AskedOf == Me;
        return true;
    }
}
