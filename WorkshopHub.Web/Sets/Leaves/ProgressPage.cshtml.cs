using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// How the sets are, for everybody who may read it of them: sponsor and facilitators all of them, champion, client and supervisor
/// their own, members of other sets after the mid-term. Those who want help come first; no set is ranked.
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

    /// <summary>How many sets gave themselves a light.</summary>
    public int With(string light) => Sets.Count(set => set.Light?.Key == light);

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private bool Load(Reads reads)
    {
        Programme = reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) ?? "";
        var moments = Programme.Length > 0 ? Moments.Of(reads, Id) : new Moments(false, false);
        var mine = ToSet.In(reads, Viewer, Id);
        List<long> Reading(Artefact artefact, bool others) => [.. mine.Where(set => set.Any(one => one.IsOther
            ? others && AccessTable.OtherSetReads(artefact) == Extent.All : AccessTable.Reads(artefact, one.Role) >= Extent.Own)).Select(set => set.Key)];
        var (notes, work) = (Reading(Artefact.ProgressNotes, moments.AfterMidTerm), Reading(Artefact.Work, moments.AtFinal));
        if (notes.Count == 0 && Access.ReadsIn(Viewer, reads, Id, Artefact.ProgressNotes) < Extent.Own)
        {
            return false;
        }

        var today = LocalDay.Today(reads, time.GetUtcNow());
        Sets = [.. Standing.Of(reads, notes, today).Select(set => set with { WithFigures = work.Contains(set.SetId) }).OrderBy(set => set.Urgency).ThenBy(set => set.Position)];
        Shown = Given.Of(reads, rooms, notes, share => mine[share.SetId].Any(one => !one.IsOther && one.Role.ToString() == share.Audience), Me);
        var doors = Reading(Artefact.DoorRequests, others: false);
        WithDoors = doors.Count > 0;
        var sponsor = mine.Any(set => set.Any(one => one.Role == Role.Sponsor));
        Doors = new DoorsToOpen(
            [.. DoorRow.OfProgramme(reads, Id).Where(door => doors.Contains(door.SetId))], today, LocalTime.ZoneOf(reads), $"/programmes/{Id}/progress");
        MayAnswer = door => sponsor || door.AskedOf == Me;
        return true;
    }
}
