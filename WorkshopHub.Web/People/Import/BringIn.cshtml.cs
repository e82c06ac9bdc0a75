using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People.Import;

/// <summary>
/// Brings people in from a file: what its columns are about, row by row what would happen, and only then it happens. The file
/// is read and dropped; what was in it travels in the form and is kept nowhere before somebody confirms.
/// </summary>
[RequestSizeLimit(BodyLimit.List)]
[RequestFormLimits(MemoryBufferThreshold = (int)BodyLimit.List, BufferBodyLengthLimit = BodyLimit.List, ValueCountLimit = 4096)]
public sealed class BringIn(Db db, Writer writer, IEnumerable<IManagerFollows> follows, Endings endings) : OfficePage(db, writer)
{
    /// <summary>How many rows that are not wrong are shown before somebody asks for all.</summary>
    public const int ShownFirst = 50;

    /// <summary>How many wrong rows have fields to mend them in.</summary>
    public const int MendedAtOnce = 200;

    /// <summary>How many words that are not known here are shown with a field to decide about them.</summary>
    public const int WordsAtOnce = 100;

    /// <summary>The chosen file.</summary>
    [BindProperty(Name = "File")]
    public IFormFile? Chosen { get; set; }

    /// <summary>What was in the file, as the form carries it.</summary>
    [BindProperty]
    public string? Table { get; set; }

    /// <summary>What each column is about.</summary>
    [BindProperty]
    public List<string?> Columns { get; set; } = [];

    /// <summary>What was decided about words that nobody knows here.</summary>
    [BindProperty]
    public List<WordChoice> Words { get; set; } = [];

    /// <summary>Whether managers whom nobody knows are left out.</summary>
    [BindProperty]
    public bool LeaveManagersOut { get; set; }

    /// <summary>The mark of the plan that was shown, so that only what was seen is done.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Which rows are shown: an outcome, or empty for all sorts.</summary>
    [BindProperty]
    public string? Only { get; set; }

    /// <summary>Whether all rows are shown.</summary>
    [BindProperty]
    public bool All { get; set; }

    /// <summary>The file's rows; null before a file was read.</summary>
    public ImportTable? Rows { get; private set; }

    /// <summary>The alphabet that the file is written with, where it does not say so itself; empty to tell it from the content.</summary>
    [BindProperty]
    public string? Letters { get; set; }

    /// <summary>Whether the letters of the file were only guessed, so that names with accents need a look.</summary>
    [BindProperty]
    public bool Guessed { get; set; }

    /// <summary>What would happen; null before the columns are clear.</summary>
    public ImportPlan? Plan { get; private set; }

    /// <summary>Why what was pressed has not happened, or null.</summary>
    public string? Held { get; private set; }

    /// <summary>What was done, said once on the list of people.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>The lists that were brought in last.</summary>
    public IReadOnlyList<PeopleImport> Lists { get; private set; } = [];

    /// <summary>The organisation's zone, for the moments.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Asks for a file.</summary>
    public async Task OnGetAsync() => await Db.ReadAsync(reads =>
    {
        (Lists, Zone) = (PeopleImport.Last(reads), LocalTime.ZoneOf(reads));
        return true;
    });

    /// <summary>Takes a list back.</summary>
    public async Task<IActionResult> OnPostBackAsync(long list)
    {
        (int Back, int Stay, IReadOnlyList<long> Ended)? done = null;
        await TryAsync(writes => done = ImportBack.TakeBack(writes, list, follows, Viewer.PersonId));
        if (done is not { } back)
        {
            await OnGetAsync();
            return Again("Back", "Somebody has taken this list back already.");
        }

        back.Ended.ToList().ForEach(endings.Of);
        Told = $"The list is taken back: {People(back.Back)} {(back.Back == 1 ? "is" : "are")} as before.{(back.Stay > 0 ? $" {People(back.Stay)} {(back.Stay == 1 ? "was" : "were")} changed since or {(back.Stay == 1 ? "has" : "have")} a part in something, and {(back.Stay == 1 ? "stays" : "stay")}." : "")}";
        return RedirectToPage("/People/PeopleList");
    }

