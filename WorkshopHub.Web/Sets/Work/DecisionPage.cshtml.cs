using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>One decision: changed, taken back, put back.</summary>
public sealed class DecisionPage(Db db, Writer writer, WorkLive live, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The decision's number.</summary>
    [FromRoute(Name = "decision")]
    public long DecisionId { get; set; }

    /// <summary>The decision as typed.</summary>
    [BindProperty(Name = "Decision")]
    public DecisionForm Typed { get; set; } = new();

    /// <summary>The decision as it stands.</summary>
    public WorkDecision There { get; private set; } = null!;

    /// <summary>Where the work is.</summary>
    public string Work => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work{(There.MembershipId is { } of ? $"/{of}" : "")}");

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        Typed = DecisionForm.Of(There);
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var (typed, saved) = (Typed, false);
        if (await TryAsync(writes => saved = MayNow(writes) && WorkDecision.Change(writes, DecisionId, typed, LocalDay.Today(writes, time.GetUtcNow()), Me) && Unshown(writes)) && saved)
        {
            await live.ChangedAsync(Id, There.MembershipId);
            return LocalRedirect($"{Work}#decisions");
        }

        await Db.ReadAsync(Load);
        if (Faults.Count > 0)
        {
            return Again();
        }

        typed.Version = There.Version;
        return await BothAsync(There.ChangedBy, There.ChangedAt, StaleField.Different(
            new StaleField("What we decided", Slides.Clean(typed.Text), There.Text), new StaleField("On what ground", typed.Ground ?? "", There.Ground.ToString()),
            new StaleField("With whom", Slides.Clean(typed.Whom), There.Whom), new StaleField("Needed by", typed.NeededBy ?? "", There.NeededBy ?? ""),
            new StaleField("Day", typed.On ?? "", There.OnDate),
            new StaleField("State", "", There.GoneAt is null ? "" : "Taken back")));
    }

    /// <summary>Takes it back, or puts it back.</summary>
    public async Task<IActionResult> OnPostTakeAsync(bool back)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        await TryAsync(writes => _ = MayNow(writes) && WorkDecision.TakeBack(writes, Id, DecisionId, back, Me) && (back || Unshown(writes)));
        await live.ChangedAsync(Id, There.MembershipId);
        return back ? LocalRedirect($"{Work}#decisions") : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/decisions/{DecisionId}"));
    }

    // What was shown were these words; others are shown anew.
    private bool Unshown(Writes writes)
    {
        Sharing.Withdraw(writes, "Decision", DecisionId.ToString(CultureInfo.InvariantCulture), Me);
        return true;
    }

    private bool MayNow(Reads reads) => SetRights.Writes(Viewer, reads, Id, Artefact.StudyNotes) >= Extent.Own;

    private bool Load(Reads reads) => (There = WorkDecision.Find(reads, Id, DecisionId)!) is not null && MayNow(reads);
}
