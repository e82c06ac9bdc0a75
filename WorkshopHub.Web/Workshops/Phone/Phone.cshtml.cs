using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>The phone in the room: what is now, one's own posts, the set's feed.</summary>
public sealed partial class Phone(
    Db db, Writer writer, LiveWire wire, Regions regions, Partials partials, Connections connections, JoinLive joins, WorkshopsLive live,
    ActivityKinds kinds, IAntiforgery antiforgery, TimeProvider time, Meters meters) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The answer of one's own that is to be changed, if one is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>Whose phone this is.</summary>
    public Seat Seat { get; private set; } = new();

    /// <summary>The bar on top.</summary>
    public PhoneBar Bar { get; private set; } = new(null, "", "", "");

    /// <summary>What is now.</summary>
    public PhoneStage Stage { get; private set; } = null!;

    /// <summary>What stands under the field.</summary>
    public PhoneFeed Feed { get; private set; } = null!;

    /// <summary>A fresh id for a post that is sent without scripts; sent twice, it is one post.</summary>
    public string FreshId { get; } = Tokens.New();

    /// <summary>The form that changes it; null where nothing is changed.</summary>
    public EditContext? Change { get; private set; }

    /// <summary>A wall is paired, so that what is written can come there.</summary>
    public bool HasWall { get; private set; }

    /// <summary>The whole page.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync(null) ?? Page();

    /// <summary>What is now, again.</summary>
    public async Task<IActionResult> OnGetStageAsync()
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (roles, set) = (Seat.RolesAlone, Seat.SetId);
        return Content(
            await regions.HtmlAsync(
                string.Create(CultureInfo.InvariantCulture, $"phone/{Workshop}/{string.Join('+', roles)}/{set}"), "~/Workshops/Phone/_StageRegion.cshtml",
                (reads, stamp) => PhoneStage.Read(
                    reads, kinds, Workshop, time.GetUtcNow(), roles, stamp, room: SecondRoom.Of(reads, Workshop, set)),
                Channels.Room(Workshop), Channels.Set(Workshop, set)),
            "text/html; charset=utf-8");
    }

    /// <summary>What stands under the field, again: only that is read.</summary>
    public async Task<IActionResult> OnGetFeedAsync()
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var stamp = FeedStamp();
        Feed = await db.ReadAsync(
            reads => PhoneFeed.Read(reads, kinds, PhoneStage.ActivityNow(reads, Workshop, Seat.SetId), Seat, stamp, _doors),
            HttpContext.RequestAborted);
        return Partial("~/Workshops/Phone/_FeedRegion.cshtml", Feed);
    }

    /// <summary>The form that changes one's own answer. A POST, so that no secret stands in an address.</summary>
    public async Task<IActionResult> OnPostChangeAsync(string? secret)
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        Change = await db.ReadAsync(reads => PhoneChange.Read(reads, kinds, Workshop, Edit, Seat, secret), HttpContext.RequestAborted);
        return Change is null ? NotFound() : Partial("~/Workshops/Phone/_Change.cshtml", Change);
    }

    /// <summary>Who this phone is, with a fresh token for its posts.</summary>
    public async Task<IActionResult> OnGetMeAsync() =>
        await SitAsync()
            ? new JsonResult(new
            {
                me = Seat.ParticipantId,
                token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
            })
            : StatusCode(StatusCodes.Status401Unauthorized);

    /// <summary>An answer to an activity.</summary>
    public async Task<IActionResult> OnPostAsync(long activity, string? id, string? secret)
    {
        if (!await SitAsync())
        {
            return Request.Headers.ContainsKey("X-Script")
                ? StatusCode(StatusCodes.Status401Unauthorized) : LocalRedirect("/j");
        }

        var answer = new Answer(id ?? "", Seat, secret, Request.Form);
        var (known, answered) = await writer.RunAsync(writes =>
        {
            if (Activity.Find(writes, activity) is not { } found || !Concerns(found))
            {
                return ((Activity?)null, Answered.Refused("This activity is not in your workshop."));
            }

            var kind = kinds.Of(found);
            answer = answer with { Seat = Seat.In(role => kind.IsFor(found, role)) };
            return ((Activity?)found, kind.Accept(writes, found, answer));
        });
        if (answered.As == AnsweredAs.Taken)
        {
            meters.Posted();
            kinds.Of(known!).Announce(known!, answer with { About = answered.About });
            live.PeopleChanged(Workshop);
            return await TakenAsync(known!, answer);
        }

        Response.StatusCode = answered.Status;
        Response.Headers["X-Field"] = answered.Field ?? "";
        if (answered.Others.Count > 0)
        {
            Response.Headers["X-Faults"] = string.Join('&', answered.Others.Select(one => $"{Uri.EscapeDataString(one.Field)}={Uri.EscapeDataString(one.Message)}"));
        }

        Response.Headers["X-Answered"] = answered.As.ToString();
        return Request.Headers.ContainsKey("X-Script")
            ? Content(answered.Message, "text/plain; charset=utf-8")
            : await LoadAsync(new Typed(Request.Form, answered.Field, answered.Message) { Others = answered.Others }) ?? Page();
    }

    /// <summary>
    /// This phone's anonymous answers, for the secrets that it holds: those to what is now, and those that wait for somebody.
    /// </summary>
    public async Task<IActionResult> OnPostHeldAsync(string? secrets)
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (cards, revision) = await db.ReadAsync(reads =>
        {
            var now = PhoneStage.ActivityNow(reads, Workshop, Seat.SetId)?.Id;
            return (kinds.All.SelectMany(kind => kind.HeldBy(reads, Workshop, now, (secrets ?? "").Split(' '))
                .Select(card => (Partial: kind.Partial("Own"), Card: card))).ToList(), reads.Revision);
        });
        Response.Headers["X-Rev"] = revision.ToString(CultureInfo.InvariantCulture);
        var html = await Task.WhenAll(cards.Select(one => partials.RenderAsync(one.Partial, one.Card)));
        return Content(string.Concat(html), "text/html; charset=utf-8");
    }

    private async Task<IActionResult> TakenAsync(Activity activity, Answer answer)
    {
        if (!Request.Headers.ContainsKey("X-Script"))
        {
            return LocalRedirect($"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}");
        }

        Response.Headers["X-Answer"] = Tokens.IsToken(answer.Id) ? answer.Id : "";
        var (own, revision) = await db.ReadAsync(reads => (kinds.Of(activity).OwnOf(reads, answer), reads.Revision));
        Response.Headers["X-Rev"] = revision.ToString(CultureInfo.InvariantCulture);
        return Content(
            own is { } card ? await partials.RenderAsync(card.Partial, card.Model) : "", "text/html; charset=utf-8");
    }

    private IReadOnlyList<long> _doors = [];

    private bool Concerns(Activity activity) => activity.WorkshopId == Workshop || activity.RoomId == Workshop;

    private async Task<bool> SitAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        Seat = viewer.Seat ?? Seat;
        _doors = Access.Doors(viewer, Workshop);
        return Access.IsInRoom(viewer, Workshop);
    }

    private async Task<IActionResult?> LoadAsync(Typed? typed)
    {
        if (!await SitAsync())
        {
            return LocalRedirect("/j");
        }

        var roomStamp = wire.Stamp(Channels.Room(Workshop), Channels.Set(Workshop, Seat.SetId));
        var feedStamp = FeedStamp();
        await db.ReadAsync(reads =>
        {
            Change = PhoneChange.Read(reads, kinds, Workshop, Edit, Seat, null, typed);
            Stage = PhoneStage.Read(
                reads, kinds, Workshop, time.GetUtcNow(), Seat.RolesAlone, roomStamp, Change is null ? typed : null,
                SecondRoom.Of(reads, Workshop, Seat.SetId))!;
            Feed = PhoneFeed.Read(reads, kinds, Stage.Context.Activity, Seat, feedStamp, _doors);
            Bar = PhoneFeed.BarOf(reads, Seat, Stage.Context.WorkshopTitle);
            HasWall = reads.First<long?>(
                "SELECT id FROM screen WHERE workshop_id = @Workshop AND unpaired_at IS NULL AND table_set IS NULL LIMIT 1", new { Workshop }) is not null;
            return true;
        }, HttpContext.RequestAborted);
        return null;
    }

    private string FeedStamp() => wire.Stamp(
    [
        Channels.Set(Workshop, Seat.SetId), Channels.Participant(Seat.ParticipantId), Channels.Room(Workshop),
        .. Seat.Beside.Select(set => Channels.Beside(Workshop, set)),
    ]);
}
