using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Reflections;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// One action between meetings, for the set: where it came from, what was told of it, help that is asked and given, and its
/// owner's notes. The owner reports early, carries it on or asks; the set may drop it, and takes it over where its owner left.
/// </summary>
public sealed class ActionPage(Db db, Writer writer, ActionsLive live, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The number of the action in its set.</summary>
    [FromRoute]
    public long Number { get; set; }

    /// <summary>The version that a form was shown with.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The id that a form made.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>What was typed, whichever form it was.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>A day that was typed.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>The action.</summary>
    public SetAction Action { get; private set; } = null!;

    /// <summary>What was asked and answered about it.</summary>
    public IReadOnlyList<HelpLine> Help { get; private set; } = [];

    /// <summary>What the set wrote of it when it reflected.</summary>
    public IReadOnlyList<Reflection> Reflected { get; private set; } = [];

    /// <summary>The reader's own notes beside it.</summary>
    public OwnNote Note { get; private set; } = new();

    /// <summary>To whom its owner shows it, for the owner alone.</summary>
    public IReadOnlyList<string> ShownTo { get; private set; } = [];

    /// <summary>Today in the organisation's zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The day to which it would be carried: the first meeting after its day and after today.</summary>
    public DateOnly Next { get; private set; }

    /// <summary>The meeting at which what was told before it is read out, where something waits for that.</summary>
    public ReadOut ReadOut { get; private set; } = new(null, null);

    /// <summary>The form that was sent and is to be mended; empty where none was.</summary>
    public string Sent { get; private set; } = "";

    /// <summary>It is the reader's own.</summary>
    public bool IsMine => Action.OwnerId == Me;

    /// <summary>The reader is a member of the set, who may write while it is at work; its advisor reads.</summary>
    public bool MayWrite => MembershipId is not null && !Set.IsOver;

    /// <summary>It was carried as often as it goes without the set hearing why.</summary>
    public bool IsWorn => Action.Carried >= Reporting.Carries;

    /// <summary>What was told last may be taken back: by its owner, or by whoever dropped it with the set, until its meeting is over.</summary>
    public bool MayTakeBack { get; private set; }

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("note");

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await LoadAsync() ? null : NotFound();

    /// <summary>The owner carries it on without a report.</summary>
    public Task<IActionResult> OnPostCarryAsync() => OwnAsync(
        "carry",
        writes => Reporting.Add(writes, Seen, new ToldAction(Key ?? "", "Carried") { OnTo = Day, Why = Words ?? "" }, Me),
        "It goes on. It comes up again on the new day.");

    /// <summary>The set drops it, with a reason.</summary>
    public Task<IActionResult> OnPostDropAsync() => SetAsync(
        "drop", writes => ActionCommands.Drop(writes, Seen, Key ?? "", Words, null, Me), "It is dropped. The reason stands beside it.");

    /// <summary>Takes back what was told, carried or dropped last.</summary>
    public Task<IActionResult> OnPostBackAsync() => SetAsync("back", writes => MayTakeBack && Reporting.TakeBack(writes, Seen, Me), "It is open again, as it was.");

    /// <summary>A member takes it over, where its owner has left.</summary>
    public Task<IActionResult> OnPostAdoptAsync() => SetAsync("adopt", writes => ActionCommands.Adopt(writes, Seen, Me, Me), "It is yours now.");

    /// <summary>The owner changes its words or its day.</summary>
    public Task<IActionResult> OnPostChangeAsync() => OwnAsync("change", writes => ActionCommands.Change(writes, Seen, Words ?? "", Day, Me), "Changed.");

    /// <summary>The owner asks the set for help, or somebody of the set answers.</summary>
    public Task<IActionResult> OnPostHelpAsync() => SetAsync(
        "help",
        writes =>
        {
            ActionHelp.Add(writes, Action, Key, Words, Me);
            return true;
        },
        "It stands there. The set sees it.");

    /// <summary>The owner has help enough, or asks again.</summary>
    /// <param name="enough">Whether it is enough.</param>
    public Task<IActionResult> OnPostEnoughAsync(bool enough) => OwnAsync(
        "help",
        writes =>
        {
            ActionHelp.Enough(writes, Action, enough);
            return true;
        },
        enough ? "Good. What was answered stays." : "The set sees that you ask.");

    /// <summary>The owner keeps notes for themselves.</summary>
    public Task<IActionResult> OnPostNoteAsync() => OwnAsync(
        "note",
        writes =>
        {
            OwnNote.Keep(writes, Action.Id, Me, Words);
            return true;
        },
        "Kept. Only you see it.");

    private SetAction Seen => Action with { Version = Version };

    private Task<IActionResult> OwnAsync(string form, Func<Writes, bool> command, string told) => DoAsync(form, () => IsMine, command, told);

    private Task<IActionResult> SetAsync(string form, Func<Writes, bool> command, string told) => DoAsync(form, () => true, command, told);

    private async Task<IActionResult> DoAsync(string form, Func<bool> may, Func<Writes, bool> command, string told)
    {
        Sent = form;
        if (MembershipId is null || !may())
        {
            return NotFound();
        }

        var kept = false;
        if (!await TryAsync(writes => kept = command(writes)))
        {
            var again = Again();
            Response.StatusCode = Faults.ContainsKey(ActionCommands.SentBefore) ? StatusCodes.Status409Conflict : Response.StatusCode;
            return again;
        }

        if (!kept)
        {
            await LoadAsync();
            return await BothAsync(Action.ChangedBy, Action.ChangedAt, StaleField.Different(
                new StaleField("What is sent", Words ?? Day ?? "", Action.Text), new StaleField("State", "Agreed", ActionWords.Of(Action.State).Word),
                new StaleField("Due", Day ?? Action.Due, Action.Due)));
        }

        await live.ChangedAsync(Id, Action.SlotId, HttpContext.RequestAborted);
        Told = told;
        return this.Gone(Action.Href);
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Action = SetAction.Find(reads, Id, Number)!;
        if (Action is null)
        {
            return false;
        }

        (Help, Note, Today) = (HelpLine.Of(reads, Action.Id), OwnNote.Of(reads, Action.Id, Me), LocalDay.Today(reads, time.GetUtcNow()));
        Reflected = Reflection.About(reads, Id, Action.Id);
        ShownTo = IsMine ? [.. Share.Standing(reads, Id, "Action")[Action.Thing].Select(share => share.To)] : [];
        Next = NextDay.After(reads, Id, Action.Day > Today ? Action.Day : Today);
        ReadOut = Action.Last is { Waits: true } waits ? ReadOut.Of(reads, Id, waits) : ReadOut;
        MayTakeBack = MayWrite && Action.Last is { } last && (IsMine || last.State == "Dropped")
            && (last.MeetingId is null || reads.First<string>("SELECT state FROM set_meeting WHERE id = @MeetingId", new { last.MeetingId }) != "Held");
        return true;
    });
}
