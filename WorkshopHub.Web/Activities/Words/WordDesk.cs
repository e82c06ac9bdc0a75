using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>What the facilitator sees: how many, and from five on every word, so that one can be hidden before the walls show it.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Picture">What the room sees.</param>
/// <param name="Words">The words, most said first; empty for fewer than five people, and where nothing is ever shown.</param>
/// <param name="Turnout">Who has answered, in numbers.</param>
public sealed record WordDesk(Activity Activity, WordPicture Picture, IReadOnlyList<WordCount> Words, Turnout Turnout)
{
    /// <summary>As it is now.</summary>
    public static WordDesk Read(Reads reads, Activity activity) => new(
        activity, WordPicture.Read(reads, activity, CloudPlace.Page),
        activity.Reveal == Reveal.Never && !activity.IsRevealed ? [] : WordPicture.Counts(reads, activity), Activities.Turnout.Of(reads, activity));

    /// <summary>Hides a word or shows it again; false where it stands so already, or was never given.</summary>
    public static bool Hide(Writes writes, Activity activity, string word, bool hide) => writes.Execute(
        hide
            ? """
            INSERT INTO word_hidden (activity_id, word)
            SELECT @Id, @word WHERE EXISTS (SELECT 1 FROM word_given WHERE activity_id = @Id AND word = @word)
            ON CONFLICT DO NOTHING
            """
            : "DELETE FROM word_hidden WHERE activity_id = @Id AND word = @word",
        new { activity.Id, word }) == 1;
}
