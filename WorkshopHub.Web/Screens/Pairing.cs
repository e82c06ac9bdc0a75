using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>A code that a browser shows, and the secret that only this browser has.</summary>
/// <param name="Code">Six signs.</param>
/// <param name="Secret">Becomes the screen's token when the code is typed.</param>
public sealed record PairingTicket(string Code, string Secret);

/// <summary>How a browser becomes a screen of a workshop, and how it stops being one.</summary>
public static class Pairing
{
    private const int MostWaiting = 500;
    private const int MostMisses = 10;

    /// <summary>
    /// A fresh code for a browser; an older one of the same browser ends. Null when too many browsers wait already.
    /// </summary>
    public static PairingTicket? Begin(Writes writes, string? oldSecret)
    {
        writes.Execute(
            """
            DELETE FROM pairing
            WHERE secret_hash = @old OR expires_at < @hourAgo OR (expires_at < @now AND screen_id IS NULL)
            """,
            new { old = oldSecret is null ? "" : Tokens.Hash(oldSecret), hourAgo = Ago(writes, 60), now = writes.Now });
        if (writes.First<long>("SELECT count(*) FROM pairing") >= MostWaiting)
        {
            return null;
        }

        var secret = Tokens.New();
        while (true)
        {
            var code = PairingCode.New();
            var made = writes.Execute(
                """
                INSERT INTO pairing (code_hash, secret_hash, expires_at) VALUES (@code, @secret, @expires)
                ON CONFLICT (code_hash) DO NOTHING
                """,
                new
                {
                    code = Tokens.Hash(code),
                    secret = Tokens.Hash(secret),
                    expires = Utc.Text(Utc.Parse(writes.Now) + PairingCode.Life),
                });
            if (made == 1)
            {
                return new PairingTicket(code, secret);
            }
        }
    }

    /// <summary>When this browser's code ends; null where it has none that is good.</summary>
    public static DateTimeOffset? GoodUntil(Reads reads, PairingTicket ticket, DateTimeOffset now)
    {
        var until = reads.First<string>(
            "SELECT expires_at FROM pairing WHERE code_hash = @code AND secret_hash = @secret AND screen_id IS NULL",
            new { code = Tokens.Hash(ticket.Code), secret = Tokens.Hash(ticket.Secret) });
        return until is not null && Utc.Parse(until) > now ? Utc.Parse(until) : null;
    }

    /// <summary>The screen that this browser's secret has become; null while nobody has typed its code.</summary>
    public static long? ScreenOf(Reads reads, string secret) =>
        reads.First<long?>(
            "SELECT id FROM screen WHERE token_hash = @hash AND unpaired_at IS NULL",
            new { hash = Tokens.Hash(secret) });

    /// <summary>A facilitator types the code of a wall and gives it a name.</summary>
    public static ScreenOutcome Pair(Writes writes, long workshopId, string code, string name, long? personId)
    {
        var called = ScreenName.Clean(name);
        var typed = PairingCode.Clean(code);
        var wrongCode = typed.Length != PairingCode.Length ? ScreenOutcome.Invalid("code", "Type the six letters and digits that the wall shows.") : null;
        if (ScreenName.Wrong(writes, workshopId, called, 0) is { } wrongName)
        {
            return wrongCode is null ? wrongName : ScreenOutcome.Invalid("", $"{wrongCode.Message} {wrongName.Message}");
        }

        if (wrongCode is not null)
        {
            return wrongCode;
        }

        if (Misses(writes, workshopId) >= MostMisses)
        {
            return new ScreenOutcome(
                ScreenResult.Wait, 0, "code", "Ten wrong codes in five minutes. Wait a little, then try again.");
        }

        var row = writes.First<Row>(
            "SELECT secret_hash AS Secret, expires_at AS Expires, screen_id AS Screen FROM pairing WHERE code_hash = @code",
            new { code = Tokens.Hash(typed) });
        if (row is null)
        {
            writes.Execute(
                "INSERT INTO pairing_miss (workshop_id, at) VALUES (@workshopId, @now)",
                new { workshopId, now = writes.Now });
            return ScreenOutcome.Invalid("code", "No wall shows this code. Compare it with the wall, sign by sign.");
        }

        if (row.Screen is not null)
        {
            return ScreenOutcome.Invalid("code", "This code has been used. Open /wall on the screen for a new one.");
        }

        if (string.CompareOrdinal(row.Expires, writes.Now) <= 0)
        {
            return ScreenOutcome.Invalid("code", "This code has expired. The wall shows a new one now.");
        }

        var screen = writes.Insert(
            """
            INSERT INTO screen (workshop_id, name, token_hash, paired_at) VALUES (@workshopId, @called, @token, @now)
            """,
            new { workshopId, called, token = row.Secret, now = writes.Now });
        writes.Execute(
            "UPDATE pairing SET screen_id = @screen WHERE code_hash = @code",
            new { screen, code = Tokens.Hash(typed) });
        Audit.Note(writes, personId, workshopId, "screen.pair", "screen", screen);
        return new ScreenOutcome(ScreenResult.Done, screen);
    }

    /// <summary>
    /// Ends a pairing. The handler then aborts the screen's connections (<see cref="ScreensLive.Unpaired"/>), and its
    /// browser shows a code again by itself.
    /// </summary>
    public static ScreenOutcome Unpair(Writes writes, long workshopId, long screenId, long version, long? personId)
    {
        var changed = writes.Execute(
            """
            UPDATE screen SET unpaired_at = @now, version = version + 1
            WHERE id = @screenId AND workshop_id = @workshopId AND unpaired_at IS NULL AND version = @version
            """,
            new { now = writes.Now, screenId, workshopId, version });
        return ScreenActs.Told(writes, changed, workshopId, screenId, personId, "screen.unpair");
    }

    private static long Misses(Reads reads, long workshopId, string since) =>
        reads.First<long>(
            "SELECT count(*) FROM pairing_miss WHERE workshop_id = @workshopId AND at > @since",
            new { workshopId, since });

    private static long Misses(Writes writes, long workshopId) => Misses(writes, workshopId, Ago(writes, 5));

    private static string Ago(Writes writes, int minutes) =>
        Utc.Text(Utc.Parse(writes.Now).AddMinutes(-minutes));

    private sealed record Row
    {
        public string Secret { get; init; } = "";

        public string Expires { get; init; } = "";

        public long? Screen { get; init; }
    }
}
