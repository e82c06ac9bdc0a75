using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>
/// The facilitator's buttons on the choice, in the control room. A button's value is verb/activity/problem/mark; a press on
/// what has changed since is refused and shows how it is now.
/// </summary>
public sealed class PreferenceDesk(Db db, Writer writer, PreferencesLive live) : PageModel
{
    /// <summary>The longest reason of the sponsor, in characters.</summary>
    public const int ReasonMax = 200;

    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>Where the choice stands.</summary>
    public Choosing Now { get; private set; } = null!;

    /// <summary>The problem that sets want equally.</summary>
    public long Problem { get; private set; }

    /// <summary>The set that the sponsor chose, as sent.</summary>
    [BindProperty]
    public long Keeper { get; set; }

    /// <summary>The sponsor's reason.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is wrong with what was sent, or null.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Asks for the sponsor's choice.</summary>
    public async Task<IActionResult> OnGetAsync(long activity, long problem) =>
        await RefusedAsync() is { } refused ? refused
        : await db.ReadAsync(reads => Load(reads, activity, problem), HttpContext.RequestAborted) && Closing.IsTie(Now, problem)
            ? Page() : NotFound();

    /// <summary>A button of the desk.</summary>
    public async Task<IActionResult> OnPostAsync(string? press)
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        if ((press ?? "").Split('/') is not [var verb, var of, var about, var mark]
            || !long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var activity)
            || !long.TryParse(about, NumberStyles.None, CultureInfo.InvariantCulture, out var problem))
        {
            return BadRequest();
        }

        var person = (await HttpContext.ViewerAsync()).PersonId;
        ChoicePressed? done;
        try
        {
            done = await writer.RunAsync(w => Load(w, activity, problem) ? Do(w, verb, mark, person) : null);
        }
        catch (RefusedException refusal)
        {
            done = new ChoicePressed(StatusCodes.Status409Conflict, refusal.Message);
        }

        if (done is null)
        {
            return NotFound();
        }

        Response.StatusCode = done.Status;
        if (done.Status == StatusCodes.Status200OK)
        {
            live.Settled(Now.Activity);
        }
        else if (verb == "sponsor" && done.Status == StatusCodes.Status422UnprocessableEntity)
        {
            Wrong = done.Message;
            return Page();
        }

        return Request.Headers.ContainsKey("HX-Request") || done.Status != StatusCodes.Status200OK
            ? Partial("~/Activities/Preferences/_Told.cshtml", done)
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }

    private ChoicePressed? Do(Writes w, string verb, string mark, long? person)
    {
        if (mark != Now.Mark)
        {
            return new(StatusCodes.Status409Conflict, "Something changed just before you pressed. Here is how it is now.");
        }

        if (!Now.Activity.IsRevealed || Now.Activity.State == ActivityState.Open)
        {
            return new(StatusCodes.Status409Conflict, "The ranks are not shown yet. Sets choose at the item that reveals them.");
        }

        var collides = Now.Collisions.Any(one => one.Problem == Problem);
        string? told = verb switch
        {
            "talk" when collides => Closing.Talk(w, Now, Problem),
            "ask" when Now.Talks.Any(talk => talk.ProblemId == Problem && talk.AskedAt is null) => Closing.Ask(w, Now, Problem),
            "close" => Closing.Close(w, Now, person),
            "board" or "matrix" => Show(w, verb == "board"),
            "sponsor" when Closing.IsTie(Now, Problem) => null,
            _ => "",
        };
        if (told is null)
        {
            var reason = Line.Clean(Reason);
            var keeper = Now.Strongest(Problem, Now.Collisions.First(one => one.Problem == Problem).Sets).FirstOrDefault(set => set.Id == Keeper);
            if (keeper is null || reason.Length is 0 or > ReasonMax)
            {
                return new(StatusCodes.Status422UnprocessableEntity, keeper is null ? "Choose one of the sets."
                    : $"Write the sponsor’s reason, up to {ReasonMax} characters. It is kept with the choice.");
            }

            told = Closing.Sponsor(w, Now, Problem, keeper, reason, person);
        }

        if (told.Length == 0)
        {
            return null;
        }

        Audit.Note(w, person, Workshop, $"choice-{verb}", "activity", Now.Activity.Id);
        return new(StatusCodes.Status200OK, told);
    }

    private string Show(Writes w, bool board)
    {
        w.Execute("""
            INSERT INTO preference_wall (activity_id, board) VALUES (@Id, @board) ON CONFLICT (activity_id) DO UPDATE SET board = @board
            """, new { Now.Activity.Id, board });
        return board ? "Walls show the board." : "Walls show the matrix.";
    }

    private bool Load(Reads reads, long activity, long problem)
    {
        if (Activity.Find(reads, activity) is not { } found || (found.WorkshopId != Workshop && found.RoomId != Workshop)
            || found.Kind != "preference")
        {
            return false;
        }

        (Now, Problem) = (Choosing.Read(reads, found), problem);
        return true;
    }

    private async Task<IActionResult?> RefusedAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge()
            : await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop), HttpContext.RequestAborted) ? null
            : NotFound();
    }
}

/// <summary>What became of a press.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What happened.</param>
public sealed record ChoicePressed(int Status, string Message);
