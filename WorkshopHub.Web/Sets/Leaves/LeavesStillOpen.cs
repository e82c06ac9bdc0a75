using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Reflections;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>Before a set goes home: has it reflected, and does something still wait for a second yes? Neither stops it.</summary>
public sealed class LeavesStillOpen : IStillOpen
{
    /// <inheritdoc />
    public IEnumerable<StillOpen> Of(Reads reads, Meeting meeting)
    {
        if (Reflection.OfMeeting(reads, meeting.Id) is null)
        {
            yield return new StillOpen(MeetingStep.Reflect, "You have not written a reflection yet. One sentence is plenty.", Stops: false);
        }

        var sheets = Sheet.OfMeeting(reads, meeting.Id);
        foreach (var sheet in sheets.Where(sheet => sheet.State == "Proposed"))
        {
            yield return new StillOpen(MeetingStep.Leaves, $"The {sheet.Word.ToLowerInvariant()} waits for one more yes; it can come by phone later.", Stops: false);
        }

        if (sheets.All(sheet => sheet.Kind != "Progress"))
        {
            yield return new StillOpen(MeetingStep.Leaves, "Nobody outside hears how you are: there is no progress note.", Stops: false);
        }
    }
}
