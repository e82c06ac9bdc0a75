using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>
/// Where a set writes its report beforehand: for its signed-in members and advisor, and for a phone of the set that is known.
/// Nobody else reads it before it is presented.
/// </summary>
public sealed class ReportWrite(Db db, Writer writer, ReportsLive live) : FormPage
{
    /// <summary>The activity in the address.</summary>
    [FromRoute(Name = "activity")]
    public long ActivityId { get; set; }

    /// <summary>Whose report; none: the first that one may write.</summary>
    [FromRoute]
    public string? Key { get; set; }

    /// <summary>Whether it was just saved.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>Where the report-out stands.</summary>
    public ReportRun Run { get; private set; } = null!;

    /// <summary>Whose report is written here.</summary>
    public Turn Turn { get; private set; } = null!;

    /// <summary>The reports that this person may write.</summary>
    public IReadOnlyList<Turn> Mine { get; private set; } = [];

    /// <summary>What is stored; null while nothing is.</summary>
    public Outcome? Stored { get; private set; }

    /// <summary>The stored figures.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    /// <summary>The two versions, where somebody else saved while the form was open.</summary>
    public Stale? Stale { get; private set; }

    /// <summary>When it was last saved, in local words; null while nothing is.</summary>
    public string? SavedAt { get; private set; }

    /// <summary>The phone to go back to, or null for who has signed in.</summary>
    public string? Back { get; private set; }

    /// <summary>Whether it may still be written.</summary>
    public bool IsOpen => Run.Activity.State != ActivityState.Closed;

    /// <summary>The version that the form carries.</summary>
    public long Version => Stored?.Version ?? 0;

    /// <summary>What stands in a field: as typed, else as stored.</summary>
    public string Value(string field, string? stored) => Request.HasFormContentType && Request.Form.ContainsKey(field)
        ? Request.Form[field].ToString() : stored ?? "";

    /// <summary>A stored figure as typed.</summary>
    public static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>Saves it as a draft.</summary>
    public async Task<IActionResult> OnPostAsync(long version)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (await db.ReadAsync(IsArchived))
        {
            return StatusCode(StatusCodes.Status423Locked);
        }

        var writerId = await WriterAsync();
        var slides = Run.Settings.Slides.Select(slide => new SlideText
        {
            Slide = slide,
            Text = Request.Form[slide.ToString()].ToString(),
            Note = Request.Form[$"{slide}.Note"].ToString(),
        }).ToList();
        var ask = Run.Settings.IsShort ? null : new Ask(Request.Form["Asked"], Request.Form["AskedBy"], Request.Form["AskedWith"]);
        var wrong = new Refusals();
        var measures = ReadMeasures(wrong);
        var before = Stored;
        try
        {
            var done = await writer.RunAsync(w => Save(w, version, slides, ask, measures, writerId, wrong));
            if (done == AnsweredAs.Closed)
            {
                return Again("Problem", "The reports are over, and this one can’t be changed any longer.");
            }

            if (done == AnsweredAs.Conflict)
            {
                await LoadAsync();
                return await BothAsync(before ?? new Outcome());
            }
        }
        catch (RefusedException refusal)
        {
            foreach (var (field, message) in refusal.All)
            {
                Faults[field] = message;
            }

            return Again();
        }

