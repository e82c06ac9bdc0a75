using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>What every page of a set says of it.</summary>
public sealed record SetFrame
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from 1: its mark and colour follow from it.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>OwnProblem (each member has one of their own) or CommonProblem (the set works on one).</summary>
    public string Format { get; init; } = "";

    /// <summary>Whether each member has a problem of their own.</summary>
    public bool IsOwnProblem => Format == "OwnProblem";

    /// <summary>The problem that the set works on, or null: not chosen yet, or each member has one.</summary>
    public long? ProblemId { get; init; }

    /// <summary>That problem's title, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The client of that problem, or null.</summary>
    public long? ClientId { get; init; }

    /// <summary>The set's advisor, or null.</summary>
    public long? AdvisorId { get; init; }

    /// <summary>The advisor's name, or null.</summary>
    public string? Advisor { get; init; }

    /// <summary>The set's champion, or null.</summary>
    public long? ChampionId { get; init; }

    /// <summary>How many belong to it now.</summary>
    public long Members { get; init; }

    /// <summary>Whether its programme is in the archive, where nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether its programme is closed: what was said is read, and no meeting is opened any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether it is closed and no meeting runs any more: then what was written stays as it is.</summary>
    public bool IsOver { get; init; }

    /// <summary>All who advise it, one to a line, the first before the others; null where nobody does.</summary>
    public string? Advisors { get; init; }

    /// <summary>Who advised it and no longer does, with the day until which (UTC), one to a line as name and moment; null where nobody did.</summary>
    public string? PastAdvisors { get; init; }

    /// <summary>Who can read what is written here, in one plain sentence.</summary>
    public string Private
    {
        get
        {
            string[] readers = [$"the {Number(Members)} of you", .. (Advisors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Called.First)];
            return $"Private: {(readers.Length == 1 ? readers[0] : $"{string.Join(", ", readers[..^1])} and {readers[^1]}")}";
        }
    }

    /// <summary>Who could read it and until when, where an advisor has gone: "Annika Bergqvist could read it until 27 November."; else empty.</summary>
    public string Before(TimeZoneInfo zone) => string.Join(' ', (PastAdvisors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(
        past => $"{past[0]} could read it until {LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(past[1]), zone).DateTime))}."));

    /// <summary>A set by id, or null.</summary>
    public static SetFrame? Find(Reads reads, long id) => reads.First<SetFrame>("""
        SELECT s.id, s.position, s.name, s.programme_id, g.name AS Programme, g.format, s.problem_id, p.title AS Problem, p.client_id,
               g.archived_at IS NOT NULL AS IsArchived, g.state = 'Closed' AS IsClosed, a.person_id AS AdvisorId, n.name AS Advisor,
               (SELECT group_concat(o.name, char(10)) FROM (SELECT p.name FROM role_assignment r JOIN person p ON p.id = r.person_id
                 WHERE r.set_id = s.id AND r.role = 'Advisor' ORDER BY r.id) o) AS Advisors,
               (SELECT group_concat(o.name || char(9) || o.until, char(10)) FROM (SELECT p.name, b.until FROM past_advisor b JOIN person p ON p.id = b.person_id
                 WHERE b.set_id = s.id AND NOT EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.role = 'Advisor' AND r.person_id = b.person_id)
                 ORDER BY b.until) o) AS PastAdvisors,
               (SELECT c.person_id FROM role_assignment c WHERE c.set_id = s.id AND c.role = 'Champion' LIMIT 1) AS ChampionId,
               g.state = 'Closed' AND NOT EXISTS (SELECT 1 FROM set_meeting t WHERE t.set_id = s.id AND t.state = 'Open') AS IsOver,
               (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) AS Members
        FROM sets s JOIN programme g ON g.id = s.programme_id
        LEFT JOIN problem p ON p.id = s.problem_id
        LEFT JOIN role_assignment a ON a.id = (SELECT min(r.id) FROM role_assignment r WHERE r.set_id = s.id AND r.role = 'Advisor')
        LEFT JOIN person n ON n.id = a.person_id
        WHERE s.id = @id
        """, new { id });

    private static string Number(long members) => members switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        _ => members.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
