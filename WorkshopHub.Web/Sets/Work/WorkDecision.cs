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
public sealed record WorkDecision
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

    /// <summary>Who was asked first; empty where nobody was.</summary>
    public string Whom { get; init; } = "";

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

    /// <summary>The ground in words.</summary>
    public string Words => Ground switch
    {
        Ground.OwnAuthority => "On our own authority",
        Ground.AskedWhom => $"Asked {Whom} first",
        _ => "Needs the sponsor",
    };

    private const string Select =
        """
        SELECT d.id, d.set_id, d.membership_id, d.text, d.ground, d.whom, d.on_date, t.number AS Meeting, d.gone_at, d.version, d.changed_at, c.name AS ChangedBy
        FROM decision d
        JOIN person c ON c.id = d.changed_by
        LEFT JOIN set_meeting t ON t.id = d.meeting_id
        """;

    /// <summary>The decisions on a problem, the newest first; those taken back last.</summary>
    public static IReadOnlyList<WorkDecision> Of(Reads reads, long set, long? membership) => reads.Query<WorkDecision>(
        $"{Select} WHERE d.set_id = @set AND d.membership_id IS @membership ORDER BY d.gone_at IS NOT NULL, d.on_date DESC, d.id DESC", new { set, membership });

    /// <summary>What a set shared with an audience: Client, Champion or Sponsor.</summary>
    public static IReadOnlyList<WorkDecision> SharedWith(Reads reads, long set, string audience) => reads.Query<WorkDecision>(
        $"""
        {Select} JOIN share w ON w.kind = 'Decision' AND w.thing_id = CAST(d.id AS TEXT) AND w.audience = @audience
          AND w.shared_at IS NOT NULL AND w.withdrawn_at IS NULL
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
        var (text, ground, whom, on) = typed.Read(today);
        if (writes.First<long?>("SELECT id FROM decision WHERE token = @Token AND text = @text", new { typed.Token, text }) is not null)
        {
            return;
        }

        writes.Execute(
            """
            INSERT INTO decision (set_id, membership_id, meeting_id, token, text, ground, whom, on_date, created_at, created_by, changed_at, changed_by)
            VALUES (@SetId, @MembershipId, (SELECT id FROM set_meeting WHERE set_id = @SetId AND number = @meeting), @token, @text, @ground, @whom, @on, @Now, @by, @Now, @by)
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
                on = LocalDay.Text(on),
                by,
                writes.Now,
            });
    }

    /// <summary>Changes it. False where it reads otherwise by now.</summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static bool Change(Writes writes, long id, DecisionForm typed, DateOnly today, long by)
    {
        var (text, ground, whom, on) = typed.Read(today);
        return writes.Execute(
            """
            UPDATE decision SET text = @text, ground = @ground, whom = @whom, on_date = @on, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version AND gone_at IS NULL
            """,
            new { id, version = typed.Version, text, ground = ground.ToString(), whom, on = LocalDay.Text(on), by, writes.Now }) == 1;
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

/// <summary>A decision as typed.</summary>
public sealed class DecisionForm
{
    /// <summary>What was decided.</summary>
    public string? Text { get; set; }

    /// <summary>On what ground.</summary>
    public string? Ground { get; set; }

    /// <summary>Who was asked.</summary>
    public string? Whom { get; set; }

    /// <summary>The day; empty is today.</summary>
    public string? On { get; set; }

    /// <summary>The number of the meeting in which it was decided, or null.</summary>
    public long? Meeting { get; set; }

    /// <summary>Made with the form, so that it is written once.</summary>
    public string Token { get; set; } = "";

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The form of a decision as it stands.</summary>
    public static DecisionForm Of(WorkDecision one) => new() { Text = one.Text, Ground = one.Ground.ToString(), Whom = one.Whom, On = one.OnDate, Version = one.Version };

    internal (string Text, Ground Ground, string Whom, DateOnly On) Read(DateOnly today)
    {
        var text = Typed.Lines("Decision.Text", Text, 280, "What did you decide? One sentence.");
        if (!Enum.TryParse<Ground>(Ground, out var ground) || !Enum.IsDefined(ground))
        {
            throw new RefusedException("Decision.Ground", "Choose on what ground you decide it.");
        }

        var whom = ground == Work.Ground.AskedWhom ? Typed.Lines("Decision.Whom", Whom, 80, "Whom did you ask?") : "";
        return (text, ground, whom, Typed.Past("Decision.On", On, today));
    }
}
