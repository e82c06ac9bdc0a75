using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Invitations;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>A personal link: the page shows whom it is for, the button uses it.</summary>
public sealed class Invitation(Db db, Writer writer, SignIns signIns, Endings endings, JoinLive live, MailHouse mail, DueSoon soon, Connections connections) : PageModel
{
    /// <summary>The token in the address.</summary>
    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>The link; null where there is none.</summary>
    public PersonalLink? Link { get; private set; }

    /// <summary>The workshop that it leads into; null where it signs in, or where that room is closed.</summary>
    public Room? Room { get; private set; }

    /// <summary>Who is signed in on this device already and would be no longer, or null.</summary>
    public string? Other { get; private set; }

    /// <summary>The workshop while its room is not open yet; null where the link leads elsewhere.</summary>
    public InvitedWorkshop? Asked { get; private set; }

    /// <summary>Yes or No as it was answered, or null.</summary>
    public string? Reply { get; private set; }

    /// <summary>Whether this house sends e-mail, so that a new link comes by itself.</summary>
    public bool MaySend => mail.IsOn;

    /// <summary>Whether a new link was asked for just now, and goes out by e-mail.</summary>
    public bool Sent { get; private set; }

    /// <summary>Shows "Continue as ..."; changes nothing.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        await db.ReadAsync(reads =>
        {
            Link = PersonalLinks.Find(reads, Token);
            Room = Link?.WorkshopId is { } workshop ? Room.ById(reads, workshop) : null;
            Asked = Link?.WorkshopId is { } asked && Room is null ? InvitedWorkshop.Find(reads, asked) : null;
            Reply = Asked is null ? null : Attendance.Find(reads, Asked.Id, Link!.PersonId)?.Reply;
            return true;
        });
        Other = Link is { WorkshopId: null } && viewer.IsSignedIn && viewer.PersonId != Link.PersonId ? viewer.Name : null;
        if (Link is null || !Link.IsUsable)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    /// <summary>Says whether they will come, before the room is open. The link is not used up by it.</summary>
    public async Task<IActionResult> OnPostReplyAsync(string? reply)
    {
        var answered = reply is "yes" or "no" && await writer.RunAsync(writes =>
        {
            if (PersonalLinks.Find(writes, Token) is not { IsUsable: true, WorkshopId: { } workshop } link
                || InvitedWorkshop.Find(writes, workshop) is not { HasBegun: false })
            {
                return false;
            }

            Attendance.Answer(writes, workshop, link.PersonId, reply == "yes");
            return true;
        });
        return answered ? LocalRedirect($"/i/{Token}") : await OnGetAsync();
    }

    /// <summary>
    /// Asks for a new link in the place of one that leads nowhere any more: it goes to the person's own e-mail alone, or the office reads
    /// that they ask. Whoever found an old letter learns nothing by it.
    /// </summary>
    public async Task<IActionResult> OnPostAgainAsync()
    {
        var email = await db.ReadAsync(reads => PersonalLinks.Find(reads, Token) is { IsUsable: false, WorkshopId: null } link
            ? OneAccount.Find(reads, link.PersonId)?.Email : null);
        if (mail.IsOn && email is not null)
        {
            await signIns.AskAsync(email);
            soon.Ring();
            Sent = true;
        }
        else
        {
            await writer.RunAsync(writes => PersonalLinks.AskAgain(writes, Token));
        }

        return await OnGetAsync();
    }

    /// <summary>Uses the link: into the workshop as a known person, or signed in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var before = (await HttpContext.ViewerAsync()).Seat;
        var (link, seat) = await writer.RunAsync(writes =>
        {
            var found = PersonalLinks.Find(writes, Token);
            if (found?.WorkshopId is not { } workshop)
            {
                var used = PersonalLinks.Use(writes, Token);
                if (used is not null)
                {
                    SignInLinks.Begin(writes, used);
                }

                return (used, (string?)null);
            }

            // Nobody's link is used up at a closed door.
            if (Room.ById(writes, workshop) is not { } room || Roster.One(writes, room.ProgrammeId, room.Id, found.PersonId) is not { } who
                || PersonalLinks.Use(writes, Token) is not { } into)
            {
                return (null, null);
            }

            // A browser has one place in a room: who comes in by the own badge gives up the name picked before.
            if (before is not null && before.WorkshopId == room.Id && before.PersonId != who.PersonId)
            {
                Seats.Leave(writes, before);
            }

            return (into, Seats.Take(writes, room.Id, who, Assurance.Vouched));
        });
        if (link is null)
        {
            return await OnGetAsync();
        }

        if (seat is null)
        {
            if (!link.IsAsked)
            {
                endings.Of(link.PersonId);
            }

            await signIns.SignInAsync(HttpContext, link.PersonId, byLink: true);
            return LocalRedirect(link.IsAsked ? "/" : "/account");
        }

        if (before is not null && before.WorkshopId == link.WorkshopId)
        {
            connections.Abort(participant: before.ParticipantId);
        }

        Seats.Remember(HttpContext, seat);
        live.Changed(link.WorkshopId!.Value);
        return LocalRedirect($"/w/{link.WorkshopId.Value.ToString(CultureInfo.InvariantCulture)}");
    }
}
