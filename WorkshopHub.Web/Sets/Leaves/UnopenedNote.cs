using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>A progress note that stands and that somebody has not opened yet. It tells them alone: no set learns who has read it.</summary>
public sealed record UnopenedNote
{
    /// <summary>The note's sheet.</summary>
    public string Id { get; init; } = "";

    /// <summary>The set that wrote it.</summary>
    public long SetId { get; init; }

    /// <summary>The set's place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>The set's name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>When it left the room (UTC).</summary>
    public string GoneAt { get; init; } = "";

    /// <summary>
    /// The notes of a programme that somebody has not opened, the newest first. Whoever calls leaves out the sets of which this
    /// person may read none; a sponsor reads all.
    /// </summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="person">Who reads.</param>
    public static IReadOnlyList<UnopenedNote> Of(Reads reads, long programme, long person) => reads.Query<UnopenedNote>(
        """
        SELECT h.id, h.set_id, s.position, s.name AS SetName, h.gone_at
        FROM sheet h JOIN sets s ON s.id = h.set_id
        WHERE s.programme_id = @programme AND h.kind = 'Progress' AND h.state = 'Gone'
          AND NOT EXISTS (SELECT 1 FROM note_opened o WHERE o.person_id = @person AND o.sheet_id = h.id)
        ORDER BY h.gone_at DESC, h.id
        """, new { programme, person });

    /// <summary>Somebody has opened these notes; the first time is kept.</summary>
    public static void Open(Writes writes, long person, IReadOnlyCollection<string> notes) => writes.Execute(
        """
        INSERT INTO note_opened (person_id, sheet_id, at)
        SELECT @person, h.id, @Now FROM sheet h JOIN json_each(@notes) n ON n.value = h.id WHERE true
        ON CONFLICT DO NOTHING
        """, new { person, notes = JsonSerializer.Serialize(notes), writes.Now });
}
