using System.Globalization;
using System.Security.Claims;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Finds out who is asking, from the cookies of a request and the rows as they are now.</summary>
public sealed class Viewers(Db db)
{
    /// <summary>The cookie of a phone's place in a workshop.</summary>
    public const string SeatCookie = "wh_seat";

    /// <summary>The cookie of a paired wall.</summary>
    public const string ScreenCookie = "wh_screen";

    /// <summary>Who is asking now.</summary>
    public async Task<Viewer> ReadAsync(HttpContext http)
    {
        var person = http.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = http.User.FindFirstValue(SignIns.StampClaim);
        var seat = http.Request.Cookies[SeatCookie];
        var screen = http.Request.Cookies[ScreenCookie];
        if (person is null && seat is null && screen is null)
        {
            return Viewer.Nobody;
        }

        return await db.ReadAsync(reads => Read(reads, person, stamp, seat, screen), http.RequestAborted);
    }

    private static Viewer Read(Reads reads, string? person, string? stamp, string? seat, string? screen)
    {
        var viewer = person is null ? null : reads.First<Viewer>(
            """
            SELECT p.id AS PersonId, p.name, a.is_admin, a.is_facilitator,
                   EXISTS (SELECT 1 FROM personal_link l
                           WHERE l.person_id = p.id AND l.purpose = 'Reset' AND l.created_at > ifnull(a.links_seen_at, '')) AS HasNewWayIn
            FROM account a
            JOIN person p ON p.id = a.person_id
            WHERE a.person_id = @person AND a.stamp = @stamp
            """,
            new { person = long.Parse(person, CultureInfo.InvariantCulture), stamp });
        var held = Tokens.IsToken(seat) ? SeatOf(reads, Tokens.Hash(seat!)) : null;
        return (viewer ?? Viewer.Nobody) with
        {
            // Who has signed in on the phone that came by code is known on it too.
            Seat = held is { PersonId: not null } && held.PersonId == viewer?.PersonId ? held with { Assurance = Assurance.SignedIn } : held,
            Screen = Tokens.IsToken(screen) ? ScreenOf(reads, Tokens.Hash(screen!)) : null,
        };
    }

    private static Seat? SeatOf(Reads reads, string hash) => reads.First<Seat>(
        """
        SELECT d.id AS DeviceId, p.id AS ParticipantId, p.workshop_id, p.person_id, p.name, p.role, p.set_id, d.assurance
        FROM device d
        JOIN participant p ON p.id = d.participant_id
        WHERE d.token_hash = @hash AND d.revoked_at IS NULL
        """,
        new { hash }) is not { } seat ? null
            : seat.PersonId is { } person && RoleNow.AllOf(reads, seat.WorkshopId, person) is [var first, ..] all
                ? seat with { Role = first.Role, SetId = first.SetId, Roles = all }
                : seat;

    private static ScreenPass? ScreenOf(Reads reads, string hash) => reads.First<ScreenPass>(
        "SELECT id AS ScreenId, workshop_id FROM screen WHERE token_hash = @hash AND unpaired_at IS NULL",
        new { hash });
}

/// <summary>Asking a request who is behind it.</summary>
public static class ViewerOfRequest
{
    private static readonly object _key = new();

    /// <summary>Who is asking; read once per request.</summary>
    public static async Task<Viewer> ViewerAsync(this HttpContext http)
    {
        if (http.Items.TryGetValue(_key, out var known))
        {
            return (Viewer)known!;
        }

        var viewer = await http.RequestServices.GetRequiredService<Viewers>().ReadAsync(http);
        http.Items[_key] = viewer;
        return viewer;
    }
}
