using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>A meeting doesn't close over an action without report; what its absent owners had to tell goes on by itself.</summary>
public sealed class ActionsStillOpen : IStillOpen
{
    /// <inheritdoc />
    public IEnumerable<StillOpen> Of(Reads reads, Meeting meeting) =>
        MeetingActions.Missing(reads, meeting.SetId, meeting.Id, meeting.Date).Select(words => new StillOpen(MeetingStep.Report, words, Stops: true));

    /// <inheritdoc />
    public void WhenClosed(Writes writes, Meeting meeting, long by) => MeetingActions.End(writes, meeting.SetId, meeting.Id, meeting.Date, by);
}
