using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>Something that was learned and said on purpose: by a set together, by somebody who shared it, or aloud in a workshop.</summary>
public sealed record Learned
{
    /// <summary>Where it is from: its table and id.</summary>
    public string Key { get; init; } = "";

    /// <summary>Learning, Question or Outcome.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose name stands beside it, or null: a set's, or without a name.</summary>
    public string? Who { get; init; }

    /// <summary>The set's place, or null.</summary>
    public long? Position { get; init; }

    /// <summary>The set, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>Where it was said, e.g. Mid-term or Meeting 6; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The workshop whose summary has it, or null.</summary>
    public long? WorkshopId { get; init; }

    /// <summary>The kinds with their words and drawings.</summary>
    public static IReadOnlyList<(string Key, string Word, string Icon)> Kinds { get; } =
        [("Learning", "Learnings", "k-learning"), ("Question", "Questions", "k-question"), ("Outcome", "Outcomes", "i-file")];

    /// <summary>The drawing of its kind.</summary>
    public string Icon => Kinds.First(kind => kind.Key == Kind).Icon;

    // What is named in a workshop stands here with its name, what was written without one without it. What waits to be revealed,
    // is hidden or taken back does not stand here.
    private const string All =
        """
        WITH learned AS (
          SELECT 'sheet-' || h.id AS Key, 'Learning' AS Kind, h.text, NULL AS Who, s.position, s.name AS SetName,
            ifnull('Meeting ' || m.number, '') AS Place, h.gone_at AS At, NULL AS WorkshopId
          FROM sheet h JOIN sets s ON s.id = h.set_id LEFT JOIN set_meeting m ON m.id = h.meeting_id
          WHERE s.programme_id = @programme AND h.kind = 'Learning' AND h.state = 'Gone'
          UNION ALL
          SELECT 'reflection-' || r.id, 'Learning',
            trim(r.set_out || char(10) || r.happened || char(10) || r.why || char(10) || r.otherwise || char(10) || r.asking || char(10) || r.text, char(10)),
            p.name, s.position, s.name, ifnull('Meeting ' || m.number, ''), max(h.shared_at), NULL
          FROM share h JOIN reflection r ON r.id = h.thing_id JOIN sets s ON s.id = r.set_id
          LEFT JOIN person p ON p.id = r.author_id LEFT JOIN set_meeting m ON m.id = r.meeting_id
          WHERE @reflections AND h.kind = 'Reflection' AND h.audience IN ('Programme', 'Organisation') AND h.shared_at IS NOT NULL
            AND h.withdrawn_at IS NULL AND s.programme_id = @programme
          GROUP BY r.id
          UNION ALL
          SELECT 'post-' || o.id, o.kind, o.text, CASE WHEN a.name_mode = 'Named' THEN t.name END,
            CASE WHEN a.name_mode IN ('Named', 'SetOnly') THEN s.position END, CASE WHEN a.name_mode IN ('Named', 'SetOnly') THEN s.name END,
            w.title, w.date || 'T12:00:00.000Z', w.id
          FROM post o JOIN activity a ON a.id = o.activity_id JOIN workshop w ON w.id = a.workshop_id
          LEFT JOIN sets s ON s.id = o.set_id LEFT JOIN participant t ON t.id = o.participant_id
          WHERE w.programme_id = @programme AND w.state = 'Held' AND o.state = 'Shown' AND o.kind IN ('Learning', 'Question')
            AND a.name_mode <> 'Private' AND a.reveal <> 'Never'
          UNION ALL
          SELECT 'outcome-' || c.id, 'Outcome', l.text, p.name, s.position, s.name, w.title, w.date || 'T12:00:00.000Z', w.id
          FROM outcome c JOIN outcome_slide l ON l.outcome_id = c.id AND l.slide = 'Learned' AND trim(l.text) <> ''
          JOIN workshop w ON w.id = c.workshop_id AND w.kind = 'Final' AND w.state = 'Held'
          JOIN sets s ON s.id = c.set_id LEFT JOIN person p ON p.id = c.person_id
          WHERE w.programme_id = @programme AND EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = c.id AND t.tell_at IS NOT NULL))
        """;

    /// <summary>What fits, the newest first, and how much there is of it and altogether.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="reflections">Whether the viewer reads reflections that were shared with the programme.</param>
    /// <param name="words">What is looked for; empty for all.</param>
    /// <param name="kind">The kind; empty for all.</param>
    /// <param name="most">How many at most.</param>
    public static (IReadOnlyList<Learned> Found, long Fitting, long Total) Of(Reads reads, long programme, bool reflections, string words, string kind, int most)
    {
        var values = new { programme, reflections, words, kind, most };
        const string Fits = "WHERE (@kind = '' OR Kind = @kind) AND (@words = '' OR instr(lower(text), lower(@words)) > 0)";
        var found = reads.Query<Learned>($"{All} SELECT * FROM learned {Fits} ORDER BY At DESC, Key LIMIT @most", values);
        var (fitting, total) = reads.First<(long, long)>($"{All} SELECT count(*) FILTER ({Fits}), count(*) FROM learned", values);
        return (found, fitting, total);
    }
}
