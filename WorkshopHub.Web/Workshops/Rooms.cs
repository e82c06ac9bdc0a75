using System.Globalization;
using System.Security.Cryptography;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>Opens and closes the room of a workshop: only while it is open can people join by its code or QR.</summary>
public static class Rooms
{
    /// <summary>
    /// Opens the room: the workshop is live and has a code for typing and a token for the QR. A room that is open
    /// already keeps both, and so does one whose posters are printed. A closed one opens again with a new code and the token of its posters.
    /// </summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="wished">Six digits to use for a new code instead of random ones, or null.</param>
    /// <returns>The six digits, or null where there is no such workshop.</returns>
    public static string? Open(Writes writes, long workshopId, string? wished = null)
    {
        var code = writes.First<string>("SELECT room_code FROM workshop WHERE id = @workshopId", new { workshopId })
            ?? wished ?? NewCode(writes);
        var opened = writes.Execute("""
            UPDATE workshop SET state = 'Live', room_code = @code, room_token = ifnull(room_token, @token),
              opened_at = ifnull(opened_at, @Now), closed_at = NULL, version = version + 1, changed_at = @Now
            WHERE id = @workshopId AND (state <> 'Live' OR room_code IS NULL OR room_token IS NULL)
              AND NOT EXISTS (SELECT 1 FROM programme p WHERE p.id = workshop.programme_id AND p.archived_at IS NOT NULL)
            """, new { workshopId, code, token = Tokens.New(), writes.Now });
        return opened > 0 || writes.First<long?>("SELECT id FROM workshop WHERE id = @workshopId", new { workshopId }) is not null
            ? code
            : null;
    }

    /// <summary>
    /// Gives a room its code and the token of its QR before it opens, so that posters can be printed. Nobody joins by them
    /// until it is open.
    /// </summary>
    public static void Reserve(Writes writes, long workshopId) => writes.Execute(
        """
        UPDATE workshop SET room_code = ifnull(room_code, @code), room_token = ifnull(room_token, @token)
        WHERE id = @workshopId AND state = 'Planned'
        """,
        new { workshopId, code = NewCode(writes), token = Tokens.New() });

    /// <summary>Closes the room: the code dies and nobody joins any more; everything written stays.</summary>
    /// <returns>False where the room was not open.</returns>
    public static bool Close(Writes writes, long workshopId) => writes.Execute("""
        UPDATE workshop SET state = 'Held', room_code = NULL, closed_at = @Now, version = version + 1, changed_at = @Now
        WHERE id = @workshopId AND state = 'Live'
        """, new { workshopId, writes.Now }) == 1;

    /// <summary>The code as people read it: 482 713.</summary>
    public static string Spoken(string code) => code.Length == 6 ? $"{code[..3]} {code[3..]}" : code;

    private static string NewCode(Writes writes)
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            if (writes.First<long?>("SELECT id FROM workshop WHERE room_code = @code", new { code }) is null)
            {
                return code;
            }
        }
    }
}
