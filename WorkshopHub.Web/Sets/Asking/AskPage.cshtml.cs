using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Asking;

/// <summary>What a set asks other sets and people between its meetings, and what it is asked: the set answers, no office does it for them.</summary>
public sealed class AskPage(Db db, Writer writer) : SetPage(db, writer)
{
    /// <summary>A question as typed.</summary>
    [BindProperty]
    public AskForm Form { get; set; } = new();

    /// <summary>An answer as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The question that is answered, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public string? Answered { get; set; }

    /// <summary>What the set is asked.</summary>
    public IReadOnlyList<SetAsk> Of { get; private set; } = [];

    /// <summary>What its members asked.</summary>
    public IReadOnlyList<SetAsk> By { get; private set; } = [];

    /// <summary>Who may be asked.</summary>
    public IReadOnlyList<Whom> Whom { get; private set; } = [];

    /// <summary>Whether the viewer is a member, who asks and answers; the advisor reads.</summary>
    public bool MayWrite => MembershipId is not null && !Set.IsArchived;

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("back");

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
    }

    /// <summary>A member asks.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(
        writes => AskCommands.Ask(writes, Id, Form, Me), "Asked. Whoever you asked sees it on their own page.");

    /// <summary>A member answers for the set.</summary>
    public Task<IActionResult> OnPostAnswerAsync(long version) => Of.All(one => one.Id != Answered) ? Task.FromResult<IActionResult>(NotFound()) : ActAsync(
        writes => SetAsk.Find(writes, Answered) is { } ask && ask.ToSet == Id && AskCommands.Answer(writes, ask, version, Answer, Me), "Answered. Their set reads it.");

    /// <summary>Who asked takes it back.</summary>
    public Task<IActionResult> OnPostBackAsync() => By.All(one => one.Id != Answered || one.AskedBy != Me) ? Task.FromResult<IActionResult>(NotFound())
        : ActAsync(writes => AskCommands.TakeBack(writes, Id, Answered, Me), "Taken back. Nobody reads it any more.");

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private async Task<IActionResult> ActAsync(Func<Writes, bool> act, string told)
    {
        if (MembershipId is null)
        {
            return NotFound();
        }

        var done = false;
        if (await TryAsync(writes => done = act(writes)) && done)
        {
            Told = told;
            return this.Gone(string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/questions"));
        }

        await Db.ReadAsync(Load);
        ModelState.Clear();
        if (Faults.Count > 0)
        {
            return Again();
        }

        return Of.FirstOrDefault(one => one.Id == Answered) is { } now
            ? await BothAsync(now.Answerer, now.AnsweredAt ?? now.AskedAt, StaleField.Different(new StaleField("Answer", Answer ?? "", now.Answer)), $"answer-{now.Id}")
            : NotFound();
    }

    private bool Load(Reads reads)
    {
        (Of, By, Zone) = (SetAsk.Of(reads, Id), SetAsk.By(reads, Id), LocalTime.ZoneOf(reads));
        Whom = MembershipId is null ? [] : Asking.Whom.Of(reads, Id, Me);
        return true;
    }
}
