using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Changes what, when and where a workshop is.</summary>
public sealed class EditWorkshop(Db db, Writer writer, WorkshopsLive live) : WorkshopPage(db, writer)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public WorkshopForm Form { get; set; } = new();

    /// <summary>Shows the workshop as it stands.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.ReadAsync(reads => AgendaWorkshop.Find(reads, Id)) is not { } workshop)
        {
            return NotFound();
        }

        Form = WorkshopForm.Of(workshop);
        return Page();
    }

    /// <summary>Saves, unless somebody else did since the form was shown.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var saved = false;
        if (!await TryAsync(writes =>
        {
            var wrong = new Refusals();
            if (AgendaWorkshop.Find(writes, Id) is { } was)
            {
                wrong.Of(() => WorkshopDays.Check(writes, was.ProgrammeId, was, Form.Details));
            }

            wrong.Of(() => saved = WorkshopCommands.Change(writes, Id, Form.Version, Form.Details, Viewer.PersonId));
            wrong.Throw();
        }))
        {
            return Again();
        }

        if (saved)
        {
            await live.NowChangedAsync(Id);
            return RedirectToPage("/Workshops/Agenda/Editor", new { id = Id });
        }

        if (await Db.ReadAsync(reads => AgendaWorkshop.Find(reads, Id)) is not { } now)
        {
            return NotFound();
        }

        Form.Version = now.Version;
        var mine = Form.Details;
        return await BothAsync(now.ChangedBy, now.ChangedAt, StaleField.Different(
            new StaleField("Which workshop", WorkshopForm.WordOf(mine.Kind), WorkshopForm.WordOf(now.Kind)),
            new StaleField("Title", mine.Title, now.Title), new StaleField("Day", mine.Date, now.Date),
            new StaleField("Start", mine.Starts, now.Starts), new StaleField("Room until", mine.Ends ?? "", now.Ends ?? ""),
            new StaleField("Place", mine.Place, now.Place)));
    }
}
