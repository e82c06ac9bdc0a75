using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Whoever runs the office reads no set's content, and can't open it to themselves either once there is any.</summary>
internal static class KeptOut
{
    /// <summary>Refuses whoever gives themselves a place in a set, or the part of its advisor, once its programme runs.</summary>
    /// <exception cref="RefusedException">They do.</exception>
    public static void Refuse(Writes writes, long set, long person, long? by, string field, string part)
    {
        if (by == person && writes.First<long?>(
            "SELECT 1 FROM sets s JOIN programme g ON g.id = s.programme_id WHERE s.id = @set AND g.state NOT IN ('Draft', 'Recruiting', 'Ready')", new { set }) is not null)
        {
            throw new RefusedException(field, $"The sets are at work, and {part} reads what one says among itself. Nobody lets themselves in: ask another facilitator.");
        }
    }
}
