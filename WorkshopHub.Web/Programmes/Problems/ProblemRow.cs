using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>A problem or opportunity as stored.</summary>
public sealed record ProblemRow
{
    private const string Select = """
        SELECT p.id, p.programme_id, p.position, p.title, p.description, p.why_it_matters, p.success_looks_like,
          p.no_clear_expertise, p.no_clear_expertise_note, p.no_known_answer, p.no_known_answer_note, p.answer_is_known, p.sent_at,
          p.client_id, c.name AS ClientName, c.job_title AS ClientJob, p.owner_id, o.name AS OwnerName, p.state, p.version,
          p.changed_at, h.name AS ChangedBy,
          (SELECT count(*) FROM failed_attempt f WHERE f.problem_id = p.id) AS Attempts,
          (SELECT count(*) FROM failed_attempt f
           WHERE f.problem_id = p.id AND f.year IS NOT NULL AND f.why_it_failed <> '') AS Counting,
          p.two_sets_at IS NOT NULL AS ForTwo, (SELECT count(*) FROM sets s WHERE s.problem_id = p.id) AS Taken,
          (SELECT s.name FROM sets s WHERE s.problem_id = p.id ORDER BY s.position LIMIT 1) AS SetName,
          (SELECT s.position FROM sets s WHERE s.problem_id = p.id ORDER BY s.position LIMIT 1) AS SetPosition,
          (SELECT s.name FROM sets s WHERE s.problem_id = p.id ORDER BY s.position LIMIT 1 OFFSET 1) AS SecondSetName,
          (SELECT s.position FROM sets s WHERE s.problem_id = p.id ORDER BY s.position LIMIT 1 OFFSET 1) AS SecondSetPosition
        FROM problem p
        LEFT JOIN person c ON c.id = p.client_id
        LEFT JOIN person o ON o.id = p.owner_id
        LEFT JOIN person h ON h.id = p.changed_by
        """;

    /// <summary>The problem.</summary>
    public long Id { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public long Position { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What happens, in figures where there are some.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters and why it is hard.</summary>
    public string WhyItMatters { get; init; } = "";

    /// <summary>How one would see that it is better; may be empty.</summary>
    public string SuccessLooksLike { get; init; } = "";

    /// <summary>Nobody is clearly the expert.</summary>
    public bool NoClearExpertise { get; init; }

    /// <summary>What is meant by it.</summary>
    public string NoClearExpertiseNote { get; init; } = "";

    /// <summary>Nobody knows an answer.</summary>
    public bool NoKnownAnswer { get; init; }

    /// <summary>What is meant by it.</summary>
    public string NoKnownAnswerNote { get; init; } = "";

    /// <summary>Somebody knows the answer, and it only has to be done.</summary>
    public bool AnswerIsKnown { get; init; }

    /// <summary>When its owner sent it to the supervisor (UTC), or null; of the sponsor's always null.</summary>
    public string? SentAt { get; init; }

    /// <summary>Who owns the place where a solution will live, or null.</summary>
    public long? ClientId { get; init; }

    /// <summary>The client's name, or null.</summary>
    public string? ClientName { get; init; }

    /// <summary>What the client does; may be empty or null.</summary>
    public string? ClientJob { get; init; }

    /// <summary>The member whose own problem it is, or null for the sponsor's.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The owner's name, or null.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Proposed, Offered, Agreed, Chosen, InWork, Implemented, HandedOver or Stopped.</summary>
    public string State { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>How many failed attempts are told.</summary>
    public long Attempts { get; init; }

    /// <summary>How many of them count: those with a year, and why they failed.</summary>
    public long Counting { get; init; }

    /// <summary>Whether the sponsor lets two sets take it.</summary>
    public bool ForTwo { get; init; }

    /// <summary>How many sets have taken it on.</summary>
    public long Taken { get; init; }

    /// <summary>Whether a set, or one more, can take it on.</summary>
    public bool IsFree => State == "Offered" || (State == "Chosen" && ForTwo && Taken < 2);

    /// <summary>The set that has taken it on, or null; of two the first.</summary>
    public string? SetName { get; init; }

    /// <summary>That set's place, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>The second set that has taken it on, or null.</summary>
    public string? SecondSetName { get; init; }

    /// <summary>That set's place, or null.</summary>
    public long? SecondSetPosition { get; init; }

    /// <summary>The tests of a good problem.</summary>
    public IReadOnlyList<ProblemTest> Tests => ProblemTest.Of(this);

    /// <summary>What it lacks to be offered, in words; empty where nothing.</summary>
    public IReadOnlyList<string> Lacks => [.. Tests.Where(test => test is { Holds: false, IsHard: true }).Select(test => test.Lack)];

    /// <summary>Whether sets can choose it, or one has.</summary>
    public bool IsOffered => OwnerId is null && State is not ("Proposed" or "Stopped");

    /// <summary>All problems of a programme, in order.</summary>
    public static IReadOnlyList<ProblemRow> Of(Reads reads, long programmeId) => reads.Query<ProblemRow>(
        $"{Select} WHERE p.programme_id = @programmeId ORDER BY p.position, p.id", new { programmeId });

    /// <summary>
    /// The sponsor's problems that the sets of a programme may choose from, in order; also those that a set has taken on
    /// since.
    /// </summary>
    public static IReadOnlyList<ProblemRow> Offered(Reads reads, long programmeId) => reads.Once(
        $"problems-offered-{programmeId}", () => reads.Query<ProblemRow>($"""
        {Select} WHERE p.programme_id = @programmeId AND p.owner_id IS NULL AND p.state NOT IN ('Proposed', 'Stopped')
        ORDER BY p.position, p.id
        """, new { programmeId }));

    /// <summary>What can't be offered yet and waits for somebody: for a sponsor all of it, for a client the own, once people are asked.</summary>
    public static IReadOnlyList<ProblemRow> Lacking(Reads reads, long person) =>
    [
        .. reads.Query<ProblemRow>($"""
            {Select} JOIN programme g ON g.id = p.programme_id AND g.format = 'CommonProblem' AND g.state <> 'Closed'
            WHERE p.owner_id IS NULL AND p.state = 'Proposed' AND EXISTS (SELECT 1 FROM role_assignment r
              WHERE r.programme_id = g.id AND r.person_id = @person AND (r.role = 'Sponsor' OR (r.role = 'Client' AND p.client_id = @person AND g.state <> 'Draft')))
            ORDER BY p.programme_id DESC, p.position
            """, new { person }).Where(problem => problem.Lacks.Count > 0),
    ];

    /// <summary>One problem by its number, or null.</summary>
    public static ProblemRow? Find(Reads reads, long id) => reads.First<ProblemRow>($"{Select} WHERE p.id = @id", new { id });

    /// <summary>One problem of a programme, or null.</summary>
    public static ProblemRow? Find(Reads reads, long programmeId, long id) => reads.First<ProblemRow>(
        $"{Select} WHERE p.programme_id = @programmeId AND p.id = @id", new { programmeId, id });
}
