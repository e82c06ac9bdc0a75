using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>A promise, for its witness, who says whether they will ask, and for whoever countersigns it.</summary>
public sealed class AskPage(Db db, Writer writer) : FormPage
{
    /// <summary>The commitment.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Where to go then: the page in this house that one came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The promise as it stands.</summary>
    public AskedPromise Promise { get; private set; } = null!;

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    private long Me { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await RefusedAsync() ?? Page();

    /// <summary>The witness says whether they will ask.</summary>
    public Task<IActionResult> OnPostWitnessAsync(bool yes) => KeepAsync(promise => promise.IsWitness, writes => writes.Execute(
        "UPDATE commitment SET witness_says = @says, version = version + 1 WHERE id = @Id AND witness_id = @Me",
        new { Id, Me, says = yes ? "Yes" : "No" }) == 1);

    /// <summary>Countersigns the words that were shown, or takes it back.</summary>
    public Task<IActionResult> OnPostSignAsync(bool yes, long version) => KeepAsync(promise => !promise.IsWitness, writes => writes.Execute(
        """
        UPDATE commitment SET signed_by = @by, signed_at = CASE WHEN @by IS NULL THEN NULL ELSE @Now END, version = version + 1
        WHERE id = @Id AND version = @version
        """,
        new { Id, version, by = yes ? Me : (long?)null, writes.Now }) == 1);

    private async Task<IActionResult> KeepAsync(Func<AskedPromise, bool> may, Func<Writes, bool> keep)
    {
        if (await RefusedAsync() is { } refused)
        {
            return refused;
        }

        // Who may is asked again in the command: a supervisor may have changed meanwhile.
        if (await writer.RunAsync(writes => Find(writes) is { } promise && may(promise) && keep(writes)))
        {
            return LocalRedirect(Home);
        }

        if (await RefusedAsync() is { } gone)
        {
            return gone;
        }

        Faults["Promise"] = "It has changed meanwhile. Read it again before you answer.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> RefusedAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (viewer.PersonId is not { } me)
        {
            return Challenge();
        }

        Me = me;
        Promise = (await db.ReadAsync(Find))!;
        return Promise is null ? NotFound() : null;
    }

    private AskedPromise? Find(Reads reads) =>
        reads.First<AskedPromise>(OwnPromises.Sql, new { person = Me, id = Id }) is { } promise && PromiseRights.MayRead(promise) ? promise : null;
}
