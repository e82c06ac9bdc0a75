using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>The record of a meeting as a file to keep: Markdown, so that it is read without any program.</summary>
public static class RecordFile
{
    /// <summary>What a file is sent as.</summary>
    public const string ContentType = "text/markdown; charset=utf-8";

    /// <summary>The record as text.</summary>
    public static string Of(string set, MeetingRecord record)
    {
        var text = new Markdown().Head(1, $"{set}, meeting {record.Meeting.Number}")
            .Say($"{LocalDay.Whole(record.Meeting.Day)}{(record.Meeting.Place.Length > 0 ? $", {record.Meeting.Place}" : "")}. For the set alone.");
        if (record.Attendance.Count + record.Unsaid.Count > 0)
        {
            text.Head(2, "Who was there").List(
            [
                .. record.Attendance.Select(one => one.Name + one.State switch { "Late" => " (later)", "Absent" => " (not there)", _ => "" }),
                .. record.Unsaid.Select(name => $"{name} (nobody said)"),
            ]);
        }

        if (record.Told.Count > 0)
        {
            text.Head(2, "What came of it");
            foreach (var action in record.Told)
            {
                Told(text, 3, action, record.Meeting.Id);
            }
        }

        foreach (var turn in record.Turns)
        {
            text.Head(2, $"Airtime: {turn.Presenter}{(turn.UsedSeconds > 0 ? $", {turn.UsedMinutes} minutes" : "")}").Say(turn.Issue);
            text.List(turn.Questions.Select(question => $"{question.Asker}: {question.Text}{(question.Moved ? " (this one moved me)" : "")}"));
            Part(text, "What I took for granted", turn.Assumptions);
            Part(text, "Actions", turn.Actions.Select(Line));
        }

        text.Say(record.Without.Count > 0 ? $"No airtime: {string.Join(", ", record.Without)}." : "");
        Part(text, "Also agreed", record.Others.Select(Line), 2);
        Part(text, "What we looked at", record.Studied, 2);
        Part(text, "Who was invited, and what we learned from them", record.Guests, 2);
        Part(text, "Decisions", record.Decisions, 2);
        if (record.Reflection is { } reflection)
        {
            text.Head(2, "Reflection");
            foreach (var (question, answer) in reflection.Answers)
            {
                (question.Length > 0 ? text.Head(3, question) : text).Say(answer);
            }
        }

        Part(text, "What left the room", record.Left.Select(left => $"{left.Word}: {string.Join(". ", new[] { left.Title, left.Text, left.HelpWanted }.Where(word => word.Length > 0))}"), 2);
        return text.ToString();
    }

    /// <summary>What was told of an action, at one meeting or at all.</summary>
    internal static void Told(Markdown text, int level, SetAction action, long? meeting)
    {
        text.Head(level, action.Text);
        foreach (var report in action.Reports.Where(report => meeting is null || report.MeetingId == meeting))
        {
            text.Say($"{action.Owner}: {ActionWords.Of(report.State).Word}{(report.OnTo is { } day ? $", goes on to {LocalDay.WithMonth(LocalDay.Parse(day))}" : "")}")
                .List(new[] { ("What I did", report.Did), ("What happened", report.Happened), ("What I learned", report.Learned), ("Why", report.Why) }
                    .Where(one => one.Item2.Length > 0).Select(one => $"{one.Item1}: {one.Item2}"));
        }
    }

    /// <summary>An action in one line.</summary>
    internal static string Line(SetAction action) => $"{action.Text} ({action.Owner}, by {LocalDay.WithMonth(action.Day)})";

    private static void Part(Markdown text, string title, IEnumerable<string> lines, int level = 3)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Head(level, title).List(all);
        }
    }
}
