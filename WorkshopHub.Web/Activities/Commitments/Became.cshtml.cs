using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>Where the owner of a commitment says what became of it. Nobody else comes here.</summary>
public sealed class Became(Db db, Writer writer) : FormPage
{
    /// <summary>The commitment.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Done, Partly, NotDone or Dropped.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>What came of it, in words; may be empty.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What was promised.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the witness wrote when they had asked; null where they have not.</summary>
    public string? Heard { get; private set; }

    /// <summary>Shows the question.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        return !viewer.IsSignedIn ? Challenge() : await LoadAsync(viewer.PersonId) ? Page() : NotFound();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        if (!await LoadAsync(viewer.PersonId))
        {
            return NotFound();
        }

        try
        {
            await writer.RunAsync(writes => Reminders.Answer(writes, Id, viewer.PersonId!.Value, State ?? "", Line.Clean(Words)));
        }
        catch (RefusedException refused)
        {
            foreach (var (field, message) in refused.All)
            {
                Faults[field] = message;
            }

            return Again();
        }

        return LocalRedirect("/");
    }

    private async Task<bool> LoadAsync(long? person)
    {
        Text = await db.ReadAsync(reads => reads.First<string>(
            """
            SELECT c.text FROM commitment c
            WHERE c.id = @Id AND c.person_id = @person
              AND EXISTS (SELECT 1 FROM commitment_asked a WHERE a.commitment_id = c.id AND a.answered_at IS NULL)
            """,
            new { Id, person }), HttpContext.RequestAborted) ?? "";
        Heard = await db.ReadAsync(reads => reads.First<string>(
            """
            SELECT p.name || ': ' || a.witness_words FROM commitment_asked a JOIN commitment c ON c.id = a.commitment_id JOIN person p ON p.id = c.witness_id
            WHERE c.id = @Id AND c.person_id = @person AND a.witness_words <> '' ORDER BY a.witness_at DESC LIMIT 1
            """,
            new { Id, person }), HttpContext.RequestAborted);
        return Text.Length > 0;
    }
}
