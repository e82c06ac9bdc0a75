using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Asking;

/// <summary>A question that a set asks somebody of the programme, for that person alone: the question, and the answer. Nothing else of the set is here.</summary>
public sealed class AskedPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The question.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>The answer as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What is asked.</summary>
    public SetAsk Ask { get; private set; } = null!;

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <summary>Shows it.</summary>
    public void OnGet() => Answer = Ask.Answer;

    /// <summary>Answers it, or puts other words.</summary>
    public async Task<IActionResult> OnPostAsync(long version)
    {
        var done = false;
        if (await TryAsync(writes => done = AskCommands.Answer(writes, Ask, version, Answer, Me)) && done)
        {
            Told = $"Answered. {Ask.SetName} reads it.";
            return RedirectToPage(new { key = Key });
        }

        return Faults.Count > 0 ? Again() : await Db.ReadAsync(Load)
            ? await BothAsync(Viewer.Name, Ask.AnsweredAt ?? Ask.AskedAt, StaleField.Different(new StaleField("Answer", Answer ?? "", Ask.Answer))) : NotFound();
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Ask.IsArchived;

    private bool Load(Reads reads)
    {
        if (SetAsk.Find(reads, $"{RouteData.Values["key"]}") is not { } ask || ask.ToPerson != Me)
        {
            return false;
        }

        (Ask, Zone) = (ask, LocalTime.ZoneOf(reads));
        return true;
    }
}
