using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>A door, for whoever was asked to open it and for the sponsor: they see to it, say that it is open, or why it is not possible.</summary>
public sealed class DoorPage(Db db, Writer writer, OffersLive live) : FormPage
{
    private const int ReplyMax = 400;

    /// <summary>The door.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Accepted, Opened or NotPossible.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Say { get; set; }

    /// <summary>By which day it opens, as typed.</summary>
    [BindProperty]
    public string? Date { get; set; }

    /// <summary>What the set is told, as typed.</summary>
    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Where to go then: the page in this house that it was answered from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The door as it stands.</summary>
    public DoorRow Door { get; private set; } = null!;

    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <summary>Shows the door.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        (Date, Reply, Version) = (Door.OpensOn ?? Door.NeededBy, Door.Answer, Door.Version);
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        var (date, reply) = ((Date ?? "").Trim(), Line.Clean(Reply));
        if (Say is not ("Accepted" or "Opened" or "NotPossible"))
        {
            return Again("Say", "Choose what you tell the set.");
        }

        if (Say == "Accepted" && !Doors.IsDate(date))
        {
            return Again("Date", "Say by which day. The set plans with it.");
        }

        if (date.Length > 0 && !Doors.IsDate(date))
        {
            return Again("Date", "A date, or nothing.");
        }

        if (Say == "NotPossible" && reply.Length == 0)
        {
            return Again("Reply", "A no needs its reason. It often shows the set another way.");
        }

        if (new StringInfo(reply).LengthInTextElements is var length && length > ReplyMax)
        {
            return Again("Reply", $"{length} characters. Keep it to {ReplyMax}.");
        }

        if (!await writer.RunAsync(writes => Keep(writes, date, reply)))
        {
            await RefusedAsync();
            Version = Door.Version;
            Faults["Say"] = $"It has changed meanwhile: {Door.Words}. Send again if yours should stand.";
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var (activity, place) = await db.ReadAsync(reads =>
        {
            var of = Activity.Find(reads, Door.ActivityId)!;
            return (of, new OfferPlace(null, Door.AskedOf, Viewer.PersonId!.Value) { SetId = Door.SetId }.In(reads, of.RoomId));
        });
        live.Changed(activity, place);
        return LocalRedirect(Home);
    }

    private bool Keep(Writes writes, string date, string reply)
    {
        if (DoorRow.Find(writes, Id) is not { } door || door.Version != Version)
        {
            return false;
        }

        Doors.Put(writes, door, Say!, reply, Say == "Opened" ? "" : date, Viewer.PersonId!.Value);
        return true;
    }

    private async Task<IActionResult?> RefusedAsync()
    {
        Viewer = await HttpContext.ViewerAsync();
        if (Viewer.PersonId is not { } me)
        {
            return Challenge();
        }

        Door = (await db.ReadAsync(reads => DoorRow.Find(reads, Id) is { } door && (door.AskedOf == me || reads.First<long?>(
            """
            SELECT r.id FROM role_assignment r JOIN sets s ON s.programme_id = r.programme_id
            WHERE s.id = @SetId AND r.person_id = @me AND r.role = 'Sponsor'
            """,
            new { door.SetId, me }) is not null) ? door : null))!;
        return Door is null ? NotFound() : null;
    }
}
