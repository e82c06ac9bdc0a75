using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>Whose calendar a secret address opens.</summary>
/// <param name="PersonId">The person, or null.</param>
/// <param name="SetId">The set, or null.</param>
public sealed record CalendarFeed(long? PersonId, long? SetId);

/// <summary>The secret addresses of calendars: one a person and one a set. Only a hash is kept; a new one ends the one before.</summary>
public static class CalendarFeeds
{
    // Whoever leaves a set knows its address, so it ends with them; the others make a new one.
    private const string Alive =
        """
        SELECT f.person_id, f.set_id, f.created_at FROM calendar_feed f
        WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.set_id = f.set_id AND m.left_at > f.created_at)
        """;

    /// <summary>Makes an address for a person or a set.</summary>
    /// <returns>The token, which is shown once.</returns>
    public static string Make(Writes writes, long? person, long? set, long? by)
    {
        var token = Tokens.New();
        End(writes, person, set);
        writes.Execute("""
            INSERT INTO calendar_feed (token_hash, person_id, set_id, created_at, created_by) VALUES (@hash, @person, @set, @Now, @by)
            """, new { hash = Tokens.Hash(token), person, set, writes.Now, by });
        Note(writes, "make-calendar-address", person, set, by);
        return token;
    }

    /// <summary>Ends an address.</summary>
    public static void Revoke(Writes writes, long? person, long? set, long? by)
    {
        if (End(writes, person, set) > 0)
        {
            Note(writes, "end-calendar-address", person, set, by);
        }
    }

    /// <summary>Whose calendar a token opens; null where there is none, or it was ended.</summary>
    public static CalendarFeed? Find(Reads reads, string? token) => !Tokens.IsToken(token) ? null
        : reads.First<Row>($"{Alive} AND f.token_hash = @hash", new { hash = Tokens.Hash(token!) })
            is { } row ? new CalendarFeed(row.PersonId, row.SetId) : null;

    /// <summary>Since when a person or a set has an address, as people read it; null where there is none.</summary>
    public static string? Since(Reads reads, long? person, long? set) => reads.First<Row>(
        $"{Alive} AND f.person_id IS @person AND f.set_id IS @set", new { person, set }) is { } row
        ? LocalTime.DayAndClock(Utc.Parse(row.CreatedAt), LocalTime.ZoneOf(reads)) : null;

    /// <summary>The whole address of a token.</summary>
    public static string AddressOf(string? site, string token) => $"{site}/calendar/{token}.ics";

    private static int End(Writes writes, long? person, long? set) => writes.Execute(
        "DELETE FROM calendar_feed WHERE person_id IS @person AND set_id IS @set", new { person, set });

    private static void Note(Writes writes, string act, long? person, long? set, long? by) =>
        Audit.Note(writes, by, null, act, set is null ? "person" : "sets", set ?? person!);

    private sealed record Row
    {
        public long? PersonId { get; init; }

        public long? SetId { get; init; }

        public string CreatedAt { get; init; } = "";
    }
}
