using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>A member of the demo as whom one goes straight into a set's own place: one of either format; or somebody of the meeting that runs.</summary>
internal sealed record DemoSpace
{
    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>CommonProblem or OwnProblem.</summary>
    public string Format { get; init; } = "";

    /// <summary>What they do in the meeting that runs: Writes, Presents, Asks or Advises; empty where they just come into the set's place.</summary>
    public string Does { get; init; } = "";

    /// <summary>The number of that meeting.</summary>
    public long Meeting { get; init; }

    /// <summary>The word that stands in the address.</summary>
    public string Word => Does.Length > 0 ? $"meeting-{Does.ToLowerInvariant()}" : Format == "OwnProblem" ? "own-set" : "set";

    /// <summary>What it is called in the terminal.</summary>
    public string Title => Does.Length > 0 ? Does : Format == "OwnProblem" ? "Set, own" : "Set space";

    /// <summary>What the set's place, or the meeting in it, is called.</summary>
    public string Place => Does.Length > 0 ? $"{SetName}, meeting {Meeting}" : SetName;

    /// <summary>Where the door leads.</summary>
    public string Inside => string.Create(CultureInfo.InvariantCulture, $"/sets/{SetId}{(Does.Length > 0 ? $"/meetings/{Meeting}" : "")}");

    /// <summary>The first set of the programme of a workshop; and of the one where members have problems of their own, once it has met.</summary>
    public static IReadOnlyList<DemoSpace> Of(Reads reads, long workshop) => reads.Query<DemoSpace>(
        """
        WITH first AS (
          SELECT s.id, s.name, s.programme_id, g.format, row_number() OVER (PARTITION BY s.programme_id ORDER BY s.position) AS place
          FROM sets s JOIN programme g ON g.id = s.programme_id
          WHERE g.id = (SELECT programme_id FROM workshop WHERE id = @workshop)
             OR (g.format = 'OwnProblem' AND EXISTS (SELECT 1 FROM set_meeting m WHERE m.set_id = s.id AND m.state = 'Held')))
        SELECT p.id AS PersonId, p.name, first.id AS SetId, first.name AS SetName, first.format
        FROM first
        JOIN membership m ON m.id = (SELECT min(x.id) FROM membership x WHERE x.set_id = first.id AND x.left_at IS NULL)
        JOIN person p ON p.id = m.person_id
        WHERE first.place = 1 ORDER BY first.format, first.id
        """, new { workshop });

    /// <summary>Who is in the meeting that runs: who writes, who presents, one who asks, the advisor. Of several that run it is that of the first set; empty where none does.</summary>
    public static IReadOnlyList<DemoSpace> OfMeeting(Reads reads) => reads.Query<DemoSpace>(
        """
        WITH now AS (
          SELECT m.set_id, m.number, r.pen_person, t.presenter_id
          FROM set_meeting m JOIN meeting_run r ON r.meeting_id = m.id JOIN airtime_slot t ON t.meeting_id = m.id AND t.state = 'Open'
          WHERE m.state = 'Open' ORDER BY m.set_id LIMIT 1)
        SELECT x.does, p.id AS PersonId, p.name, s.id AS SetId, s.name AS SetName, now.number AS Meeting
        FROM now JOIN sets s ON s.id = now.set_id
        JOIN (
          SELECT 1 AS place, 'Writes' AS does, pen_person AS person_id FROM now
          UNION ALL SELECT 2, 'Presents', presenter_id FROM now
          UNION ALL SELECT 3, 'Asks', (SELECT min(m.person_id) FROM membership m WHERE m.set_id = now.set_id AND m.left_at IS NULL
                                       AND m.person_id NOT IN (now.pen_person, now.presenter_id)) FROM now
          UNION ALL SELECT 4, 'Advises', (SELECT min(a.person_id) FROM role_assignment a WHERE a.set_id = now.set_id AND a.role = 'Advisor') FROM now) x
        JOIN person p ON p.id = x.person_id
        ORDER BY x.place
        """);
}
