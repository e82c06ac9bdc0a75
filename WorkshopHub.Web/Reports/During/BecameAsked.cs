using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.During;

/// <summary>An outcome of which somebody is asked, ninety days after the final, what became of it.</summary>
public sealed record BecameAsked
{
    /// <summary>The outcome.</summary>
    public long OutcomeId { get; init; }

    /// <summary>The final.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>It is in the archive: nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The member whose own it is, or null.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their name, or null.</summary>
    public string? Member { get; init; }

    /// <summary>What the work is called, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>As whom the reader is asked.</summary>
    public BecamePart Part { get; init; }

    /// <summary>Since when (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>It has been said already.</summary>
    public bool IsSaid { get; init; }

    /// <summary>Whose outcome it is.</summary>
    public string Name => Member ?? SetName;

    private const string Select =
        """
        WITH mine AS (
          SELECT o.id, CASE
            WHEN EXISTS (SELECT 1 FROM membership m WHERE m.set_id = o.set_id AND m.person_id = @person AND m.left_at IS NULL
              AND (o.person_id IS NULL OR o.person_id = @person)) THEN 'Owner'
            WHEN o.person_id IS NULL AND EXISTS (SELECT 1 FROM sets s JOIN problem b ON b.id = s.problem_id WHERE s.id = o.set_id AND b.client_id = @person) THEN 'Client'
            WHEN EXISTS (SELECT 1 FROM membership m WHERE m.set_id = o.set_id AND m.person_id = o.person_id AND m.left_at IS NULL AND m.supervisor_id = @person) THEN 'Client'
            END AS part
          FROM outcome o)
        SELECT o.id AS OutcomeId, o.workshop_id, g.id AS ProgrammeId, g.name AS Programme, g.archived_at IS NOT NULL AS IsArchived, s.id AS SetId, s.position, s.name AS SetName,
          o.person_id, p.name AS Member, b.title AS Problem, w.part, w.asked_at, w.state IS NOT NULL AS IsSaid
        FROM mine
        JOIN outcome_became w ON w.outcome_id = mine.id AND w.part = mine.part
        JOIN outcome o ON o.id = mine.id
        JOIN sets s ON s.id = o.set_id
        JOIN programme g ON g.id = s.programme_id
        LEFT JOIN person p ON p.id = o.person_id
        LEFT JOIN problem b ON b.id = CASE WHEN o.person_id IS NULL THEN s.problem_id ELSE (
          SELECT max(own.id) FROM problem own WHERE own.programme_id = g.id AND own.owner_id = o.person_id
            AND (own.sent_at IS NOT NULL OR own.state <> 'Proposed')) END
        """;

    /// <summary>One that a person is asked about; null for everybody else.</summary>
    public static BecameAsked? Find(Reads reads, long outcome, long person) =>
        reads.First<BecameAsked>($"{Select} WHERE o.id = @outcome", new { outcome, person });

    /// <summary>Those that wait for a person.</summary>
    public static IReadOnlyList<BecameAsked> For(Reads reads, long person) => reads.Query<BecameAsked>(
        $"{Select} WHERE w.state IS NULL AND g.archived_at IS NULL ORDER BY w.asked_at, s.position, p.name COLLATE NAMES LIMIT 40", new { person });
}

/// <summary>What became of outcomes, asked on the pages of those who brought them and of their clients; by mail too, as all that is due.</summary>
public sealed class OwnBecame : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person)
    {
        var zone = LocalTime.ZoneOf(reads);
        return
        [
            .. BecameAsked.For(reads, person).Select(one => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/outcomes/{one.OutcomeId}/became"),
                one is { Part: BecamePart.Client, Member: { } member } ? $"Ninety days later: what became of {Called.First(member)}’s work?"
                    : one.Part == BecamePart.Client ? $"Ninety days later: what became of the work of {one.SetName}?" : "Ninety days later: what became of it?",
                one.Part == BecamePart.Owner && one.PersonId is null ? "One of the set says it for all." : $"{one.Programme}.", one.Part == BecamePart.Owner ? one.SetId : 0, ToDo: true)
            {
                By = LocalDay.Text(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(one.AskedAt), zone).DateTime).AddDays(Became.DaysToAnswer)),
                As = one.Part == BecamePart.Owner ? Role.Member : one.PersonId is null ? Role.Client : Role.Supervisor,
                Verb = "Say it",
                SetPosition = one.Position,
                SetName = one.SetName,
            }),
        ];
    }
}
