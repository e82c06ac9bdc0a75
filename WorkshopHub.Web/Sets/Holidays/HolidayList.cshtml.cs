using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Holidays;

/// <summary>The days on which the organisation doesn't work: its own list, with a country's public holidays as a proposal.</summary>
public sealed class HolidayList(Db db, Writer writer, TimeProvider time) : OfficePage(db, writer)
{
    private const int YearsAhead = 5;

    /// <summary>A day to add, as typed.</summary>
    [BindProperty]
    public string? Date { get; set; }

    /// <summary>What it is called, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The country to propose from.</summary>
    [FromQuery]
    public string? Country { get; set; }

    /// <summary>The year to propose for.</summary>
    [FromQuery]
    public int? Year { get; set; }

    /// <summary>The list.</summary>
    public IReadOnlyList<Holiday> Days { get; private set; } = [];

    /// <summary>What the country has and the list lacks; null where nobody asked.</summary>
    public IReadOnlyList<Holiday>? Proposal { get; private set; }

    /// <summary>The years to choose from.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows the list, and a country's holidays where somebody asks for them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    /// <summary>Adds a day.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await TryAsync(writes => HolidayCommands.Add(writes, Date, Name, Viewer.PersonId)))
        {
            return RedirectToPage();
        }

        await LoadAsync();
        return Again();
    }

    /// <summary>Adds the proposed days that are ticked.</summary>
    /// <param name="day">Those days.</param>
    public async Task<IActionResult> OnPostTakeAsync(IReadOnlyList<string> day)
    {
        await LoadAsync();
        var ticked = (Proposal ?? []).Where(one => day.Contains(LocalDay.Text(one.Day), StringComparer.Ordinal)).ToList();
        if (ticked.Count == 0)
        {
            return Again("Take", "Tick at least one day.");
        }

        await TryAsync(writes => ticked.ForEach(one => HolidayCommands.Add(writes, one, Viewer.PersonId)));
        Told = ticked.Count == 1 ? "One day is on the list." : $"{ticked.Count} days are on the list.";
        return RedirectToPage();
    }

    /// <summary>Takes a day off the list.</summary>
    /// <param name="date">The day.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string date)
    {
        string? name = null;
        await TryAsync(writes => name = HolidayCommands.Remove(writes, date));
        Told = name is null ? null : $"{name} is off the list. Meetings that were laid out stay where they are.";
        return RedirectToPage();
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        var now = LocalDay.Today(reads, time.GetUtcNow()).Year;
        Years = [.. Enumerable.Range(now, YearsAhead)];
        Days = Holiday.All(reads);
        var year = Year is { } asked && Years.Contains(asked) ? asked : now;
        Proposal = Country is null ? null : PublicHolidays.Of(Country, year)?.Where(one => Days.All(there => there.Day != one.Day)).ToList();
        (Country, Year) = (Country ?? PublicHolidays.KeyOf(LocalTime.ZoneOf(reads)), year);
        return true;
    });
}
