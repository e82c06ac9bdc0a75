using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Advising;

/// <summary>
/// How a set learns: learnings before tasks, then the figures of its own asking, for its members and its advisor alike. An
/// advisor is there "to help the set reflect on what they are learning from the actions": their notes are theirs alone.
/// </summary>
public sealed class AdvisingPage(Db db, Writer writer, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The meeting whose figures are shown, by number; null for all.</summary>
    [FromQuery]
    public long? Meeting { get; set; }

    /// <summary>The note, as typed.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What the set has learned.</summary>
    public IReadOnlyList<SetLearning> Learnings { get; private set; } = [];

    /// <summary>How it asks.</summary>
    public SetFigures Figures { get; private set; } = null!;

    /// <summary>Its actions by state.</summary>
    public ActionFigures Actions { get; private set; } = new();

    /// <summary>The advisor's own notes; none for others.</summary>
    public IReadOnlyList<AdvisorNote> Notes { get; private set; } = [];

    /// <summary>The note whose form was refused or is behind; 0 for a new one.</summary>
    public long Writing { get; private set; }

    /// <summary>The meeting that runs, or comes next; null where none is planned.</summary>
    public Meeting? Next { get; private set; }

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <inheritdoc />
    protected override bool GoesWhenOver => true;

    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Keeps a note, new or written anew.</summary>
    public async Task<IActionResult> OnPostNoteAsync(long of, long version)
    {
        if (!IsAdvisor)
        {
            return NotFound();
        }

        var kept = false;
        var taken = await TryAsync(writes =>
        {
            if (of == 0)
            {
                AdvisorNotes.Add(writes, Id, Me, Note);
            }

            kept = of == 0 || AdvisorNotes.Change(writes, Id, Me, of, version, Note);
        });
        if (taken && kept)
        {
            return RedirectToPage(null, null, new { id = Id }, "notes");
        }

        await LoadAsync();
        Writing = of;
        return !taken ? Again() : Notes.FirstOrDefault(one => one.Id == of) is not { } now ? NotFound()
            : await BothAsync(Viewer.Name, now.ChangedAt, StaleField.Different(new StaleField("Note", Note ?? "", now.Text)), $"note-{of}");
    }

    /// <summary>Throws a note away.</summary>
    public async Task<IActionResult> OnPostDropAsync(long of)
    {
        if (!IsAdvisor)
        {
            return NotFound();
        }

        await TryAsync(writes => AdvisorNotes.Delete(writes, Id, Me, of));
        return RedirectToPage(null, null, new { id = Id }, "notes");
    }

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Zone = LocalTime.ZoneOf(reads);
        var all = Schedule.Meeting.Of(reads, Id);
        var today = LocalDay.Today(reads, time.GetUtcNow());
        Next = all.FirstOrDefault(one => one.State == "Open") ?? all.FirstOrDefault(one => one.IsPlanned && one.Day >= today);
        Learnings = SetLearning.Of(reads, Id);
        Figures = SetFigures.Of(reads, Id, all.FirstOrDefault(one => one.Number == Meeting)?.Id);
        Actions = ActionFigures.Of(reads, Id);
        Notes = IsAdvisor ? AdvisorNote.Of(reads, Id, Me) : [];
        return true;
    });
}
