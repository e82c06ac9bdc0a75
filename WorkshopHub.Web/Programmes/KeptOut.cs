using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// Whoever runs the office reads no set's content, nor what members wrote to their supervisors, and can't open it to themselves
/// either once there is any. What has begun stays begun: a step back of the programme changes nothing of it.
/// </summary>
internal static class KeptOut
{
    /// <summary>Sets (s) of a programme (g) of which something may have been said already.</summary>
    public const string AtWork =
        """
        (g.state NOT IN ('Draft', 'Recruiting', 'Ready')
          OR EXISTS (SELECT 1 FROM workshop k WHERE k.programme_id = g.id AND k.state IN ('Live', 'Held'))
          OR EXISTS (SELECT 1 FROM set_meeting t WHERE t.set_id = s.id AND t.state IN ('Open', 'Held')))
        """;

    /// <summary>Refuses whoever gives themselves a place in a set that is at work, or the part of its advisor.</summary>
    /// <exception cref="RefusedException">They do.</exception>
    public static void Refuse(Writes writes, long set, long person, long? by, string field, string part)
    {
        if (by == person && writes.First<long?>($"SELECT 1 FROM sets s JOIN programme g ON g.id = s.programme_id WHERE s.id = @set AND {AtWork}", new { set }) is not null)
        {
            throw new RefusedException(field, $"The sets are at work, and {part} reads what one says among itself. Nobody lets themselves in: ask another facilitator.");
        }
    }

    /// <summary>Refuses whoever makes themselves a member's supervisor when the member has written to one already, or is at work.</summary>
    /// <exception cref="RefusedException">They do.</exception>
    public static void RefuseSupervisor(Writes writes, long set, long member, long? supervisor, long? by)
    {
        if (supervisor is not null && supervisor == by && writes.First<long?>(
            $"""
            SELECT 1 FROM sets s JOIN programme g ON g.id = s.programme_id
            WHERE s.id = @set AND ({AtWork} OR EXISTS (SELECT 1 FROM problem b WHERE b.programme_id = g.id AND b.owner_id = @member))
            """, new { set, member }) is not null)
        {
            throw new RefusedException("Supervisor", "A supervisor reads what the member writes to them. Nobody makes themselves one now: ask another facilitator.");
        }
    }
}
