using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>A door, for whoever was asked to open it and for the sponsor: they see to it, say that it is open, or why it is not possible.</summary>
public sealed class DoorPage(Db db, Writer writer, IEnumerable<IDoorAnswers> rooms) : SignedInPage(db, writer)
{
    /// <summary>The door.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Accepted, Opened or NotPossible.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Say { get; set; }

    /// <summary>By which day it opens, as typed.</summary>
    [BindProperty]
    public string? Date { get; set; }

    /// <summary>What the set is told, as typed.</summary>
    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>Where it is not possible: whether there is another door.</summary>
    [BindProperty]
    public string? Another { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Where to go then: the page in this house that it was answered from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The door as it stands.</summary>
    public DoorRow Door { get; private set; } = null!;

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <summary>The no has a page of its own: the why comes first.</summary>
    public bool IsNo => Say == "NotPossible";

    /// <summary>Shows the door.</summary>
    public void OnGet() => (Date, Reply, Another, Version) = (Door.OpensOn ?? Door.NeededBy, Door.Answer, Door.Another, Door.Version);

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (date, reply) = ((Date ?? "").Trim(), Line.Clean(Reply));
        if (Wrong(date, reply) is { } wrong)
        {
            return Again(wrong.Field, wrong.Message);
        }

        var word = new DoorWord(
            Say!, reply, Say == "Accepted" ? date : "", IsNo && Another is "Somebody" or "Smaller" or "None" ? Another : "");
        var kept = false;
        await TryAsync(writes => kept = Keep(writes, word));
        if (!kept)
        {
            Door = await Db.ReadAsync(reads => DoorRow.Find(reads, Id)) ?? Door;
            Version = Door.Version;
            ModelState.Clear();
            Faults["Say"] = $"It has changed meanwhile: {Door.Words}. Send again if yours should stand.";
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var room in rooms)
        {
            await room.TellAsync(Door, Me, HttpContext.RequestAborted);
        }

        return LocalRedirect(Home);
    }

    /// <summary>The sponsor asks whoever was asked how it stands.</summary>
    public async Task<IActionResult> OnPostWonderAsync()
    {
        await TryAsync(writes =>
        {
            if (DoorRow.Find(writes, Id) is { } door && door.MayAnswer(writes, Me))
            {
                DoorCommands.Wonder(writes, door, Me);
            }
        });
        return LocalRedirect($"{Home}#door-{Id}");
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync()
    {
        Door = (await Db.ReadAsync(reads => DoorRow.Find(reads, Id) is { } door && door.MayAnswer(reads, Me) ? door : null))!;
        return Door is null ? NotFound() : null;
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => reads.First<string>(
        "SELECT archived_at FROM programme WHERE id = @ProgrammeId", new { Door.ProgrammeId }) is not null;

    private (string Field, string Message)? Wrong(string date, string reply) =>
        Say is not ("Accepted" or "Opened" or "NotPossible") ? ("Say", "Choose what you tell the set.")
        : Say == "Accepted" && !DoorCommands.IsDate(date) ? ("Date", "Say by which day. The set plans with it.")
        : date.Length > 0 && !DoorCommands.IsDate(date) ? ("Date", "A date, or nothing.")
        : IsNo && reply.Length == 0 ? ("Reply", "A no needs its reason. It often shows the set another way.")
        : new StringInfo(reply).LengthInTextElements is var length && length > DoorCommands.ReplyMax
            ? ("Reply", $"{length} characters. Keep it to {DoorCommands.ReplyMax}.") : null;

    private bool Keep(Writes writes, DoorWord word)
    {
        if (DoorRow.Find(writes, Id) is not { } door || door.Version != Version || !door.MayAnswer(writes, Me))
        {
            return false;
        }

        DoorCommands.Answer(writes, door, word, Me);
        foreach (var room in rooms)
        {
            room.Answered(writes, door, word.State);
        }

        return true;
    }
}
