using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A note or a decision, as its page needs it.</summary>
public interface IWorkItem
{
    /// <summary>The membership whose problem it is for; null for the set's.</summary>
    long? MembershipId { get; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    string? GoneAt { get; }

    /// <summary>Rises with every change.</summary>
    long Version { get; }

    /// <summary>When it was last written (UTC).</summary>
    string ChangedAt { get; }

    /// <summary>Who wrote last.</summary>
    string ChangedBy { get; }
}

/// <summary>
/// One note or one decision: changed, taken back, put back. What was shown of it were its words as they were: other words, and
/// taking it back, take it from whom it was shown to.
/// </summary>
public abstract class WorkItemPage<TItem>(Db db, Writer writer, WorkLive live) : SetPage(db, writer)
    where TItem : class, IWorkItem
{
    /// <summary>It as it stands.</summary>
    public TItem There { get; private set; } = null!;

    /// <summary>Its number.</summary>
    public abstract long Item { get; }

    /// <summary>Where this page is.</summary>
    public abstract string Here { get; }

    /// <summary>Where the work is.</summary>
    public string Work => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/work{(There.MembershipId is { } of ? $"/{of}" : "")}");

    /// <summary>The kind under which it is shown, and its place on the page of the work.</summary>
    protected abstract (string Kind, string Place) Is { get; }

    /// <summary>Reads it, or null.</summary>
    protected abstract TItem? Find(Reads reads);

    /// <summary>Puts what stands into the form.</summary>
    protected abstract void Fill();

    /// <summary>Writes what was typed. False where it reads otherwise by now.</summary>
    protected abstract bool Change(Writes writes);

    /// <summary>Takes it back, or puts it back.</summary>
    protected abstract bool TakeBack(Writes writes, bool back);

    /// <summary>Where what was typed differs from what stands; the version that stands goes into the form.</summary>
    protected abstract IReadOnlyList<StaleField> Different();

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (Set.IsOver)
        {
            return LocalRedirect($"{Work}#{Is.Place}");
        }

        Fill();
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        var saved = false;
        if (await TryAsync(writes => saved = MayNow(writes) && Change(writes) && Unshown(writes)) && saved)
        {
            await live.ChangedAsync(Id, There.MembershipId);
            return this.Gone($"{Work}#{Is.Place}");
        }

        await Db.ReadAsync(Load);
        return Faults.Count > 0 ? Again()
            : Different() is { Count: > 0 } fields ? await BothAsync(There.ChangedBy, There.ChangedAt, fields)
            : this.Gone($"{Work}#{Is.Place}"); // it stands as typed: a phone sends again what it has not heard of
    }

    /// <summary>Takes it back, or puts it back.</summary>
    public async Task<IActionResult> OnPostTakeAsync(bool back)
    {
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        await TryAsync(writes => _ = MayNow(writes) && TakeBack(writes, back) && (back || Unshown(writes)));
        await live.ChangedAsync(Id, There.MembershipId);
        return LocalRedirect(back ? $"{Work}#{Is.Place}" : Here);
    }

    private bool Unshown(Writes writes)
    {
        Sharing.Withdraw(writes, Is.Kind, Item.ToString(CultureInfo.InvariantCulture), Me);
        return true;
    }

    private bool MayNow(Reads reads) => SetRights.Writes(Viewer, reads, Id, Artefact.StudyNotes) >= Extent.Own;

    private bool Load(Reads reads) => (There = Find(reads)!) is not null && MayNow(reads);
}
