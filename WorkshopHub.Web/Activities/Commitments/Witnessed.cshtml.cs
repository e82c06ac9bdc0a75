using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>Where the witness of a commitment says what they heard when they asked. Its owner reads it, and nobody else.</summary>
public sealed class Witnessed(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The commitment.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Kept, Changed, Stopped or NotAsked.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>A word to the owner; may be empty.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What was promised.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whose it is.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The owner's first name.</summary>
    public string First => Called.First(Owner);

    /// <summary>Shows the question.</summary>
    public void OnGet()
    {
    }

    /// <summary>Keeps what is said.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await TryAsync(writes => Reminders.Witnessed(writes, Id, Me, State ?? "", Line.Clean(Words)));
        return Faults.Count > 0 ? Again() : LocalRedirect("/");
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync()
    {
        (Owner, Text) = await Db.ReadAsync(reads => reads.First<(string, string)>(
            """
            SELECT p.name, c.text FROM commitment c JOIN person p ON p.id = c.person_id
            WHERE c.id = @Id AND c.witness_id = @Me AND ifnull(c.witness_says, 'Yes') = 'Yes'
              AND EXISTS (SELECT 1 FROM commitment_asked a WHERE a.commitment_id = c.id AND a.answered_at IS NULL AND a.witness_at IS NULL)
            """, new { Id, Me }), HttpContext.RequestAborted);
        return Text is null || !PromiseRights.MayWitness ? NotFound() : null;
    }
}
