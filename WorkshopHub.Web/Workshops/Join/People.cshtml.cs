using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>
/// Who is expected, who is here and how sure we are of each: the facilitator, and an advisor for their own set, lets
/// people in, vouches for them and frees names. The facilitator also makes personal links.
/// </summary>
public sealed class People(Db db, Writer writer, SiteAddress site, Connections connections, JoinLive live) : PageModel
{
    /// <summary>The workshop in the address.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The workshop's title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Everybody whom the viewer may vouch for.</summary>
    public IReadOnlyList<RosterName> Names { get; private set; } = [];

    /// <summary>Phones at the door.</summary>
    public IReadOnlyList<Claim> Asking { get; private set; } = [];

    /// <summary>Whether the viewer runs the workshop; an advisor sees the own set only.</summary>
    public bool IsFacilitator { get; private set; }

    /// <summary>phone where an advisor pressed on their phone; the answer leads back to it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Why no link was made, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>A link that was just made: shown once.</summary>
    public string? NewLink { get; private set; }

    /// <summary>Whom it is for.</summary>
    public string? NewLinkName { get; private set; }

    /// <summary>The list.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Says that a phone is in the right hands.</summary>
    public Task<IActionResult> OnPostVouchAsync(long participant) =>
        ActAsync(participant, (writes, by) => Seats.Vouch(writes, Workshop, participant, by));

    /// <summary>Takes a name from the phone that holds it.</summary>
    public Task<IActionResult> OnPostFreeAsync(long participant) =>
        ActAsync(participant, (writes, by) => Seats.Free(writes, Workshop, participant, by));

    /// <summary>Lets a phone in, or says no.</summary>
    public async Task<IActionResult> OnPostClaimAsync(long claim, bool letIn)
    {
        if (!await LoadAsync() || Asking.FirstOrDefault(one => one.Id == claim) is not { } found)
        {
            return NotFound();
        }

        var viewer = await HttpContext.ViewerAsync();
        var by = viewer.PersonId ?? viewer.Seat?.PersonId;
        await writer.RunAsync(writes => letIn
            ? Claims.LetIn(writes, Workshop, claim, Assurance.Vouched, by)
            : Claims.Refuse(writes, Workshop, claim, by));
        live.ClaimChanged(Workshop, found.ParticipantId);
        return Back();
    }

    /// <summary>Makes a personal link into this workshop, which works once.</summary>
    public async Task<IActionResult> OnPostLinkAsync(long person)
    {
        if (!await LoadAsync() || !IsFacilitator || Names.FirstOrDefault(who => who.PersonId == person && person != 0) is not { } who) // a guest has no person
        {
            return NotFound();
        }

        var viewer = await HttpContext.ViewerAsync();
        var link = await writer.RunAsync(writes => site.Of(writes) is { } address
            ? $"{address}/i/{PersonalLinks.Make(writes, person, "Invitation", Workshop, viewer.PersonId)}" : null);
        if (link is null)
        {
            Problem = "This house has no address yet, so a link would lead nowhere.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        (NewLinkName, NewLink) = (who.Name, link);
        return Page();
    }

    private async Task<IActionResult> ActAsync(long participant, Func<Writes, long?, int> act)
    {
        if (!await LoadAsync() || !Names.Any(who => who.ParticipantId == participant))
        {
            return NotFound();
        }

        var viewer = await HttpContext.ViewerAsync();
        await writer.RunAsync(writes => act(writes, viewer.PersonId ?? viewer.Seat?.PersonId));
        connections.Abort(participant: participant);
        live.ClaimChanged(Workshop, participant); // a phone that was open all the time shows at once what it may do now
        return Back();
    }

    private LocalRedirectResult Back() =>
        LocalRedirect($"/w/{Workshop.ToString(CultureInfo.InvariantCulture)}{(From == "phone" ? "" : "/people")}");

    private async Task<bool> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return await db.ReadAsync(reads =>
        {
            IsFacilitator = Access.MayControl(viewer, reads, Workshop);
            var sets = Access.Doors(viewer, Workshop);
            var room = Room.ById(reads, Workshop, whenever: IsFacilitator);
            if (room is null || (!IsFacilitator && sets.Count == 0))
            {
                return false;
            }

            Title = room.Title;
            var all = Roster.Everybody(reads, room.ProgrammeId, Workshop).Concat(Roster.Guests(reads, Workshop));
            Names = [.. all.Where(who => IsFacilitator || (who.Role == Role.Member && who.SetId is { } set && sets.Contains(set)))];
            Asking = [.. Claims.Waiting(reads, Workshop).Where(claim => IsFacilitator || Names.Any(who => who.ParticipantId == claim.ParticipantId))];
            return true;
        });
    }
}
