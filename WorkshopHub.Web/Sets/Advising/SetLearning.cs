using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Advising;

/// <summary>Something that a set or one of its members has learned, where it was said in the set.</summary>
public sealed record SetLearning
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Report, Assumption, Reflection or Guest.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose they are, or null where they are the set's.</summary>
    public string? Who { get; init; }

    /// <summary>What it belongs to: the action, the guest; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The meeting's number, or null between meetings.</summary>
    public long? Number { get; init; }

    /// <summary>Local day of it.</summary>
    public string Date { get; init; } = "";

    /// <summary>What it is, as people say it.</summary>
    public string What => Kind switch
    {
        "Assumption" => "had taken for granted",
        "Guest" => "Learned from a guest",
        "Report" => "learned from an action",
        _ => "The set’s reflection",
    };

    /// <summary>The newest first; those of members are in it only as far as they said them to the set.</summary>
    public static IReadOnlyList<SetLearning> Of(Reads reads, long set) => Of(reads, [set], 60);

    /// <summary>The newest of several sets, in one statement.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="sets">The sets.</param>
    /// <param name="each">At most how many of each.</param>
    public static IReadOnlyList<SetLearning> Of(Reads reads, IEnumerable<long> sets, int each) => reads.Query<SetLearning>(
        """
        WITH these AS (SELECT value AS id FROM json_each(@json))
        SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY set_id ORDER BY date DESC, at DESC) AS place FROM (
          SELECT m.set_id, 'Assumption' AS kind, a.text, p.name AS who, t.issue AS about, m.number, m.date, a.at
          FROM airtime_assumption a JOIN airtime_slot t ON t.id = a.slot_id JOIN set_meeting m ON m.id = t.meeting_id JOIN person p ON p.id = t.presenter_id
          WHERE m.set_id IN (SELECT id FROM these) AND a.state = 'Noted'
          UNION ALL
          SELECT a.set_id, 'Report', r.learned, p.name, a.text, m.number, ifnull(m.date, substr(r.created_at, 1, 10)), r.created_at
          FROM set_action_report r JOIN set_action a ON a.id = r.action_id JOIN person p ON p.id = a.owner_id LEFT JOIN set_meeting m ON m.id = r.meeting_id
          WHERE a.set_id IN (SELECT id FROM these) AND r.learned <> ''
          UNION ALL
          SELECT r.set_id, 'Reflection', trim(r.text || char(10) || r.why || char(10) || r.otherwise, char(10)), NULL, ifnull(a.text, ''), m.number,
                 ifnull(m.date, substr(r.created_at, 1, 10)), r.created_at
          FROM reflection r LEFT JOIN set_meeting m ON m.id = r.meeting_id LEFT JOIN set_action a ON a.id = r.action_id
          WHERE r.set_id IN (SELECT id FROM these) AND r.author_id IS NULL AND r.text || r.why || r.otherwise <> ''
          UNION ALL
          SELECT g.set_id, 'Guest', g.learned, NULL, g.name, m.number, m.date, g.changed_at
          FROM guest_invitation g JOIN set_meeting m ON m.id = g.meeting_id WHERE g.set_id IN (SELECT id FROM these) AND g.learned <> ''))
        WHERE place <= @each ORDER BY date DESC, at DESC
        """, new { json = JsonSerializer.Serialize(sets), each });
}
