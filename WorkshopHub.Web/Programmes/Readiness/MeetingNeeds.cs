using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>Whether a set has dated its meetings, about every two weeks and on days of their own.</summary>
internal static class MeetingNeeds
{
    // A set that doesn't meet for longer loses its thread.
    private const int LongestGap = 21;

    /// <summary>What is odd about the dates of one set; one fulfilled need where nothing is.</summary>
    public static IReadOnlyList<Need> Of(ReadyRows rows, SetRow set)
    {
        var id = set.Id.ToString(CultureInfo.InvariantCulture);
        var meetings = rows.Meetings.Where(meeting => meeting.SetId == set.Id).ToList();
        if (meetings.Count == 0)
        {
            return [Warn(set, id, "The meetings of {set} have no dates", "A day every two weeks, proposed for you.", "/meetings", "Date them") with { Weight = Weight.Hard }];
        }

        List<Need> odd =
        [
            .. meetings.Zip(meetings.Skip(1)).Where(pair => Gap(pair.First.Date, pair.Second.Date) > LongestGap).Select(pair => Warn(
                set, $"{id}.{pair.Second.Number}.{pair.First.Date}.{pair.Second.Date}",
                $"Meeting {pair.Second.Number} of {{set}} is {Gap(pair.First.Date, pair.Second.Date)} days after the one before",
                "Two weeks are usual; after more than three a set loses its thread.", "/timeline", "See the dates")),
            .. meetings.Where(meeting => rows.Workshops.Any(workshop => workshop.Date == meeting.Date)).Select(meeting => Warn(
                set, $"{id}.{meeting.Number}.{meeting.Date}", $"Meeting {meeting.Number} of {{set}} is on the day of a workshop",
                "On that day all sets meet.", "/timeline", "See the dates")),
        ];
        return odd.Count > 0 ? odd : [new Need("meetings", id, Doer.Office, Weight.Warn, "") { Set = set }];
    }

    private static int Gap(string from, string to) => Day(to).DayNumber - Day(from).DayNumber;

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Need Warn(SetRow set, string of, string text, string detail, string where, string verb) =>
        new("meetings", of, Doer.Office, Weight.Warn, text) { Set = set, Detail = detail, Where = where, Verb = verb };
}
