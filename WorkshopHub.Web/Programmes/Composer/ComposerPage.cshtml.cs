using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>
/// Where the sets of a programme are composed: a draft that the facilitator proposes, changes, locks and undoes, and puts in
/// place when it is good.
/// </summary>
public sealed partial class ComposerPage(Db db, Writer writer, Mixer mixer, OfficeNews news, Endings endings) : ProgrammePage(db, writer)
{
    /// <summary>All that is shown.</summary>
    public ComposerView View { get; private set; } = null!;

    /// <summary>The person picked, or null.</summary>
    public PickView? Pick { get; private set; }

    /// <summary>Why the proposal that was asked for does not exist, or null.</summary>
    public Clash? Clash { get; private set; }

    /// <summary>What putting it in place would do; null where it was not asked.</summary>
    public PlacingPlan? Plan { get; private set; }

    /// <summary>The press again, for who wants it in place of what somebody else did.</summary>
    public IReadOnlyList<(string Name, string Value)> Pressed { get; private set; } = [];

    /// <summary>Words by which people to take in are looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>The version of the draft that a press was made on.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>People who were ticked.</summary>
    [BindProperty]
    public IReadOnlyList<long> Ticked { get; set; } = [];

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>What stands in a field: as typed where the page comes back, else as it is.</summary>
    public string Value(string field, long? kept) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed)
        ? typed.ToString() : kept?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Shows the draft, or how to begin one.</summary>
    /// <param name="pick">A person to show the ways of.</param>
    /// <param name="place">Whether to ask if it should be put in place.</param>
    public async Task<IActionResult> OnGetAsync(long? pick, bool place)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Pick = PickView.Of(View, pick);
        Plan = place && View.Draft is not null ? PlacingPlan.Of(View) : null;
        return Page();
    }

    /// <summary>In which state the draft is now: an open page asks when it is told of a press, and follows what somebody else pressed.</summary>
    public async Task<IActionResult> OnGetMarkAsync() => Content(await Db.ReadAsync(reads => DraftTable.MarkOf(reads, Id), HttpContext.RequestAborted));

    /// <summary>Begins a draft of the sets as they are and the people who were ticked.</summary>
    /// <param name="number">How many sets.</param>
    public async Task<IActionResult> OnPostBeginAsync(int number)
    {
        var begun = false;
        var kept = await TryAsync(writes => begun = DraftCommands.Begin(writes, Id, number, Ticked, Viewer.PersonId));
        return !kept ? await RefusedAsync() : begun ? Done() : await BothAsync("A draft", _ => "begin a new one", view => $"{view.Draft?.People.Count} people in {view.Draft?.Sets.Count} sets");
    }

    /// <summary>Looks for people to take in; who is ticked already stays so.</summary>
    /// <param name="all">Whether to tick everybody who is listed.</param>
    public async Task<IActionResult> OnPostFindAsync(bool all)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Ticked = all ? [.. View.Free.Where(one => one.Roles.Length == 0).Select(one => one.Id)] : Ticked;
        return Page();
    }

    /// <summary>Takes people in.</summary>
    public Task<IActionResult> OnPostPeopleAsync() => PressAsync(
        _ => Ticked.Count == 1 ? "1 person taken in" : $"{Ticked.Count} people taken in",
        (writes, draft) => draft.TakeIn(DraftCommands.Allowed(writes, Id, Ticked).Select(one => (one, (long?)null))));

    /// <summary>Takes a person out of the draft.</summary>
    /// <param name="person">Who.</param>
    public Task<IActionResult> OnPostOutAsync(long person) => PressAsync(
        view => $"{view.NameOf(person)} taken out of the draft", (_, draft) => draft.TakeOut(person));

    /// <summary>Seats a person in a set, or beside the sets.</summary>
    /// <param name="person">Who.</param>
    /// <param name="to">The set's position; 0 is beside the sets.</param>
    public Task<IActionResult> OnPostMoveAsync(long person, long to) => PressAsync(
        view => $"{view.NameOf(person)} to {view.Draft?.NameOf(to == 0 ? null : to)}", (_, draft) => draft.Move(person, to == 0 ? null : to),
        view => new StaleField(view.NameOf(person), view.Draft!.NameOf(to == 0 ? null : to), view.Draft.NameOf(view.Draft.Person(person)?.Position)));

    /// <summary>Locks a person where they are, or lets go.</summary>
    /// <param name="person">Who.</param>
    /// <param name="locked">Whether to lock.</param>
    public Task<IActionResult> OnPostLockAsync(long person, bool locked) => PressAsync(
        view => $"{view.NameOf(person)} {(locked ? "locked" : "unlocked")}", (_, draft) => draft.Lock(person, locked),
        view => new StaleField(view.NameOf(person), locked ? "locked" : "free", view.Draft!.Person(person) switch
        {
            null => "not in the draft",
            { Locked: true } => "locked",
            _ => "free",
        }));

    /// <summary>Gives the draft more sets or fewer.</summary>
    /// <param name="number">How many.</param>
    public Task<IActionResult> OnPostSetsAsync(int number) => PressAsync(
        _ => $"{number} sets", (writes, draft) => draft.WithSets(number, SetRow.Of(writes, Id)),
        view => new StaleField("Sets", number.ToString(CultureInfo.InvariantCulture), view.Draft!.Sets.Count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Says what the sets should mix, and what comes first. What is not named stays.</summary>
    /// <param name="units">How much different units count.</param>
    /// <param name="disciplines">How much different disciplines count.</param>
    /// <param name="sites">How much different sites count.</param>
    /// <param name="interest">Whether interest comes first.</param>
    public Task<IActionResult> OnPostRulesAsync(Level? units, Level? disciplines, Level? sites, bool? interest) => PressAsync(
        _ => "Other rules", (writes, draft) =>
        {
            if (interest is { } first)
            {
                DraftCommands.Order(writes, Id, first, Viewer.PersonId);
            }

            return draft with { Levels = new Levels(units ?? draft.Levels.Units, disciplines ?? draft.Levels.Disciplines, sites ?? draft.Levels.Sites) };
        });

    /// <summary>Takes the newest press back.</summary>
    public async Task<IActionResult> OnPostUndoAsync()
    {
        var undone = false;
        var kept = await TryAsync(writes => undone = DraftCommands.Undo(writes, Id, Version, Viewer.PersonId));
        return !kept ? await RefusedAsync() : undone ? Done() : await BothAsync("Undo", _ => "the press that was shown", _ => null);
    }

    /// <summary>Takes over what was changed elsewhere.</summary>
    public Task<IActionResult> OnPostFollowAsync() => PressAsync(
        _ => "What changed elsewhere taken over", (writes, draft) => draft.Follow(SetRow.Of(writes, Id), MemberRow.Of(writes, Id)));

    /// <summary>Throws the draft away. The sets stay as they are.</summary>
    public async Task<IActionResult> OnPostDiscardAsync()
    {
        var gone = false;
        await TryAsync(writes => gone = DraftCommands.Discard(writes, Id, Version));
        if (!gone)
        {
            return await BothAsync("The draft", _ => "throw it away", null);
        }

        Told = "The draft is gone. The sets are as they were.";
        return Done();
    }

    private async Task<IActionResult> PressAsync(
        Func<ComposerView, string> what, Func<Writes, Draft, Draft> change, Func<ComposerView, StaleField>? both = null)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var (done, words) = (false, what(View));
        if (!await TryAsync(writes => done = DraftCommands.Press(writes, Id, Version, words, Viewer.PersonId, draft => change(writes, draft))))
        {
            return await RefusedAsync();
        }

        return done ? Done() : await BothAsync(null, what, null, both);
    }

    private RedirectToPageResult Done()
    {
        news.OfDraft(Id);
        return Back();
    }

    private RedirectToPageResult Back() => RedirectToPage("/Programmes/Composer/ComposerPage", new { id = Id });

    private async Task<IActionResult> RefusedAsync() => await LoadAsync() ? Again() : NotFound();

    /// <summary>Somebody else was quicker: what was meant here, and what stands now.</summary>
    private async Task<IActionResult> BothAsync(
        string? label, Func<ComposerView, string> mine, Func<ComposerView, string?>? theirs, Func<ComposerView, StaleField>? both = null)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Pressed = [.. Request.Form.Where(field => field.Key is not ("Version" or "__RequestVerificationToken"))
            .SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")))];
        var field = View.Draft is null ? new StaleField("The draft", mine(View), "thrown away, or not begun")
            : both?.Invoke(View) ?? new StaleField(label ?? "The draft", mine(View), theirs?.Invoke(View) ?? View.Last?.What ?? "as it was before");
        return await BothAsync(View.Draft?.ChangedBy, View.Draft?.ChangedAt ?? View.Programme.ChangedAt, StaleField.Different(field), "again");
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        View = ComposerView.Read(reads, Id, Words, Ticked)!;
        return View is not null;
    });
}
