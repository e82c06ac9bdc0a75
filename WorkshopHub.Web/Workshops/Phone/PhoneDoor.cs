using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>Giving up one's place, and letting another phone have it.</summary>
public sealed partial class Phone
{
    /// <summary>"That's not me": this phone gives up its place, and the name is free again.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        string? code = null;
        if (await SitAsync())
        {
            code = await db.ReadAsync(reads => reads.First<string>("SELECT room_code FROM workshop WHERE id = @Workshop", new { Workshop }));
            await writer.RunAsync(writes =>
            {
                Seats.Leave(writes, Seat);
                return true;
            });
            connections.Abort(participant: Seat.ParticipantId);
            joins.Changed(Workshop);
        }

        Response.Cookies.Delete(Viewers.SeatCookie);
        return LocalRedirect($"/j/{code}"); // whoever is in the room picks another name there, without the code
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
}
