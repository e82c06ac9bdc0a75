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
public sealed class Phone(
    Db db, Writer writer, LiveWire wire, Regions regions, Partials partials, Connections connections, JoinLive joins, WorkshopsLive live,
    ActivityKinds kinds, IAntiforgery antiforgery, TimeProvider time) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The post that is being edited, if one is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>Whose phone this is.</summary>
    public Seat Seat { get; private set; } = new();

    /// <summary>Everything that its person is.</summary>
    public IReadOnlyList<Role> Roles => [.. Seat.All.Select(one => one.Role).Distinct()];

    /// <summary>Of a person of several roles: all of them in words; empty otherwise.</summary>
    public string AlsoAs { get; private set; } = "";

    /// <summary>The bar on top.</summary>
    public PhoneBar Bar { get; private set; } = new(null, "", "", "");

    /// <summary>What is now.</summary>
    public PhoneStage Stage { get; private set; } = null!;

    /// <summary>What stands under the field.</summary>
    public PhoneFeed Feed { get; private set; } = null!;

    /// <summary>A fresh id for a post that is sent without scripts; sent twice, it is one post.</summary>
    public string FreshId { get; } = Tokens.New();

    /// <summary>The version of the post that is being edited.</summary>
    public long EditVersion { get; private set; }

    /// <summary>The whole page.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync(null) ?? Page();

    /// <summary>What is now, again.</summary>
    public async Task<IActionResult> OnGetStageAsync()
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (roles, set) = (Roles, Seat.SetId);
        return Content(
            await regions.HtmlAsync(
                string.Create(CultureInfo.InvariantCulture, $"phone/{Workshop}/{string.Join('+', roles)}/{set}"), "~/Workshops/Phone/_StageRegion.cshtml",
                (reads, stamp) => PhoneStage.Read(
                    reads, kinds, Workshop, time.GetUtcNow(), roles, stamp, room: SecondRoom.Of(reads, Workshop, set)),
                Channels.Room(Workshop), Channels.Set(Workshop, set)),
            "text/html; charset=utf-8");
    }

    /// <summary>What stands under the field, again.</summary>
    public async Task<IActionResult> OnGetFeedAsync() =>
        await LoadAsync(null) is null
            ? Partial("~/Workshops/Phone/_FeedRegion.cshtml", Feed)
            : StatusCode(StatusCodes.Status401Unauthorized);

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
            kinds.Of(known!).Announce(known!, answer with { About = answered.About });
            live.PeopleChanged(Workshop);
            return await TakenAsync(known!, answer);
        }

        Response.StatusCode = answered.Status;
        Response.Headers["X-Field"] = answered.Field ?? "";
        return Request.Headers.ContainsKey("X-Script")
            ? Content(answered.Message, "text/plain; charset=utf-8")
            : await LoadAsync(new Typed(Request.Form, answered.Field, answered.Message)) ?? Page();
    }

    /// <summary>This phone's anonymous answers, for the secrets that it holds. A POST, so that no secret stands in an address.</summary>
    public async Task<IActionResult> OnPostHeldAsync(long activity, string? secrets)
    {
        if (!await SitAsync())
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (kind, cards) = await db.ReadAsync(reads =>
            Activity.Find(reads, activity) is { } found && Concerns(found)
                ? (kinds.Of(found), kinds.Of(found).HeldBy(reads, found, (secrets ?? "").Split(' ')))
                : (null, []));
        var html = await Task.WhenAll(cards.Select(card => partials.RenderAsync(kind!.Partial("Own"), card)));
        return Content(string.Concat(html), "text/html; charset=utf-8");
    }

    /// <summary>"That's not me": this phone gives up its place, and the name is free again.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (await SitAsync())
        {
            await writer.RunAsync(writes =>
            {
                Seats.Leave(writes, Seat);
                return true;
            });
            connections.Abort(participant: Seat.ParticipantId);
            joins.Changed(Workshop);
        }

        Response.Cookies.Delete(Viewers.SeatCookie);
        return LocalRedirect("/j");
    }

    /// <summary>The answer to another phone that wants this name.</summary>
    public async Task<IActionResult> OnPostClaimAsync(long claim, bool letIn)
    {
        if (!await SitAsync())
        {
            return LocalRedirect("/j");
        }

        await writer.RunAsync(writes =>
            Claims.WaitingFor(writes, Seat.ParticipantId).Any(one => one.Id == claim)
            && (letIn ? Claims.LetIn(writes, Workshop, claim, Assurance.Claimed, Seat.PersonId)
                : Claims.Refuse(writes, Workshop, claim, Seat.PersonId)));
        joins.ClaimChanged(Workshop, Seat.ParticipantId);
        return LocalRedirect($"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}");
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
        var feedStamp = wire.Stamp(
            Channels.Set(Workshop, Seat.SetId), Channels.Participant(Seat.ParticipantId), Channels.Room(Workshop));
        await db.ReadAsync(reads =>
        {
            typed ??= Editing(reads);
            Stage = PhoneStage.Read(
                reads, kinds, Workshop, time.GetUtcNow(), Roles, roomStamp, typed, SecondRoom.Of(reads, Workshop, Seat.SetId))!;
            Feed = PhoneFeed.Read(reads, kinds, Stage.Context.Activity, Seat, feedStamp, _doors);
            AlsoAs = PhoneFeed.RolesInWords(reads, Seat);
            Bar = PhoneFeed.BarOf(reads, Seat, Stage.Context.WorkshopTitle);
            return true;
        }, HttpContext.RequestAborted);
        return null;
    }

    private Typed? Editing(Reads reads)
    {
        if (Edit is null || kinds.All.Select(kind => kind.EditOf(reads, Edit, Seat)).FirstOrDefault(one => one is not null)
            is not { } found)
        {
            Edit = null;
            return null;
        }

        EditVersion = found.Version;
        return new Typed(found.Fields, "", null);
    }
}
