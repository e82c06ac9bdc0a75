using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What an owner asks the set for between meetings, and what the others answer.</summary>
public sealed record HelpLine
{
    /// <summary>The line.</summary>
    public long Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>It asks, rather than answers.</summary>
    public bool Asks { get; init; }

    /// <summary>What was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Since when the owner has help enough, or null.</summary>
    public string? EnoughAt { get; init; }

    /// <summary>What was asked and answered about an action, the oldest first.</summary>
    public static IReadOnlyList<HelpLine> Of(Reads reads, long action) => reads.Query<HelpLine>(
        """
        SELECT h.id, h.person_id, p.name, h.asks, h.text, h.created_at, h.enough_at
        FROM set_action_help h JOIN person p ON p.id = h.person_id
        WHERE h.action_id = @action ORDER BY h.id
        """, new { action });
}

/// <summary>Asking the set for help, and answering.</summary>
public static class ActionHelp
{
    /// <summary>Asks, as the owner, or answers, as somebody else of the set. The same id with the same words from the same person is the same line.</summary>
    /// <exception cref="RefusedException">Nothing was written, or too much; or the id has another line already (<see cref="ActionCommands.SentBefore" />).</exception>
    public static void Add(Writes writes, SetAction action, string? key, string? typed, long by)
    {
        var text = Line.Clean(typed);
        if (!Tokens.IsToken(key))
        {
            throw new RefusedException("Help", "This page is too old. Load it again; your words are kept.");
        }

        ActionCommands.Check(text, "Help", action.OwnerId == by ? "What would help? A sentence." : "What can you give? A sentence.", NewAction.Limit);
        if (writes.First<bool?>("SELECT action_id = @Id AND person_id = @by AND text = @text FROM set_action_help WHERE key = @key", new { key, action.Id, by, text }) is { } same)
        {
            if (!same)
            {
                throw new RefusedException(ActionCommands.SentBefore, "This was sent before with other words, which stand. Send these once more, and they stand there too.");
            }

            return;
        }

        writes.Execute(
            """
            INSERT INTO set_action_help (key, action_id, person_id, asks, text, created_at) VALUES (@key, @Id, @by, @asks, @text, @Now)
            """, new { key, action.Id, by, asks = action.OwnerId == by, text, writes.Now });
    }

    /// <summary>The owner has help enough, or asks again.</summary>
    public static void Enough(Writes writes, SetAction action, bool enough) => writes.Execute(
        enough
            ? "UPDATE set_action_help SET enough_at = @Now WHERE action_id = @Id AND asks = 1 AND enough_at IS NULL"
            : "UPDATE set_action_help SET enough_at = NULL WHERE id = (SELECT max(id) FROM set_action_help WHERE action_id = @Id AND asks = 1)",
        new { action.Id, writes.Now });
}
