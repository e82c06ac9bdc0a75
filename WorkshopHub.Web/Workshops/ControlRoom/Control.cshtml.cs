using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>The control room: from here the facilitator runs the workshop. It works on any device of the same person.</summary>
public sealed class Control(
    Db db, Writer writer, LiveWire wire, Pieces pieces, Presence presence, WorkshopsLive live, Told tell,
    ActivityKinds kinds, SiteAddress address, TimeProvider time) : PageModel
{
    /// <summary>The run of show as it stands.</summary>
    public Show Show { get; private set; } = null!;

    /// <summary>Where the control channel stands.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The revision that the page shows.</summary>
    public long Revision { get; private set; }

    /// <summary>Which part of the queue is shown; the kind knows its tabs.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    /// <summary>What the facilitator has to do with what people sent; null where there is nothing of that sort.</summary>
    public (string Partial, object Model)? Queue { get; private set; }

    /// <summary>How much of what people sent nobody has approved yet, in all activities.</summary>
    public long Waits { get; private set; }

    /// <summary>Who is in the room.</summary>
    public PeopleHere People { get; private set; } = null!;

    /// <summary>The screens.</summary>
    public ScreensHere Screens { get; private set; } = null!;

    /// <summary>The kinds that can be put in.</summary>
    public IReadOnlyList<ActivityKind> Kinds => kinds.All;

    /// <summary>The kind that stands chosen until another one is.</summary>
    public ActivityKind Usual => kinds.Plainest;

    /// <summary>Which question stands open without scripts: insert, finish, pair or help.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ask { get; set; }

    /// <summary>What was typed, kept when it can't be taken.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The kind of a new activity.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The minutes of a new activity.</summary>
    [BindProperty]
    public long Minutes { get; set; } = 5;

    /// <summary>The same as typed, where it is no number.</summary>
    public string MinutesTyped => ModelState.TryGetValue(nameof(Minutes), out var read) && read.Errors.Count > 0
        ? read.AttemptedValue ?? "" : Minutes.ToString(CultureInfo.InvariantCulture);

    /// <summary>"now" or "next".</summary>
    [BindProperty]
    public string When { get; set; } = "next";

    /// <summary>The code that a wall shows.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The turn of all screens that the page showed when a button was pressed.</summary>
    [BindProperty]
    public long Turn { get; set; }

    /// <summary>Which screen is to be renamed or unpaired, without scripts.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Screen { get; set; }

    /// <summary>What the last press led to; null where nothing was pressed.</summary>
    public Pressed? Told { get; private set; }

    /// <summary>The verb of the press that <see cref="Told"/> answers.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>"true" for a field of the dialog whose press could not be taken, where it is that field; else null.</summary>
    public string? IsWrong(string verb, string field) =>
        Told?.Outcome == PressOutcome.Invalid && Verb == verb && (Told.Field ?? field) == field ? "true" : null;

    /// <summary>Shows the control room.</summary>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ?? Page();

    /// <summary>One region again, after a gap or a sleep.</summary>
    public async Task<IActionResult> OnGetPartAsync(long id, string part) => await LoadAsync(id) ?? (part switch
    {
        "top" => Partial("~/Workshops/ControlRoom/_TopRegion.cshtml", this),
        "run" => Partial("~/Workshops/ControlRoom/_RunRegion.cshtml", this),
        "moved" => Partial("~/Workshops/ControlRoom/_MovedRegion.cshtml", this),
        "queue" => Partial("~/Workshops/ControlRoom/_QueueRegion.cshtml", this),
        "waits" => Partial("~/Workshops/ControlRoom/_WaitsRegion.cshtml", this),
        "aside" => Partial("~/Workshops/ControlRoom/_AsideRegion.cshtml", this),
        _ => NotFound(),
    });

    /// <summary>A button of the control room.</summary>
    public async Task<IActionResult> OnPostAsync(long id, string? press)
    {
        if (await LoadAsync(id) is { } refused)
        {
            return refused;
        }

        var viewer = await HttpContext.ViewerAsync();
        var typed = new Presses.Words("0", Text ?? "", kinds.Has(Kind ?? "") ? kinds[Kind!] : null, MinutesTyped == $"{Minutes}" ? Minutes : 0, When, Code ?? "");
        if (Presses.Read(press, id, viewer.PersonId, typed, Turn) is not { } known)
        {
            return BadRequest();
        }

        Told = await writer.RunAsync(w =>
        {
            var pressed = known.Command(w);
            if (known.Touches is Touches.Item or Touches.Now)
            {
                Carried.Settle(w, kinds, id);
            }

            return pressed;
        });
        Verb = known.Verb;
        if (Told.Outcome == PressOutcome.Done)
        {
            await tell.AllAsync(id, known);
            if (!Request.Headers.ContainsKey("HX-Request"))
            {
                return RedirectToPage(new { id, Tab });
            }
        }

        Response.StatusCode = Told.Outcome switch
        {
            PressOutcome.Done => StatusCodes.Status200OK,
            PressOutcome.Conflict => StatusCodes.Status409Conflict,
            PressOutcome.Unknown => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            var told = new Piece("cr-told", _ => new PieceState.Put("~/Workshops/ControlRoom/_Told.cshtml", Told));
            return await pieces.AnswerAsync(HttpContext, [told, .. live.All(id)]);
        }

        await LoadAsync(id);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(long id)
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        Stamp = wire.Stamp(Channels.Control(id));
        var show = await db.ReadAsync(reads =>
        {
            Revision = reads.Revision;
            if (!Access.MayControl(viewer, reads, id))
            {
                return null;
            }

            People = PeopleHere.Read(reads, presence, id);
            Screens = ScreensHere.Read(reads, presence, id, address);
            Queue = ControlRoom.Queue.Read(reads, kinds, id, Tab ?? "");
            Waits = kinds.All.OfType<IHoldsBack>().Sum(kind => kind.WaitingIn(reads, id));
            return Show.Read(reads, id, time.GetUtcNow());
        }, HttpContext.RequestAborted);
        if (show is null)
        {
            return NotFound();
        }

        Show = show;
        return null;
    }
}
