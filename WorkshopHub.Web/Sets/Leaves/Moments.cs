using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>How far a programme is, where that decides who reads what.</summary>
/// <param name="AfterMidTerm">The mid-term is over: sets learn from each other's experience, and read each other's progress notes.</param>
/// <param name="AtFinal">The final has begun: a learning may be shown to the whole organisation, and figures to all sets.</param>
public sealed record Moments(bool AfterMidTerm, bool AtFinal)
{
    /// <summary>As it is now.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programme">The programme.</param>
    public static Moments Of(Reads reads, long programme)
    {
        var (mid, final) = reads.First<(long, long)>(
            """
            SELECT EXISTS (SELECT 1 FROM workshop w WHERE w.programme_id = p.id AND w.kind = 'MidTerm' AND w.state = 'Held'),
                   p.state IN ('Reporting', 'Closed')
                   OR EXISTS (SELECT 1 FROM workshop w WHERE w.programme_id = p.id AND w.kind = 'Final' AND w.state IN ('Live', 'Held'))
            FROM programme p WHERE p.id = @programme
            """, new { programme });
        return new Moments(mid == 1 || final == 1, final == 1);
    }
}
