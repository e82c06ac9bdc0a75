using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>
/// The doors of a set: what it asked for, what was answered and after how many days. It asks at any time, not only in a workshop:
/// one writes it, a second one says yes.
/// </summary>
public sealed class SetDoors(Db db, Writer writer, LiveWire wire, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The door as typed.</summary>
    [BindProperty]
    public SheetForm Door { get; set; } = new();

    /// <summary>What the set asked for, what waits first.</summary>
    public DoorsToOpen Doors { get; private set; } = null!;

    /// <summary>What was said of each door, in order.</summary>
    public ILookup<string, DoorSaid> Said { get; private set; } = Array.Empty<DoorSaid>().ToLookup(said => "");

    /// <summary>What waits for a second yes.</summary>
    public IReadOnlyList<Sheet> Waiting { get; private set; } = [];

    /// <summary>Whom the set can ask.</summary>
    public IReadOnlyList<Opener> Openers { get; private set; } = [];

    /// <summary>Who reads it, by name.</summary>
    public Readers Readers { get; private set; } = null!;

    /// <summary>Shows the doors.</summary>
    /// <param name="no">The step to which the client said no last: the form begins with words about it, and somebody of the set makes them theirs.</param>
    public async Task OnGetAsync(long? no)
    {
        await LoadAsync();
        Door = SheetForm.New("Door");
        if (no is { } id && await Db.ReadAsync(reads => AgreementStep.Of(reads, Set.Id)) is [.., { State: "Declined" } step] && step.Id == id)
        {
            Door.Title = "A word with our client";
            Door.Text = $"{step.AnsweredBy} said no to “{step.Words.ToLowerInvariant()}”. Can you talk with them?";
        }
    }

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("press") && Request.HasFormContentType && $"{Request.Form["press"]}".Split('/')[0] is "drop" or "back";

    /// <summary>One of the set writes a request; it waits for a second yes.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Door.Kind = "Door";
        var kept = false;
        if (await TryAsync(writes => kept = SheetCommands.Write(writes, Door, Set.Id, null, Me)) && kept)
        {
            return Changed("It waits for one more yes, by phone too. Then it is asked.");
        }

        await LoadAsync();
        if (Faults.Count > 0)
        {
            return Again();
        }

        Faults["Press"] = "This form was sent already, and its words have changed since. Here is how it is.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>A press: yes/{id}/{version}, drop/{id}, back/{id}.</summary>
    public async Task<IActionResult> OnPostPressAsync(string? press)
    {
        var words = (press ?? "").Split('/');
        var (verb, id) = (words[0], words.Length > 1 ? words[1] : "");
        _ = long.TryParse(words.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var done = false;
        await TryAsync(writes => done = verb switch
        {
            "yes" => SheetCommands.Confirm(writes, Set.Id, id, version, Me),
            "drop" => SheetCommands.Drop(writes, Set.Id, id, Me),
            "back" => SheetCommands.TakeBack(writes, Set.Id, id, Me) || (DoorRow.Find(writes, id)?.SetId == Set.Id && DoorCommands.TakeBack(writes, id)),
            _ => false,
        });
        if (done)
        {
            return Changed(verb switch { "yes" => "It is asked now.", "back" => "Taken back. It is asked for no longer.", _ => "Put away." });
        }

        await LoadAsync();
        Door = SheetForm.New("Door");
        Faults["Press"] = "It stands otherwise by now, or the second yes is another person’s. Here is how it is.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private RedirectToPageResult Changed(string told)
    {
        wire.Reread(Channels.Space(Set.Id));
        Told = told;
        return RedirectToPage(new { id = Set.Id });
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        var zone = LocalTime.ZoneOf(reads);
        Doors = new DoorsToOpen(DoorRow.OfSet(reads, Set.Id), LocalDay.Today(reads, time.GetUtcNow()), zone, "");
        Said = DoorSaid.Of(reads, Set.Id);
        Waiting = [.. Sheet.OfSet(reads, Set.Id).Where(sheet => sheet is { Kind: "Door", State: "Proposed" })];
        (Openers, Readers) = (Opener.Of(reads, Set.Id), Readers.Of(reads, Set.Id));
        return true;
    });
}

/// <summary>A word to the set about a door, with its day.</summary>
public sealed record DoorSaid
{
    /// <summary>The door.</summary>
    public string DoorId { get; init; } = "";

    /// <summary>Accepted, Opened or NotPossible.</summary>
    public string State { get; init; } = "";

    /// <summary>What was said; may be empty.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The day that was given, or null.</summary>
    public string? OpensOn { get; init; }

    /// <summary>Who said it.</summary>
    public string Who { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The word for it.</summary>
    public string Words => State switch
    {
        "Accepted" => $"“I’ll see to it”{(OpensOn is null ? "" : $", by {DoorRow.DayOf(OpensOn)}")}",
        "Opened" => "It is open",
        _ => "Not possible",
    };

    /// <summary>Everything that was said of a set's doors.</summary>
    public static ILookup<string, DoorSaid> Of(Reads reads, long set) => reads.Query<DoorSaid>(
        """
        SELECT w.door_id, w.state, w.answer, w.opens_on, p.name AS Who, w.at
        FROM door_word w JOIN door_request d ON d.id = w.door_id JOIN person p ON p.id = w.by
        WHERE d.set_id = @set ORDER BY w.id
        """, new { set }).ToLookup(said => said.DoorId);
}
