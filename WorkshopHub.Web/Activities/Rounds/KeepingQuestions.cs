using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>Where a question was kept: whose screens show it.</summary>
/// <param name="SetId">The set.</param>
/// <param name="Advisors">The phones of its advisors.</param>
public sealed record KeptAt(long SetId, IReadOnlyList<long> Advisors);

/// <summary>Takes a set's first questions from its phones, and lets who kept one take it away again.</summary>
public static class KeepingQuestions
{
    /// <summary>Whether a form is about first questions.</summary>
    public static bool Concerns(Answer answer) => answer.Fields.ContainsKey("keep") || answer.Fields.ContainsKey("drop");

    /// <summary>Keeps a question (keep = the set), or takes one's own away (drop = its id).</summary>
    public static Answered Take(Writes writes, Seating now, Answer answer) =>
        answer.EnteredBy is not null || now.Settings.Mixing != Mixing.InSets ? Answered.Refused("Questions are kept by the sets, in their own rounds.")
        : !FirstQuestions.IsKnown(answer.Seat) ? Answered.Refused("Only the set and its advisor read these. Ask your advisor or the facilitator to let you in.")
        : answer.Fields.ContainsKey("drop") ? Drop(writes, now, answer) : Keep(writes, now, answer);

    private static Answered Keep(Writes writes, Seating now, Answer answer)
    {
        if (!long.TryParse(answer.Fields["keep"], NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            || FirstQuestion.SetsOf(writes, now.Activity, answer.Seat.PersonId).All(own => own.Id != set))
        {
            return Answered.Refused("A set keeps its own questions.");
        }

        var field = string.Create(CultureInfo.InvariantCulture, $"first.{set}");
        var text = Line.Clean(answer.Fields[field]);
        var over = new StringInfo(text).LengthInTextElements - FirstQuestion.Longest;
        if (!Tokens.IsToken(answer.Id) || text.Length == 0 || over > 0)
        {
            return Answered.Invalid(field, text.Length == 0 ? "Write the question as it was asked." : over > 0 ? $"{over} too many. A question is short."
                : "This page is out of date. Reload it; your text is kept.");
        }

        if (FirstQuestion.Find(writes, answer.Id) is { } before)
        {
            return before.ParticipantId == answer.Seat.ParticipantId && before.SetId == set && before.Text == text
                ? Taken(writes, now.Activity, set) : Answered.Conflict("This question was kept before in other words. Load the page again.");
        }

        writes.Execute(
            """
            INSERT INTO first_question (id, activity_id, set_id, participant_id, asked_of, text, at)
            VALUES (@Id, @activity, @set, @ParticipantId, @of, @text, @Now)
            """,
            new { answer.Id, activity = now.Activity.Id, set, answer.Seat.ParticipantId, of = AskedOf(now, set), text, writes.Now });
        AnsweredMarks.Add(writes, now.Activity.Id, answer.Seat.ParticipantId);
        return Taken(writes, now.Activity, set);
    }

    private static Answered Drop(Writes writes, Seating now, Answer answer)
    {
        var question = FirstQuestion.Find(writes, answer.Fields["drop"].ToString());
        if (question is null)
        {
            return Answered.Taken;
        }

        if (question.ActivityId != now.Activity.Id || question.ParticipantId != answer.Seat.ParticipantId)
        {
            return Answered.Refused("Only who kept a question takes it away.");
        }

        writes.Execute("DELETE FROM first_question WHERE id = @Id", question);
        return Taken(writes, now.Activity, question.SetId);
    }

    /// <summary>Whose round it is at the set's table, while people talk.</summary>
    private static long? AskedOf(Seating now, long set) => now.Row is not { Phase: RoundPhase.Talking } row ? null
        : now.People.FirstOrDefault(one => one.SetId == set && one.Turn == row.Round && !one.Gone)?.ParticipantId;

    private static Answered Taken(Writes writes, Activity activity, long set) =>
        Answered.Taken with { About = new KeptAt(set, FirstQuestion.AdvisorsOf(writes, activity, set)) };
}
