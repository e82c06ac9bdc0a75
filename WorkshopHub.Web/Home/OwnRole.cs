using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>A role that somebody has beside a set of their own, over all programmes that are not closed; of a sponsor, that are not in the archive.</summary>
/// <param name="Role">Champion, Client, Supervisor, Advisor or Sponsor.</param>
/// <param name="Count">Of how many sets; of a supervisor, of how many members; of a client, of how many problems.</param>
public sealed record OwnRole(Role Role, long Count)
{
    /// <summary>Of a sponsor, the programme, whose page is the sponsor's; null for other roles.</summary>
    public long? ProgrammeId { get; init; }

    /// <summary>That programme's name, or null.</summary>
    public string? Programme { get; init; }

    /// <summary>The page of the role.</summary>
    public string Href => ProgrammeId is { } programme ? string.Create(CultureInfo.InvariantCulture, $"/programmes/{programme}/during") : $"/as/{Role.ToString().ToLowerInvariant()}";

    /// <summary>What the person is, e.g. Champion of two sets.</summary>
    public string Words => Role switch
    {
        Role.Sponsor => $"Sponsor of {Programme}",
        Role.Supervisor => Count == 1 ? "Supervisor of one member" : $"Supervisor of {Number(Count)} members",
        Role.Client => Count switch { 0 => "Client", 1 => "Client of one problem", _ => $"Client of {Number(Count)} problems" },
        _ => Count switch { 0 => Role.ToString(), 1 => $"{Role} of one set", _ => $"{Role} of {Number(Count)} sets" },
    };

    /// <summary>The roles of a person that have a page of their own.</summary>
    public static IReadOnlyList<OwnRole> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT r.role, CASE r.role
                WHEN 'Client' THEN (SELECT count(*) FROM problem b JOIN programme p ON p.id = b.programme_id
                  WHERE b.client_id = @person AND p.state <> 'Closed' AND b.state <> 'Stopped')
                ELSE count(r.set_id) END AS Count
            FROM role_assignment r JOIN programme g ON g.id = r.programme_id AND g.state <> 'Closed'
            WHERE r.person_id = @person AND r.role IN ('Champion', 'Client', 'Advisor')
            GROUP BY r.role
            UNION ALL
            SELECT 'Supervisor', count(*)
            FROM membership m JOIN sets s ON s.id = m.set_id JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            WHERE m.supervisor_id = @person AND m.left_at IS NULL
            HAVING count(*) > 0
            """,
            new { person }).Select(row => new OwnRole(Enum.Parse<Role>(row.Role), row.Count)).OrderBy(role => role.Role),
        .. reads.Query<Row>(
            """
            SELECT 'Sponsor' AS Role, g.id AS ProgrammeId, g.name AS Programme, (SELECT count(*) FROM sets s WHERE s.programme_id = g.id) AS Count
            FROM role_assignment r JOIN programme g ON g.id = r.programme_id AND g.archived_at IS NULL
            WHERE r.person_id = @person AND r.role = 'Sponsor' ORDER BY g.id DESC
            """,
            new { person }).Select(row => new OwnRole(Role.Sponsor, row.Count) { ProgrammeId = row.ProgrammeId, Programme = row.Programme }),
    ];

    private static string Number(long count) => count is > 1 and <= 12
        ? ((string[])["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])[count - 2] : $"{count}";

    private sealed record Row
    {
        public string Role { get; init; } = "";

        public long Count { get; init; }

        public long? ProgrammeId { get; init; }

        public string? Programme { get; init; }
    }
}
