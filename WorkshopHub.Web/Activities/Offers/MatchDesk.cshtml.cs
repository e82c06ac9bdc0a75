using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>
/// The facilitator's part, in the control room: points out two who fit, and takes a text off with hide/{id}/{version} or
/// shows it again.
/// </summary>
public sealed class MatchDesk(Db db, Writer writer, OffersLive live) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>What a match is looked for.</summary>
    public OfferRow? Offer { get; private set; }

    /// <summary>What may fit: offers for a request, requests for an offer.</summary>
    public IReadOnlyList<OfferRow> Others { get; private set; } = [];

    /// <summary>Everybody who may help.</summary>
    public IReadOnlyList<RoomPerson> People { get; private set; } = [];

    /// <summary>The offer or request that was chosen.</summary>
    [BindProperty]
    public string? With { get; set; }

    /// <summary>The person that was chosen.</summary>
    [BindProperty]
    public long? Person { get; set; }

    /// <summary>What is wrong with what was chosen, or null.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Who fits?</summary>
    public async Task<IActionResult> OnGetAsync(string? of) =>
        await RefusedAsync() is { } refused ? refused
        : await db.ReadAsync(reads => Load(reads, of) is not null, HttpContext.RequestAborted) ? Page() : NotFound();

    /// <summary>A suggestion, or a press on a text.</summary>
    public async Task<IActionResult> OnPostAsync(string? of, string? press)
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        var me = (await HttpContext.ViewerAsync()).PersonId;
        if (press is not null)
        {
            return await PressAsync(press, me);
        }

        var (activity, place) = await writer.RunAsync(w => Load(w, of) is { } found ? (found, Suggest(w, found, me)?.In(w, Workshop)) : (null, null));
        if (activity is null)
        {
            return NotFound();
        }

        if (place is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        live.Changed(activity, place);
        return LocalRedirect(Control);
    }

    private string Control => string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control");

    private OfferPlace? Suggest(Writes w, Activity activity, long? me)
    {
        var other = Others.FirstOrDefault(one => one.Id == With);
        var person = People.FirstOrDefault(one => one.PersonId == Person)?.PersonId;
        var offer = Offer!;
        var (request, gift) = offer.IsRequest ? (offer, other) : (other, offer);
        var helper = gift?.PersonId ?? person;
        if (helper is null || request is null)
        {
            Wrong = "Choose who fits.";
            return null;
        }

        if (Offering.Match(w, Tokens.New(), activity.Id, request, gift, helper.Value, "", "", agreed: false, me) is null)
        {
            Wrong = request.PersonId == helper ? "Nobody is matched with themselves." : "The two are matched already.";
            return null;
        }

        Audit.Note(w, me, Workshop, "match-suggest", "activity", activity.Id);
        return new OfferPlace(request.Id, request.PersonId, helper.Value) { Also = gift?.Id };
    }

    private async Task<IActionResult> PressAsync(string press, long? me)
    {
        if (press.Split('/') is not [("hide" or "show") and var verb, var id, var seen]
            || !long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return BadRequest();
        }

        var (activity, done) = await writer.RunAsync(w => Load(w, id) is { } found ? (found, Hide(w, found, verb == "hide", version, me)) : (null, false));
        if (activity is null)
        {
            return NotFound();
        }

        if (done)
        {
            var place = new OfferPlace(id, Offer!.PersonId);
            live.Changed(activity, await db.ReadAsync(reads => place.In(reads, Workshop), HttpContext.RequestAborted));
        }

        Response.StatusCode = done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Request.Headers.ContainsKey("HX-Request") || !done
            ? Partial("~/Activities/Offers/_Told.cshtml", (done, !done ? "Somebody else was first. Here is how it is now."
                : verb == "hide" ? "It is off the walls and phones." : "It shows again."))
            : LocalRedirect(Control);
    }

    private bool Hide(Writes w, Activity activity, bool hide, long version, long? me)
    {
        if (Offer!.Version != version)
        {
            return false;
        }

        w.Execute("UPDATE offer SET state = @state, version = version + 1 WHERE id = @Id", new { Offer.Id, state = hide ? "Hidden" : "Shown" });
        Audit.Note(w, me, Workshop, hide ? "offer-hide" : "offer-show", "activity", activity.Id);
        if (hide)
        {
            Carried.Resolve(w, activity.Id, Offer.Id, takenUp: false);
            foreach (var match in w.Query<string>("SELECT id FROM offer_match WHERE request_id = @Id OR offer_id = @Id", new { Offer.Id }))
            {
                Carried.Resolve(w, activity.Id, match, takenUp: false);
            }
        }

        return true;
    }

    private Activity? Load(Reads reads, string? of)
    {
        if (OfferRow.Find(reads, of ?? "") is not { } offer || Activity.Find(reads, offer.ActivityId) is not { } activity
            || (activity.WorkshopId != Workshop && activity.RoomId != Workshop))
        {
            return null;
        }

        Offer = offer;
        Others = [.. OfferRow.All(reads, activity.Id).Where(one => !one.IsHidden && one.IsRequest != offer.IsRequest && one.PersonId != offer.PersonId)];
        People = [.. RoomPerson.Of(reads, Workshop).Where(one => one.PersonId is not null && one.PersonId != offer.PersonId)];
        return activity;
    }

    private async Task<IActionResult?> RefusedAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge()
            : await db.ReadAsync(reads => Access.MayControl(viewer, reads, Workshop), HttpContext.RequestAborted) ? null : NotFound();
    }
}
