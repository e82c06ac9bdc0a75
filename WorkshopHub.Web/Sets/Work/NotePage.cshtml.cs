using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>One study note: changed, taken back, put back.</summary>
public sealed class NotePage(Db db, Writer writer, WorkLive live) : SetPage(db, writer)
{
    /// <summary>The note's number.</summary>
    [FromRoute(Name = "note")]
    public long NoteId { get; set; }

    /// <summary>The note as typed.</summary>
    [BindProperty]
    public NoteForm Note { get; set; } = new();

    /// <summary>The note as it stands.</summary>
    public StudyNote There { get; private set; } = null!;

    /// <summary>Where the work is.</summary>
    public string Work => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work{(There.MembershipId is { } of ? $"/{of}" : "")}");

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Note = NoteForm.Of(There);
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var (typed, saved) = (Note, false);
        if (await TryAsync(writes => saved = MayNow(writes) && StudyNote.Change(writes, NoteId, typed, Me) && Unshown(writes)) && saved)
        {
            await live.ChangedAsync(Id, There.MembershipId);
            return LocalRedirect($"{Work}#study");
        }

        await Db.ReadAsync(Load);
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = There.Version;
        return await BothAsync(There.ChangedBy, There.ChangedAt, StaleField.Different(
            new StaleField("What we looked at", Slides.Clean(typed.LookedAt), There.LookedAt), new StaleField("What we found", Slides.Clean(typed.Found), There.Found),
            new StaleField("Where it comes from", Slides.Clean(typed.Source), There.Source), new StaleField("State", "", There.GoneAt is null ? "" : "Taken back")));
    }

    /// <summary>Takes it back, or puts it back.</summary>
    public async Task<IActionResult> OnPostTakeAsync(bool back)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        await TryAsync(writes => _ = MayNow(writes) && StudyNote.TakeBack(writes, Id, NoteId, back, Me) && (back || Unshown(writes)));
        await live.ChangedAsync(Id, There.MembershipId);
        return back ? LocalRedirect($"{Work}#study") : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/notes/{NoteId}"));
    }

    // What was shown were these words; others are shown anew.
    private bool Unshown(Writes writes)
    {
        Sharing.Withdraw(writes, "StudyNote", NoteId.ToString(CultureInfo.InvariantCulture), Me);
        return true;
    }

    private bool MayNow(Reads reads) => SetRights.Writes(Viewer, reads, Id, Artefact.StudyNotes) >= Extent.Own;

    private bool Load(Reads reads) => (There = StudyNote.Find(reads, Id, NoteId)!) is not null && MayNow(reads);
}
