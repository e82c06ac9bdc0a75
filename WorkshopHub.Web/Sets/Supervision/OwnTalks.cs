using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>
/// What waits of the talks between members and supervisors: to say yes to what was written down, the talk to come, and where each
/// member has a problem of their own, that there was none for four weeks. Never what was said.
/// </summary>
public sealed class OwnTalks(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            WITH mine AS (
              SELECT m.id, m.set_id, s.position, s.name AS set_name, g.id AS programme_id, g.format, g.state, g.start_date, m.person_id, m.supervisor_id,
                m.person_id = @person AS is_owner, iif(m.person_id = @person, v.name, p.name) AS other
              FROM membership m
              JOIN sets s ON s.id = m.set_id
              JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
              JOIN person p ON p.id = m.person_id
              JOIN person v ON v.id = m.supervisor_id
              WHERE m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person)),
            talk AS (
              SELECT mine.*, t.id AS talk, t.date, t.word, t.written_by, t.stands_at
              FROM mine JOIN supervisor_talk t ON t.programme_id = mine.programme_id AND t.person_id = mine.person_id AND t.supervisor_id = mine.supervisor_id)
            SELECT 'Yes' AS Kind, id, set_id, position, set_name, is_owner, other, NULL AS "By", 0 AS Days FROM talk
            WHERE written_by <> @person AND stands_at IS NULL
            UNION ALL
            SELECT iif(is_owner AND word = '', 'Word', 'Next'), id, set_id, position, set_name, is_owner, other, date, 0 FROM talk
            WHERE written_by IS NULL AND date <= date(@today, '+7 days')
            UNION ALL
            SELECT 'Late', id, set_id, position, set_name, is_owner, other, NULL,
              CAST(julianday(@today) - julianday(ifnull((SELECT max(t.date) FROM talk t WHERE t.id = mine.id AND t.written_by IS NOT NULL), start_date)) AS INTEGER)
            FROM mine
            WHERE format = 'OwnProblem' AND state IN ('Running', 'Reporting') AND NOT EXISTS (SELECT 1 FROM talk t WHERE t.id = mine.id AND t.written_by IS NULL)
              AND julianday(@today) - julianday(ifnull((SELECT max(t.date) FROM talk t WHERE t.id = mine.id AND t.written_by IS NOT NULL), start_date)) > @most
            ORDER BY 1 DESC, 2
            LIMIT 40
            """,
            new { person, today = LocalDay.Text(LocalDay.Today(reads, time.GetUtcNow())), most = Talk.MostDays }).Select(Link),
    ];

    private static OwnLink Link(Row row)
    {
        var other = Called.First(row.Other);
        var (what, words, verb) = row.Kind switch
        {
            "Yes" => ($"Read what you agreed with {other}", "It stands when you say yes", "Read"),
            "Word" => ($"You talk with {other}", "Write what they should know", "Write"),
            "Next" => ($"You talk with {other}", "Between the two of you", "Look"),
            _ => ($"No talk with {other} for {row.Days} days", "At most four weeks was the promise", "Find half an hour"),
        };
        return new OwnLink(string.Create(CultureInfo.InvariantCulture, $"/memberships/{row.Id}/talks"), what, words, row.IsOwner ? row.SetId : 0, ToDo: true)
        {
            By = row.By,
            As = row.IsOwner ? Role.Member : Role.Supervisor,
            Verb = verb,
            SetPosition = row.Position,
            SetName = row.SetName,
        };
    }

    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public long SetId { get; init; }

        public long Position { get; init; }

        public string SetName { get; init; } = "";

        public bool IsOwner { get; init; }

        public string Other { get; init; } = "";

        public string? By { get; init; }

        public long Days { get; init; }
    }
}
