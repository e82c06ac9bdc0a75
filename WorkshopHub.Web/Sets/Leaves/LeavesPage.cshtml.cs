using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Doors;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// The last step of a meeting: what the set decides together to tell others. One writes a sheet, a second person of the set or
/// its advisor says yes on a device of their own; nothing leaves before.
/// </summary>
public sealed class LeavesPage(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Leaves;

    /// <summary>The progress note as typed.</summary>
    [BindProperty]
    public SheetForm Progress { get; set; } = new();

    /// <summary>The learning as typed.</summary>
    [BindProperty]
    public SheetForm Learning { get; set; } = new();

    /// <summary>The door as typed.</summary>
    [BindProperty]
    public SheetForm Door { get; set; } = new();

    /// <summary>The sheet whose words are changed, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>What waits or is gone.</summary>
    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    /// <summary>Who reads what, by name.</summary>
    public Readers Readers { get; private set; } = null!;

    /// <summary>Whom the set can ask for a door.</summary>
    public IReadOnlyList<Opener> Openers { get; private set; } = [];

    /// <summary>The part that is asked for alone.</summary>
    public string Part { get; private set; } = "";

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>A moment on the clock.</summary>
    public string Clock(string at) => LocalTime.Clock(Utc.Parse(at), Zone);

    /// <summary>Whether a sheet is the viewer's own to say yes to: somebody else wrote it.</summary>
    public bool MayConfirm(Sheet sheet) => sheet.State == "Proposed" && sheet.WrittenBy != Me;

    /// <summary>What waits or is gone of a kind.</summary>
    public IEnumerable<Sheet> Of(string kind) => Sheets.Where(sheet => sheet.Kind == kind);

    /// <summary>The phase that the set is in, where it has said so; the newest note's, where it has not.</summary>
    public string? Phase { get; private set; }

    /// <summary>What does not leave, in figures.</summary>
    public IReadOnlyList<string> Stays { get; private set; } = [];

    /// <summary>Whether a form is open though something of its kind stands already: words are changed, or something in it is wrong.</summary>
    public bool IsOpen(SheetForm form) => form.Version > 0 || Faults.Keys.Any(field => field.StartsWith(form.Kind + ".", StringComparison.Ordinal));

    /// <summary>Which part the partial shows next.</summary>
    public void ShowPart(string kind) => Part = kind;

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("press");

    /// <summary>Shows the three sheets.</summary>
    public void OnGet() => Forms();

    /// <summary>One sheet as it stands, for pages that are open.</summary>
    public IActionResult OnGetPart(string? kind)
    {
        Part = kind ?? "";
        return kind is "Progress" or "Learning" or "Door" ? Partial("~/Sets/Leaves/_Sheets.cshtml", this) : NotFound();
    }

    /// <summary>Somebody writes a sheet.</summary>
    public async Task<IActionResult> OnPostAsync(string? kind)
    {
        var form = kind switch { "Progress" => Progress, "Learning" => Learning, "Door" => Door, _ => null };
        if (form is null)
        {
            return BadRequest();
        }

        form.Kind = kind;
        var kept = false;
        if (await TryAsync(writes =>
        {
            if (writes.First<string>("SELECT state FROM set_meeting WHERE id = @Id", new { Meeting.Id }) != "Open")
            {
                throw new RefusedException("Form", "This meeting is not open. Open it again, and write then. A yes may come later, too.");
            }

            kept = SheetCommands.Write(writes, form, Set.Id, Meeting.Id, Me);
        }) && kept)
        {
            return Changed();
        }

        await LoadAsync();
        ModelState.Clear();
        Forms(form);
        if (Faults.Count > 0)
        {
            return Again();
        }

        var there = Sheets.FirstOrDefault(sheet => sheet.Id == form.Id) ?? Of(kind!).FirstOrDefault();
        var theirs = there is null ? new SheetForm() : SheetForm.Of(there);
        (form.Id, form.Version, Edit) = (there?.Id ?? Tokens.New(), there?.Version ?? 0, there?.Id);
        return await BothAsync(there?.Writer, there?.WrittenAt ?? Meeting.ChangedAt, StaleField.Different(
            new StaleField("How you see yourselves", form.Light ?? "", theirs.Light ?? ""), new StaleField("In your words", SheetForm.Lines(form.Text), theirs.Text ?? ""),
            new StaleField("What would help", Line.Clean(form.HelpWanted), theirs.HelpWanted ?? ""), new StaleField("Which door", Line.Clean(form.Title), theirs.Title ?? ""),
            new StaleField("Needed by", form.NeededBy ?? "", theirs.NeededBy ?? "")), $"write-{kind}");
    }

    /// <summary>A press on a sheet: yes/{id}/{version}, drop/{id}, back/{id}.</summary>
    public async Task<IActionResult> OnPostPressAsync(string? press)
    {
        var words = (press ?? "").Split('/');
        var (verb, id) = (words[0], words.Length > 1 ? words[1] : "");
        _ = long.TryParse(words.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var done = false;
        await TryAsync(writes => done = verb switch
        {
            "yes" => SheetCommands.Confirm(writes, Set.Id, id, version, Me),
            "drop" => SheetCommands.Drop(writes, Set.Id, id, Me),
            "back" => SheetCommands.TakeBack(writes, Set.Id, id, Me),
            _ => false,
        });
        if (done)
        {
            Desk.Wire.Reread(Channels.Space(Set.Id));
            return IsScript ? await Desk.Pieces.AnswerAsync(HttpContext) : RedirectToPage(new { id = Set.Id, number = Number });
        }

        await LoadAsync();
        Forms();
        var says = Sheets.FirstOrDefault(sheet => sheet.Id == id) is { } there && there.WrittenBy == Me && verb == "yes"
            ? "You wrote it. The second yes is another person’s." : "It reads otherwise by now. Here is how it is.";
        Faults["Press"] = says;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return IsScript ? Content(says, "text/plain; charset=utf-8") : Page();
    }

    /// <inheritdoc />
    protected override void Fill(Reads reads)
    {
        (Sheets, Readers, Openers) = (Sheet.OfMeeting(reads, Meeting.Id), Readers.Of(reads, Set.Id), Opener.Of(reads, Set.Id));
        (Phase, Stays, Zone) = (PhaseNow(reads, Set.Id), StaysHere.Of(reads, Meeting.Id), LocalTime.ZoneOf(reads));
    }

    private IActionResult Changed()
    {
        Desk.Wire.Reread(Channels.Space(Set.Id));
        return this.Gone(string.Create(CultureInfo.InvariantCulture, $"/sets/{Set.Id}/meetings/{Number}/leaves"));
    }

    private void Forms(SheetForm? typed = null)
    {
        SheetForm For(string kind) => typed?.Kind == kind ? typed
            : Of(kind).FirstOrDefault(sheet => sheet.Id == Edit && sheet.State == "Proposed") is { } sheet ? SheetForm.Of(sheet) : SheetForm.New(kind);
        (Progress, Learning, Door) = (For("Progress"), For("Learning"), For("Door"));
        Door.AskedOf ??= Openers.Count > 0 ? Openers[0].PersonId : null;
    }

    private static string? PhaseNow(Reads reads, long set) => reads.First<string>(
        """
        SELECT ifnull((SELECT phase FROM phase_step WHERE set_id = @set ORDER BY id DESC LIMIT 1),
          (SELECT phase FROM sheet WHERE set_id = @set AND kind = 'Progress' AND state = 'Gone' ORDER BY gone_at DESC LIMIT 1))
        """, new { set });
}
