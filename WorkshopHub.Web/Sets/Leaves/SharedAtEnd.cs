using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// What a set (or, where everybody has a problem of their own, a member) reported at the final, shown to the whole organisation so
/// that the next programme starts from it. A draft, and what was never told to the room, can't be shown.
/// </summary>
public sealed class SharedOutcomes : IShareable
{
    /// <inheritdoc />
    public string Kind => "Outcome";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Organisation"];

    private const string Told =
        """
        FROM outcome o JOIN workshop w ON w.id = o.workshop_id AND w.kind = 'Final' JOIN outcome_words l ON l.outcome_id = o.id AND l.text <> ''
        LEFT JOIN person p ON p.id = o.person_id
        WHERE EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = o.id AND t.tell_at IS NOT NULL)
        """;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text, string? Who)>(
        $"SELECT CAST(o.id AS TEXT), l.text, p.name {Told} AND CAST(o.id AS TEXT) IN @ids", new { ids })
        .ToDictionary(row => row.Id, row => new SharedThing("Outcome, all five parts, with its measures", row.Text, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
    [
        .. reads.Query<(string Id, string Words, long? Owner)>(
            $"SELECT CAST(o.id AS TEXT), l.text, o.person_id {Told} AND o.set_id = @set AND (o.person_id IS NULL OR o.person_id = @person) ORDER BY o.id DESC",
            new { set, person }).Select(row => new Showable(row.Id, row.Words, row.Owner)),
    ];
}

/// <summary>What the set let its programme know as a learning: it may go on to the whole organisation, by two again.</summary>
public sealed class SharedLearnings : IShareable
{
    /// <inheritdoc />
    public string Kind => "Learning";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Organisation"];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text)>(
        "SELECT id, text FROM sheet WHERE kind = 'Learning' AND state = 'Gone' AND id IN @ids", new { ids })
        .ToDictionary(row => row.Id, row => new SharedThing("Learning of the set", row.Text, null), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
    [
        .. reads.Query<(string Id, string Words)>(
            "SELECT id, text FROM sheet WHERE set_id = @set AND kind = 'Learning' AND state = 'Gone' ORDER BY gone_at DESC LIMIT 60", new { set })
            .Select(row => new Showable(row.Id, row.Words, null)),
    ];
}

/// <summary>What somebody wrote with their name as a learning at a workshop of the programme: their own, and theirs to show further.</summary>
public sealed class SharedPosts : IShareable
{
    /// <inheritdoc />
    public string Kind => "Post";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Organisation"];

    private const string Named =
        """
        FROM post o JOIN activity a ON a.id = o.activity_id AND a.name_mode = 'Named' AND a.reveal <> 'Never'
        JOIN workshop w ON w.id = a.workshop_id AND w.state = 'Held' JOIN participant t ON t.id = o.participant_id JOIN person p ON p.id = t.person_id
        WHERE o.kind = 'Learning' AND o.state = 'Shown'
        """;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text, string Who)>(
        $"SELECT o.id, o.text, p.name {Named} AND o.id IN @ids", new { ids })
        .ToDictionary(row => row.Id, row => new SharedThing("Learning from a workshop", row.Text, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
    [
        .. reads.Query<(string Id, string Words)>(
            $"SELECT o.id, o.text {Named} AND t.person_id = @person AND w.programme_id = (SELECT programme_id FROM sets WHERE id = @set) ORDER BY o.posted_at DESC LIMIT 60",
            new { set, person }).Select(row => new Showable(row.Id, row.Words, person)),
    ];
}
