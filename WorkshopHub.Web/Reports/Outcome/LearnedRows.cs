using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 6 from the rows. Only what was said aloud and kept; what its authors released stands in <see cref="Releases"/>, goals in <see cref="GoalRows"/>.</summary>
internal static class LearnedRows
{
    // Its author gave it to be read beyond the room: said yes when they were asked, or shows it to the organisation.
    private const string Given =
        """
        (EXISTS (SELECT 1 FROM quote_asked y WHERE y.post_id = p.id AND y.says = 'Yes')
          OR EXISTS (SELECT 1 FROM share h WHERE h.kind = 'Post' AND h.thing_id = p.id AND h.audience = 'Organisation' AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL))
        """;

    // A no that was said, or words that were shown to the organisation and taken back.
    private const string Denied =
        $"""
        (EXISTS (SELECT 1 FROM quote_asked n WHERE n.post_id = p.id AND n.says = 'No')
          OR (NOT {Given} AND EXISTS (SELECT 1 FROM share b WHERE b.kind = 'Post' AND b.thing_id = p.id AND b.shared_at IS NOT NULL AND b.withdrawn_at IS NOT NULL)))
        """;

    private const string Who = $"iif(c.target = 'Learning' AND o.name_mode = 'Named' AND o.reveal <> 'Never' AND {Given}, t.name, NULL)";

    private const string Carried =
        """
        FROM carried c
        JOIN activity a ON a.id = c.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        LEFT JOIN post p ON p.id = c.source
        LEFT JOIN activity o ON o.id = p.activity_id
        LEFT JOIN participant t ON t.id = p.participant_id
        WHERE w.programme_id = @Id
        """;

    // What was said and is still shown: undone, it was not kept; hidden, deleted, or denied by its author, it is nobody's to read.
    private const string Shown = $"{Carried} AND c.state <> 'Undone' AND c.text <> '' AND (p.id IS NULL OR (p.state = 'Shown' AND NOT {Denied}))";

    /// <summary>What a programme's rooms have kept and may still be read, with what it became and whose names may stand beside it.</summary>
    public static ILookup<(string Target, string Text), string?> Standing(Reads reads, long programme) =>
        reads.Query<(string Target, string Text, string? Who)>($"SELECT c.target, c.text, {Who} AS Who {Shown}", new { Id = programme }).ToLookup(row => (row.Target, row.Text), row => row.Who);

    /// <summary>What a programme's rooms have kept and its author took back: said no to, or shows no longer.</summary>
    public static IReadOnlySet<(string Target, string Text)> TakenBack(Reads reads, long programme) => reads.Query<(string Target, string Text)>(
        $"SELECT c.target, c.text {Carried} AND c.state <> 'Undone' AND p.state = 'Shown' AND {Denied}", new { Id = programme }).ToHashSet();

    /// <summary>
    /// What a room kept with its dots, as it was carried over: Learning or ProposedProblem. A learning stands without a name until its
    /// author has said yes; what one could do differently is told of the set: a report goes further than the room in which it was said.
    /// </summary>
    public static IReadOnlyList<KeptText> Kept(Ground ground, string target) =>
    [
        .. ground.Reads.Query<KeptRow>(
            $"""
            SELECT c.text, c.set_id, {Who} AS Who, w.title, w.id AS WorkshopId,
                   (SELECT count(*) FROM dot d WHERE d.activity_id = c.activity_id AND d.item = c.source) AS Dots
            {Shown} AND c.target = @target
            ORDER BY w.date, Dots DESC, c.id
            """, new { ground.Programme.Id, target })
            .Where(row => row.Dots > 0)
            .Select(row => new KeptText(row.Text, row.Who, ground.SetOf(row.SetId), (int)row.Dots, row.Title, ground.Workshops.First(one => one.Id == row.WorkshopId).Day).Told()),
    ];

    private sealed record KeptRow
    {
        public string Text { get; init; } = "";

        public long? SetId { get; init; }

        public string? Who { get; init; }

        public string Title { get; init; } = "";

        public long WorkshopId { get; init; }

        public long Dots { get; init; }
    }
}
