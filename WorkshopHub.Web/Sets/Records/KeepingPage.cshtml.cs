using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>
/// How many days what was said in airtime is kept after a programme is closed, and how old a backup may become. A programme that
/// is closed keeps the day that its people were told.
/// </summary>
public sealed class KeepingPage(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>Days after the closing, as typed.</summary>
    [BindProperty]
    public string? Notes { get; set; }

    /// <summary>Days of a backup, as typed.</summary>
    [BindProperty]
    public string? Backups { get; set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the days.</summary>
    public Task OnGetAsync() => Db.ReadAsync(reads =>
    {
        (Notes, Backups) = (Words(KeptFor.NoteDays(reads)), Words(KeptFor.BackupDays(reads)));
        return true;
    });

    /// <summary>Sets them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (notes, backups) = (Days(nameof(Notes), Notes, KeptFor.NotesMost), Days(nameof(Backups), Backups, KeptFor.BackupsMost));
        if (Faults.Count > 0)
        {
            return Again();
        }

        await TryAsync(writes =>
        {
            Settings.Set(writes, KeptFor.Notes, Words(notes));
            Settings.Set(writes, KeptFor.Backups, Words(backups));
            Audit.Note(writes, Me, null, "set-keeping", "setting", KeptFor.Notes);
        });
        Told = "Kept. Programmes that are closed from now on are told these days.";
        return RedirectToPage();
    }

    private int Days(string field, string? typed, int most)
    {
        var days = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (days < 1 || days > most)
        {
            Faults[field] = $"Between 1 and {most} days.";
        }

        return days;
    }

    private static string Words(int days) => days.ToString(CultureInfo.InvariantCulture);
}
