using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>A room that wants to know what became of a door: a workshop shows the doors that were asked in it.</summary>
public interface IDoorAnswers
{
    /// <summary>Notes the answer inside the command that keeps it.</summary>
    void Answered(Writes writes, DoorRow door, string state);

    /// <summary>Tells open screens, after the commit.</summary>
    Task TellAsync(DoorRow door, long by, CancellationToken stop);
}
