using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>
/// What somebody wrote under their name in a workshop, and whether the outcome report may quote it: whoever arranges the report
/// asks, and only the author's yes makes it quotable. The yes can be taken back.
/// </summary>
public sealed record QuoteAsked
{
    /// <summary>The post.</summary>
    public string PostId { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its author.</summary>
    public long AuthorId { get; init; }

    /// <summary>Their name.</summary>
    public string Author { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>It is in the archive: nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The workshop in which it was written.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>That workshop is over.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How many people it helped.</summary>
    public long Hearts { get; init; }

    /// <summary>Who asked, or null where nobody has.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Yes or No; null where it was not said yet.</summary>
    public string? Says { get; init; }

    /// <summary>How many are offered to be asked for: those that helped most people.</summary>
    public const int Most = 30;

    private const string Select =
        """
        SELECT o.id AS PostId, o.text, p.id AS AuthorId, p.name AS Author, g.id AS ProgrammeId, g.name AS Programme, g.archived_at IS NOT NULL AS IsArchived,
          w.title AS Workshop, w.state = 'Held' AS IsHeld, (SELECT count(*) FROM heart h WHERE h.post_id = o.id) AS Hearts, k.name AS AskedBy, q.says
        FROM post o
        JOIN activity a ON a.id = o.activity_id AND a.name_mode = 'Named' AND a.reveal <> 'Never'
        JOIN workshop w ON w.id = a.workshop_id
        JOIN programme g ON g.id = w.programme_id
        JOIN participant t ON t.id = o.participant_id
        JOIN person p ON p.id = t.person_id
        LEFT JOIN quote_asked q ON q.post_id = o.id
        LEFT JOIN person k ON k.id = q.asked_by
        """;

    private const string Stands = "o.kind = 'Learning' AND o.state = 'Shown'";

    private const string IsShared =
        "EXISTS (SELECT 1 FROM share x WHERE x.kind = 'Post' AND x.thing_id = o.id AND x.audience = 'Organisation' AND x.shared_at IS NOT NULL AND x.withdrawn_at IS NULL)";

    /// <summary>What may be asked for in a programme, or was and has no yes: those that were asked for first, then those that helped most.</summary>
    public static IReadOnlyList<QuoteAsked> Of(Reads reads, long programme) => reads.Query<QuoteAsked>(
        $"{Select} WHERE {Stands} AND g.id = @programme AND w.state = 'Held' AND ifnull(q.says, '') <> 'Yes' AND NOT {IsShared} ORDER BY q.post_id IS NULL, Hearts DESC, o.id LIMIT @Most",
        new { programme, Most });

    /// <summary>One, or null where it is no named word that is shown.</summary>
    public static QuoteAsked? Find(Reads reads, string post) => reads.First<QuoteAsked>($"{Select} WHERE {Stands} AND o.id = @post", new { post });

    /// <summary>What waits for an author's answer.</summary>
    public static IReadOnlyList<QuoteAsked> For(Reads reads, long person) => reads.Query<QuoteAsked>(
        $"{Select} WHERE {Stands} AND p.id = @person AND q.post_id IS NOT NULL AND q.says IS NULL AND g.archived_at IS NULL ORDER BY q.asked_at LIMIT 20", new { person });

    /// <summary>Asks its author. What was asked already stays as it is: a no is not asked twice.</summary>
    /// <exception cref="RefusedException">It can't be asked for any more (field Ask).</exception>
    public static void Ask(Writes writes, long programme, string post, long by)
    {
        if (Find(writes, post) is not { IsHeld: true } one || one.ProgrammeId != programme)
        {
            throw new RefusedException("Ask", "That text is no longer there to be asked for.");
        }

        writes.Execute(
            "INSERT INTO quote_asked (post_id, asked_by, asked_at) VALUES (@post, @by, @Now) ON CONFLICT DO NOTHING", new { post, by, writes.Now });
    }

    /// <summary>The author says yes or no, or takes back what they said.</summary>
    public static void Answer(Writes writes, string post, long author, bool yes) => writes.Execute(
        """
        UPDATE quote_asked SET says = @says, said_at = @Now
        WHERE post_id = @post AND EXISTS (SELECT 1 FROM post o JOIN participant t ON t.id = o.participant_id WHERE o.id = @post AND t.person_id = @author)
        """, new { post, author, says = yes ? "Yes" : "No", writes.Now });
}

/// <summary>Asked for on the author's own page.</summary>
public sealed class OwnQuotes : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. QuoteAsked.For(reads, person).Select(one => new OwnLink(
            $"/quotes/{one.PostId}", "May the outcome report quote you?", $"{one.Programme}, what you wrote at the {one.Workshop.ToLowerInvariant()}.", 0, ToDo: true) { Verb = "Yes or no" }),
    ];
}
