using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>
/// What a member asks one peer of their own choice, and what the peer answers. Only these two read it; the peer reads the question
/// and not the goal.
/// </summary>
public sealed record PeerFeedback
{
    /// <summary>The longest answer, in characters.</summary>
    public const int TextMax = 600;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The membership of who asks.</summary>
    public long MembershipId { get; init; }

    /// <summary>Who asks.</summary>
    public long AskerId { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>Who is asked.</summary>
    public long PeerId { get; init; }

    /// <summary>Their name.</summary>
    public string Peer { get; init; } = "";

    /// <summary>What is asked.</summary>
    public string Question { get; init; } = "";

    /// <summary>What was answered; empty until then.</summary>
    public string Text { get; init; } = "";

    /// <summary>Asked, Answered, Declined or TakenBack.</summary>
    public string State { get; init; } = "";

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>When it was answered (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    private const string Select =
        """
        SELECT f.id, f.membership_id, m.person_id AS AskerId, a.name AS Asker, f.peer_id, p.name AS Peer, f.question, f.text, f.state, f.version, f.asked_at, f.answered_at
        FROM peer_feedback f
        JOIN membership m ON m.id = f.membership_id
        JOIN person a ON a.id = m.person_id
        JOIN person p ON p.id = f.peer_id
        """;

    /// <summary>What a member asked, the newest first; without what was taken back.</summary>
    public static IReadOnlyList<PeerFeedback> Of(Reads reads, long membership) => reads.Query<PeerFeedback>(
        $"{Select} WHERE f.membership_id = @membership AND f.state <> 'TakenBack' ORDER BY f.id DESC", new { membership });

    /// <summary>One, or null.</summary>
    public static PeerFeedback? Find(Reads reads, long id) => reads.First<PeerFeedback>($"{Select} WHERE f.id = @id", new { id });

    /// <summary>Whom a member can ask: who is in a set of the programme with them, the own set first, and the set's advisor.</summary>
    public static IReadOnlyList<Peer> Peers(Reads reads, long membership) => reads.Query<Peer>(
        """
        SELECT p.id, p.name, s.name AS SetName, s.id = me.set_id AS IsOfSet
        FROM membership me
        JOIN sets mine ON mine.id = me.set_id
        JOIN sets s ON s.programme_id = mine.programme_id
        JOIN membership m ON m.set_id = s.id AND m.left_at IS NULL AND m.person_id <> me.person_id
        JOIN person p ON p.id = m.person_id
        WHERE me.id = @membership
        UNION
        SELECT p.id, p.name, 'advisor', 1
        FROM membership me JOIN role_assignment r ON r.set_id = me.set_id AND r.role = 'Advisor' JOIN person p ON p.id = r.person_id
        WHERE me.id = @membership AND r.person_id <> me.person_id
        ORDER BY 4 DESC, 2
        """,
        new { membership });

    /// <summary>Asks a peer.</summary>
    /// <exception cref="RefusedException">Nobody was chosen, it is empty or too long, or that peer has one open: Peer or Question.</exception>
    public static void Ask(Writes writes, long membership, long peer, string? question)
    {
        var words = Line.Clean(question);
        var wrong = new Refusals();
        wrong.If(!Peers(writes, membership).Any(one => one.Id == peer), "Peer", "Choose whom you ask.");
        wrong.If(words.Length == 0, "Question", "What would you like to know? One question.");
        wrong.If(words.Length > GoalCommands.TextMax, "Question", $"{words.Length} characters. Keep it to {GoalCommands.TextMax}.");
        wrong.If(Of(writes, membership).Any(one => one.PeerId == peer && one.State == "Asked"), "Peer", "You have asked them already. Give them time.");
        wrong.Throw();
        writes.Execute(
            "INSERT INTO peer_feedback (membership_id, peer_id, question, asked_at) VALUES (@membership, @peer, @words, @Now)",
            new { membership, peer, words, writes.Now });
    }

    /// <summary>Whoever asked takes the question back, while there is no answer.</summary>
    public static bool TakeBack(Writes writes, long membership, long id) => writes.Execute(
        "UPDATE peer_feedback SET state = 'TakenBack', version = version + 1 WHERE id = @id AND membership_id = @membership AND state = 'Asked'", new { id, membership }) == 1;

    /// <summary>The peer answers, or changes the answer. False where it was taken back, or reads otherwise by now.</summary>
    /// <exception cref="RefusedException">It is empty or too long (Text).</exception>
    public static bool Answer(Writes writes, PeerFeedback there, long version, string? text)
    {
        var words = Outcomes.Slides.Clean(text);
        if (words.Length is 0 or > TextMax)
        {
            throw new RefusedException("Text", words.Length == 0 ? "What did you notice? One moment that you remember is enough." : $"{words.Length} characters. Keep it to {TextMax}.");
        }

        return writes.Execute(
            """
            UPDATE peer_feedback SET text = @words, state = 'Answered', answered_at = @Now, version = version + 1
            WHERE id = @Id AND version = @version AND state <> 'TakenBack'
            """,
            new { there.Id, version, words, writes.Now }) == 1;
    }

    /// <summary>The peer would rather not; no reason is asked.</summary>
    public static bool Decline(Writes writes, PeerFeedback there, long version) => writes.Execute(
        "UPDATE peer_feedback SET state = 'Declined', version = version + 1 WHERE id = @Id AND version = @version AND state = 'Asked'",
        new { there.Id, version }) == 1;
}

/// <summary>Somebody whom a member can ask.</summary>
public sealed record Peer
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The set, or "advisor".</summary>
    public string SetName { get; init; } = "";

    /// <summary>Of the member's own set.</summary>
    public bool IsOfSet { get; init; }
}
