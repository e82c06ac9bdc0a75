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
        Check(date, reply);
        if (Faults.Count > 0)
        {
            return Again();
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

    private void Check(string date, string reply)
    {
        var length = new StringInfo(reply).LengthInTextElements;
        if (Say is not ("Accepted" or "Opened" or "NotPossible"))
        {
            Faults["Say"] = "Choose what you tell the set.";
        }

        if (!DoorCommands.IsDate(date) && (Say == "Accepted" || date.Length > 0))
        {
            Faults["Date"] = Say == "Accepted" ? "Say by which day. The set plans with it." : "A date, or nothing.";
        }

        if ((IsNo && length == 0) || length > DoorCommands.ReplyMax)
        {
            Faults["Reply"] = length == 0 ? "A no needs its reason. It often shows the set another way." : $"{length} characters. Keep it to {DoorCommands.ReplyMax}.";
        }
    }

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
