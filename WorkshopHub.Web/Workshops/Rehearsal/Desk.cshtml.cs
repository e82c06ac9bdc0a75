using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>In the copy: how fast people are, a wall and phones for this browser, and the way out.</summary>
public sealed class Desk(Db db, Writer writer, IServiceProvider house, JoinLive joins, ScreensLive screens) : OfficePage(db, writer)
{
    private readonly Writer _writer = writer;

    /// <summary>The workshop.</summary>
    public DeskRoom Room { get; private set; } = new();

    /// <summary>Who is expected, by name.</summary>
    public IReadOnlyList<RosterName> Expected { get; private set; } = [];

    /// <summary>How many invented people are here.</summary>
    public int Here => Now?.Cast.Here ?? 0;

    /// <summary>How many times as fast as people they are.</summary>
    public double Factor => Now?.Tempo.Factor ?? 0;

    /// <summary>The real site's page of this rehearsal.</summary>
    public Uri Real => Now!.Real;

    private Rehearsal? Now { get; } = house.GetService<Rehearsal>();

    /// <summary>Shows where the rehearsal stands.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Makes people faster or slower.</summary>
    public IActionResult OnPostTempo(string? word)
    {
        if (Now is null)
        {
            return NotFound();
        }

        foreach (var (_, _, factor) in Tempo.Choices.Where(one => one.Word == word))
        {
            Now.Tempo.Factor = factor;
        }

        return RedirectToPage();
    }

    /// <summary>Makes this browser a wall of the rehearsal.</summary>
    public async Task<IActionResult> OnPostWallAsync()
    {
        if (Now is null)
        {
            return NotFound();
        }

        var (secret, paired) = await _writer.RunAsync(writes =>
        {
            var before = writes.First<int>("SELECT count(*) FROM screen WHERE workshop_id = @Workshop", new { Now.Workshop });
            var ticket = Pairing.Begin(writes, oldSecret: null)!;
            return (ticket.Secret, Pairing.Pair(
                writes, Now.Workshop, ticket.Code, string.Create(CultureInfo.InvariantCulture, $"Wall {before + 1}"), Viewer.PersonId));
        });
        Response.Cookies.Append(Viewers.ScreenCookie, secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
        });
        screens.ScreenChanged(paired.ScreenId);
        return LocalRedirect("/wall");
    }

    /// <summary>Makes this browser the phone of somebody, whom nobody invents any more.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(long person)
    {
        if (!await LoadAsync() || Room.State != "Live" || Expected.FirstOrDefault(one => one.PersonId == person) is not { } who)
        {
            return NotFound();
        }

        await Now!.Cast.LeaveToFacilitatorAsync(person);
        var token = await _writer.RunAsync(writes =>
        {
            if (who.ParticipantId is { } participant)
            {
                Seats.Free(writes, Now.Workshop, participant, Viewer.PersonId);
            }

            return Seats.Take(writes, Now.Workshop, who, Assurance.Vouched)!;
        });
        Seats.Remember(HttpContext, token);
        joins.Changed(Now.Workshop);
        return LocalRedirect($"/w/{Now.Workshop}");
    }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Now is not null && Access.MayControl(Viewer, reads, Now.Workshop);

    private async Task<bool> LoadAsync()
    {
        if (Now is not { Workshop: var workshop })
        {
            return false;
        }

        Room = await Db.ReadAsync(reads => reads.First<DeskRoom>(
            "SELECT id, programme_id, title, state FROM workshop WHERE id = @workshop", new { workshop })) ?? Room;
        var everybody = await Db.ReadAsync(reads => Roster.Everybody(reads, Room.ProgrammeId, workshop));
        Expected = [.. everybody.Where(one => one.Role != Role.Facilitator)];
        return true;
    }
}

/// <summary>The workshop that is rehearsed.</summary>
public sealed record DeskRoom
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";
}
