using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>Words as the outcome report tells them.</summary>
public static class WordFinding
{
    /// <summary>The words of an activity; null while the room may not see them, or fewer than five gave some.</summary>
    public static WordsFinding? Of(Reads reads, Activity activity)
    {
        List<WordCount> words = activity.IsRevealed ? [.. WordPicture.Counts(reads, activity).Where(word => !word.IsHidden)] : [];
        return words.Count == 0 ? null : new WordsFinding(
            OtherTimes.Of(reads, activity), WordPicture.Count(reads, activity.Id), [.. words.Select(word => (word.Word, word.Count))]);
    }
}
