using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// What a step of the meeting still waits for. Each room of the set space that has a step registers one; closing the meeting
/// asks them all, inside its command.
/// </summary>
public interface IStillOpen
{
    /// <summary>What is open in this meeting now.</summary>
    IEnumerable<StillOpen> Of(Reads reads, Meeting meeting);

    /// <summary>What the step does when the meeting is closed, in the same command; nothing where it says nothing.</summary>
    void WhenClosed(Writes writes, Meeting meeting, long by)
    {
    }
}

/// <summary>One thing that is still open.</summary>
/// <param name="Step">Where it is settled.</param>
/// <param name="Words">What it is, as a sentence.</param>
/// <param name="Stops">The meeting can't be closed over it; otherwise it is a warning.</param>
public sealed record StillOpen(MeetingStep Step, string Words, bool Stops)
{
    /// <summary>The turn in which it is settled; null where it is not about one.</summary>
    public long? Slot { get; init; }

    /// <summary>Everything that is open, what stops first, in the order of the steps.</summary>
    public static IReadOnlyList<StillOpen> Of(Reads reads, Meeting meeting, IEnumerable<IStillOpen> asked)
    {
        var order = MeetingStep.Of(common: true).Index().ToDictionary(one => one.Item, one => one.Index);
        return [.. asked.SelectMany(one => one.Of(reads, meeting)).OrderBy(one => !one.Stops).ThenBy(one => order[one.Step])];
    }
}

/// <summary>Airtime: nobody may still have the floor, and everybody who is here should have had theirs.</summary>
public sealed class AirtimeStillOpen : IStillOpen
{
    /// <inheritdoc />
    public IEnumerable<StillOpen> Of(Reads reads, Meeting meeting)
    {
        var slots = AirtimeSlot.Of(reads, meeting.Id);
        if (slots.FirstOrDefault(slot => slot.State == "Open") is { } now)
        {
            yield return new StillOpen(MeetingStep.Airtime, $"{now.Presenter} still has the floor. End that turn first.", Stops: true);
        }

        var none = slots.Where(slot => slot.State == "Waiting" && slot.Attends is "Here" or "Late").Select(slot => slot.Presenter).ToList();
        if (none.Count > 0)
        {
            yield return new StillOpen(MeetingStep.Airtime, $"{Attending.Listed(none)} had no airtime today.", Stops: false);
        }

        foreach (var (presenter, lines, slot) in reads.Query<(string Presenter, long Lines, long Slot)>(
            """
            SELECT p.name, count(*), s.id FROM (
              SELECT slot_id FROM airtime_question WHERE state = 'Proposed' UNION ALL SELECT slot_id FROM airtime_assumption WHERE state = 'Proposed') l
            JOIN airtime_slot s ON s.id = l.slot_id JOIN person p ON p.id = s.presenter_id
            WHERE s.meeting_id = @Id GROUP BY s.id ORDER BY s.position
            """, new { meeting.Id }))
        {
            yield return new StillOpen(MeetingStep.Airtime, lines == 1
                ? $"One line from a phone in the time of {presenter} waits to be let in or left out."
                : $"{lines} lines from phones in the time of {presenter} wait to be let in or left out.", Stops: true)
            { Slot = slot };
        }

        var people = Attending.Of(reads, meeting.Id);
        if (!people.Any(one => one.IsHere))
        {
            yield return new StillOpen(MeetingStep.CheckIn, "Nobody is checked in.", Stops: false);
        }
        else if (people.Where(one => one.State.Length == 0).Select(one => one.Name).ToList() is { Count: > 0 } unsaid)
        {
            yield return new StillOpen(MeetingStep.CheckIn, $"Nobody said whether {Attending.Listed(unsaid)} {(unsaid.Count == 1 ? "was" : "were")} here.", Stops: false);
        }
    }
}
