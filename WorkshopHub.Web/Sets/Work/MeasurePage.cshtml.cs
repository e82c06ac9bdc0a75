using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// One measure: the set writes its figures and readings, from a phone and after the end too; the client (or the member's
/// supervisor) confirms what it was, then what it is, or says how they count. Both figures stand.
/// </summary>
public sealed partial class MeasurePage(Db db, Writer writer, WorkLive live, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The measure.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The measure as typed.</summary>
    [BindProperty(Name = "")]
    public MeasureForm Form { get; set; } = new();

    /// <summary>A reading as typed.</summary>
    [BindProperty]
    public ReadingForm Reading { get; set; } = new();

    /// <summary>What the client says, as typed.</summary>
    [BindProperty]
    public CountForm Count { get; set; } = new();

    /// <summary>Made with the page: a reading that is sent twice is noted once.</summary>
    [BindProperty]
    public string Token { get; set; } = "";

    /// <summary>Whether the form of another count is open.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Otherwise { get; set; }

    /// <summary>The measure as it stands.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The set.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>Whose work it is.</summary>
    public Place Place { get; private set; } = null!;

    /// <summary>All readings, the newest day first.</summary>
    public IReadOnlyList<MeasureReading> Readings { get; private set; } = [];

    /// <summary>What was said of it when it was asked what became of it: no readings.</summary>
    public IReadOnlyList<Became> Said { get; private set; } = [];

    /// <summary>What the baseline was before it changed although it had been confirmed.</summary>
    public IReadOnlyList<FormerBaseline> Former { get; private set; } = [];

    /// <summary>Whether the viewer writes it.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Whether the viewer confirms it.</summary>
    public bool MayConfirm { get; private set; }

    /// <summary>Today on the organisation's calendars.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Where the viewer came from.</summary>
    public string Back => MayConfirm ? Place.MembershipId is null ? "/as/client" : "/as/supervisor"
        : MayWrite || IsOfSet ? string.Create(CultureInfo.InvariantCulture, $"/sets/{Set.Id}/work{(Place.MembershipId is { } of ? $"/{of}" : "")}#measures")
        : string.Create(CultureInfo.InvariantCulture, $"/sets/{Set.Id}/shown{(Place.MembershipId is { } one ? $"/{one}" : "")}");

    private bool IsOfSet { get; set; }

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>A day of a figure, with its year where it isn't this one: a figure may be of a year ago.</summary>
    public string DayOf(DateOnly day) => LocalDay.WithMonth(day, time.GetUtcNow());

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <summary>The set changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        var (typed, saved) = (Form, false);
        var wrong = new Refusals();
        var measure = typed.Read(Measure, wrong);
        if (await TryAsync(writes =>
        {
            wrong.Of(() => saved = WorkRights.MayWrite(Viewer, writes, Place) && MeasureKeeping.Keep(writes, measure, typed.Version, typed.Reason, Me));
            wrong.Throw();
        }) && saved)
        {
            await live.ChangedAsync(Set.Id, Place.MembershipId);
            return Here();
        }

        await Db.ReadAsync(Load);
        Token = Tokens.New();
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = Measure.Version;
        return Different(MeasureForm.Of(measure), MeasureForm.Of(Measure)) is { Count: > 0 } fields ? await BothAsync(Measure.ChangedBy, Measure.ChangedAt, fields)
            : Here(); // it stands as typed: a phone sends again what it has not heard of
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Measure.Find(reads, Id) is { } measure && SetFrame.Find(reads, measure.SetId) is { IsArchived: true };

    private IActionResult Here(string to = "") => this.Gone(string.Create(CultureInfo.InvariantCulture, $"/measures/{Id}{to}"));

    private static IReadOnlyList<StaleField> Different(MeasureForm mine, MeasureForm theirs)
    {
        return StaleField.Different(
            Both("What is counted", mine.Name, theirs.Name), Both("Unit", mine.Unit, theirs.Unit), Both("Better is", mine.Better, theirs.Better),
            Both("Before", mine.Baseline, theirs.Baseline), Both("Before, until", mine.BaselineDate, theirs.BaselineDate), Both("Before, from", mine.BaselineNote, theirs.BaselineNote),
            Both("Aim", mine.Target, theirs.Target), Both("Trial from", mine.TrialFrom, theirs.TrialFrom), Both("Now", mine.Result, theirs.Result),
            Both("Now, until", mine.ResultDate, theirs.ResultDate), Both("Now, from", mine.ResultNote, theirs.ResultNote), Both("Last case", mine.LastCaseOn, theirs.LastCaseOn),
            Both("Followed for days", mine.FollowUpDays, theirs.FollowUpDays), Both("Source", mine.Source, theirs.Source));

        static StaleField Both(string label, string? mine, string? other) => new(label, Line.Clean(mine), other ?? "");
    }

    private void Fill()
    {
        Form = MeasureForm.Of(Measure);
        Token = Tokens.New();
        Count.Version = Measure.Version;
    }

    private bool Load(Reads reads)
    {
        if (Measure.Find(reads, Id) is not { } measure || SetFrame.Find(reads, measure.SetId) is not { } set
            || WorkRights.PlaceOf(reads, measure.SetId, measure.PersonId) is not { } place || !WorkRights.MayRead(Viewer, reads, set, place))
        {
            return false;
        }

        (Measure, Set, Place) = (measure, set, place);
        (Readings, Said) = (MeasureReading.Of(reads, $"[{Id}]"), Became.OfMeasure(reads, measure));
        Former = FormerBaseline.Of(reads, Id);
        (Zone, Today) = (LocalTime.ZoneOf(reads), LocalDay.Today(reads, time.GetUtcNow()));
        (MayWrite, MayConfirm) = (WorkRights.MayWrite(Viewer, reads, place), WorkRights.MayConfirm(Viewer, place));
        IsOfSet = SetRights.Of(Viewer, reads, set.Id).Any(role => role is Role.Member or Role.Advisor);
        return true;
    }
}

/// <summary>What the client says of a measure, as typed.</summary>
public sealed class CountForm
{
    /// <summary>The figure as the client counts.</summary>
    public string? Value { get; set; }

    /// <summary>Until which day.</summary>
    public string? Until { get; set; }

    /// <summary>Where the difference is.</summary>
    public string? Why { get; set; }

    /// <summary>The version that was shown.</summary>
    public long Version { get; set; }
}
