using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>A question that was asked in somebody's airtime.</summary>
public sealed record AirtimeQuestion
{
    private const string Select =
        """
        SELECT q.id, q.slot_id, s.meeting_id, m.set_id, m.number, q.asker_id, a.name AS Asker, q.text, q.state, q.ticked_at, q.version, q.at, q.by,
          w.name AS WrittenBy, q.changed_at, c.name AS ChangedBy
        FROM airtime_question q
        JOIN airtime_slot s ON s.id = q.slot_id
        JOIN set_meeting m ON m.id = s.meeting_id
        JOIN person a ON a.id = q.asker_id
        JOIN person w ON w.id = q.by
        JOIN person c ON c.id = q.changed_by
        """;

    /// <summary>The id that the device made.</summary>
    public string Id { get; init; } = "";

    /// <summary>The airtime.</summary>
    public long SlotId { get; init; }

    /// <summary>The meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The meeting's number.</summary>
    public long Number { get; init; }

    /// <summary>Who asked.</summary>
    public long AskerId { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>Noted, Proposed or Removed.</summary>
    public string State { get; init; } = "Noted";

    /// <summary>When the presenter said that it moved them (UTC), or null.</summary>
    public string? TickedAt { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Who wrote it down.</summary>
    public long By { get; init; }

    /// <summary>Their name.</summary>
    public string WrittenBy { get; init; } = "";

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>Whether the presenter ticked it.</summary>
    public bool IsTicked => TickedAt is not null;

    /// <summary>The first name of who asked.</summary>
    public string First => Called.First(Asker);

    /// <summary>Its place in a list that sorts downwards: the first that was asked stands first.</summary>
    public string SortKey => Order(At, Id);

    /// <summary>The questions of an airtime as they were asked, what was taken out left out.</summary>
    public static IReadOnlyList<AirtimeQuestion> Of(Reads reads, long slot) =>
        [.. reads.Query<AirtimeQuestion>($"{Select} WHERE q.slot_id = @slot AND q.state <> 'Removed'", new { slot })
            .OrderByDescending(one => one.SortKey, StringComparer.Ordinal)];

    /// <summary>Those that were taken out of an airtime and can be put back.</summary>
    public static IReadOnlyList<AirtimeQuestion> TakenOut(Reads reads, long slot) =>
        reads.Query<AirtimeQuestion>($"{Select} WHERE q.slot_id = @slot AND q.state = 'Removed' ORDER BY q.at", new { slot });

    /// <summary>One question, or null.</summary>
    public static AirtimeQuestion? Find(Reads reads, string? id) => reads.First<AirtimeQuestion>($"{Select} WHERE q.id = @id", new { id });

    /// <summary>A key by which what came first stands first in a list that sorts downwards.</summary>
    internal static string Order(string at, string id) => string.Create(
        CultureInfo.InvariantCulture, $"{9_999_999_999_999 - Utc.Parse(at).ToUnixTimeMilliseconds():D13}-{id}");
}
