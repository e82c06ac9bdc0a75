using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>One thing that the two hands did with a member's own problem, the oldest first.</summary>
public sealed record OwnStep
{
    /// <summary>Sent (by the member), Back or Confirmed (by the supervisor), Supervisor (somebody else is that now).</summary>
    public string Kind { get; init; } = "";

    /// <summary>Who did it, or null.</summary>
    public long? By { get; init; }

    /// <summary>That person's name, or null.</summary>
    public string? ByName { get; init; }

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>What the supervisor wrote; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The problem's version after it.</summary>
    public long Version { get; init; }

    /// <summary>How it read when it was sent.</summary>
    public string Title { get; init; } = "";

    /// <summary>What happens.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters.</summary>
    public string WhyItMatters { get; init; } = "";

    /// <summary>What the member can't see yet.</summary>
    public string CannotSee { get; init; } = "";

    /// <summary>What has been tried.</summary>
    public string Tried { get; init; } = "";

    /// <summary>What would be a success.</summary>
    public string SuccessLooksLike { get; init; } = "";

    /// <summary>The words of a sent one.</summary>
    public OwnWords Words => new()
    {
        Title = Title,
        Description = Description,
        WhyItMatters = WhyItMatters,
        CannotSee = CannotSee,
        Tried = Tried,
        SuccessLooksLike = SuccessLooksLike,
    };

    /// <summary>All of a problem.</summary>
    public static IReadOnlyList<OwnStep> Of(Reads reads, long problem) => reads.Query<OwnStep>(
        """
        SELECT s.kind, s.by, p.name AS ByName, s.at, s.note, s.version, s.title, s.description, s.why_it_matters, s.cannot_see, s.tried,
          s.success_looks_like
        FROM problem_step s LEFT JOIN person p ON p.id = s.by
        WHERE s.problem_id = @problem ORDER BY s.id
        """, new { problem });

    /// <summary>Notes a step with the words as they stand.</summary>
    public static void Add(Writes writes, long problem, string kind, long? by, string note = "") => writes.Execute(
        """
        INSERT INTO problem_step (problem_id, kind, by, at, note, version, title, description, why_it_matters, cannot_see, tried,
          success_looks_like)
        SELECT id, @kind, @by, @Now, @note, version, title, description, why_it_matters, cannot_see, tried, success_looks_like
        FROM problem WHERE id = @problem
        """, new { problem, kind, by, note, writes.Now });

    /// <summary>Notes for several problems that somebody else is the supervisor now.</summary>
    public static void AddAll(Writes writes, string kind, IReadOnlyList<long> problems) => writes.Execute(
        """
        INSERT INTO problem_step (problem_id, kind, by, at, version) SELECT id, @kind, supervisor_id, @Now, version
        FROM problem WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY id
        """, new { kind, writes.Now, ids = JsonSerializer.Serialize(problems) });
}
