using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>Something of a set that others read, because the set or its owner has shown it on purpose.</summary>
public sealed record FrontLeft
{
    /// <summary>Progress, Learning, Reflection, Action, StudyNote, Decision, Goal or Outcome.</summary>
    public string Kind { get; init; } = "";

    /// <summary>To whom, e.g. Champion.</summary>
    public string Audience { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Its words, or their beginning.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who reads a progress note of this set: champion and client only where it has them.</summary>
    public string Followers { get; init; } = "";

    /// <summary>What it is, as people say it.</summary>
    public string What => Kind switch
    {
        "Progress" => "Progress note",
        "Learning" => "Learning",
        "Reflection" => "Reflection",
        "Action" => "Action",
        "StudyNote" => "Study note",
        "Decision" => "Decision",
        "Goal" => "Goal",
        "Outcome" => "Outcome",
        "Rating" => "Rating",
        _ => Kind,
    };

    /// <summary>Who reads it, as people say it.</summary>
    public string Whom => Audience switch
    {
        "" or "Programme" => "everybody in the programme",
        "Organisation" => "everybody in the organisation",
        "Followers" => $"{Followers}; other sets after the mid-term",
        "Facilitator" => "the facilitators",
        "Set" => "the set",
        _ => $"the {Audience.ToLowerInvariant()}",
    };

    /// <summary>What of the set's own is read outside it, the last first. What a person shows of their own stays with that person.</summary>
    public static IReadOnlyList<FrontLeft> Of(Reads reads, long set) => reads.Query<FrontLeft>(
        """
        SELECT kind, audience, at, iif(length(text) > 280, substr(text, 1, 279) || '…', text) AS Text,
          (SELECT iif(EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.role = 'Champion'), 'champion, ', '')
            || iif(EXISTS (SELECT 1 FROM problem b WHERE b.id = s.problem_id AND b.client_id IS NOT NULL), 'client, ', '')
            || 'supervisors and sponsor' FROM sets s WHERE s.id = @set) AS Followers
        FROM (
          SELECT t.kind, CASE t.kind WHEN 'Progress' THEN 'Followers' ELSE 'Programme' END AS audience, t.gone_at AS at, t.text
          FROM sheet t WHERE t.set_id = @set AND t.state = 'Gone' AND t.kind <> 'Door'
          UNION ALL
          SELECT h.kind, h.audience, h.shared_at, coalesce(nullif(r.text || r.happened, ''), n.looked_at, d.text, l.text, o.text, '')
          FROM share h
          LEFT JOIN reflection r ON h.kind = 'Reflection' AND r.id = h.thing_id
          LEFT JOIN study_note n ON h.kind = 'StudyNote' AND n.id = CAST(h.thing_id AS INTEGER)
          LEFT JOIN decision d ON h.kind = 'Decision' AND d.id = CAST(h.thing_id AS INTEGER)
          LEFT JOIN sheet l ON h.kind = 'Learning' AND l.id = h.thing_id
          LEFT JOIN outcome_words o ON h.kind = 'Outcome' AND o.outcome_id = CAST(h.thing_id AS INTEGER)
          WHERE h.set_id = @set AND h.owner_id IS NULL AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL)
        ORDER BY at DESC LIMIT 5
        """, new { set });
}
