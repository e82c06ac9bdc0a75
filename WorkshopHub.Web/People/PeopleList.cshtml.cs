using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Everybody the house knows: searched, filtered, taken out as a file.</summary>
public sealed class PeopleList(Db db, Writer writer, TimeProvider time) : OfficePage(db, writer)
{
    /// <summary>Who is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleFilter Filter { get; set; } = new();

    /// <summary>One page of those who were found.</summary>
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public long Found { get; private set; }

    /// <summary>The parts to choose from.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    /// <summary>The sites to choose from.</summary>
    public IReadOnlyList<SiteRow> Sites { get; private set; } = [];

    /// <summary>The disciplines to choose from.</summary>
    public IReadOnlyList<string> Disciplines { get; private set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>How many pages there are.</summary>
    public long Pages => Math.Max(1, (Found + PeopleFilter.PageSize - 1) / PeopleFilter.PageSize);

    /// <summary>Shows the people.</summary>
    public async Task OnGetAsync() => await Db.ReadAsync(reads =>
    {
        var skip = (Math.Clamp(Filter.P, 1, 100_000) - 1) * PeopleFilter.PageSize;
        People = PersonLine.Of(reads, Filter, skip, PeopleFilter.PageSize);
        Found = People is [var first, ..] ? first.Found : 0;
        Units = UnitRow.Tree(reads);
        Sites = SiteRow.All(reads);
        Disciplines = reads.Query<string>("SELECT DISTINCT discipline FROM person WHERE discipline <> '' ORDER BY discipline COLLATE NOCASE");
        return 0;
    });

    /// <summary>Those who were found, as CSV.</summary>
    public Task<IActionResult> OnGetCsvAsync() => FileAsync("csv", "text/csv; charset=utf-8", PeopleFile.Csv);

    /// <summary>Those who were found, as a workbook.</summary>
    public Task<IActionResult> OnGetXlsxAsync() => FileAsync(
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", PeopleFile.Workbook);

    private async Task<IActionResult> FileAsync(string ending, string type, Func<IEnumerable<PersonLine>, byte[]> write)
    {
        var (people, day) = await Db.ReadAsync(reads => (PersonLine.Of(reads, Filter), TimeZoneInfo.ConvertTime(time.GetUtcNow(), LocalTime.ZoneOf(reads))));
        await TryAsync(writes => Audit.Note(writes, Viewer.PersonId, null, "export-people", "person", people.Count));
        return File(write(people), type, string.Create(CultureInfo.InvariantCulture, $"people-{day:yyyy-MM-dd}.{ending}"));
    }
}
