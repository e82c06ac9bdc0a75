using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>One's own dates in a calendar: as a file, or by a secret address that one makes, renews and ends oneself.</summary>
public sealed class MyCalendar(Db db, Writer writer, SiteAddress site, TimeProvider time) : PageModel
{
    /// <summary>The address that was made just now, shown this once; null else.</summary>
    public string? NewAddress { get; private set; }

    /// <summary>Since when there is an address, in words; null where there is none.</summary>
    public string? Since { get; private set; }

    /// <summary>What comes next in it.</summary>
    public IReadOnlyList<CalendarEntry> Next { get; private set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ForAsync(LoadAsync);

    /// <summary>The calendar as a file.</summary>
    public Task<IActionResult> OnGetFileAsync() => ForAsync(async person =>
    {
        if (await db.ReadAsync(reads => Ics.OfPerson(reads, person, site)) is not { } file)
        {
            return NotFound();
        }

        await writer.RunAsync(writes =>
        {
            Audit.Note(writes, person, null, "export-own-calendar", "person", person);
            return true;
        });
        return File(file.Bytes, Ics.ContentType, file.Name);
    });

    /// <summary>Makes a new address; the one before stops working.</summary>
    public Task<IActionResult> OnPostAsync() => ForAsync(async person =>
    {
        var token = await writer.RunAsync(writes => CalendarFeeds.Make(writes, person, null, person));
        NewAddress = await db.ReadAsync(reads => CalendarFeeds.AddressOf(site.Of(reads), token));
        return await LoadAsync(person);
    });

    /// <summary>Ends the address.</summary>
    public Task<IActionResult> OnPostRevokeAsync() => ForAsync(async person =>
    {
        await writer.RunAsync(writes =>
        {
            CalendarFeeds.Revoke(writes, person, null, person);
            return true;
        });
        Told = "The address is ended. A calendar that had it gets nothing more.";
        return RedirectToPage();
    });

    private async Task<IActionResult> ForAsync(Func<long, Task<IActionResult>> act) =>
        (await HttpContext.ViewerAsync()).PersonId is { } person ? await act(person) : Challenge();

    private async Task<IActionResult> LoadAsync(long person)
    {
        await db.ReadAsync(reads =>
        {
            var today = LocalDay.Text(LocalDay.Today(reads, time.GetUtcNow()));
            Since = CalendarFeeds.Since(reads, person, null);
            Next = [.. CalendarEntries.OfPerson(reads, person).Where(one => !one.IsCancelled && string.CompareOrdinal(one.Date, today) >= 0)
                .OrderBy(one => one.Start).Take(8)];
            return true;
        });
        return Page();
    }
}
