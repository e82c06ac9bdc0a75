using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>Taking a place in a workshop and giving it up.</summary>
public static class Seats
{
    /// <summary>Longest name of a guest that fits beside a post.</summary>
    public const int LongestName = 60;

    /// <summary>How many guests one room holds at once: far more than a hall, so that nobody fills the file from outside.</summary>
    public const int MostGuests = 2000;

    /// <summary>Takes an expected person's place for a phone.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="workshop">The workshop.</param>
    /// <param name="who">The person.</param>
    /// <param name="assurance">How sure we are of the person.</param>
    /// <param name="token">
    /// The token that the page of names proposed, so that a press that comes twice takes one place; null makes one.
    /// </param>
    /// <returns>The phone's token; null where another phone has the name and this one would have to be let in.</returns>
    public static string? Take(Writes writes, long workshop, RosterName who, Assurance assurance, string? token = null)
    {
        var participant = ParticipantOf(writes, workshop, who);
        return Has(writes, participant, token) ? token
            : assurance == Assurance.Claimed && IsTaken(writes, participant) ? null
            : AddDevice(writes, participant, assurance, token);
    }

    /// <summary>Takes a place for somebody without a role in the programme.</summary>
    /// <returns>The phone's token.</returns>
    /// <exception cref="RefusedException">The name is missing, too long, or somebody else's.</exception>
    public static string TakeAsGuest(Writes writes, Room room, string typed, string? token = null)
    {
        var name = Line.Clean(typed);
        if (GuestOf(writes, room.Id, name) is { } guest && Has(writes, guest, token))
        {
            return token!;
        }

        if (name.Length is 0 or > LongestName)
        {
            throw new RefusedException("name", name.Length == 0
                ? "Type the name that stands beside what you post."
                : $"At most {LongestName} characters. A first and a last name will do.");
        }

        if (Roster.Everybody(writes, room.ProgrammeId, room.Id).Any(who => Same(who.Name, name))
            || Roster.Guests(writes, room.Id).Any(who => who.IsTaken && Same(who.Name, name)))
        {
            throw new RefusedException("name", $"Somebody called {name} is in this workshop already. Add something to tell you apart.");
        }

        if (writes.First<long>(
            """
            SELECT count(*) FROM participant j
            WHERE j.workshop_id = @Id AND j.person_id IS NULL
              AND EXISTS (SELECT 1 FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL)
            """, new { room.Id }) >= MostGuests)
        {
            throw new RefusedException("name", "So many guests are here that no more can come in. Ask the facilitator.");
        }

        return AddDevice(writes, writes.Insert(
            "INSERT INTO participant (workshop_id, name, role, joined_at) VALUES (@Id, @name, 'Guest', @Now)",
            new { room.Id, name, writes.Now }), Assurance.Claimed, token);
    }

    /// <summary>The participant of an expected person; made when they first come, however old the list is that they were found in.</summary>
    public static long ParticipantOf(Writes writes, long workshop, RosterName who)
    {
        if (who.ParticipantId is { } known)
        {
            return known;
        }

        var place = new { workshop, who.PersonId, who.Name, role = who.Role.ToString(), who.SetId, writes.Now };
        writes.Execute(
            """
            INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at)
            VALUES (@workshop, @PersonId, @Name, @role, @SetId, @Now)
            ON CONFLICT DO NOTHING
            """, place);
        return writes.First<long>("SELECT id FROM participant WHERE workshop_id = @workshop AND person_id = @PersonId", place);
    }

    /// <summary>Gives up this phone's place: "that's not me". The name is free again.</summary>
    public static void Leave(Writes writes, Seat seat) => writes.Execute(
        "UPDATE device SET revoked_at = @Now WHERE id = @DeviceId", new { writes.Now, seat.DeviceId });

    /// <summary>Takes the place from every phone that holds it, so that its owner can pick the name anew.</summary>
    public static int Free(Writes writes, long workshop, long participant, long? by)
    {
        return Noted(writes, "free-name", workshop, participant, by, writes.Execute(
            """
            UPDATE device SET revoked_at = @Now
            WHERE participant_id = @participant AND revoked_at IS NULL
              AND participant_id IN (SELECT id FROM participant WHERE workshop_id = @workshop)
            """,
            new { writes.Now, participant, workshop }));
    }

    /// <summary>Says that the phones of a participant are in the right hands: they may act in the person's roles.</summary>
    public static int Vouch(Writes writes, long workshop, long participant, long? by)
    {
        return Noted(writes, "vouch", workshop, participant, by, writes.Execute(
            """
            UPDATE device SET assurance = 'Vouched'
            WHERE participant_id = @participant AND revoked_at IS NULL
              AND participant_id IN (SELECT id FROM participant WHERE workshop_id = @workshop AND person_id IS NOT NULL)
            """,
            new { participant, workshop }));
    }

    /// <summary>Lets a phone act for a participant.</summary>
    public static void AddDeviceOf(Writes writes, long participant, Assurance assurance, string tokenHash) => writes.Execute(
        """
        INSERT INTO device (token_hash, participant_id, assurance, created_at)
        VALUES (@tokenHash, @participant, @assurance, @Now)
        """,
        new { tokenHash, participant, assurance = assurance.ToString(), writes.Now });

    /// <summary>The cookie that makes this browser the phone of a place.</summary>
    public static void Remember(HttpContext http, string token) => http.Response.Cookies.Append(
        Viewers.SeatCookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(200),
            IsEssential = true,
        });

    private static string AddDevice(Writes writes, long participant, Assurance assurance, string? proposed)
    {
        var isFree = Tokens.IsToken(proposed) && writes.First<long?>(
            "SELECT id FROM device WHERE token_hash = @hash", new { hash = Tokens.Hash(proposed!) }) is null;
        var token = isFree ? proposed! : Tokens.New();
        AddDeviceOf(writes, participant, assurance, Tokens.Hash(token));
        return token;
    }

    /// <summary>Whether this very phone has the place already: the same press came twice.</summary>
    private static bool Has(Writes writes, long participant, string? token) => Tokens.IsToken(token) && writes.First<long?>(
        "SELECT id FROM device WHERE participant_id = @participant AND token_hash = @hash AND revoked_at IS NULL",
        new { participant, hash = Tokens.Hash(token!) }) is not null;

    private static long? GuestOf(Writes writes, long workshop, string name) => writes.First<long?>(
        "SELECT id FROM participant WHERE workshop_id = @workshop AND person_id IS NULL AND name = @name ORDER BY id DESC",
        new { workshop, name });

    private static int Noted(Writes writes, string act, long workshop, long participant, long? by, int phones)
    {
        if (phones > 0)
        {
            Audit.Note(writes, by, workshop, act, "participant", participant);
        }

        return phones;
    }

    private static bool IsTaken(Writes writes, long participant) => writes.First<long?>(
        "SELECT id FROM device WHERE participant_id = @participant AND revoked_at IS NULL", new { participant }) is not null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
