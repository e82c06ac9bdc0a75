using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>The door of a room: the code, one's set, one's name. Three taps, and nothing to install.</summary>
public sealed class Join(Db db, Writer writer, WrongCodes wrongCodes, GuestPace pace, JoinLive live, Connections connections) : PageModel
{
    /// <summary>Six digits, or the token of the room's QR.</summary>
    [FromRoute]
    public string? Key { get; set; }

    /// <summary>The code as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The set that was picked.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Set { get; set; }

    /// <summary>"others" for everybody without a set.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>The guest's name as it was typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The phone's token that this page proposes, so that a press that comes twice takes one place.</summary>
    [BindProperty]
    public string Device { get; set; } = Tokens.New();

    /// <summary>The room; null while no right code was given.</summary>
    public Room? Room { get; private set; }

    /// <summary>The sets of the programme.</summary>
    public IReadOnlyList<RosterSet> Sets { get; private set; } = [];

    /// <summary>Everybody who is expected.</summary>
    public IReadOnlyList<RosterName> People { get; private set; } = [];

    /// <summary>Who signed in on this phone and is expected here, or null.</summary>
    public RosterName? Known { get; private set; }

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The code field, the sets, or the names.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (Code is not null && Key is null)
        {
            var digits = string.Concat(Code.Where(char.IsAsciiDigit));
            return await FindAsync(digits) ? LocalRedirect($"/j/{digits}") : Page();
        }

        if (Key is null)
        {
            return Page();
        }

        if (!await FindAsync(Key))
        {
            return Page();
        }

        GuestPace.Greet(HttpContext);
        var viewer = await HttpContext.ViewerAsync();
        return Access.IsInRoom(viewer, Room!.Id) && Set is null && As is null ? LocalRedirect(PhoneAddress) : Page();
    }

    /// <summary>Picks a name from the list.</summary>
    public async Task<IActionResult> OnPostPickAsync(long person)
    {
        if (!await FindAsync(Key ?? ""))
        {
            return Page();
        }

        var viewer = await HttpContext.ViewerAsync();
        var assurance = viewer.PersonId == person ? Assurance.Vouched : Assurance.Claimed;
        var (seat, claim, participant) = await writer.RunAsync(writes =>
        {
            if (Roster.One(writes, Room!.ProgrammeId, Room.Id, person) is not { } who)
            {
                return (null, null, 0L);
            }

            // Who picks another name gives up the one picked before.
            if (viewer.Seat is { } before && before.WorkshopId == Room.Id && before.PersonId != person)
            {
                Seats.Leave(writes, before);
            }

            var taken = Seats.Take(writes, Room.Id, who, assurance, Device);
            var place = Seats.ParticipantOf(writes, Room.Id, Roster.One(writes, Room.ProgrammeId, Room.Id, person)!);
            return (taken, taken is null ? Claims.Ask(writes, place, Device) : null, place);
        });
        LetGo(viewer.Seat, participant);
        if (seat is not null)
        {
            Seats.Remember(HttpContext, seat);
            live.Changed(Room!.Id);
            return LocalRedirect(PhoneAddress);
        }

        if (claim is null)
        {
            return NotFound();
        }

        Response.Cookies.Append(Claims.Cookie, claim, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            MaxAge = TimeSpan.FromHours(12),
            IsEssential = true,
        });
        live.ClaimChanged(Room!.Id, participant);
        return LocalRedirect("/j/wait");
    }

    /// <summary>Joins as somebody without a role in the programme.</summary>
    public async Task<IActionResult> OnPostGuestAsync()
    {
        if (!await FindAsync(Key ?? ""))
        {
            return Page();
        }

        if (!pace.May(HttpContext))
        {
            return NoGuest("Ten guests came in by this phone within an hour, or it keeps no cookies. Ask the facilitator, or use another phone.", StatusCodes.Status429TooManyRequests);
        }

        var before = (await HttpContext.ViewerAsync()).Seat;
        try
        {
            var token = await writer.RunAsync(writes =>
            {
                // A browser has one place in a room: who comes in anew gives up the one before.
                if (before?.WorkshopId == Room!.Id && Request.Cookies[Viewers.SeatCookie] != Device)
                {
                    Seats.Leave(writes, before);
                }

                return Seats.TakeAsGuest(writes, Room, Name ?? "", Device);
            });
            LetGo(Request.Cookies[Viewers.SeatCookie] == Device ? null : before, null);
            Seats.Remember(HttpContext, token);
        }
        catch (RefusedException refused)
        {
            return NoGuest(refused.Message, StatusCodes.Status422UnprocessableEntity);
        }

        live.Changed(Room!.Id);
        return LocalRedirect(PhoneAddress);
    }

    /// <summary>What still hangs on the name that this browser had before hears nothing more of it.</summary>
    private void LetGo(Seat? before, long? now)
    {
        if (before?.WorkshopId == Room!.Id && before.ParticipantId != now)
        {
            connections.Abort(participant: before.ParticipantId);
        }
    }

    private PageResult NoGuest(string problem, int status)
    {
        (Problem, As) = (problem, "others");
        Response.StatusCode = status;
        return Page();
    }

    private string PhoneAddress => $"/w/{Room!.Id.ToString(CultureInfo.InvariantCulture)}";

    private async Task<bool> FindAsync(string key)
    {
        var isToken = Tokens.IsToken(key.ToLowerInvariant());
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!isToken && !wrongCodes.MayTry(address))
        {
            Problem = "Too many wrong codes have come in. Scan the square on the big screen, or wait ten minutes.";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Key = null;
            return false;
        }

        var viewer = await HttpContext.ViewerAsync();
        await db.ReadAsync(reads =>
        {
            Room = key.Length == 0 ? null : Room.ByKey(reads, key);
            if (Room is not null)
            {
                Sets = Roster.Sets(reads, Room.ProgrammeId, Room.Id);
                People = Roster.Everybody(reads, Room.ProgrammeId, Room.Id);
                Known = People.FirstOrDefault(who => who.PersonId == viewer.PersonId);
            }

            return true;
        });
        if (Room is null)
        {
            Problem = isToken ? "This room is closed. Ask for today’s code, and type it here."
                : key.Length == 6 ? $"No open workshop has {Rooms.Spoken(key)}. Check the order of the numbers. A workshop that is over has no code any more."
                : "The code has six numbers. They stand on the big screen.";
            Code ??= isToken ? null : key;
            Key = null;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            if (!isToken)
            {
                wrongCodes.Count(address);
            }
        }

        return Room is not null;
    }
}
