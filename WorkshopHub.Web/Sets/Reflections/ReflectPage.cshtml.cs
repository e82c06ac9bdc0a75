using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>
/// The step that closes each meeting: what did we set out to do, what happened, why the difference, what will we do otherwise,
/// and how did we ask today. The advisor asks, a member writes what the set agrees on; beside it stands what is for oneself alone.
/// </summary>
public sealed class ReflectPage(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Reflect;

    /// <summary>The set's reflection as typed.</summary>
    [BindProperty]
    public ReflectionForm Ours { get; set; } = new();

    /// <summary>One's own as typed.</summary>
    [BindProperty]
    public ReflectionForm Mine { get; set; } = new();

    /// <summary>The advisor's question as typed.</summary>
    [BindProperty]
    public string? Prompt { get; set; }

    /// <summary>The set's reflection as it stands, or null.</summary>
    public Reflection? Now { get; private set; }

    /// <summary>What the viewer wrote for themselves at this meeting.</summary>
    public IReadOnlyList<Reflection> Own { get; private set; } = [];

    /// <summary>The advisor's questions.</summary>
    public IReadOnlyList<Prompt> Prompts { get; private set; } = [];

    /// <summary>How the set asked.</summary>
    public Asked Asked { get; private set; } = null!;

    /// <summary>The actions that something may be about.</summary>
    public IReadOnlyList<(long Id, string Text)> Actions { get; private set; } = [];

    /// <summary>Whether the viewer writes what the set agrees on: a member with the pen; also one who lost it while writing.</summary>
    public bool IsWriter => !IsAdvisor
        && (HasPen || Stale is not null || Faults.Keys.Any(name => name == Pen.Field || name.StartsWith(nameof(Ours), StringComparison.Ordinal)));

    /// <summary>When the set's reflection was kept last, on the clock; empty where nothing is kept.</summary>
    public string Kept { get; private set; } = "";

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("mine");

    /// <summary>Shows the step.</summary>
    public void OnGet() => Forms();

    /// <summary>What the set has written, for those who follow.</summary>
    public IActionResult OnGetPart() => Partial("~/Sets/Reflections/_Ours.cshtml", this);

    /// <summary>A member writes what the set agrees on.</summary>
    /// <param name="then">Where to go then: leaves, or empty to stay.</param>
    public async Task<IActionResult> OnPostAsync(string? then)
    {
        if (IsAdvisor)
        {
            return Forbid();
        }

        var kept = false;
        if (await TryAsync(writes =>
        {
            Pen.Write(writes, Meeting.Id, Hand);
            kept = ReflectionCommands.WriteOfSet(writes, Ours, nameof(Ours), Set.Id, Meeting.Id, Me);
            if (kept && then == "leaves")
            {
                MeetingRuns.Go(writes, Meeting.Id, Hand, MeetingStep.Leaves); // who holds the pen takes the set along
            }
        }) && kept)
        {
            Desk.Live.Changed(Set.Id, Meeting.Id);
            Desk.Wire.Reread(Channels.Space(Set.Id));
            return this.Gone($"/sets/{Set.Id}/meetings/{Number}/{(then == "leaves" ? "leaves" : "reflect")}");
        }

        var typed = Ours;
        await LoadAsync();
        ModelState.Clear();
        Forms();
        Ours = typed;
        if (Faults.Count > 0)
        {
            Response.StatusCode = Faults.ContainsKey(Pen.Field) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var theirs = ReflectionForm.Of(Now);
        (Ours.Id, Ours.Version) = (theirs.Id, theirs.Version);
        return await BothAsync(Now?.ChangedBy, Now?.ChangedAt ?? Meeting.ChangedAt, StaleField.Different(
            new Reflection().Answers.Select(one => new StaleField(one.Question, Leaves.SheetForm.Lines(typed[one.Field]), theirs[one.Field] ?? "")).Append(new StaleField("About an action", TextOf(typed.ActionId), TextOf(theirs.ActionId)))), "ours");
    }

    /// <summary>Somebody writes for themselves alone.</summary>
    public async Task<IActionResult> OnPostMineAsync()
    {
        var kept = false;
        if (await TryAsync(writes => kept = ReflectionCommands.WriteOwn(writes, Mine, nameof(Mine), Set.Id, Meeting.Id, Me)) && kept)
        {
            Told = "Kept, for you alone.";
            return this.Gone($"/sets/{Set.Id}/meetings/{Number}/reflect");
        }

        var typed = Mine;
        await LoadAsync();
        ModelState.Clear();
        Forms();
        Mine = typed;
        return Faults.Count > 0 ? Again() : StatusCode(StatusCodes.Status409Conflict);
    }

    /// <summary>The advisor gives the set a question.</summary>
    public Task<IActionResult> OnPostPromptAsync() => AdviseAsync(writes => ReflectionCommands.Prompt(writes, Set.Id, Meeting.Id, Prompt, Me));

    /// <summary>The advisor takes a question back.</summary>
    public Task<IActionResult> OnPostUnpromptAsync(long prompt) => AdviseAsync(writes => ReflectionCommands.TakePrompt(writes, Set.Id, prompt, Me));

    /// <inheritdoc />
    protected override void Fill(Reads reads)
    {
        (Now, Own) = (Reflection.OfMeeting(reads, Meeting.Id), Reflection.Own(reads, Set.Id, Me, Meeting.Id));
        (Prompts, Asked) = (Reflections.Prompt.Of(reads, Set.Id, Meeting.Id), Asked.Of(reads, Set.Id, Meeting.Id));
        Actions = ActionsToLearnFrom.Of(reads, Set.Id);
        Kept = Now is null ? "" : LocalTime.Clock(Utc.Parse(Now.ChangedAt), LocalTime.ZoneOf(reads));
    }

    private async Task<IActionResult> AdviseAsync(Action<Writes> command)
    {
        if (!IsAdvisor)
        {
            return Forbid();
        }

        if (await TryAsync(command))
        {
            Desk.Wire.Reread(Channels.Space(Set.Id));
            return Here();
        }

        var typed = Prompt;
        await LoadAsync();
        ModelState.Clear();
        Forms();
        Prompt = typed;
        return Again();
    }

    private string TextOf(long? action) => Actions.FirstOrDefault(one => one.Id == action).Text ?? "";

    private RedirectToPageResult Here() => RedirectToPage(new { id = Set.Id, number = Number });

    private void Forms() => (Ours, Mine, Prompt) = (ReflectionForm.Of(Now), ReflectionForm.Of(null), null);
}

/// <summary>The actions of a set that a reflection may be about, the newest first.</summary>
internal static class ActionsToLearnFrom
{
    public static IReadOnlyList<(long Id, string Text)> Of(Reads reads, long set) => reads.Query<(long, string)>(
        """
        SELECT a.id, p.name || ': ' || a.text FROM set_action a JOIN person p ON p.id = a.owner_id
        WHERE a.set_id = @set AND a.state <> 'Dropped' ORDER BY a.due DESC, a.id DESC LIMIT 30
        """, new { set });
}
