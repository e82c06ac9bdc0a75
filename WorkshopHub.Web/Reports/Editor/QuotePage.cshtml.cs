using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>Whether the outcome report may quote what somebody wrote under their name, or a set showed to the programme. The author alone, or that set, sees the question and answers it.</summary>
public sealed class QuotePage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The post, or the reflection.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>It, with what was asked and said.</summary>
    public QuoteAsked Quote { get; private set; } = null!;

    /// <summary>Shows the question.</summary>
    public void OnGet()
    {
    }

    /// <summary>Keeps the answer: yes or no.</summary>
    public async Task<IActionResult> OnPostAsync(string? says)
    {
        if (says is not ("Yes" or "No"))
        {
            return Again("says", "Say yes or no. Both are fine.");
        }

        return await TryAsync(writes => QuoteAsked.Answer(writes, Quote, Me, says == "Yes")) ? LocalRedirect("/") : Again();
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() =>
        (Quote = (await Db.ReadAsync(reads => QuoteAsked.Find(reads, Id) is { AskedBy: not null } one && one.MayAnswer(Viewer, reads) ? one : null))!) is null ? NotFound() : null;

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => Quote.IsArchived;
}
