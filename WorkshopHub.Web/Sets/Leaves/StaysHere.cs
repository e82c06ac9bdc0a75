using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What of a meeting does not leave the room, counted so that everybody sees how much that is.</summary>
internal sealed record StaysHere
{
    private static readonly string[] _words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    public long Airtimes { get; init; }

    public long Questions { get; init; }

    public long Assumptions { get; init; }

    public long Reports { get; init; }

    public long Actions { get; init; }

    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Of(Reads reads, long meeting)
    {
        var counts = reads.First<StaysHere>(
            """
            SELECT (SELECT count(*) FROM airtime_slot WHERE meeting_id = @meeting AND state <> 'Waiting') AS Airtimes,
              (SELECT count(*) FROM airtime_question q JOIN airtime_slot s ON s.id = q.slot_id WHERE s.meeting_id = @meeting AND q.state = 'Noted') AS Questions,
              (SELECT count(*) FROM airtime_assumption q JOIN airtime_slot s ON s.id = q.slot_id WHERE s.meeting_id = @meeting AND q.state = 'Noted') AS Assumptions,
              (SELECT count(*) FROM set_action_report WHERE meeting_id = @meeting) AS Reports,
              (SELECT count(*) FROM set_action WHERE meeting_id = @meeting) AS Actions
            """, new { meeting })!;
        return
        [
            $"{Count(counts.Airtimes, "airtime")}, {Count(counts.Questions, "question").ToLowerInvariant()}, {Count(counts.Assumptions, "assumption").ToLowerInvariant()}",
            $"{Count(counts.Reports, "report")} back and {Count(counts.Actions, "new action").ToLowerInvariant()}",
            "The reflection, and what each wrote alone",
        ];
    }

    private static string Count(long count, string thing) =>
        $"{(count < _words.Length ? _words[count] : count.ToString(CultureInfo.InvariantCulture))} {thing}{(count == 1 ? "" : "s")}";
}
