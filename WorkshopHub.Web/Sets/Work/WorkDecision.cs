using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>On what ground a set decided.</summary>
public enum Ground
{
    /// <summary>It may decide this without asking.</summary>
    OwnAuthority,

    /// <summary>It asked somebody first.</summary>
    AskedWhom,

    /// <summary>The sponsor has to decide.</summary>
    NeedsSponsor,
}

/// <summary>What a set (or a member with a problem of their own) decided: "moving the authority for problem solving to those people who must live with the consequences".</summary>
public sealed record WorkDecision : IWorkItem
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The membership whose problem it is about; null for the set's.</summary>
    public long? MembershipId { get; init; }

    /// <summary>What was decided.</summary>
    public string Text { get; init; } = "";

    /// <summary>On what ground.</summary>
    public Ground Ground { get; init; }

    /// <summary>Who was asked first; where the sponsor has to decide, with whom. Empty where nobody was named.</summary>
    public string Whom { get; init; } = "";

    /// <summary>Where the sponsor has to decide: by which day the set needs it (local date), or null.</summary>
    public string? NeededBy { get; init; }

    /// <summary>The day (local date).</summary>
    public string OnDate { get; init; } = "";

    /// <summary>The meeting in which it was decided, or null.</summary>
    public long? Meeting { get; init; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public string? GoneAt { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>Yes, No or Later, as the sponsor answered; null while they have not.</summary>
    public string? Says { get; init; }

    /// <summary>What the sponsor said; may be empty.</summary>
    public string AnswerText { get; init; } = "";

    /// <summary>The day that the sponsor named (local date), or null.</summary>
    public string? AnswerDue { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? Answerer { get; init; }

    /// <summary>When (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>The version of the answer, 0 where there is none.</summary>
    public long AnswerVersion { get; init; }

    /// <summary>The answer was to other words than those that stand now.</summary>
    public bool AnsweredBefore { get; init; }

    /// <summary>The answer in a sentence, e.g. Margaret said yes: “From May on.”; empty where there is none.</summary>
    public string Answered
    {
        get
        {
            var day = LocalDay.Read(AnswerDue) is { } due ? LocalDay.WithMonth(due) : "";
            var said = Says switch
            {
                "Yes" => $"yes{(day.Length > 0 ? $", by {day}" : "")}",
                "No" => "no",
                _ => $"not yet, and decides by {day}",
            };
            return Says is null ? ""
                : $"{Answerer} said {said}{(AnswerText.Length > 0 ? $": “{AnswerText}”" : ".")}{(AnsweredBefore ? " That was to earlier words." : "")}";
        }
    }

    /// <summary>The ground in words.</summary>
    public string Words => Ground switch
    {
        Ground.OwnAuthority => "On our own authority",
        Ground.AskedWhom => $"Asked {Whom} first",
        _ => $"Needs the sponsor{(LocalDay.Read(NeededBy) is { } day ? $" by {LocalDay.WithMonth(day)}" : "")}{(Whom.Length > 0 ? $", with {Whom}" : "")}",
    };

    private const string Select =
        """
        SELECT d.id, d.set_id, d.membership_id, d.text, d.ground, d.whom, d.needed_by, d.on_date, t.number AS Meeting, d.gone_at, d.version, d.changed_at, c.name AS ChangedBy,
          w.says, ifnull(w.text, '') AS AnswerText, w.due AS AnswerDue, y.name AS Answerer, w.at AS AnsweredAt, ifnull(w.version, 0) AS AnswerVersion,
          ifnull(w.to_version < d.version, 0) AS AnsweredBefore
        FROM decision d
        JOIN person c ON c.id = d.changed_by
        LEFT JOIN set_meeting t ON t.id = d.meeting_id
        LEFT JOIN decision_answer w ON w.decision_id = d.id
        LEFT JOIN person y ON y.id = w.by
        """;

    /// <summary>The decisions on a problem, the newest first; those taken back last.</summary>
    public static IReadOnlyList<WorkDecision> Of(Reads reads, long set, long? membership) => reads.Query<WorkDecision>(
        $"{Select} WHERE d.set_id = @set AND d.membership_id IS @membership ORDER BY d.gone_at IS NOT NULL, d.on_date DESC, d.id DESC", new { set, membership });

    /// <summary>What a set shared with an audience: Client, Champion or Sponsor.</summary>
    public static IReadOnlyList<WorkDecision> SharedWith(Reads reads, long set, string audience) => reads.Query<WorkDecision>(
        $"""
        {Select} JOIN share h ON h.kind = 'Decision' AND h.thing_id = CAST(d.id AS TEXT) AND h.audience = @audience
          AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL
        WHERE d.set_id = @set AND d.gone_at IS NULL
        ORDER BY d.on_date DESC, d.id DESC
        """, new { set, audience });

    /// <summary>One decision of a set, or null.</summary>
    public static WorkDecision? Find(Reads reads, long set, long id) =>
        reads.First<WorkDecision>($"{Select} WHERE d.set_id = @set AND d.id = @id", new { set, id });

    /// <summary>How many decisions a set made by ground: what may be counted outside it, without a word of them.</summary>
    public static IReadOnlyDictionary<Ground, long> Count(Reads reads, long set) => reads.Query<Counted>(
        "SELECT ground, count(*) AS n FROM decision WHERE set_id = @set AND gone_at IS NULL GROUP BY ground", new { set }).ToDictionary(one => one.Ground, one => one.N);

    /// <summary>Notes it. Sent twice with the same token, it is noted once.</summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static void Add(Writes writes, Place place, DecisionForm typed, DateOnly today, long by)
    {
        var (text, ground, whom, needed, on) = typed.Read(today);
        if (writes.First<long?>("SELECT id FROM decision WHERE token = @Token AND text = @text", new { typed.Token, text }) is not null)
        {
            return;
        }

        writes.Execute(
            """
            INSERT INTO decision (set_id, membership_id, meeting_id, token, text, ground, whom, needed_by, on_date, created_at, created_by, changed_at, changed_by)
            VALUES (@SetId, @MembershipId, (SELECT id FROM set_meeting WHERE set_id = @SetId AND number = @meeting), @token, @text, @ground, @whom, @needed, @on, @Now, @by, @Now, @by)
            """,
            new
            {
                place.SetId,
                place.MembershipId,
                meeting = typed.Meeting,
                token = Typed.Token(typed.Token, writes.First<long?>("SELECT id FROM decision WHERE token = @Token", new { typed.Token }) is null),
                text,
                ground = ground.ToString(),
                whom,
                needed,
                on = LocalDay.Text(on),
                by,
                writes.Now,
            });
    }

    /// <summary>Changes it. False where it reads otherwise by now.</summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static bool Change(Writes writes, long id, DecisionForm typed, DateOnly today, long by)
    {
        var (text, ground, whom, needed, on) = typed.Read(today);
        return writes.Execute(
            """
            UPDATE decision SET text = @text, ground = @ground, whom = @whom, needed_by = @needed, on_date = @on, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version AND gone_at IS NULL
            """,
            new { id, version = typed.Version, text, ground = ground.ToString(), whom, needed, on = LocalDay.Text(on), by, writes.Now }) == 1;
    }

    /// <summary>Takes it back, also from whom it was shown to; or puts it back.</summary>
    public static bool TakeBack(Writes writes, long set, long id, bool back, long by) => writes.Execute(
        """
        UPDATE decision SET gone_at = iif(@back, NULL, @Now), version = version + 1, changed_at = @Now, changed_by = @by
        WHERE set_id = @set AND id = @id AND (gone_at IS NULL) <> @back
        """,
        new { set, id, back, by, writes.Now }) == 1;

    private sealed record Counted
    {
        public Ground Ground { get; init; }

        public long N { get; init; }
    }
}
