using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>Brings people in from a pasted list: first row by row what would happen, then it happens.</summary>
[RequestSizeLimit(BodyLimit.List)]
public sealed class Paste(Db db, Writer writer, Endings endings, OfficeNews news) : ProgrammePage(db, writer)
{
    /// <summary>The list as pasted.</summary>
    [BindProperty]
    public string? List { get; set; }

    /// <summary>Whether supervisors whom nobody knows here come in as new people.</summary>
    [BindProperty]
    public bool NewSupervisors { get; set; }

    /// <summary>Whether columns that are not understood are left out.</summary>
    [BindProperty]
    public bool LeaveOut { get; set; }

    /// <summary>Words in the list's header that name no column known here.</summary>
    public IReadOnlyList<string> Strange { get; private set; } = [];

    /// <summary>Supervisors named in the list whom nobody knows here.</summary>
    public IReadOnlyList<string> Unknown => [.. (Results ?? []).Select(result => result.Unknown).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Row by row; null before the list was looked at.</summary>
    public IReadOnlyList<PasteResult>? Results { get; private set; }

    /// <summary>What was done, said once above the programme's sets.</summary>
    [TempData]
    public string? Came { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>How many rows had this outcome; null counts the wrong ones.</summary>
    public int Count(TakenIn? outcome) => Results?.Count(result => result.Outcome == outcome) ?? 0;

    /// <summary>Shows the empty box.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Shows what would happen; nothing is stored.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        return await RunAsync(keep: false) ? Page() : Again();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!await RunAsync(keep: true))
        {
            return Again();
        }

        endings.OfAll(_touched);
        news.OfSets(Id);
        news.OfPeople(Id);
        var (added, changed, wrong) = (Count(TakenIn.Added), Count(TakenIn.Changed), Count(null));
        var came = new[] { added > 0 ? $"{Rows(added)} came in" : "", changed > 0 ? $"{Rows(changed)} changed" : "" }.Where(words => words.Length > 0);
        Came = $"Of your list {string.Join(" and ", came.DefaultIfEmpty("nothing was new"))}{(wrong > 0 ? $"; {Rows(wrong)} that {(wrong == 1 ? "was" : "were")} wrong {(wrong == 1 ? "was" : "were")} left out" : "")}. Nobody got an e-mail.";
        return RedirectToPage("/Programmes/Show", null, new { id = Id }, "sets");
    }

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private IReadOnlyList<long> _touched = [];

    private async Task<bool> RunAsync(bool keep)
    {
        var rows = PasteTable.Read(List, out var strange);
        Strange = strange;
        if (rows.Count is 0 or > PasteList.RowsMax)
        {
            Faults["List"] = rows.Count == 0
                ? "There is nothing in it. Paste rows from a spreadsheet, one person a row."
                : $"{rows.Count} rows are a lot at once. Paste at most {PasteList.RowsMax}.";
            return false;
        }

        if (strange.Count > 0 && !LeaveOut)
        {
            Faults["List"] = $"{(strange.Count == 1 ? "A column is" : "Columns are")} not understood: {string.Join(", ", strange.Select(word => $"“{word}”"))}. "
                + "Call each by one of these words: name, e-mail, set, role, unit, job title, supervisor. Or leave them out.";
            return false;
        }

        return await TryAsync(writes => _touched = Touched.By(writes, Id, () => Results = PasteList.Run(writes, Id, rows, NewSupervisors, Viewer.PersonId, keep)));
    }

    private async Task<bool> LoadAsync()
    {
        var row = await Db.ReadAsync(reads => ProgrammeRow.Find(reads, Id));
        Programme = row?.Name ?? "";
        return row is not null;
    }
}
