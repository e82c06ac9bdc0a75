using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>When the days after a programme's closing are over, ratings stay with their owner alone: what was shown to a supervisor or an advisor is so no longer.</summary>
public sealed class OwnRatings : IForgetting
{
    /// <inheritdoc />
    public void OnClosing(Writes writes, long programme)
    {
        writes.Execute(
            """
            UPDATE self_rating SET shared = 0
            WHERE shared = 1 AND membership_id IN (SELECT m.id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme)
            """, new { programme });
        writes.Execute(
            """
            DELETE FROM rating_shown
            WHERE membership_id IN (SELECT m.id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme)
            """, new { programme });
    }
}
