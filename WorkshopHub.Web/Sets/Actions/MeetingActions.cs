using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What comes up at a meeting, the second thing that a set does there: report back on the actions that are due.</summary>
public static class MeetingActions
{
    /// <summary>
    /// The actions that come up: what was told there first, then what waits to be told, by day and number. What was written
    /// before waits to be read out.
    /// </summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="set">The set.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="date">Its local date.</param>
    public static IReadOnlyList<SetAction> Of(Reads reads, long set, long meeting, string date)
    {
        var zone = LocalTime.ZoneOf(reads);
        return
        [
            .. SetAction.Of(reads, set).Where(action => WasTold(action, meeting) || IsDue(action, date, zone))
                .OrderBy(action => !WasTold(action, meeting)).ThenBy(action => action.Due, StringComparer.Ordinal).ThenBy(action => action.Number),
        ];
    }

    /// <summary>Whether an action was told, carried or dropped at this meeting.</summary>
    public static bool WasTold(SetAction action, long meeting) => action.Reports.Any(report => report.MeetingId == meeting);

    /// <summary>What was said of an action at this meeting, or null.</summary>
    public static ActionReport? ToldAt(SetAction action, long meeting) => action.Reports.LastOrDefault(report => report.MeetingId == meeting);

    /// <summary>
    /// What a meeting still waits for: "it doesn't close over an action without report". One sentence each; of owners who are
    /// not there nothing is asked.
    /// </summary>
    public static IReadOnlyList<string> Missing(Reads reads, long set, long meeting, string date)
    {
        var absent = Absent(reads, meeting);
        return
        [
            .. SetAction.Of(reads, set).Where(action => action.IsOpen && Before(action, date) && (action.OwnerLeft || !absent.Contains(action.OwnerId)))
                .Select(action => action.OwnerLeft
                    ? $"{action.First} has left. Who takes over “{action.Text}”, or is it dropped?"
                    : $"{action.First} hasn’t told what came of “{action.Text}”."),
        ];
    }

    /// <summary>
    /// A meeting ends: what owners who were not there had to tell goes on by itself to the next day and counts for nothing;
    /// what was written before it (<see cref="ReadOut"/>) and not read out has been brought to this meeting.
    /// </summary>
    public static void End(Writes writes, long set, long meeting, string date, long? by)
    {
        var (absent, zone) = (Absent(writes, meeting), LocalTime.ZoneOf(writes));
        var next = LocalDay.Text(NextDay.After(writes, set, LocalDay.Parse(date)));
        foreach (var action in SetAction.Of(writes, set).Where(one => one.IsOpen && Before(one, date) && !one.OwnerLeft && absent.Contains(one.OwnerId)))
        {
            Reporting.Add(writes, action, new ToldAction(Tokens.New(), "Absent") { OnTo = next, MeetingId = meeting }, by);
        }

        foreach (var report in SetAction.Of(writes, set).SelectMany(action => action.Reports).Where(one => one.MeetingId is null && ReadOut.IsAt(one, date, zone)))
        {
            writes.Execute(
                """
                UPDATE set_action_report SET meeting_id = @meeting, version = version + 1, changed_at = @Now, changed_by = @by
                WHERE action_id = @ActionId AND round = @Round
                """, new { report.ActionId, report.Round, meeting, writes.Now, by });
        }
    }

    private static bool IsDue(SetAction action, string date, TimeZoneInfo zone) =>
        (action.Last is { Waits: true } waits && ReadOut.IsAt(waits, date, zone)) || (action.IsOpen && Before(action, date));

    private static bool Before(SetAction action, string date) => string.CompareOrdinal(action.Due, date) <= 0;

    private static HashSet<long> Absent(Reads reads, long meeting) => [.. reads.Query<long>(
        "SELECT person_id FROM meeting_attendance WHERE meeting_id = @meeting AND state = 'Absent'", new { meeting })];
}
