using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Somebody who belongs to a set meeting, and whether they are here.</summary>
public sealed record Attending
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The set's advisor, not a member: has no airtime.</summary>
    public bool IsAdvisor { get; init; }

    /// <summary>Here, Late, Absent; empty while nobody said.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether they are in the room.</summary>
    public bool IsHere => State is "Here" or "Late";

    /// <summary>The day is planned for whoever has not said that they stay away.</summary>
    public bool Counts => State != "Absent";

    /// <summary>The first name.</summary>
    public string First => Called.First(Name);

    /// <summary>
    /// The people of a meeting, members first: those of the set today, and whoever was there then (a member who left since stays
    /// in the record).
    /// </summary>
    public static IReadOnlyList<Attending> Of(Reads reads, long meeting) => reads.Query<Attending>(
        """
        WITH these AS (SELECT id, set_id FROM set_meeting WHERE id = @meeting),
        people AS (
          SELECT m.person_id, 0 AS advises FROM these JOIN membership m ON m.set_id = these.set_id WHERE m.left_at IS NULL
          UNION
          SELECT r.person_id, 1 FROM these JOIN role_assignment r ON r.set_id = these.set_id AND r.role = 'Advisor'
          UNION
          SELECT a.person_id, NOT EXISTS (
            SELECT 1 FROM these JOIN membership m ON m.set_id = these.set_id AND m.person_id = a.person_id)
          FROM meeting_attendance a WHERE a.meeting_id = @meeting)
        SELECT p.id AS PersonId, p.name, min(people.advises) AS IsAdvisor, ifnull(a.state, '') AS State
        FROM people JOIN person p ON p.id = people.person_id
        LEFT JOIN meeting_attendance a ON a.meeting_id = @meeting AND a.person_id = p.id
        GROUP BY p.id ORDER BY min(people.advises), p.name COLLATE NAMES
        """, new { meeting });

    /// <summary>Who is here as a sentence: All five and Catherine. Or: Amara, Priya and Catherine; Gareth is away.</summary>
    public static string Sentence(IReadOnlyList<Attending> all)
    {
        var (members, advisors) = (all.Where(one => !one.IsAdvisor).ToList(), all.Where(one => one.IsAdvisor).ToList());
        if (members.Count > 0 && members.TrueForAll(one => one.IsHere))
        {
            return $"{Listed([$"All {Count(members.Count)}", .. advisors.Where(one => one.IsHere).Select(one => one.First)])}.";
        }

        var here = all.Where(one => one.IsHere).Select(one => one.First).ToList();
        var away = all.Where(one => one.State == "Absent").Select(one => one.First).ToList();
        return here.Count + away.Count == 0 ? "" : string.Join("; ", new[]
        {
            here.Count > 0 ? Listed(here) : "Nobody is here yet", away.Count > 0 ? $"{Listed(away)} {(away.Count == 1 ? "is" : "are")} away" : "",
        }.Where(part => part.Length > 0)) + ".";
    }

    /// <summary>Names as a list that is read: A, B and C.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    private static string Count(int number) => number switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
