using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Web.Programmes.Waiting;

/// <summary>
/// What the preparation of a programme still needs from whoever runs it, and whether its sponsor has named too few problems:
/// of the newest the same checklist as on the readiness board, and of the others a line that leads there.
/// </summary>
public sealed class OwnPreparation : IOwnLinks
{
    // Somebody prepares a few programmes at once; the newest are told.
    private const int Most = 4;

    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. Of(reads, person, reads.Query<Row>(
            """
            SELECT g.id, max(r.role = 'Facilitator') AS Runs, max(r.role = 'Sponsor') AS Sponsors,
              ifnull((SELECT min(w.date) FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'KickOff'), g.start_date) AS KickOff, g.created_at AS Began, g.name,
              g.format = 'CommonProblem' AND (SELECT ifnull(sum(iif(q.two_sets_at IS NULL, 1, 2)), 0) FROM problem q
                WHERE q.programme_id = g.id AND q.owner_id IS NULL AND q.state NOT IN ('Proposed', 'Stopped'))
                < max(1, (SELECT count(*) FROM sets s WHERE s.programme_id = g.id)) AS HasFew
            FROM programme g JOIN role_assignment r ON r.programme_id = g.id AND r.person_id = @person AND r.role IN ('Facilitator', 'Sponsor')
            WHERE g.state IN ('Draft', 'Recruiting', 'Ready')
            GROUP BY g.id
            ORDER BY g.id DESC
            LIMIT @Most
            """,
            new { person, Most })),
    ];

    private static IEnumerable<OwnLink> Of(Reads reads, long person, IReadOnlyList<Row> rows) =>
        rows.SelectMany((row, index) => index == 0 ? Of(reads, row, person) : Briefly(reads, row));

    /// <summary>Without the checklist, which is read for one programme alone: the page costs no more where somebody prepares several.</summary>
    private static IEnumerable<OwnLink> Briefly(Reads reads, Row row)
    {
        var href = string.Create(CultureInfo.InvariantCulture, $"/programmes/{row.Id}");
        if (row.Runs)
        {
            yield return new OwnLink($"{href}/readiness", $"{row.Name} is in preparation", "The checklist tells what it still needs.", 0, ToDo: true)
            {
                By = By(reads, row),
                As = Role.Facilitator,
                Verb = "See what is missing",
            };
        }

        if (row is { Sponsors: true, HasFew: true })
        {
            yield return new OwnLink($"{href}/problems", "Too few problems are offered", $"{row.Name}. Each set takes one of them, with a client who needs it solved.", 0, ToDo: true)
            {
                By = By(reads, row),
                As = Role.Sponsor,
                Verb = "See the problems",
            };
        }
    }

    private static IEnumerable<OwnLink> Of(Reads reads, Row row, long person)
    {
        var rows = ReadyRows.Read(reads, row.Id)!;
        var needs = Checklist.Of(rows);
        var by = By(reads, row);
        var href = string.Create(CultureInfo.InvariantCulture, $"/programmes/{row.Id}");
        if (row.Runs)
        {
            var holding = Checklist.Holding(needs, ProgrammeStates.Needs(rows.Programme.State) ?? Stage.Ready).OrderBy(need => need.Weight).ToList();
            var hard = holding.Count(need => need.Weight == Weight.Hard);
            yield return new OwnLink(
                $"{href}/readiness",
                hard > 0 ? $"{Checklist.Number(hard)} {(hard == 1 ? "thing stops" : "things stop")} the start of {rows.Programme.Name}"
                    : holding.Count > 0 ? $"{Checklist.Number(holding.Count)} {(holding.Count == 1 ? "warning is" : "warnings are")} open in {rows.Programme.Name}"
                    : $"{rows.Programme.Name} can go a step further",
                holding.Count > 0 ? $"{holding[0].Plain}{(holding.Count > 1 ? ", and more." : ".")}" : "Nothing holds it up.", 0, ToDo: true)
            {
                By = by,
                As = Role.Facilitator,
                Verb = "See what is missing",
            };
        }

        foreach (var need in needs.Where(need => row.Sponsors && need.Group == "problems" && need.Waits(person)))
        {
            yield return new OwnLink(href + need.Where, need.Plain, $"{rows.Programme.Name}. {need.Detail}", 0, ToDo: true)
            {
                By = by,
                As = Role.Sponsor,
                Verb = need.Verb,
            };
        }
    }

    /// <summary>By the kick-off; what is begun only after its day is late from the day on which it was begun, and not from before.</summary>
    private static string? By(Reads reads, Row row)
    {
        var began = LocalDay.Text(LocalDay.Today(reads, Utc.Parse(row.Began)));
        return row.KickOff is { } day && string.CompareOrdinal(day, began) < 0 ? began : row.KickOff;
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public bool Runs { get; init; }

        public bool Sponsors { get; init; }

        public string? KickOff { get; init; }

        public string Began { get; init; } = "";

        public string Name { get; init; } = "";

        public bool HasFew { get; init; }
    }
}
