using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Table;

/// <summary>
/// A tablet on a set's table: whoever stands before it picks a name of the set and answers; then nothing of the person stays
/// on it. It acts as claimed, for its set and the open workshop only, and never in what is anonymous or private.
/// </summary>
public sealed class Tablet(Db db, Writer writer, ActivityKinds kinds, WorkshopsLive live, TimeProvider time) : PageModel
{
    /// <summary>The name that was picked; null while nobody has.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Who { get; set; }

    /// <summary>names, others, thanks, or nothing for the idle screen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>The answer that was just sent, on the page that says thanks.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sent { get; set; }

    /// <summary>Whether a wall shows the answer that was just sent; null where walls don't say so.</summary>
    public bool? IsOnWall { get; private set; }

    /// <summary>What it shows.</summary>
    public TabletView View { get; private set; } = null!;

    /// <summary>Who stands before it, or null.</summary>
    public RosterName? Person => View.Find(Who);

    /// <summary>A fresh id for an answer; sent twice, it is one.</summary>
    public string FreshId { get; } = Tokens.New();

    /// <summary>The page of the moment.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync(null) ?? Page();

    /// <summary>What is now, in a word: an idle tablet asks and shows itself again when it has changed.</summary>
    public async Task<IActionResult> OnGetStateAsync() => await LoadAsync(null) is null
        ? Content(View.State, "text/plain; charset=utf-8") : StatusCode(StatusCodes.Status401Unauthorized);

    /// <summary>Whether a wall shows what was just sent, in a word.</summary>
    public async Task<IActionResult> OnGetSentAsync() => await LoadAsync(null) is null
        ? Content(IsOnWall == true ? "shown" : "sent", "text/plain; charset=utf-8") : StatusCode(StatusCodes.Status401Unauthorized);

    /// <summary>An answer.</summary>
    public async Task<IActionResult> OnPostAsync(long activity, string? id)
    {
        if (await LoadAsync(null) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Person is not { } person)
        {
            return LocalRedirect("/table?step=names");
        }

        // A table gives new answers; it changes none that somebody's own phone sent.
        if (Request.Form.ContainsKey("edit") || Request.Form.ContainsKey("late"))
        {
            return BadRequest();
        }

        if (View.Activity is not { } now || now.Id != activity || !View.IsOpen)
        {
            return LocalRedirect("/table");
        }

        var (answer, answered) = await writer.RunAsync(writes =>
        {
            var given = new Answer(id ?? "", View.SeatOf(person, Seats.ParticipantOf(writes, View.Workshop, person)), null, Request.Form);
            return Activity.Find(writes, activity) is { } found && found.RoomId == View.Workshop
                ? (given, kinds.Of(found).Accept(writes, found, given))
                : (given, Answered.Refused("This activity is over."));
        });
        if (answered.As == AnsweredAs.Taken)
        {
            kinds.Of(now).Announce(now, answer with { About = answered.About });
            live.PeopleChanged(View.Workshop);
            return LocalRedirect($"/table?step=thanks&sent={Uri.EscapeDataString(answer.Id)}");
        }

        Response.StatusCode = answered.Status;
        return await LoadAsync(new Typed(Request.Form, answered.Field, answered.Message) { Others = answered.Others }) ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(Typed? typed)
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = await HttpContext.ViewerAsync();
        var view = viewer.Screen is not { } pass ? null
            : await db.ReadAsync(
                reads =>
                {
                    var now = TabletView.Read(reads, kinds, pass, time.GetUtcNow(), typed, Who);
                    IsOnWall = now?.Activity is { } activity && Sent is { } sent && now.Fits ? kinds.Of(activity).IsOnWall(reads, sent) : null;
                    return now;
                },
                HttpContext.RequestAborted);
        View = view!;
        return view is null ? LocalRedirect("/wall") : null;
    }
}
