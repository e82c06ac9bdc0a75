using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Somebody's notes for themselves beside an action of theirs. Nobody else reads them.</summary>
public sealed record OwnNote
{
    /// <summary>How long it may be.</summary>
    public const int Limit = 2000;

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was last kept (UTC).</summary>
    public string? ChangedAt { get; init; }

    /// <summary>The note of a person beside an action; empty where there is none.</summary>
    public static OwnNote Of(Reads reads, long action, long person) => reads.First<OwnNote>(
        "SELECT text, changed_at FROM set_action_note WHERE action_id = @action AND person_id = @person", new { action, person }) ?? new OwnNote();

    /// <summary>Keeps it; no words, no note.</summary>
    /// <exception cref="RefusedException">It is too long.</exception>
    public static void Keep(Writes writes, long action, long person, string? typed)
    {
        var text = Lines.Clean(typed);
        if (text.Length > Limit)
        {
            throw new RefusedException("Note", $"{text.Length} characters. Keep it to {Limit}.");
        }

        writes.Execute(
            text.Length == 0
                ? "DELETE FROM set_action_note WHERE action_id = @action AND person_id = @person"
                : """
                  INSERT INTO set_action_note (action_id, person_id, text, changed_at) VALUES (@action, @person, @text, @Now)
                  ON CONFLICT (action_id, person_id) DO UPDATE SET text = excluded.text, version = version + 1, changed_at = excluded.changed_at
                  """, new { action, person, text, writes.Now });
    }
}
