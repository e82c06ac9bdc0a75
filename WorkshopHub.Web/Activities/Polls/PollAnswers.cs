using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Polls;

/// <summary>Writes answers to polls. An answer can be changed until the poll is closed.</summary>
public static class PollAnswers
{
    private const int AlsoMax = 120;

    /// <summary>A field of a choice: phones send the first several times, a sheet of paper has one for each.</summary>
    public static string ChoiceField(int place) => place == 1 ? "choice" : $"choice{place.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Takes an answer, or says why not.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var settings = PollSettings.Parse(activity.Settings);
        if (NotNow(activity, settings, answer) is { } refused)
        {
            return refused;
        }

        var choices = PollQueries.Choices(writes, settings);
        var chosen = answer.Fields.Where(field => field.Key.StartsWith("choice", StringComparison.Ordinal))
            .SelectMany(field => field.Value).Select(choice => choice ?? "").Where(choice => choice.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var text = Line.Clean(answer.Fields["text"]);
        return Wrong(settings, choices, chosen, text) ?? Taken(writes, activity, settings, answer, chosen, text)
            ?? Store(writes, activity, settings, answer, chosen, text);
    }

    private static Answered? NotNow(Activity activity, PollSettings settings, Answer answer)
    {
        var seat = answer.Seat;
        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("This poll is closed. What you chose before stands.");
        }

        if (!activity.IsFor(seat.Role))
        {
            return Answered.Refused("This one is for others in the room.");
        }

        if (settings.PerSet && (seat.SetId is null || seat.Role != Role.Member))
        {
            return Answered.Refused("The members of a set answer this one, one phone for all.");
        }

        return answer.EnteredBy is null && seat.Assurance < Assurance.Vouched
            && (settings.Carries == PollCarries.SetName || activity.NameMode == NameMode.Private)
            ? Answered.Refused("We don’t know yet that this phone is yours. Ask your advisor or the facilitator to let you in.")
            : null;
    }

    private static Answered? Wrong(PollSettings settings, IReadOnlyList<string> choices, List<string> chosen, string text)
    {
        var length = new StringInfo(text).LengthInTextElements;
        if (settings.Form == PollForm.Text)
        {
            return length == 0 ? Answered.Invalid("text", "Write a word or two first.")
                : length > settings.Longest
                    ? Answered.Invalid("text", $"{length} characters. Keep it to {settings.Longest}, so that it can be read on the wall.")
                : null;
        }

        return chosen.Count == 0 ? Answered.Invalid("choice", "Choose one first.")
            : chosen.Exists(choice => !choices.Contains(choice))
                ? Answered.Invalid("choice", "This choice is no longer there. Choose again.")
            : settings.Form == PollForm.One && chosen.Count > 1 ? Answered.Invalid("choice", "Choose one, not several.")
            : settings.Most > 0 && chosen.Count > settings.Most
                ? Answered.Invalid("choice", $"You chose {chosen.Count}. Choose {settings.Most} at most.")
            : length > AlsoMax ? Answered.Invalid("text", $"{length} characters. Keep it to {AlsoMax}.")
            : null;
    }

    /// <summary>A set's name is its own.</summary>
    private static Answered? Taken(
        Writes writes, Activity activity, PollSettings settings, Answer answer, List<string> chosen, string text) =>
        settings.Carries == PollCarries.SetName && chosen.Count == 0 && writes.First<long?>(
            """
            SELECT s.id FROM sets s JOIN workshop w ON w.programme_id = s.programme_id
            WHERE w.id = @WorkshopId AND s.id <> @SetId
              AND (s.name = @text COLLATE NOCASE OR EXISTS (
                SELECT 1 FROM poll_answer p WHERE p.activity_id = @Id AND p.set_id = s.id AND p.text = @text COLLATE NOCASE))
            """,
            new { activity.WorkshopId, activity.Id, answer.Seat.SetId, text }) is not null
            ? Answered.Invalid("text", $"Another set is called {text} already. Find one of your own.") : null;

    private static Answered Store(
        Writes writes, Activity activity, PollSettings settings, Answer answer, List<string> chosen, string text)
    {
        var seat = answer.Seat;
        var anonymous = activity.NameMode == NameMode.Anonymous && !settings.PerSet;
        var secret = Tokens.IsToken(answer.Secret) ? answer.Secret : answer.Id;
        var hash = anonymous ? Tokens.Hash(secret!) : null;
        var there = anonymous
            ? writes.First<string>(
                "SELECT id FROM poll_answer WHERE activity_id = @Id AND secret_hash = @hash", new { activity.Id, hash })
            : writes.First<string>(
                "SELECT id FROM poll_answer WHERE activity_id = @Id AND participant_id = @ParticipantId",
                new { activity.Id, seat.ParticipantId });
        if (there is null && anonymous && answer.EnteredBy is null
            && AnsweredMarks.Of(writes, activity.Id, seat.ParticipantId) > 0)
        {
            return Answered.Refused("You have answered already. No name is kept, so only the phone that answered can change it.");
        }

        var id = there ?? Tokens.New();
        writes.Execute(
            """
            INSERT INTO poll_answer (id, activity_id, participant_id, set_id, text, secret_hash, answered_at)
            VALUES (@id, @activity, @participant, @set, @text, @hash, @at)
            ON CONFLICT (id) DO UPDATE SET text = @text, version = version + 1, answered_at = @at
            """,
            new
            {
                id,
                activity = activity.Id,
                participant = anonymous ? (long?)null : seat.ParticipantId,
                set = anonymous ? null : seat.SetId,
                text = settings.Form == PollForm.Text || settings.Also.Length > 0 ? text : "",
                hash,
                at = anonymous ? null : writes.Now,
            });
        writes.Execute("DELETE FROM poll_choice WHERE answer_id = @id", new { id });
        foreach (var choice in settings.Form == PollForm.Text ? [] : chosen)
        {
            writes.Execute("INSERT INTO poll_choice (answer_id, choice) VALUES (@id, @choice)", new { id, choice });
        }

        if (there is null)
        {
            AnsweredMarks.Add(writes, activity.Id, seat.ParticipantId);
        }

        return Answered.Taken;
    }
}
