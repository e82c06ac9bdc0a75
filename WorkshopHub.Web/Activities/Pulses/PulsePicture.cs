using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>How often each of 1 to 5 was said of a statement.</summary>
/// <param name="Counts">Five counts, for 1 to 5.</param>
public sealed record PulseCounts(IReadOnlyList<long> Counts)
{
    /// <summary>Fewer answers than this show only their number.</summary>
    public const int Enough = 5;

    /// <summary>How many answered it.</summary>
    public long N => Counts.Sum();

    /// <summary>Whether enough did, so that nobody's answer can be guessed.</summary>
    public bool IsEnough => N >= Enough;

    /// <summary>The mean, 1 to 5.</summary>
    public decimal Mean => Counts.Select((count, at) => count * (at + 1)).Sum() / (decimal)N;

    /// <summary>The mean with one decimal.</summary>
    public string MeanText => Math.Round(Mean, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>The length of its bar where 1 is nothing and 5 is so many units.</summary>
    public int Length(int full) => Math.Max(3, (int)Math.Round((Mean - 1) / 4 * full));

    /// <summary>The five counts in words, for those who can't see the bars.</summary>
    public string InWords => string.Join(", ", Counts.Select((count, at) => $"{at + 1}: {count}"));
}

/// <summary>One statement with what was answered, now and at an earlier workshop.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Now">What was answered; null with fewer than five answers.</param>
/// <param name="Then">What was answered earlier; null where it was not asked, or by fewer than five.</param>
public sealed record PulseLine(string Text, PulseCounts? Now, PulseCounts? Then);

/// <summary>A pulse as the room may see it.</summary>
public sealed record PulsePicture
{
    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>How many have answered.</summary>
    public long N { get; init; }

    /// <summary>How many of them answered on paper.</summary>
    public long OnPaper { get; init; }

    /// <summary>How many take part.</summary>
    public long Here { get; init; }

    /// <summary>Whether the room may see more than that.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>When it was asked.</summary>
    public OtherTimes When { get; init; } = null!;

    /// <summary>When the same was asked earlier; null where it was not, or fewer than five answered.</summary>
    public OtherTimes? Then { get; init; }

    /// <summary>How many answered then.</summary>
    public long ThenN { get; init; }

    /// <summary>The statements; empty while only the number may be shown.</summary>
    public IReadOnlyList<PulseLine> Lines { get; init; } = [];

    /// <summary>The sentence that says when it will be shown; empty where it is.</summary>
    public string WhenShown { get; init; } = "";

    /// <summary>Whether bars are shown.</summary>
    public bool HasPicture => Lines.Count > 0;

    /// <summary>How many sheets have come, with or without a phone.</summary>
    public static long Count(Reads reads, long activity) => reads.First<long>(
        "SELECT count(*) FROM (SELECT 1 FROM pulse_answer WHERE activity_id = @activity GROUP BY secret_hash)", new { activity });

    /// <summary>The picture as it is now.</summary>
    public static PulsePicture Read(Reads reads, Activity activity) => reads.Once($"pulse-{activity.Id}", () =>
    {
        var n = Count(reads, activity.Id);
        var picture = new PulsePicture
        {
            ActivityId = activity.Id,
            N = n,
            OnPaper = AnsweredMarks.OnPaper(reads, activity.Id),
            Here = Math.Max(n, Turnout.Of(reads, activity).Here),
            IsRevealed = activity.IsRevealed,
            When = OtherTimes.Of(reads, activity),
            WhenShown = OtherTimes.WhenShown(reads, activity),
        };
        return activity.IsRevealed && n >= PulseCounts.Enough ? WithLines(reads, activity, picture) : picture;
    });

    private static PulsePicture WithLines(Reads reads, Activity activity, PulsePicture picture)
    {
        var now = Counts(reads, activity.Id);
        var earlier = activity.Earlier(reads) is { IsRevealed: true, State: not ActivityState.Open } found ? found : null;
        var then = earlier is null ? [] : Counts(reads, earlier.Id);
        var lines = PulseSettings.Parse(activity.Settings).Statements
            .Select(one => new PulseLine(one.Text, Known(now, one), Known(then, one))).ToList();
        var paired = earlier is not null && lines.Exists(line => line.Then is not null);
        return picture with
        {
            Lines = lines,
            Then = paired ? OtherTimes.Of(reads, earlier!) : null,
            ThenN = paired ? Count(reads, earlier!.Id) : 0,
        };
    }

    private static PulseCounts? Known(IReadOnlyDictionary<string, PulseCounts> counts, PulseStatement statement) =>
        counts.GetValueOrDefault(statement.Key) is { IsEnough: true } enough ? enough : null;

    private static Dictionary<string, PulseCounts> Counts(Reads reads, long activity) => reads.Query<Row>(
        """
        SELECT statement, sum(value = 1) AS One, sum(value = 2) AS Two, sum(value = 3) AS Three, sum(value = 4) AS Four,
               sum(value = 5) AS Five
        FROM pulse_answer
        WHERE activity_id = @activity
        GROUP BY statement
        """,
        new { activity }).ToDictionary(
            row => row.Statement, row => new PulseCounts([row.One, row.Two, row.Three, row.Four, row.Five]), StringComparer.Ordinal);

    private sealed record Row
    {
        public string Statement { get; init; } = "";

        public long One { get; init; }

        public long Two { get; init; }

        public long Three { get; init; }

        public long Four { get; init; }

        public long Five { get; init; }
    }
}
