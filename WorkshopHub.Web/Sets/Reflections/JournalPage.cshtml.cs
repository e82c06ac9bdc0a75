using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>
/// One's own journal in a set: what one wrote for oneself, shared item by item. Who has left the set keeps it, reads it and may
/// take back what is shared, and sees nothing else here.
/// </summary>
public sealed class JournalPage(Db db, Writer writer, LiveWire wire) : SignedInPage(db, writer)
{
    private bool _archived;

    /// <summary>The set.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>A reflection as typed.</summary>
    [BindProperty]
    public ReflectionForm Mine { get; set; } = new();

    /// <summary>The one whose words are changed, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>To whom it is shown.</summary>
    [BindProperty]
    public string? Audience { get; set; }

    /// <summary>The one that was to be shown just now, or null.</summary>
    public string? Item => Request.HasFormContentType ? Request.Form["item"].ToString() : null;

    /// <summary>What every page of a set says of it.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>Whether the viewer belongs to the set now, as member or advisor.</summary>
    public bool IsIn { get; private set; }

    /// <summary>What the viewer wrote, the newest first.</summary>
    public IReadOnlyList<Reflection> Own { get; private set; } = [];

    /// <summary>To whom each is shown.</summary>
    public ILookup<string, Share> Shares { get; private set; } = Array.Empty<Share>().ToLookup(share => "");

    /// <summary>To whom the one is shown whose words are changed.</summary>
    public IReadOnlyList<Share> ReadBy => Mine is { Version: > 0, Id: { } id } ? [.. Shares[id]] : [];

    /// <summary>To whom one may be shown now.</summary>
    public IReadOnlyList<ShownTo> Audiences { get; private set; } = [];

    /// <summary>What the others of the set have shown to the set.</summary>
    public IReadOnlyList<(string Who, string Text, string At)> FromOthers { get; private set; } = [];

    /// <summary>Where the set's channel stands, for data-live.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The revision that was read.</summary>
    public long Revision { get; private set; }

    /// <summary>The advisor's questions between the meetings.</summary>
    public IReadOnlyList<Prompt> Prompts { get; private set; } = [];

    /// <summary>The actions that something may be about.</summary>
    public IReadOnlyList<(long Id, string Text)> Actions { get; private set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <summary>Shows the journal.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Mine = ReflectionForm.Of(Own.FirstOrDefault(own => own.Id == Edit));
        return Page();
    }

    /// <summary>What others have shown to the set, again: somebody showed one, or took it back.</summary>
    public async Task<IActionResult> OnGetPartAsync()
    {
        if (!IsIn)
        {
            return NotFound();
        }

        await LoadAsync();
        return Partial("~/Sets/Reflections/_FromOthers.cshtml", this);
    }

    /// <summary>Writes one, or other words.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsIn)
        {
            return Forbid();
        }

        var kept = false;
        if (await TryAsync(writes => kept = ReflectionCommands.WriteOwn(writes, Mine, nameof(Mine), Id, null, Me)) && kept)
        {
            wire.Reread(Channels.Space(Id));
            Told = Mine.Shown == "stay" ? "Kept. Those to whom you showed it read the new words." : "Kept, for you alone.";
            return this.Gone(string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/journal"));
        }

        var typed = Mine;
        await LoadAsync();
        ModelState.Clear();
        if (Faults.Count > 0)
        {
            return Again();
        }

        if (Own.FirstOrDefault(own => own.Id == typed.Id) is not { } there)
        {
            return NotFound();
        }

        (typed.Version, Edit) = (there.Version, there.Id);
        return await BothAsync(Viewer.Name, there.ChangedAt, StaleField.Different(new StaleField("What you wrote", SheetForm.Lines(typed.Text), there.Text)), "mine");
    }

    /// <summary>Shows one to somebody.</summary>
    public Task<IActionResult> OnPostShareAsync(string? item) => ActAsync(
        reads => IsMine(reads, item),
        writes => Reflection.Find(writes, item ?? "") is { } own && own.AuthorId == Me && own.SetId == Id
            && (ShownTo.OfReflection(own: true, atFinal: true).Any(one => one.Key == Audience)
                ? Sharing.Give(writes, "Reflection", own.Id, Id, Me, Audience, Me) : throw new RefusedException("Audience", "Choose to whom you show it.")),
        "It is shown now. You can take it back; that it was shown stays on record.");

    /// <summary>Takes one back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(long share) => ActAsync(
        reads => Share.Find(reads, share) is { } found && found.OwnerId == Me && found.SetId == Id,
        writes => Share.Find(writes, share) is { } found && found.OwnerId == Me && Sharing.Withdraw(writes, Id, share, Me),
        "Taken back. Nobody reads it any more but you.");

    /// <summary>Throws one away for good.</summary>
    public Task<IActionResult> OnPostThrowAwayAsync(string? item) => ActAsync(
        reads => IsMine(reads, item),
        writes => Reflection.Find(writes, item ?? "")?.SetId == Id && ReflectionCommands.ThrowAway(writes, item!, Me), "Thrown away.");

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(reads =>
    {
        if (SetFrame.Find(reads, Id) is not { } set)
        {
            return false;
        }

        (Set, _archived) = (set, set.IsArchived);
        IsIn = SetRights.Reads(Viewer, reads, Id, Artefact.SetSpace) >= Extent.Own;
        return IsIn || reads.First<long?>("SELECT 1 FROM membership WHERE set_id = @Id AND person_id = @Me", new { Id, Me }) is not null;
    }) ? null : NotFound();

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) =>
        _archived && !string.Equals(Request.Query["handler"], "Withdraw", StringComparison.OrdinalIgnoreCase) && !string.Equals(Request.Query["handler"], "ThrowAway", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> ActAsync(Func<Reads, bool> mine, Func<Writes, bool> act, string told)
    {
        var done = false;
        if (!await Db.ReadAsync(mine))
        {
            return NotFound();
        }

        if (await TryAsync(writes => done = act(writes)) && done)
        {
            wire.Reread(Channels.Space(Id));
            Told = told;
            return Here();
        }

        await LoadAsync();
        ModelState.Clear();
        Mine = ReflectionForm.Of(null);
        return Faults.Count > 0 ? Again() : NotFound();
    }

    private bool IsMine(Reads reads, string? item) => Reflection.Find(reads, item ?? "") is { } own && own.AuthorId == Me && own.SetId == Id;

    private RedirectToPageResult Here() => RedirectToPage(new { id = Id });

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        (Stamp, Revision) = (wire.Stamp(Channels.Space(Id)), reads.Revision);
        (Own, Shares, Zone) = (Reflection.Own(reads, Id, Me), Share.Standing(reads, Id, "Reflection"), LocalTime.ZoneOf(reads));
        Audiences = ShownTo.OfReflection(own: true, Moments.Of(reads, Set.ProgrammeId).AtFinal);
        if (IsIn)
        {
            (Prompts, Actions) = (Prompt.Of(reads, Id, null), ActionsToLearnFrom.Of(reads, Id));
            FromOthers = reads.Query<(string, string, string)>(
                """
                SELECT p.name, r.text, h.shared_at FROM share h JOIN reflection r ON r.id = h.thing_id JOIN person p ON p.id = r.author_id
                WHERE h.set_id = @Id AND h.kind = 'Reflection' AND h.audience = 'Set' AND h.withdrawn_at IS NULL AND h.owner_id <> @Me
                ORDER BY h.shared_at DESC
                """, new { Id, Me });
        }

        return true;
    });
}
