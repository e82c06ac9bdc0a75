using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// What waits of the work: for a client to answer a step and to confirm figures, for a supervisor to confirm those of a member's
/// own problem, for a set to look again at what its client said.
/// </summary>
public sealed class OwnWork(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT 'Step' AS Kind, a.id, a.step AS What, s.id AS SetId, s.position, s.name, 'Client' AS Hat
            FROM agreement_step a
            JOIN sets s ON s.id = a.set_id
            JOIN problem b ON b.id = s.problem_id AND b.client_id = @person
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            WHERE a.state = 'Asked'
            UNION ALL
            SELECT iif(m.baseline IS NOT NULL AND m.baseline_confirmed_at IS NULL, 'Before', 'Now'), m.id, m.name, s.id, s.position, s.name, iif(m.person_id IS NULL, 'Client', 'Supervisor')
            FROM measure m
            JOIN sets s ON s.id = m.set_id
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            WHERE ((m.baseline IS NOT NULL AND m.baseline_confirmed_at IS NULL) OR (m.result IS NOT NULL AND m.client IS NULL AND ifnull(m.result_date, '') <= @today))
              AND (EXISTS (SELECT 1 FROM problem b WHERE m.person_id IS NULL AND b.id = s.problem_id AND b.client_id = @person)
                OR EXISTS (SELECT 1 FROM membership x WHERE x.set_id = s.id AND x.person_id = m.person_id AND x.supervisor_id = @person AND x.left_at IS NULL))
            UNION ALL
            SELECT 'Disputed', m.id, m.name, s.id, s.position, s.name, 'Member'
            FROM measure m
            JOIN sets s ON s.id = m.set_id
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            JOIN membership x ON x.set_id = s.id AND x.person_id = @person AND x.left_at IS NULL AND (m.person_id IS NULL OR m.person_id = @person)
            WHERE m.client = 'Disputed'
            UNION ALL
            SELECT 'Declined', s.id, a.step, s.id, s.position, s.name, 'Member'
            FROM agreement_step a
            JOIN sets s ON s.id = a.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            JOIN membership x ON x.set_id = s.id AND x.person_id = @person AND x.left_at IS NULL
            WHERE a.state = 'Declined' AND a.id = (SELECT max(n.id) FROM agreement_step n WHERE n.set_id = s.id AND n.state <> 'TakenBack')
            ORDER BY 1 DESC, 2
            LIMIT 30
            """,
            new { person, today = LocalDay.Text(LocalDay.Today(reads, time.GetUtcNow())) }).Select(Link),
    ];

    private static OwnLink Link(Row row)
    {
        string At(string place) => string.Create(CultureInfo.InvariantCulture, $"/{place}");
        var (href, what, words, verb) = row.Kind switch
        {
            "Step" => (At($"agreements/{row.Id}"), $"Say yes or no: {AgreementStep.WordsOf(row.What).ToLowerInvariant()}", "asks you", "Answer"),
            "Before" => (At($"measures/{row.Id}"), $"Confirm how it was before: {row.What}", "counts it", "Confirm"),
            "Now" => (At($"measures/{row.Id}"), $"Confirm a figure: {row.What}", "counts it", "Confirm"),
            "Disputed" => (At($"measures/{row.Id}"), $"Look again: {row.What}", "It is counted otherwise", "Look"),
            _ => (At($"sets/{row.Id}/work#client"), $"Your client said no: {AgreementStep.WordsOf(row.What).ToLowerInvariant()}", "The reason stands there", "Read"),
        };
        return new OwnLink(href, what, words, row.Hat == "Member" ? row.SetId : 0, ToDo: true)
        {
            As = Enum.Parse<Role>(row.Hat),
            Verb = verb,
            SetPosition = row.Position,
            SetName = row.Name,
        };
    }

    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string What { get; init; } = "";

        public long SetId { get; init; }

        public long Position { get; init; }

        public string Name { get; init; } = "";

        public string Hat { get; init; } = "";
    }
}
