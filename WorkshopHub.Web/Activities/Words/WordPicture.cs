using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>The words of one activity as they stand in a cloud.</summary>
/// <param name="When">Which workshop they were given in.</param>
/// <param name="N">How many people gave words.</param>
/// <param name="Total">How many words they gave, with those that are not shown.</param>
/// <param name="Words">The words that are shown, in an order that is random and stays.</param>
/// <param name="Left">How many different words had no place.</param>
public sealed record WordCloud(OtherTimes When, long N, long Total, IReadOnlyList<CloudWord> Words, int Left)
{
    /// <summary>How many words, for a heading.</summary>
    public string InWords => Total == 1 ? "1 word" : $"{Total} words";
}

/// <summary>Words as the room may see them, now and at an earlier workshop.</summary>
public sealed record WordPicture
{
    /// <summary>Fewer people than this are only counted.</summary>
    public const int Enough = 5;

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>Whether phones may answer.</summary>
    public ActivityState State { get; init; }

    /// <summary>How many have given a word.</summary>
    public long N { get; init; }

    /// <summary>How many of them gave theirs on paper.</summary>
    public long OnPaper { get; init; }

    /// <summary>How many take part.</summary>
    public long Here { get; init; }

    /// <summary>Whether the room may see more than that.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>The sentence that says when it will be shown; empty where it is.</summary>
    public string WhenShown { get; init; } = "";

    /// <summary>The words; null while only their number may be shown.</summary>
    public WordCloud? Now { get; init; }

    /// <summary>The words of the earlier workshop; null where there are none.</summary>
    public WordCloud? Then { get; init; }

    /// <summary>How many people have given words, with or without a phone.</summary>
    public static long Count(Reads reads, long activity) => reads.First<long>(
        "SELECT count(*) FROM (SELECT 1 FROM word_given WHERE activity_id = @activity GROUP BY secret_hash)", new { activity });

    /// <summary>The picture as it is now, for a place of a size.</summary>
    public static WordPicture Read(Reads reads, Activity activity, CloudPlace place) =>
        reads.Once($"words-{activity.Id}-{place}", () => Read(reads, activity, place, activity.IsRevealed));

    /// <summary>How often each word was given that is not hidden, with how many people gave words; empty for fewer than five.</summary>
    public static IReadOnlyList<WordCount> Counts(Reads reads, Activity activity) => Count(reads, activity.Id) < Enough ? [] : reads.Query<WordCount>(
        """
        SELECT g.word, count(*) AS Count, h.word IS NOT NULL AS IsHidden
        FROM word_given g
        LEFT JOIN word_hidden h ON h.activity_id = g.activity_id AND h.word = g.word
        WHERE g.activity_id = @Id
        GROUP BY g.word
        ORDER BY 2 DESC, g.word
        """,
        activity);

    /// <summary>
    /// The earlier activity whose words may stand beside these, or null: that of the first workshop, so that the final is
    /// laid beside the kick-off and not beside what lies between.
    /// </summary>
    public static Activity? Before(Reads reads, Activity activity) => activity.AllEarlier(reads)
        .FirstOrDefault(found => found is { IsRevealed: true, State: not ActivityState.Open } && Count(reads, found.Id) >= Enough);

    private static WordPicture Read(Reads reads, Activity activity, CloudPlace place, bool revealed)
    {
        var n = Count(reads, activity.Id);
        var picture = new WordPicture
        {
            ActivityId = activity.Id,
            State = activity.State,
            N = n,
            OnPaper = AnsweredMarks.OnPaper(reads, activity.Id),
            Here = Math.Max(n, Turnout.Of(reads, activity).Here),
            IsRevealed = revealed,
            WhenShown = OtherTimes.WhenShown(reads, activity),
        };
        if (!revealed || n < Enough)
        {
            return picture;
        }

        var earlier = Before(reads, activity);
        var now = Shown(reads, activity);
        var then = earlier is null ? [] : Shown(reads, earlier);
        var (nowWords, thenWords) = CloudFit.Set(activity.Id, now, then, place);
        return picture with
        {
            Now = new WordCloud(OtherTimes.Of(reads, activity), n, now.Sum(word => word.Count), nowWords, now.Count - nowWords.Count),
            Then = earlier is null ? null : new WordCloud(
                OtherTimes.Of(reads, earlier), Count(reads, earlier.Id), then.Sum(word => word.Count), thenWords, then.Count - thenWords.Count),
        };
    }

    private static List<WordCount> Shown(Reads reads, Activity activity) => [.. Counts(reads, activity).Where(word => !word.IsHidden)];
}

/// <summary>How often a word was given.</summary>
public sealed record WordCount
{
    /// <summary>The word, in lower case.</summary>
    public string Word { get; init; } = "";

    /// <summary>How many gave it.</summary>
    public long Count { get; init; }

    /// <summary>Whether a facilitator took it off the walls.</summary>
    public bool IsHidden { get; init; }
}
