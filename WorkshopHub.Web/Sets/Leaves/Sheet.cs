using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// A sheet that may leave the room: a progress note, a learning, a request for a door. Nothing leaves by itself: one writes it,
/// and it is gone when a second person of the set, or its advisor, says yes.
/// </summary>
public sealed record Sheet
{
    /// <summary>Its id, made with the form; a door that is asked for has the same.</summary>
    public string Id { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The meeting at which it is decided, or null: between meetings.</summary>
    public long? MeetingId { get; init; }

    /// <summary>The number of that meeting, or null.</summary>
    public long? Number { get; init; }

    /// <summary>Progress, Learning or Door.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Study, Develop or Implement, or null.</summary>
    public string? Phase { get; init; }

    /// <summary>OnTrack, Slow or Stuck, or null.</summary>
    public string? Light { get; init; }

    /// <summary>In the set's words.</summary>
    public string Text { get; init; } = "";

    /// <summary>What help is wanted; may be empty.</summary>
    public string HelpWanted { get; init; } = "";

    /// <summary>Which door; else empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who is to open it, or null.</summary>
    public long? AskedOf { get; init; }

    /// <summary>Their name.</summary>
    public string? Opener { get; init; }

    /// <summary>By when the door is needed (local date), or null.</summary>
    public string? NeededBy { get; init; }

    /// <summary>Proposed, Gone, Dropped (not like this) or Back (taken back).</summary>
    public string State { get; init; } = "";

    /// <summary>Raised by each change; a yes is to the words of one version.</summary>
    public long Version { get; init; }

    /// <summary>Who wrote these words.</summary>
    public long WrittenBy { get; init; }

    /// <summary>Their name.</summary>
    public string Writer { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string WrittenAt { get; init; } = "";

    /// <summary>Who said yes, or null.</summary>
    public string? Confirmer { get; init; }

    /// <summary>When it left (UTC), or null.</summary>
    public string? GoneAt { get; init; }

    /// <summary>Who took it back, or null.</summary>
    public string? TakenBackBy { get; init; }

    /// <summary>When it was taken back, or dropped (UTC), or null.</summary>
    public string? BackAt { get; init; }

    /// <summary>What it is, as people call it.</summary>
    public string Word => WordOf(Kind);

    /// <summary>What a kind is called.</summary>
    public static string WordOf(string kind) => kind switch { "Progress" => "Progress note", "Learning" => "Shared learning", _ => "Door request" };

    /// <summary>The drawing of a kind.</summary>
    public static string IconOf(string kind) => kind switch { "Progress" => "a-posts", "Learning" => "k-learning", _ => "i-door" };

    private const string Select =
        """
        SELECT h.id, h.set_id, h.meeting_id, m.number, h.kind, h.phase, h.light, h.text, h.help_wanted, h.title, h.asked_of, o.name AS Opener,
          h.needed_by, h.state, h.version, h.written_by, w.name AS Writer, h.written_at, c.name AS Confirmer, h.gone_at,
          b.name AS TakenBackBy, h.back_at
        FROM sheet h
        JOIN person w ON w.id = h.written_by
        LEFT JOIN person o ON o.id = h.asked_of
        LEFT JOIN person c ON c.id = h.confirmed_by
        LEFT JOIN person b ON b.id = h.back_by
        LEFT JOIN set_meeting m ON m.id = h.meeting_id
        """;

    /// <summary>One of a set, or null.</summary>
    public static Sheet? Find(Reads reads, long set, string id) => reads.First<Sheet>($"{Select} WHERE h.id = @id AND h.set_id = @set", new { id, set });

    /// <summary>The sheets of a meeting that wait or are gone: the newest of each kind first.</summary>
    public static IReadOnlyList<Sheet> OfMeeting(Reads reads, long meeting) => reads.Query<Sheet>(
        $"{Select} WHERE h.meeting_id = @meeting AND h.state IN ('Proposed', 'Gone') ORDER BY h.state = 'Gone', h.written_at DESC, h.id", new { meeting });

    /// <summary>Everything that a set has written to leave the room, also what was taken back; the newest first.</summary>
    public static IReadOnlyList<Sheet> OfSet(Reads reads, long set) => reads.Query<Sheet>(
        $"{Select} WHERE h.set_id = @set AND h.state <> 'Dropped' ORDER BY h.state = 'Proposed' DESC, ifnull(h.gone_at, h.written_at) DESC, h.id", new { set });
}
