using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>Takes words. Nothing of who gave them is stored beside them.</summary>
public static class WordAnswers
{
    /// <summary>Name of the field.</summary>
    public const string Field = "words";

    /// <summary>The part that somebody chose of too many words; stands instead of the field.</summary>
    public const string Chosen = "words.chosen";

    private const int LongestTyped = 280;

    /// <summary>Takes somebody's words, or others in their place from the phone that holds the secret.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        if (!Tokens.IsToken(answer.Id))
        {
            return Answered.Invalid(Field, "This page is out of date. Load it again.");
        }

        var typed = answer.Fields[Chosen].ToString() is { Length: > 0 } chosen ? chosen : answer.Fields[Field].ToString();
        var words = typed.Length > LongestTyped ? [] : WordText.Read(typed);
        var problem = typed.Length > LongestTyped ? "That is a text. A word or a few are asked." : Problem(words, WordSettings.Parse(activity.Settings).Most);

        // Without scripts there is no secret; then the words stand under their own id, which the same form sends twice.
        var sheet = new { activity = activity.Id, hash = Tokens.Hash(Tokens.IsToken(answer.Secret) ? answer.Secret! : answer.Id) };
        var before = writes.Query<string>(
            "SELECT word FROM word_given WHERE activity_id = @activity AND secret_hash = @hash ORDER BY number", sheet);
        if (problem is null && before.SequenceEqual(words, StringComparer.Ordinal))
        {
            return Answered.Taken;
        }

        if (problem is not null)
        {
            return Answered.Invalid(Field, problem);
        }

        if (Refusal(writes, activity, answer, before.Count > 0) is { } refused)
        {
            return refused;
        }

        writes.Execute("DELETE FROM word_given WHERE activity_id = @activity AND secret_hash = @hash", sheet);
        writes.Execute(
            """
            INSERT INTO word_given (activity_id, secret_hash, number, word)
            SELECT @activity, @hash, key + 1, value FROM json_each(@words)
            """,
            new { sheet.activity, sheet.hash, words = JsonSerializer.Serialize(words) });
        if (before.Count == 0)
        {
            AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        }

        return Answered.Taken;
    }

    private static Answered? Refusal(Writes writes, Activity activity, Answer answer, bool again) =>
        activity.State != ActivityState.Open ? Answered.Closed("This closed before your word arrived. It was not counted.")
        : answer.EnteredBy is not null ? null
        : !activity.IsFor(answer.Seat.Role) ? Answered.Refused("This one is for others in the room.")
        : !again && AnsweredMarks.Of(writes, activity.Id, answer.Seat.ParticipantId) > 0
            ? Answered.Refused("You have given your word already. Only the phone that sent it can change it.")
        : null;

    private static string? Problem(IReadOnlyList<string> words, int most)
    {
        if (words.Count == 0)
        {
            return most == 1 ? "Write a word, with letters." : $"Write one word, or up to {WordText.Number(most)}.";
        }

        if (words.FirstOrDefault(word => WordText.Letters(word) > WordText.Longest || word.Length > 60) is { } tooLong)
        {
            return $"“{tooLong[..Math.Min(tooLong.Length, 12)]}…” is too long for one word: {WordText.Longest} letters fit.";
        }

        return words.Count <= most ? null
            : $"That is {WordText.Number(words.Count)}. Which {(most == 1 ? "one is" : $"{WordText.Number(most)} are")} the truest?";
    }
}
