using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>Who has said yes, who has not answered, and who said no and why: for the programme office.</summary>
public sealed class ConsentList(Db db, Writer writer) : ProgrammePage(db, writer)
{
    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>Who is in a set as of now.</summary>
    public IReadOnlyList<Consent> Members { get; private set; } = [];

    /// <summary>Who said no, or withdrew.</summary>
    public IReadOnlyList<Consent> Declined { get; private set; } = [];

    /// <summary>How far each member's own problem is, by person; empty where sets share problems.</summary>
    public IReadOnlyDictionary<long, ProblemRow> Own { get; private set; } = new Dictionary<long, ProblemRow>();

    /// <summary>The people for whom no goal is written.</summary>
    public int WithoutGoal { get; private set; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The day of a moment, as people read it.</summary>
    public string Day(string utc) => TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } row)
        {
            return false;
        }

        Programme = row;
        (Members, Declined) = (Consent.In(reads, Id), Consent.Declined(reads, Id));
        Own = ProblemRow.Of(reads, Id).Where(problem => problem.OwnerId is not null).GroupBy(problem => problem.OwnerId!.Value)
            .ToDictionary(own => own.Key, own => own.Last());
        WithoutGoal = (int)reads.First<long>(
            """
            SELECT count(*) FROM membership m JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @Id AND m.left_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL)
            """, new { Id });
        Zone = LocalTime.ZoneOf(reads);
        return true;
    }) ? Page() : NotFound();
}