        live.Written(Run.Activity, Turn);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/reports/{ActivityId}/{Turn.Key}?saved=true"));
    }

    private AnsweredAs Save(
        Writes w, long version, IReadOnlyList<SlideText> slides, Ask? ask, IReadOnlyList<Measure> measures, long? by, Refusals wrong)
    {
        if (Activity.Find(w, ActivityId) is not { State: not ActivityState.Closed } || by is not { } person || !ReportRights.MayWrite(w, person, Turn))
        {
            return AnsweredAs.Closed;
        }

        var outcome = OutcomeCommands.Ensure(w, Run.Activity.WorkshopId, Turn.SetId, Turn.PersonId);
        var written = false;
        wrong.Of(() => written = OutcomeCommands.Write(w, outcome, Math.Max(1, version), slides, ask, by));
        if (!written && !wrong.Any)
        {
            return AnsweredAs.Conflict;
        }

        foreach (var (index, measure) in measures.Index())
        {
            wrong.Of(() => MeasureCommands.Save(w, measure with { SetId = Turn.SetId, PersonId = Turn.PersonId }, by), $"M{index}.");
        }

        wrong.Throw();
        return AnsweredAs.Taken;
    }

    private List<Measure> ReadMeasures(Refusals wrong)
    {
        var measures = new List<Measure>();
        for (var i = 0; i < MeasureCommands.Most && !Run.Settings.IsShort; i++)
        {
            var known = i < Measures.Count ? Measures[i].Id : 0;
            measures.Add(new Measure
            {
                Id = known,
                Name = Request.Form[$"M{i}.Name"].ToString(),
                Unit = Request.Form[$"M{i}.Unit"].ToString(),
                LowerIsBetter = Request.Form[$"M{i}.Lower"].ToString() != "false",
                Baseline = Number($"M{i}.Baseline", wrong),
                BaselineNote = Request.Form[$"M{i}.BaselineNote"].ToString(),
                Target = Number($"M{i}.Target", wrong),
                Result = Number($"M{i}.Result", wrong),
                ResultDate = Value($"M{i}.ResultDate", i < Measures.Count ? Measures[i].ResultDate : null),
                ResultNote = Request.Form[$"M{i}.ResultNote"].ToString(),
                FollowUpDays = (long?)Number($"M{i}.FollowUpDays", wrong),
                Source = Request.Form[$"M{i}.Source"].ToString(),
            });
        }

        return measures;
    }

    private double? Number(string field, Refusals wrong)
    {
        wrong.If(!Figures.TryRead(Request.Form[field], out var value), field, ReadingForm.NoFigure);
        return value;
    }

    /// <summary>Both versions, each field that differs beside the other.</summary>
    private async Task<IActionResult> BothAsync(Outcome before)
    {
        var theirs = Stored!;
        var fields = Run.Settings.Slides.Select(slide => new StaleField(
                slide.Title(), Slides.Clean(Request.Form[slide.ToString()]), theirs[slide].Text))
            .Concat(Run.Settings.Slides.Select(slide => new StaleField(
                $"{slide.Title()}, your note", Slides.Clean(Request.Form[$"{slide}.Note"]), theirs[slide].Note)))
            .Concat(Run.Settings.IsShort ? [] :
            [
                new StaleField("Decision asked", Slides.Clean(Request.Form["Asked"]), theirs.Asked),
                new StaleField("By when", Request.Form["AskedBy"].ToString(), theirs.AskedBy ?? ""),
                new StaleField("With whom", Line.Clean(Request.Form["AskedWith"]), theirs.AskedWith),
                .. Enumerable.Range(0, MeasureCommands.Most).Select(i => new StaleField(
                    $"Figure {i + 1}", Figure(Request.Form[$"M{i}.Name"], Request.Form[$"M{i}.Baseline"], Request.Form[$"M{i}.Result"]),
                    i < Measures.Count ? Figure(Measures[i].Name, Text(Measures[i].Baseline), Text(Measures[i].Result)) : "")),
            ]);
        var clock = await db.ReadAsync(reads => LocalTime.Clock(Utc.Parse(theirs.ChangedAt), LocalTime.ZoneOf(reads)));
        Stale = new Stale(theirs.ChangedBy, clock, StaleField.Different(fields), "edit");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return before.Id >= 0 ? Page() : NotFound();

        static string Figure(string? name, string? from, string? to) =>
            string.IsNullOrWhiteSpace(name) ? "" : $"{Line.Clean(name)}: {from?.Trim()} → {to?.Trim()}";
    }

    private bool IsArchived(Reads reads) => reads.First<bool>(
        "SELECT EXISTS (SELECT 1 FROM workshop w JOIN programme g ON g.id = w.programme_id WHERE w.id = @WorkshopId AND g.archived_at IS NOT NULL)",
        Run.Activity);

    private async Task<long?> WriterAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return viewer.PersonId ?? viewer.Seat?.PersonId;
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        var read = await db.ReadAsync(reads => Load(reads, viewer), HttpContext.RequestAborted);
        return read ? null : viewer.IsSignedIn || viewer.Seat is not null ? NotFound() : Challenge();
    }

    private bool Load(Reads reads, Viewer viewer)
    {
        if (Activity.Find(reads, ActivityId) is not { Kind: "reportout" } activity)
        {
            return false;
        }

        var seat = viewer.Seat is { } held && (held.WorkshopId == activity.WorkshopId || held.WorkshopId == activity.RoomId) ? held : null;
        var person = viewer.PersonId ?? (seat is not null && ReportRights.IsKnown(seat) ? seat.PersonId : null);
        Run = ReportRun.Read(reads, activity);
        Mine = person is { } known ? [.. Run.Turns.Where(turn => ReportRights.MayWrite(reads, known, turn))] : [];
        if ((Key is null ? Mine.Count > 0 ? Mine[0] : null : Mine.FirstOrDefault(turn => turn.Key == Key)) is not { } turn)
        {
            return false;
        }

        Turn = turn;
        Stored = Outcome.Find(reads, activity.WorkshopId, turn.SetId, turn.PersonId);
        Measures = Measure.Of(reads, turn.SetId, turn.PersonId);
        SavedAt = Stored is { Version: > 1 } ? LocalTime.Clock(Utc.Parse(Stored.ChangedAt), LocalTime.ZoneOf(reads)) : null;
        Back = seat is null ? null : string.Create(CultureInfo.InvariantCulture, $"/w/{seat.WorkshopId}");
        return true;
    }
}
