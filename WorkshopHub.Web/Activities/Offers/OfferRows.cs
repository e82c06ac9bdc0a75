using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Offers;

/// <summary>An offer or a request, with who wrote it.</summary>
public sealed record OfferRow
{
    /// <summary>Made by the phone that wrote it.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>Who wrote it.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's place in the programme, or null.</summary>
    public long? Position { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>True for a request, false for an offer.</summary>
    public bool IsRequest { get; init; }

    /// <summary>What was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a facilitator has taken it off.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Rises with each press on it.</summary>
    public long Version { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public string PostedAt { get; init; } = "";

    /// <summary>Its place in lists, newest first.</summary>
    public string SortKey => PostedAt + Id;

    /// <summary>The first name.</summary>
    public string First => Called.First(Name);

    private const string Select =
        """
        SELECT o.id, o.activity_id, o.person_id, p.name, o.set_id, s.position, s.name AS SetName, o.kind = 'Request' AS IsRequest,
               o.text, o.state = 'Hidden' AS IsHidden, o.version, o.posted_at
        FROM offer o
        JOIN person p ON p.id = o.person_id
        LEFT JOIN sets s ON s.id = o.set_id
        """;

    /// <summary>Everything that was written and not taken back, newest first; also what is hidden.</summary>
    public static IReadOnlyList<OfferRow> All(Reads reads, long activity) => reads.Once($"offers-{activity}", () => reads.Query<OfferRow>(
        $"{Select} WHERE o.activity_id = @activity AND o.state <> 'TakenBack' ORDER BY o.posted_at DESC, o.id DESC", new { activity }));

    /// <summary>One of them as it is now, or null; also a hidden one.</summary>
    public static OfferRow? Find(Reads reads, string id) =>
        reads.First<OfferRow>($"{Select} WHERE o.id = @id AND o.state <> 'TakenBack'", new { id });
}

/// <summary>Somebody who can help, and whom it helps.</summary>
public sealed record MatchRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The request that it meets, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The offer that it takes up, or null.</summary>
    public string? OfferId { get; init; }

    /// <summary>Who helps.</summary>
    public long HelperId { get; init; }

    /// <summary>Their name.</summary>
    public string Helper { get; init; } = "";

    /// <summary>Their set's place, or null.</summary>
    public long? HelperPosition { get; init; }

    /// <summary>Whom it helps.</summary>
    public long AskerId { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>Their set's place, or null.</summary>
    public long? AskerPosition { get; init; }

    /// <summary>What is needed.</summary>
    public string Need { get; init; } = "";

    /// <summary>What the helper can do.</summary>
    public string Help { get; init; } = "";

    /// <summary>The first step that they took, e.g. Talk at lunch; empty for none.</summary>
    public string FirstStep { get; init; } = "";

    /// <summary>Suggested, Agreed, Happened or FellThrough.</summary>
    public string State { get; init; } = "";

    /// <summary>What came of it; empty while nobody said.</summary>
    public string CameOfIt { get; init; } = "";

    /// <summary>Months that it may have saved: a guess of whoever said so; null for none.</summary>
    public long? MonthsSaved { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public string MadeAt { get; init; } = "";

    /// <summary>Whether what it stands on is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The state in a word.</summary>
    public string Word => State == "FellThrough" ? "Fell through" : State;

    /// <summary>Whether this person is one of the two.</summary>
    public bool IsOf(long? person) => person is not null && (person == HelperId || person == AskerId);

    private const string Select =
        """
        SELECT m.id, m.activity_id, m.request_id, m.offer_id, m.helper_id, h.name AS Helper, m.asker_id, k.name AS Asker,
               (SELECT s.position FROM membership b JOIN sets s ON s.id = b.set_id
                WHERE b.person_id = m.helper_id AND b.left_at IS NULL AND s.programme_id = w.programme_id LIMIT 1) AS HelperPosition,
               (SELECT s.position FROM membership b JOIN sets s ON s.id = b.set_id
                WHERE b.person_id = m.asker_id AND b.left_at IS NULL AND s.programme_id = w.programme_id LIMIT 1) AS AskerPosition,
               ifnull(r.text, m.words) AS Need,
               CASE WHEN r.id IS NOT NULL AND m.words <> '' THEN m.words ELSE ifnull(o.text, '') END AS Help,
               m.first_step, m.state, m.came_of_it, m.months_saved, m.version, m.made_at,
               ifnull(r.state, 'Shown') <> 'Shown' OR ifnull(o.state, 'Shown') <> 'Shown' AS IsHidden
        FROM offer_match m
        JOIN activity a ON a.id = m.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        JOIN person h ON h.id = m.helper_id
        JOIN person k ON k.id = m.asker_id
        LEFT JOIN offer r ON r.id = m.request_id
        LEFT JOIN offer o ON o.id = m.offer_id
        """;

    /// <summary>All of an activity, newest first, without those whose text was hidden or taken back.</summary>
    public static IReadOnlyList<MatchRow> All(Reads reads, long activity) => reads.Once($"offer-matches-{activity}", () =>
        (IReadOnlyList<MatchRow>)[.. reads.Query<MatchRow>(
            $"{Select} WHERE m.activity_id = @activity ORDER BY m.made_at DESC, m.id DESC", new { activity }).Where(match => !match.IsHidden)]);

    /// <summary>One as it is now, or null.</summary>
    public static MatchRow? Find(Reads reads, string id) => reads.First<MatchRow>($"{Select} WHERE m.id = @id", new { id });
}
