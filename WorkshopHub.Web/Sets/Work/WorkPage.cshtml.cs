using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// The work of a set on its problem, or of one member on their own: phase, solution, what was studied and decided, measures and
/// the steps with the client. Members write; the advisor reads, and notes what is studied and decided.
/// </summary>
public sealed partial class WorkPage(Db db, Writer writer, WorkLive live, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>Whose own problem, where each member has one.</summary>
    [FromRoute(Name = "membership")]
    public long? Of { get; set; }

    /// <summary>A study note as typed.</summary>
    [BindProperty]
    public NoteForm Note { get; set; } = new();

    /// <summary>A decision as typed.</summary>
    [BindProperty]
    public DecisionForm Decision { get; set; } = new();

    /// <summary>The phase as chosen.</summary>
    [BindProperty]
    public PhaseForm Phase { get; set; } = new();

    /// <summary>The problem's state as chosen.</summary>
    [BindProperty]
    public StateForm State { get; set; } = new();

    /// <summary>A new measure as typed.</summary>
    [BindProperty]
    public NewMeasure New { get; set; } = new();

    /// <summary>A reading as typed.</summary>
    [BindProperty]
    public ReadingForm Reading { get; set; } = new();

    /// <summary>What is asked of the client, as typed.</summary>
    [BindProperty]
    public StepForm Step { get; set; } = new();

    /// <summary>The measure that a reading is of; 0 for none.</summary>
    [BindProperty]
    public long Measure { get; set; }

    /// <summary>Made with the page: what is sent twice is written once.</summary>
    [BindProperty]
    public string Token { get; set; } = "";

    /// <summary>All of the work; null where each member has a problem of their own and none is chosen.</summary>
    public WorkRows? Rows { get; private set; }

    /// <summary>The notes and decisions as everybody of the set reads them alike; null where whose is to be chosen.</summary>
    public WorkList? List { get; private set; }

    /// <summary>Where the set's channel stands, for data-live.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The revision that the page shows, for data-rev.</summary>
    public long Revision { get; private set; }

    /// <summary>The work of each member, where each has a problem of their own.</summary>
    public IReadOnlyList<Place> Members { get; private set; } = [];

    /// <summary>Whether the viewer writes solution, measures, phases and steps.</summary>
    public bool MayWork => MayRead && !Set.IsOver;

    /// <summary>Whether the viewer notes figures: who writes it, also when all is over.</summary>
    public bool MayRead { get; private set; }

    /// <summary>Whether the viewer notes what was studied and decided.</summary>
    public bool MayNote { get; private set; }

    /// <summary>Today on the organisation's calendars.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The last day of the programme, or null.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Where this page is.</summary>
    public string Here => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work{(Of is { } of ? $"/{of}" : "")}");

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("read") || IsHandler("unask");

    /// <summary>Shows it; a member with a problem of their own comes to that.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (Set.IsOwnProblem && Of is null && MembershipId is { } mine)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work/{mine}"));
        }

        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <summary>A live part again.</summary>
    public async Task<IActionResult> OnGetPartAsync(string part) => !await Db.ReadAsync(Load) || List is null ? NotFound() : part switch
    {
        "notes" => Partial("~/Sets/Work/_NotesRegion.cshtml", this),
        "decisions" => Partial("~/Sets/Work/_DecisionsRegion.cshtml", this),
        _ => NotFound(),
    };

    private async Task<IActionResult> ActAsync(bool asNote, string to, string field, Func<Writes, Place, bool> act)
    {
        if (!await Db.ReadAsync(Load) || Rows is null)
        {
            return NotFound();
        }

        if (!(asNote ? MayNote : MayRead))
        {
            return Forbid();
        }

        var done = false;
        if (await TryAsync(writes => done = MayNow(writes, asNote) && act(writes, PlaceOf(writes)!)) && done)
        {
            await live.ChangedAsync(Id, Of);
            return this.Gone(Note.Meeting is null && Decision.Meeting is null ? $"{Here}#{to}"
                : string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/meetings/{Note.Meeting ?? Decision.Meeting}/work#{to}"));
        }

        await Db.ReadAsync(Load);
        Fill();
        if (Faults.Count > 0)
        {
            return Again();
        }

        Faults[field] = "Somebody changed it meanwhile. Here is how it stands; nothing of yours was saved.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool MayNow(Writes writes, bool asNote) =>
        SetRights.Writes(Viewer, writes, Id, asNote ? Artefact.StudyNotes : Artefact.Work) >= Extent.Own
        && (asNote || writes.First<long?>("SELECT id FROM membership WHERE id = @MembershipId AND left_at IS NULL", new { MembershipId }) is not null);

    private void Fill()
    {
        Note.Token = Tokens.IsToken(Note.Token) ? Note.Token : Tokens.New();
        Decision.Token = Tokens.IsToken(Decision.Token) ? Decision.Token : Tokens.New();
        Token = Tokens.IsToken(Token) ? Token : Tokens.New();
        Phase.Seen = Rows?.Phases is [.., var last] ? last.Id : 0;
        State.Seen = Rows?.Place.State;
    }

    private Place? PlaceOf(Reads reads) => !Set.IsOwnProblem ? Place.OfSet(reads, Id) : Place.OfMembers(reads, Id).FirstOrDefault(one => one.MembershipId == Of);

    private bool Load(Reads reads)
    {
        if (Of is not null && !Set.IsOwnProblem)
        {
            return false;
        }

        (Stamp, Revision) = (live.Stamp(Id), reads.Revision);
        Zone = LocalTime.ZoneOf(reads);
        Today = LocalDay.Today(reads, time.GetUtcNow());
        End = LocalDay.Read(reads.First<string>("SELECT end_date FROM programme WHERE id = @ProgrammeId", new { Set.ProgrammeId }));
        Members = Set.IsOwnProblem ? Place.OfMembers(reads, Id) : [];
        if (Set.IsOwnProblem && Of is null)
        {
            return true;
        }

        if (PlaceOf(reads) is not { } place)
        {
            return false;
        }

        Rows = WorkRows.Read(reads, place);
        List = new WorkList(Id, Of, [.. Rows.Notes.Where(one => one.GoneAt is null)], [.. Rows.Decisions.Where(one => one.GoneAt is null)], Rows.Shown, Zone)
        {
            IsOver = Set.IsOver,
        };
        MayNote = !Set.IsOver && SetRights.Writes(Viewer, reads, Id, Artefact.StudyNotes) >= Extent.Own;
        MayRead = MembershipId is not null && SetRights.Writes(Viewer, reads, Id, Artefact.Work) >= Extent.Own
            && (place.MembershipId is null || place.MembershipId == MembershipId);
        return true;
    }
}

/// <summary>The state of a problem as chosen.</summary>
public sealed class StateForm
{
    /// <summary>Where it stands now.</summary>
    public string? To { get; set; }

    /// <summary>Since which day; empty is today.</summary>
    public string? On { get; set; }

    /// <summary>Why; needed where it stops.</summary>
    public string? Why { get; set; }

    /// <summary>The state that was seen.</summary>
    public string? Seen { get; set; }
}

/// <summary>A new measure as typed.</summary>
public sealed class NewMeasure
{
    /// <summary>What is counted.</summary>
    public string? Name { get; set; }

    /// <summary>In which unit; may be empty.</summary>
    public string? Unit { get; set; }

    /// <summary>less or more: which way is better.</summary>
    public string Better { get; set; } = "less";
}
