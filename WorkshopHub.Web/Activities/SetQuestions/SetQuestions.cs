using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>What phones do: ask another set, answer for the own set, take back one's own question.</summary>
public static class SetQuestions
{
    private const string Reload = "This page is out of date. Reload it; your text is kept.";

    /// <summary>Whether new questions are taken.</summary>
    public static bool CanAsk(Activity activity) => activity.State == ActivityState.Open;

    /// <summary>Whether answers are taken: while it is open, and again when an item reviews it.</summary>
    public static bool CanAnswer(Activity activity) => activity.State == ActivityState.Open || activity.Act == ItemAct.Review;

    /// <summary>Takes what a phone sent. The pressed button says what: ask, answer.{id}, back.{id}.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var press = answer.Fields["do"].ToString();
        return !activity.IsFor(answer.Seat.Role) ? Answered.Refused("This one is for others.")
            : press.StartsWith("answer.", StringComparison.Ordinal) ? Give(writes, activity, answer, press[7..])
            : press.StartsWith("back.", StringComparison.Ordinal) ? TakeBack(writes, activity, answer, press[5..])
            : Ask(writes, activity, answer);
    }

    private static Answered Ask(Writes writes, Activity activity, Answer answer)
    {
        var seat = answer.Seat;
        var settings = SetQuestionSettings.Parse(activity.Settings);
        var text = Line.Clean(answer.Fields["question"]);
        var over = new StringInfo(text).LengthInTextElements - settings.Longest;
        _ = long.TryParse(answer.Fields["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to);
        if (!Tokens.IsToken(answer.Id))
        {
            return Answered.Invalid("question", Reload);
        }

        if (writes.First<Stored>("SELECT participant_id, activity_id, to_set, text, state FROM set_question WHERE id = @Id", answer) is { } before)
        {
            return before.ParticipantId != seat.ParticipantId || before.ActivityId != activity.Id
                    ? Answered.Refused("This question belongs to somebody else.")
                : before.State == "TakenBack" || (before.ToSet == to && before.Text == text) ? Taken(answer.Id, before.ToSet, seat.ParticipantId)
                : Answered.Conflict("This question was sent before with other words.");
        }

        if (!CanAsk(activity))
        {
            return Answered.Closed("Questions closed before yours arrived. Ask it over lunch: they are in the room.");
        }

        if (seat.SetId is not { } from)
        {
            return Answered.Refused("Questions go from set to set, and you sit in none. Give yours to somebody at a table.");
        }

        if (Answered.All(
            text.Length == 0 ? Answered.Invalid("question", "Write your question first.") : over > 0 ? Answered.Invalid("question", $"{over} too many. Trim a little.") : null,
            to == from ? Answered.Invalid("to", "That is your own set. Choose another one.")
                : RoomSet.Of(writes, activity.WorkshopId).All(set => set.Id != to) ? Answered.Invalid("to", "Choose whom you want to ask.") : null) is { } wrong)
        {
            return wrong;
        }

        writes.Execute(
            """
            INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at)
            VALUES (@Id, @activity, @from, @to, @ParticipantId, @text, @Now)
            """,
            new { answer.Id, activity = activity.Id, from, to, seat.ParticipantId, text, writes.Now });
        AnsweredMarks.Add(writes, activity.Id, seat.ParticipantId);
        return Taken(answer.Id, to, seat.ParticipantId);
    }

    private static Answered Give(Writes writes, Activity activity, Answer answer, string id)
    {
        var field = $"answer.{id}";
        var text = Line.Clean(answer.Fields[field]);
        var over = new StringInfo(text).LengthInTextElements - SetQuestionSettings.Parse(activity.Settings).Longest;
        _ = long.TryParse(answer.Fields[$"seen.{id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        if (QuestionRow.Find(writes, id) is not { IsHidden: false } question || question.ActivityId != activity.Id)
        {
            return Answered.Refused("This question is no longer there.");
        }

        if (answer.Seat.SetId != question.ToSet || answer.Seat.Role is not (Role.Member or Role.Advisor))
        {
            return Answered.Refused($"{question.ToName} answers this one.");
        }

        if (question.Answer == text && text.Length > 0)
        {
            return Taken(id, question.ToSet, question.ParticipantId);
        }

        if (!CanAnswer(activity))
        {
            return Answered.Closed("Answers are closed for now. The question stays with your set.");
        }

        if (text.Length == 0 || over > 0)
        {
            return Answered.Invalid(field, text.Length == 0 ? "Write what your set answers." : $"{over} too many. Trim a little.");
        }

        if (question.AnswerVersion != seen)
        {
            return Answered.Conflict(
                $"{question.AnsweredBy} has answered meanwhile: “{question.Answer}” Talk; send again if yours should stand instead.");
        }

        writes.Execute(
            """
            UPDATE set_question SET answer = @text, answered_by = @ParticipantId, answered_at = @Now, answer_version = answer_version + 1
            WHERE id = @id
            """,
            new { id, text, answer.Seat.ParticipantId, writes.Now });
        Carried.Resolve(writes, activity.Id, id, takenUp: true);
        AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        var isFirst = writes.First<long>("SELECT count(*) FROM set_question WHERE activity_id = @Id AND answer <> ''", activity) == 1;
        return Answered.Taken with { About = new QuestionPlace(id, question.ToSet, question.ParticipantId) { TurnsWall = isFirst } };
    }

    private static Answered TakeBack(Writes writes, Activity activity, Answer answer, string id)
    {
        if (QuestionRow.Find(writes, id) is not { } question || question.ActivityId != activity.Id)
        {
            return Answered.Taken;
        }

        if (question.ParticipantId != answer.Seat.ParticipantId || question.IsAnswered || !CanAsk(activity))
        {
            return Answered.Refused(
                question.IsAnswered ? "It has been answered, so it stays." : "Only who asked can take a question back, while it is open.");
        }

        writes.Execute("UPDATE set_question SET state = 'TakenBack', text = '', version = version + 1 WHERE id = @id", new { id });
        return Taken(id, question.ToSet, question.ParticipantId);
    }

    private static Answered Taken(string id, long toSet, long participant) =>
        Answered.Taken with { About = new QuestionPlace(id, toSet, participant) };

    private sealed record Stored
    {
        public long ParticipantId { get; init; }

        public long ActivityId { get; init; }

        public long ToSet { get; init; }

        public string Text { get; init; } = "";

        public string State { get; init; } = "";
    }
}

/// <summary>Where a question is: what its pushes need.</summary>
/// <param name="Id">The question.</param>
/// <param name="ToSet">The asked set.</param>
/// <param name="ParticipantId">Who asked.</param>
public sealed record QuestionPlace(string Id, long ToSet, long ParticipantId)
{
    /// <summary>Whether walls that show answers are to be read anew: it was the first answer, or answers may have gone.</summary>
    public bool TurnsWall { get; init; }
}
