using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>
/// Who offered what in a programme, for everybody who has a part in it: "people are more willing to share their expertise
/// with one another, and to use the phone".
/// </summary>
public sealed class DirectoryPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What is looked for.</summary>
    [FromQuery]
    public string? Q { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>Who knows something.</summary>
    public IReadOnlyList<WhoKnows> All { get; private set; } = [];

    /// <summary>The sets for which the viewer asks somebody in: their own.</summary>
    public IReadOnlyList<AskingSet> Mine { get; private set; } = [];

    /// <summary>How many guests each set has asked, for whoever runs the programme; null for others.</summary>
    public IReadOnlyList<AskingSet>? Counts { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(Load) ? Page() : NotFound();

    private bool Load(Reads reads)
    {
        if (Access.ReadsIn(Viewer, reads, Id, Artefact.ExpertDirectory) < Extent.All
            || reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) is not { } name)
        {
            return false;
        }

        (Programme, All) = (name, WhoKnows.Of(reads, Id, Q));
        Mine = reads.Query<AskingSet>(
            """
            SELECT s.id, s.position, s.name FROM sets s
            WHERE s.programme_id = @Id
              AND (EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @Me AND m.left_at IS NULL)
                   OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @Me AND r.role = 'Advisor'))
            ORDER BY s.position
            """, new { Id, Me });
        Counts = !Access.MayRunProgramme(Viewer, reads, Id) ? null : reads.Query<AskingSet>(
            """
            SELECT s.id, s.position, s.name, (SELECT count(*) FROM guest_invitation g WHERE g.set_id = s.id AND g.state <> 'TakenBack') AS Guests
            FROM sets s WHERE s.programme_id = @Id ORDER BY s.position
            """, new { Id });
        return true;
    }
}

/// <summary>A set that asks experts in.</summary>
public sealed record AskingSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place, from which the mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many it has asked.</summary>
    public long Guests { get; init; }
}
