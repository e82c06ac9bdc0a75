using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>Changes a programme's name, format, time and dates.</summary>
public sealed class Edit(Db db, Writer writer, TimeProvider time) : ProgrammePage(db, writer)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>Today (local): a first day before it is told.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows the programme as it stands.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.ReadAsync(Load) is not { } row)
        {
            return NotFound();
        }

        Form = ProgrammeForm.Of(row);
        return Page();
    }

    /// <summary>Saves, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var saved = false;
        if (!await TryAsync(writes => saved = ProgrammeCommands.Change(writes, Id, Form.Version, Form.Details, Viewer.PersonId)))
        {
            await Db.ReadAsync(Load);
            return Again();
        }

        if (saved)
        {
            return RedirectToPage("/Programmes/Show", new { id = Id });
        }

        if (await Db.ReadAsync(Load) is not { } now)
        {
            return NotFound();
        }

        Form.Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt, StaleField.Different(
            new StaleField("Name", Form.Name ?? "", now.Name),
            new StaleField("Whose problems", FormatWords(Form.Format), FormatWords(now.Format)),
            new StaleField("Time", TimeWords(Form.Details.TimeMode, Form.Details.TimeShare), TimeWords(now.TimeMode, now.TimeSharePercent)),
            new StaleField("First day", Form.StartDate ?? "", now.StartDate ?? ""),
            new StaleField("Last day", Form.EndDate ?? "", now.EndDate ?? "")));
    }

    private ProgrammeRow? Load(Reads reads)
    {
        Today = LocalDay.Today(reads, time.GetUtcNow());
        return ProgrammeRow.Find(reads, Id);
    }

    private static string FormatWords(string? format) => format == "OwnProblem" ? "Each member’s own" : "The sponsor’s";

    private static string TimeWords(string mode, long share) =>
        mode == "FullTime" ? "All of it" : string.Create(CultureInfo.InvariantCulture, $"{share} per cent");
}
