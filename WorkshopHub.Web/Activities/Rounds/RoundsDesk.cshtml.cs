using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>
/// The facilitator's buttons on the rounds (verb/activity/version), and the page on which seats are swapped, kept and given
/// up. A press on what has changed since is refused and shows how it is now.
/// </summary>
public sealed class RoundsDesk(Db db, Writer writer, ActivityKinds kinds, RoundsLive live, TimeProvider time) : RoundsPage(db, kinds, time)
{
    /// <summary>The round in which two change places.</summary>
    [BindProperty]
    public long Round { get; set; }

    /// <summary>Whom it is about.</summary>
    [BindProperty]
    public long One { get; set; }

    /// <summary>With whom they change places.</summary>
    [BindProperty]
    public long Other { get; set; }

    /// <summary>The table that they keep; 0 for none.</summary>
    [BindProperty]
    public long Table { get; set; }

    /// <summary>What became of the last press, or null.</summary>
    public RoundsPressed? Pressed { get; private set; }

    /// <summary>The seats.</summary>
    public async Task<IActionResult> OnGetAsync(long activity) =>
        await RefusedAsync() is { } refused ? refused
        : await Db.ReadAsync(reads => Load(reads, activity), HttpContext.RequestAborted) && Now.Row is not null ? Page() : NotFound();

    /// <summary>A button.</summary>
    public async Task<IActionResult> OnPostAsync(string? press, bool page)
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        if ((press ?? "").Split('/') is not [var verb, var of, var seen]
            || !long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var activity)
            || !long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return BadRequest();
        }

        var person = (await HttpContext.ViewerAsync()).PersonId;
        Pressed = await writer.RunAsync(w => Load(w, activity) ? Do(w, verb, version, person) : null);
        if (Pressed is null)
        {
            return NotFound();
        }

        Response.StatusCode = Pressed.Status;
        if (Pressed.Status == StatusCodes.Status200OK)
        {
            live.Changed(Now.Activity);
        }

        if (page)
        {
            return await Db.ReadAsync(reads => Load(reads, activity), HttpContext.RequestAborted) ? Page() : NotFound();
        }

        return Request.Headers.ContainsKey("HX-Request") || Pressed.Status != StatusCodes.Status200OK
            ? Partial("~/Activities/Rounds/_Told.cshtml", Pressed)
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/w/{Workshop}/control"));
    }

    private RoundsPressed Do(Writes w, string verb, long version, long? person)
    {
        if (version != (Now.Row?.Version ?? 0))
        {
            return new(StatusCodes.Status409Conflict, "Something changed just before you pressed. Here is how it is now.");
        }

        if (verb == "make" ? Now.Row?.Phase == RoundPhase.Over : Now.Row is null)
        {
            return new(StatusCodes.Status409Conflict, Now.Row is null ? "There is no plan yet." : "The rounds are over.");
        }

        var told = verb switch
        {
            "make" => SeatingPlan.Make(w, Now.Activity),
            "next" => SeatingMoves.Next(w, Now),
            "back" => SeatingMoves.Back(w, Now),
            "more" => SeatingMoves.More(w, Now),
            "seat" => SeatAll(w),
            "swap" => SeatingMoves.Swap(w, Now, Round, One, Other),
            "fix" => SeatingMoves.Fix(w, Now, One, Table == 0 ? null : Table),
            "leave" => SeatingMoves.Leave(w, Now, One, gone: true),
            "return" => SeatingMoves.Leave(w, Now, One, gone: false),
            _ => null,
        };
        if (told is null)
        {
            return new(StatusCodes.Status422UnprocessableEntity, verb switch
            {
                "make" => "Nobody is here to be seated yet.",
                "swap" => "Choose two people at different tables of that round, in a round that has not passed.",
                "fix" => "Choose somebody of the plan who moves, and a table.",
                "leave" or "return" => "Choose somebody of the plan.",
                _ => "There is nothing to do here now.",
            });
        }

        Audit.Note(w, person, Workshop, $"seating-{verb}", "activity", Now.Activity.Id);
        return new(StatusCodes.Status200OK, told);
    }

    private string? SeatAll(Writes w)
    {
        string? told = null;
        var late = Now.Late.Select(one => one.ParticipantId!.Value).ToList();
        foreach (var participant in late)
        {
            told = SeatingMoves.Seat(w, Seating.Read(w, Now.Activity), participant) ?? told;
        }

        return late.Count > 1 && told is not null ? $"{late.Count} have a table." : told;
    }
}
