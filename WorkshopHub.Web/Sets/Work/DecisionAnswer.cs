using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A decision that a set may not take alone and has shown to the sponsor: what waits, and what was answered.</summary>
public sealed record ShownDecision
{
    /// <summary>The decision.</summary>
    public long Id { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The membership whose problem it is about; null for the set's.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The member whose problem it is about, or null: the whole set's.</summary>
    public string? Member { get; init; }

    /// <summary>What they would do.</summary>
    public string Text { get; init; } = "";

    /// <summary>By when they need it (local date), or null.</summary>
    public string? NeededBy { get; init; }

    /// <summary>With whom; may be empty.</summary>
    public string Whom { get; init; } = "";

    /// <summary>Since when the sponsor reads it (UTC).</summary>
    public string ShownAt { get; init; } = "";

    /// <summary>The version of the words.</summary>
    public long Version { get; init; }

    /// <summary>Yes, No or Later; null while it waits.</summary>
    public string? Says { get; init; }

    /// <summary>What was answered; may be empty.</summary>
    public string AnswerText { get; init; } = "";

    /// <summary>The day that was named (local date), or null.</summary>
    public string? AnswerDue { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? Answerer { get; init; }

    /// <summary>When (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>The version of the answer, 0 where there is none.</summary>
    public long AnswerVersion { get; init; }

    /// <summary>The answer was to other words than those that stand now: it waits again.</summary>
    public bool AnsweredBefore { get; init; }

    /// <summary>It waits for an answer.</summary>
    public bool Waits => Says is null || AnsweredBefore;

    /// <summary>Whether the day is past that was named for deciding it.</summary>
    public bool IsLate(DateOnly today) => Says == "Later" && LocalDay.Read(AnswerDue) is { } day && day < today;

    private const string Select =
        """
        SELECT d.id, s.programme_id, s.id AS SetId, s.position, s.name AS SetName, d.membership_id, p.name AS Member, d.text, d.needed_by, d.whom, h.shared_at AS ShownAt, d.version,
          w.says, ifnull(w.text, '') AS AnswerText, w.due AS AnswerDue, y.name AS Answerer, w.at AS AnsweredAt, ifnull(w.version, 0) AS AnswerVersion,
          ifnull(w.to_version < d.version, 0) AS AnsweredBefore
        FROM decision d
        JOIN sets s ON s.id = d.set_id
        JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
        JOIN share h ON h.kind = 'Decision' AND h.thing_id = CAST(d.id AS TEXT) AND h.audience = 'Sponsor' AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL
        LEFT JOIN membership m ON m.id = d.membership_id
        LEFT JOIN person p ON p.id = m.person_id
        LEFT JOIN decision_answer w ON w.decision_id = d.id
        LEFT JOIN person y ON y.id = w.by
        WHERE d.ground = 'NeedsSponsor' AND d.gone_at IS NULL
        """;

    /// <summary>Those of a programme, what waits longest first.</summary>
    public static IReadOnlyList<ShownDecision> Of(Reads reads, long programme) =>
        reads.Query<ShownDecision>($"{Select} AND s.programme_id = @programme ORDER BY h.shared_at, d.id", new { programme });

    /// <summary>Those that wait for a person as sponsor.</summary>
    public static IReadOnlyList<ShownDecision> For(Reads reads, long person) => reads.Query<ShownDecision>(
        $"""
        {Select} AND g.state <> 'Closed'
          AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = s.programme_id AND r.person_id = @person AND r.role = 'Sponsor')
        ORDER BY h.shared_at, d.id LIMIT 40
        """, new { person });

    /// <summary>One that a person may answer: the sponsor, while it is shown to them. Null for everybody else, and when it was taken back.</summary>
    public static ShownDecision? Find(Reads reads, long id, long person) => reads.First<ShownDecision>(
        $"""
        {Select} AND d.id = @id
          AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = s.programme_id AND r.person_id = @person AND r.role = 'Sponsor')
        """, new { id, person });

    /// <summary>How many of a programme need the sponsor and were not shown: what may be counted, without a word of it.</summary>
    public static long Hidden(Reads reads, long programme) => reads.First<long>(
        """
        SELECT count(*) FROM decision d JOIN sets s ON s.id = d.set_id
        WHERE s.programme_id = @programme AND d.ground = 'NeedsSponsor' AND d.gone_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM decision_answer w WHERE w.decision_id = d.id AND w.to_version = d.version)
          AND NOT EXISTS (SELECT 1 FROM share h WHERE h.kind = 'Decision' AND h.thing_id = CAST(d.id AS TEXT) AND h.audience = 'Sponsor'
            AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL)
        """, new { programme });
}

/// <summary>The sponsor's answer to a decision that was shown.</summary>
public static class DecisionAnswers
{
    /// <summary>Characters of an answer.</summary>
    public const int TextMax = 280;

    /// <summary>Answers it by a form that was shown a version of the words and one of the answer. False where one of them reads otherwise by now.</summary>
    /// <exception cref="RefusedException">A field is wrong: Says, Text or Due.</exception>
    public static bool Say(Writes writes, ShownDecision there, AnswerForm typed, long by)
    {
        var wrong = new Refusals();
        wrong.If(typed.Says is not ("Yes" or "No" or "Later"), "Says", "Yes, no, or a day on which you decide it.");
        var text = wrong.Of(() => Typed.Lines("Text", typed.Text, TextMax, typed.Says == "No" ? "A no needs its reason. It often shows the set another way." : null), "");
        var due = LocalDay.Read(typed.Due);
        wrong.If(
            due is null && (typed.Says == "Later" || !string.IsNullOrWhiteSpace(typed.Due)), "Due",
            "By which day do you decide it? The set plans with it.");
        wrong.If(typed.Says != "No" && due < LocalDay.Today(writes, Utc.Parse(writes.Now)), "Due", "That day is over. Choose today or a day to come.");
        wrong.Throw();
        if (there.Version != typed.Seen || there.AnswerVersion != typed.Version)
        {
            return false;
        }

        writes.Execute(
            """
            INSERT INTO decision_answer (decision_id, says, text, due, to_version, by, at) VALUES (@Id, @Says, @text, @due, @Seen, @by, @Now)
            ON CONFLICT (decision_id) DO UPDATE SET says = excluded.says, text = excluded.text, due = excluded.due, to_version = excluded.to_version,
              by = excluded.by, at = excluded.at, version = version + 1
            """,
            new { there.Id, typed.Says, text, due = due is { } day && typed.Says != "No" ? LocalDay.Text(day) : null, typed.Seen, by, writes.Now });
        Audit.Note(writes, by, null, "answer-decision", "decision", there.Id);
        return true;
    }
}

/// <summary>An answer as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>Yes, No or Later.</summary>
    public string? Says { get; set; }

    /// <summary>In the sponsor's words.</summary>
    public string? Text { get; set; }

    /// <summary>The day.</summary>
    public string? Due { get; set; }

    /// <summary>The version of the words that was shown.</summary>
    public long Seen { get; set; }

    /// <summary>The version of the answer that was shown; 0 where there was none.</summary>
    public long Version { get; set; }
}

/// <summary>Decisions that wait for the sponsor on their own page.</summary>
public sealed class OwnDecisions(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person)
    {
        var today = LocalDay.Today(reads, time.GetUtcNow());
        return
        [
            .. ShownDecision.For(reads, person).Where(one => one.Waits || one.IsLate(today)).Select(one => new OwnLink(
                $"/decisions/{one.Id}", one.Waits ? "A decision that needs you" : "You wanted to decide this by now", "asks for yes, no or a date.", 0, ToDo: true)
            {
                By = one.Waits ? one.NeededBy : one.AnswerDue,
                As = Role.Sponsor,
                Verb = "Answer",
                SetPosition = one.Position,
                SetName = one.SetName,
            }),
        ];
    }
}
