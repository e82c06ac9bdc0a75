using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Advising;

/// <summary>What an advisor notes for themselves. Only its writer reads it.</summary>
public sealed record AdvisorNote
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Those that somebody wrote about a set, the newest first.</summary>
    public static IReadOnlyList<AdvisorNote> Of(Reads reads, long set, long writer) => reads.Query<AdvisorNote>(
        """
        SELECT id, text, version, created_at, changed_at FROM advisor_note WHERE set_id = @set AND writer_id = @writer ORDER BY id DESC
        """, new { set, writer });
}

/// <summary>Writes an advisor's notes.</summary>
public static class AdvisorNotes
{
    private const int Most = 2000;

    /// <summary>Keeps a new note.</summary>
    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public static void Add(Writes writes, long set, long writer, string? text) => writes.Execute(
        """
        INSERT INTO advisor_note (set_id, writer_id, text, created_at, changed_at) VALUES (@set, @writer, @clean, @Now, @Now)
        """, new { set, writer, clean = Clean(text), writes.Now });

    /// <summary>Writes a note anew. False where another device did since the form was shown, or it is not the writer's.</summary>
    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public static bool Change(Writes writes, long set, long writer, long id, long version, string? text) => writes.Execute(
        """
        UPDATE advisor_note SET text = @clean, version = version + 1, changed_at = @Now
        WHERE id = @id AND set_id = @set AND writer_id = @writer AND version = @version
        """, new { id, set, writer, version, clean = Clean(text), writes.Now }) == 1;

    /// <summary>Throws a note away for good.</summary>
    public static void Delete(Writes writes, long set, long writer, long id) => writes.Execute(
        "DELETE FROM advisor_note WHERE id = @id AND set_id = @set AND writer_id = @writer", new { id, set, writer });

    private static string Clean(string? text)
    {
        var clean = (text ?? "").Trim();
        return clean.Length == 0 ? throw new RefusedException("Note", "Write a word.")
            : clean.Length > Most ? throw new RefusedException("Note", $"{clean.Length} characters. Keep it to {Most}.") : clean;
    }
}
