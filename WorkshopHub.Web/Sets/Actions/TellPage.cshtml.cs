using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// The owner reports back before the meeting, on a phone: what I did, what happened, what I learned. It waits there to be read
/// out, and until then its owner may change it.
/// </summary>
public sealed class TellPage(Db db, Writer writer, ActionsLive live, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The number of the action in its set.</summary>
    [FromRoute]
    public long Number { get; set; }

    /// <summary>What was typed.</summary>
    [BindProperty]
    public TellForm Form { get; set; } = new();

    /// <summary>The action.</summary>
    public SetAction Action { get; private set; } = null!;

    /// <summary>The day to which it would be carried.</summary>
    public DateOnly Next { get; private set; }

    /// <summary>The meeting at which it is read out.</summary>
    public ReadOut ReadOut { get; private set; } = new(null, null);

    /// <inheritdoc />
    protected override bool GoesWhenOver => true;

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await LoadAsync() ? null : NotFound();

    /// <summary>Shows the form: empty, or with what waits to be read out. What was told at a meeting is told.</summary>
    public IActionResult OnGet()
    {
        Form = TellForm.Of(Action);
        return Action.IsOpen || Action.Last is { Waits: true } ? Page() : LocalRedirect(Action.Href);
    }

    /// <summary>Brings it to the set.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var kept = false;
        if (!await TryAsync(writes => kept = Form.Tell(writes, Action with { Version = Form.Version }, null, Me)))
        {
            return Again();
        }

        if (kept)
        {
            await live.ChangedAsync(Id, null, HttpContext.RequestAborted);
            Told = $"The set has it. It is {ReadOut.When}.";
            return this.Gone(Action.Href);
        }

        await LoadAsync();
        return await BothAsync(Action.ChangedBy, Action.ChangedAt, Form.Beside(Action));
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Action = SetAction.Find(reads, Id, Number)!;
        if (Action?.OwnerId != Me || MembershipId is null)
        {
            return false;
        }

        var today = LocalDay.Today(reads, time.GetUtcNow());
        ReadOut = ReadOut.Of(reads, Id, Action.Last is { Waits: true } waits ? waits.Due : Action.Due, today);
        Next = NextDay.After(reads, Id, ReadOut.Day is { } day && day > Action.Day ? day : Action.Day > today ? Action.Day : today);
        return true;
    });
}

/// <summary>The form of a report back, on a phone or in the meeting.</summary>
public sealed class TellForm
{
    /// <summary>The id of the report that it makes.</summary>
    public string Key { get; set; } = Tokens.New();

    /// <summary>The version of the action with which it was shown.</summary>
    public long Version { get; set; }

    /// <summary>Done, Partly, NotDone or Carried.</summary>
    public string? State { get; set; }

    /// <summary>What I did.</summary>
    public string? Did { get; set; }

    /// <summary>What happened.</summary>
    public string? Happened { get; set; }

    /// <summary>What I learned.</summary>
    public string? Learned { get; set; }

    /// <summary>What is in the way, where it is carried a third time.</summary>
    public string? Why { get; set; }

    /// <summary>It is carried on, beside its report.</summary>
    public bool GoesOn { get; set; }

    /// <summary>The day to which it is carried.</summary>
    public string? OnTo { get; set; }

    /// <summary>The form for an action: with what waits to be read out, or empty.</summary>
    public static TellForm Of(SetAction action) => action.Last is { Waits: true } waits ? Of(waits, action.Version) : new TellForm { Version = action.Version };

    /// <summary>The form with the words of a report, for the action as it stands in a version.</summary>
    public static TellForm Of(ActionReport told, long version) => new()
    {
        Version = version,
        State = told.State,
        Did = told.Did,
        Happened = told.Happened,
        Learned = told.Learned,
        Why = told.Why,
        GoesOn = told.OnTo is not null,
        OnTo = told.OnTo,
    };

    /// <summary>Notes what was typed; what waited to be read out gives way to it. False where somebody else was quicker.</summary>
    /// <exception cref="RefusedException">A field is not as it must be.</exception>
    public bool Tell(Writes writes, SetAction action, long? meeting, long by)
    {
        var told = Read(meeting);
        if (Reporting.WasSent(writes, action, told, by) is { } same)
        {
            return same;
        }

        // What waited gives way, and so does what was told at this very meeting: its version says that it was seen.
        if (action.Last is { Waits: true } || (meeting is not null && action.Last?.MeetingId == meeting))
        {
            if (!Reporting.TakeBack(writes, action, by))
            {
                return false;
            }

            action = SetAction.Find(writes, action.SetId, action.Number)!;
        }

        return Reporting.Add(writes, action, told, by);
    }

    /// <summary>The form once more, beside what stands by now: sent again, it is a report of its own.</summary>
    /// <returns>What was typed and what stands, where they differ.</returns>
    public IReadOnlyList<StaleField> Beside(SetAction? now)
    {
        (Key, Version) = (Tokens.New(), now?.Version ?? 0);
        var (mine, theirs) = (Read(null), now?.Last);
        return StaleField.Different(
            new StaleField("How did it go?", ActionWords.Of(mine.State).Word, ActionWords.Of(theirs?.State ?? now?.State ?? "").Word),
            new StaleField("What I did", mine.Did, theirs?.Did ?? ""), new StaleField("What happened", mine.Happened, theirs?.Happened ?? ""),
            new StaleField("What I learned", mine.Learned, theirs?.Learned ?? ""), new StaleField("What is in the way", mine.Why, theirs?.Why ?? ""),
            new StaleField("Carried on, to", mine.OnTo ?? "", theirs?.OnTo ?? ""));
    }

    private ToldAction Read(long? meeting) => new(Key, State ?? "")
    {
        Did = Did ?? "",
        Happened = Happened ?? "",
        Learned = Learned ?? "",
        Why = Why ?? "",
        MeetingId = meeting,
        OnTo = string.IsNullOrEmpty(State) || State == "Carried" || (GoesOn && State is "Partly" or "NotDone") ? OnTo : null,
    };
}
