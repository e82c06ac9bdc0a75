using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A decision that needs the sponsor: yes, no or a date, with words. The set reads the answer, and whom the set has shown the decision to.</summary>
public sealed class DecisionAnswerPage(Db db, Writer writer, WorkLive live) : SignedInPage(db, writer)
{
    /// <summary>The decision.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The answer as typed.</summary>
    [BindProperty]
    public AnswerForm Typed { get; set; } = new();

    /// <summary>Where to go then: the page in this house that one came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The decision as it stands; null where it was taken back while the answer was written.</summary>
    public ShownDecision? There { get; private set; }

    /// <summary>The set changed its words while the answer was written.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Where to go then.</summary>
    public string Home => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <summary>Shows it, and the answer as far as one was given.</summary>
    public IActionResult OnGet()
    {
        if (There is not { } there)
        {
            return NotFound();
        }

        Typed = new AnswerForm { Says = there.Says, Text = there.AnswerText, Due = there.AnswerDue, Seen = there.Version, Version = there.AnswerVersion };
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (There is null)
        {
            return !await WasShownAsync() ? NotFound() : await Db.ReadAsync(IsArchived) ? StatusCode(StatusCodes.Status423Locked) : Gone();
        }

        var (kept, gone) = (false, false);
        await TryAsync(writes =>
        {
            var now = ShownDecision.Find(writes, Id, Me);
            gone = now is null;
            kept = now is not null && DecisionAnswers.Say(writes, now, Typed, Me);
        });
        if (Faults.Count > 0)
        {
            return Again();
        }

        There = await Db.ReadAsync(reads => ShownDecision.Find(reads, Id, Me));
        if (gone || There is not { } there)
        {
            return Gone();
        }

        if (kept)
        {
            await live.ChangedAsync(there.SetId, there.MembershipId);
            return LocalRedirect(Home);
        }

        if (there.Version != Typed.Seen)
        {
            (IsChanged, Typed.Seen, Typed.Version) = (true, there.Version, there.AnswerVersion);
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var mine = Typed;
        Typed = new AnswerForm { Says = mine.Says, Text = mine.Text, Due = mine.Due, Seen = there.Version, Version = there.AnswerVersion };
        return await BothAsync(there.Answerer, there.AnsweredAt!, StaleField.Different(
            new StaleField("Answer", Word(mine.Says), Word(there.Says)), new StaleField("In your words", Slides.Clean(mine.Text), there.AnswerText),
            new StaleField("Day", mine.Due ?? "", there.AnswerDue ?? "")));
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync()
    {
        There = await Db.ReadAsync(reads => ShownDecision.Find(reads, Id, Me));
        return There is null && HttpMethods.IsGet(Request.Method) ? NotFound() : null;
    }

    // In the archive nothing changes any more.
    private bool IsArchived(Reads reads) => reads.First<long?>(
        "SELECT 1 FROM decision d JOIN sets s ON s.id = d.set_id JOIN programme g ON g.id = s.programme_id WHERE d.id = @Id AND g.archived_at IS NOT NULL", new { Id }) is not null;

    private static string Word(string? says) => says switch { "Yes" => "Yes", "No" => "No", "Later" => "A day", _ => "" };

    /// <summary>What was typed stays on the page; nothing of the decision does.</summary>
    private PageResult Gone()
    {
        There = null;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    // Only who could read it before is told that it was taken back; for everybody else there is nothing here.
    private Task<bool> WasShownAsync() => Db.ReadAsync(reads => reads.First<long?>(
        """
        SELECT 1 FROM decision d
        JOIN sets s ON s.id = d.set_id
        JOIN share h ON h.kind = 'Decision' AND h.thing_id = CAST(d.id AS TEXT) AND h.audience = 'Sponsor' AND h.shared_at IS NOT NULL
        JOIN role_assignment r ON r.programme_id = s.programme_id AND r.person_id = @Me AND r.role = 'Sponsor'
        WHERE d.id = @Id LIMIT 1
        """, new { Id, Me }) is not null);
}
