using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>Who asks whom: what walls, the facilitator and the report show.</summary>
/// <param name="Activity">The activity as it is now.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Sets">The sets, in order.</param>
/// <param name="Questions">What was asked, newest first; the facilitator's also has what is hidden.</param>
public sealed record Asking(
    Activity Activity, SetQuestionSettings Settings, IReadOnlyList<RoomSet> Sets, IReadOnlyList<QuestionRow> Questions)
{
    // Longer names stand once, beside the rows; the columns then show their marks.
    private const int LongName = 20;

    /// <summary>What counts: without what is hidden.</summary>
    public IReadOnlyList<QuestionRow> Shown { get; } = [.. Questions.Where(question => !question.IsHidden)];

    /// <summary>Whether a wall shows questions with their answers instead of who asks whom.</summary>
    public bool ShowsAnswers => Activity.Act is ItemAct.Review or ItemAct.Reveal;

    /// <summary>Whether columns show only marks, since some name is long or there are many.</summary>
    public bool MarksOnly => Sets.Count > 8 || Sets.Any(set => set.Name.Length > LongName || LongestWord(set.Name) > 11);

    /// <summary>What the wall of answers shows, the newest answer first: what has an answer; while nothing has, the questions.</summary>
    public IReadOnlyList<QuestionRow> OnWall =>
        [.. Shown.Where(question => question.IsAnswered || SetsThatAnswered == 0).OrderByDescending(question => question.AnswerKey, StringComparer.Ordinal)];

    /// <summary>How many questions a set has got.</summary>
    public int To(long set) => Shown.Count(question => question.ToSet == set);

    /// <summary>How many questions one set has asked another.</summary>
    public int From(long from, long to) => Shown.Count(question => question.FromSet == from && question.ToSet == to);

    /// <summary>The sets that have fewer questions than every set should get, the fewest first.</summary>
    public IReadOnlyList<RoomSet> Lacking => [.. Sets.Where(set => To(set.Id) < Settings.Least).OrderBy(set => To(set.Id)).ThenBy(set => set.Position)];

    /// <summary>How many sets have answered at least one question.</summary>
    public int SetsThatAnswered => Shown.Where(question => question.IsAnswered).Select(question => question.ToSet).Distinct().Count();

    /// <summary>As it is now.</summary>
    public static Asking Read(Reads reads, Activity activity) => new(
        activity, SetQuestionSettings.Parse(activity.Settings), RoomSet.Of(reads, activity.WorkshopId), QuestionRow.All(reads, activity.Id));

    /// <summary>A number as a word up to twelve.</summary>
    public static string Word(int number) => number is >= 0 and <= 12
        ? new[] { "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve" }[number]
        : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int LongestWord(string name) => name.Split(' ', '-').Max(word => word.Length);
}

/// <summary>One set in the phone's list of whom to ask, with how many questions it has got.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="SetId">The set.</param>
/// <param name="Count">How many questions it has got.</param>
/// <param name="Least">How many every set should get.</param>
public sealed record AskedCount(long ActivityId, long SetId, int Count, int Least);

/// <summary>What one person has under the field.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Set">This person's set, or null.</param>
/// <param name="ToUs">The questions to it, newest first; null where this person can't answer for a set.</param>
/// <param name="Waiting">How many have come to it while they are not shown.</param>
/// <param name="Mine">What this person asked.</param>
/// <param name="All">What was asked, as far as it is shown.</param>
public sealed record QuestionFeed(
    Activity Activity, SetQuestionSettings Settings, RoomSet? Set, IReadOnlyList<QuestionRow>? ToUs, int Waiting,
    IReadOnlyList<QuestionRow> Mine, IReadOnlyList<QuestionRow> All)
{
    /// <summary>As it is for one seat.</summary>
    public static QuestionFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var all = QuestionRow.Shown(reads, activity.Id);
        var seen = activity.IsRevealed ? all : [];
        var set = RoomSet.Of(reads, activity.WorkshopId).FirstOrDefault(one => one.Id == seat.SetId);
        return new QuestionFeed(
            activity, SetQuestionSettings.Parse(activity.Settings), set,
            set is not null && seat.Role is Role.Member or Role.Advisor ? [.. seen.Where(question => question.ToSet == seat.SetId)] : null,
            all.Count(question => question.ToSet == seat.SetId) - seen.Count(question => question.ToSet == seat.SetId),
            [.. QuestionRow.All(reads, activity.Id).Where(question => question.ParticipantId == seat.ParticipantId)], seen);
    }
}
