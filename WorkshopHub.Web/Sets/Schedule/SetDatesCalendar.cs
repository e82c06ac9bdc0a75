using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Calendars;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>The set's own calendar: its file, and its secret address.</summary>
public sealed partial class SetDates
{
    /// <summary>The address that was made just now, shown this once; null else.</summary>
    public string? NewAddress { get; private set; }

    /// <summary>Since when the set has an address, in words; null where it has none.</summary>
    public string? FeedSince { get; private set; }

    /// <summary>The set's calendar as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        if (await Db.ReadAsync(reads => Ics.OfSet(reads, Id, site)) is not { } file)
        {
            return NotFound();
        }

        await TryAsync(writes => Audit.Note(writes, Me, null, "export-calendar", "sets", Id));
        return File(file.Bytes, Ics.ContentType, file.Name);
    }

    /// <summary>Makes a new address; the one before stops working.</summary>
    public async Task<IActionResult> OnPostAddressAsync()
    {
        var token = "";
        await TryAsync(writes => token = CalendarFeeds.Make(writes, null, Id, Viewer.PersonId));
        if (!await LoadAsync())
        {
            return NotFound();
        }

        NewAddress = await Db.ReadAsync(reads => CalendarFeeds.AddressOf(site.Of(reads), token));
        return Page();
    }

    /// <summary>Ends the address.</summary>
    public async Task<IActionResult> OnPostRevokeAsync()
    {
        await TryAsync(writes => CalendarFeeds.Revoke(writes, null, Id, Viewer.PersonId));
        return Done("The set’s address is ended. Calendars that had it get nothing more.");
    }

    private string? FeedOf(Reads reads) => CalendarFeeds.Since(reads, null, Id);
}
