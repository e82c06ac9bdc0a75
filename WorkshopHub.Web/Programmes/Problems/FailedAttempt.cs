using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>Something that was tried before. It counts where its year is known and why it failed.</summary>
public sealed record FailedAttempt
{
    /// <summary>The year, or null where nobody knows it.</summary>
    public long? Year { get; init; }

    /// <summary>What was tried.</summary>
    public string What { get; init; } = "";

    /// <summary>Why it failed; may be empty.</summary>
    public string WhyItFailed { get; init; } = "";

    /// <summary>What was tried on a problem, in order.</summary>
    public static IReadOnlyList<FailedAttempt> Of(Reads reads, long problemId) => reads.Query<FailedAttempt>(
        "SELECT year, what, why_it_failed FROM failed_attempt WHERE problem_id = @problemId ORDER BY position, id", new { problemId });

    /// <summary>One that is well told, of another offered problem of a programme; null where there is none.</summary>
    public static (FailedAttempt Attempt, string Title)? Example(Reads reads, long programme, long except) =>
        reads.First<Told>(
            """
            SELECT f.year, f.what, f.why_it_failed, p.title
            FROM failed_attempt f JOIN problem p ON p.id = f.problem_id
            WHERE p.programme_id = @programme AND p.id <> @except AND p.owner_id IS NULL AND p.state NOT IN ('Proposed', 'Stopped')
              AND f.year IS NOT NULL AND length(f.why_it_failed) > 20
            ORDER BY f.year DESC, f.id LIMIT 1
            """, new { programme, except }) is { } told
            ? (new FailedAttempt { Year = told.Year, What = told.What, WhyItFailed = told.WhyItFailed }, told.Title) : null;

    private sealed record Told
    {
        public long Year { get; init; }

        public string What { get; init; } = "";

        public string WhyItFailed { get; init; } = "";

        public string Title { get; init; } = "";
    }
}