    /// <summary>An empty file to fill in.</summary>
    public IActionResult OnGetEmpty() => File(PeopleFile.Csv([]), "text/csv; charset=utf-8", "people.csv");

    /// <summary>Reads the file and shows what would happen.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Chosen is null)
        {
            return Again("File", "Choose a file first: CSV, or an Excel workbook (.xlsx).");
        }

        try
        {
            using var content = new MemoryStream();
            await Chosen.CopyToAsync(content, HttpContext.RequestAborted);
            Rows = ImportFile.Read(Chosen.FileName, content.ToArray(), Letters);
            Guessed = ImportFile.IsGuess(content.ToArray(), Letters);
        }
        catch (RefusedException refused)
        {
            return Again(refused.Field, refused.Message);
        }

        Columns = [.. Rows.Guess()];
        return await ShowAsync();
    }

    /// <summary>Shows once more what would happen, with what was mended and decided.</summary>
    public async Task<IActionResult> OnPostLookAsync() =>
        Load() ? await ShowAsync() : Again("File", "What was in the file did not come back whole. Choose it once more.");

    /// <summary>Does what was shown; where it would be something else by now, that is shown first.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        if (!Load())
        {
            return Again("File", "What was in the file did not come back whole. Choose it once more.");
        }

        if (ColumnFault() is not null)
        {
            return await ShowAsync();
        }

        IReadOnlyList<long>? ended = null;
        await TryAsync(writes =>
        {
            Plan = ImportPlan.Of(writes, Rows!, Choices, follows, Viewer.PersonId);
            ended = Plan.Mark == Seen ? ImportWrite.Run(writes, Plan, Rows!.File, follows, Viewer.PersonId) : null;
        });
        if (ended is null)
        {
            Held = "Nothing is stored yet. What will happen is not what you saw before: you mended something, or somebody else "
                + "changed people meanwhile. Look at it, then press once more.";
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync();
        }

        ended.ToList().ForEach(endings.Of);
        var (added, changed, wrong) = (Plan!.Count(ImportOutcome.Add), Plan.Count(ImportOutcome.Change), Plan.Count(ImportOutcome.Wrong));
        var came = new[] { added > 0 ? $"{People(added)} came in" : "", changed > 0 ? $"{People(changed)} changed" : "" }.Where(words => words.Length > 0);
        Told = $"{ImportRow.Listed(came)}.{(wrong > 0 ? $" {(wrong == 1 ? "1 row was" : $"{wrong} rows were")} left out." : "")} Nobody got an e-mail.";
        return RedirectToPage("/People/PeopleList");
    }

    /// <summary>A number of people in words.</summary>
    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    private ImportChoices Choices => new([.. Columns.Select(column => column ?? "")], Words, LeaveManagersOut);

    private bool Load()
    {
        Rows = ImportTable.FromText(Table);
        if (Rows is null || Columns.Count > Rows.Headings.Count)
        {
            Rows = null;
            return false;
        }

        Rows = Rows.Mended(Request.Form.Keys.Select(key => key.Split('-')).Where(parts => parts is ["m", _, _])
            .Select(parts => (Number: int.TryParse(parts[1], CultureInfo.InvariantCulture, out var number) ? number : 0, Field: parts[2], Text: Request.Form[string.Join('-', parts)].ToString()))
            .ToLookup(mend => mend.Number, mend => (mend.Field, mend.Text)));
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        ModelState.Clear();
        if (ColumnFault() is { } fault)
        {
            Plan = null;
            return Again("Columns", fault);
        }

        Plan = await Db.ReadAsync(reads => ImportPlan.Of(reads, Rows!, Choices, follows, Viewer.PersonId));
        return Page();
    }

    private string? ColumnFault()
    {
        var twice = Columns.Where(column => !string.IsNullOrEmpty(column)).GroupBy(column => column).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is not null && ImportField.All.FirstOrDefault(field => field.Key == twice) is { } field
            ? $"Two columns are taken for “{field.Label}”. Choose one of them, and leave the other out."
            : Columns.Any(column => column is ImportField.Name or ImportField.First or ImportField.Last) ? null
            : "No column is taken for the name yet. Say which one it is.";
    }
}
