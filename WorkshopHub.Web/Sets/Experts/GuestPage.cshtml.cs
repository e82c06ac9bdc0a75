using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Calendars;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>
/// A guest's own page: what a set wants to ask them, when and where, and their yes or no. It opens by the secret of the letter,
/// or by its number for the person of the house whom it asks; nothing else of the set is on it.
/// </summary>
public sealed class GuestPage(Db db, Writer writer, TimeProvider time, SiteAddress site) : FormPage
{
    /// <summary>The secret, or the number.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>What the guest says to it, as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The invitation.</summary>
    public GuestInvitation Guest { get; private set; } = null!;

    /// <summary>The organisation's name.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>It can be answered: it stands, and its day has not gone by.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Answer = Guest.Answer;
        return Page();
    }

    /// <summary>Keeps the yes or the no.</summary>
    public async Task<IActionResult> OnPostAsync(bool coming)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Guest.IsArchived)
        {
            return StatusCode(StatusCodes.Status423Locked);
        }

        try
        {
            await writer.RunAsync(writes =>
            {
                GuestCommands.Answer(writes, Guest, coming, Answer);
                return true;
            });
        }
        catch (RefusedException refused)
        {
            return Again(refused.Field, refused.Message);
        }

        return RedirectToPage(new { key = Key });
    }

    /// <summary>The hour for a calendar: that it is, when and where; not what it is about.</summary>
    public async Task<IActionResult> OnGetFileAsync() => await LoadAsync() && Guest.State != "TakenBack"
        && await db.ReadAsync(reads => Ics.OfGuest(reads, Guest, $"/guest/{Key}", site)) is { } file ? File(file.Bytes, Ics.ContentType, file.Name) : NotFound();

    private async Task<bool> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = await HttpContext.ViewerAsync();
        return await db.ReadAsync(reads =>
        {
            Guest = (Tokens.IsToken(Key) ? GuestInvitation.ByToken(reads, Key)
                : viewer.PersonId is { } me && long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? GuestInvitation.Own(reads, me, id) : null)!;
            Organisation = Settings.Get(reads, Settings.SiteName) ?? "";
            IsOpen = Guest is { State: not "TakenBack", MeetingState: "Planned" or "Open" } && Guest.Day >= LocalDay.Today(reads, time.GetUtcNow());
            return Guest is not null;
        });
    }
}
