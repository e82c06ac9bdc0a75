using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Help;

/// <summary>All help that met in the workshops of a programme, for everybody who has a part in it: what the report's figures of help are counted from.</summary>
public sealed class HelpPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>What met, workshop by workshop; what was hidden or taken back is left out.</summary>
    public IReadOnlyList<HelpMet> Met { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private bool Load(Reads reads)
    {
        if (Access.ReadsIn(Viewer, reads, Id, Artefact.Summary) <= Extent.Counts
            || reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) is not { } name)
        {
            return false;
        }

        Programme = name;
        Met = reads.Query<HelpMet>(
            """
            SELECT w.id AS WorkshopId, w.title AS Workshop, w.date, h.name AS Helper, k.name AS Asker, ifnull(r.text, m.words) AS Need, m.state, m.came_of_it, m.months_saved
            FROM offer_match m
            JOIN activity a ON a.id = m.activity_id
            JOIN workshop w ON w.id = a.workshop_id
            JOIN person h ON h.id = m.helper_id
            JOIN person k ON k.id = m.asker_id
            LEFT JOIN offer r ON r.id = m.request_id
            LEFT JOIN offer o ON o.id = m.offer_id
            WHERE w.programme_id = @Id AND ifnull(r.state, 'Shown') = 'Shown' AND ifnull(o.state, 'Shown') = 'Shown'
            ORDER BY w.date, w.id, m.made_at, m.id
            """, new { Id });
        return true;
    }
}

/// <summary>Somebody's help for somebody, as the room could read it.</summary>
public sealed record HelpMet
{
    /// <summary>The workshop in which the two met.</summary>
    public long WorkshopId { get; init; }

    /// <summary>Its title.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>Its day (local).</summary>
    public string Date { get; init; } = "";

    /// <summary>Who helps.</summary>
    public string Helper { get; init; } = "";

    /// <summary>Whom it helps.</summary>
    public string Asker { get; init; } = "";

    /// <summary>What is needed.</summary>
    public string Need { get; init; } = "";

    /// <summary>Suggested, Agreed, Happened or FellThrough.</summary>
    public string State { get; init; } = "";

    /// <summary>What came of it; empty while nobody said.</summary>
    public string CameOfIt { get; init; } = "";

    /// <summary>Months that it may have saved: a guess; null for none.</summary>
    public long? MonthsSaved { get; init; }

    /// <summary>The state in a word.</summary>
    public string Word => State == "FellThrough" ? "Fell through" : State;
}
