using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>What the sets of a programme may decide, or one member about the own problem: the statement, as it is signed.</summary>
public sealed class AuthorityPage(Db db, Writer writer) : ProgrammePage(db, writer)
{
    /// <summary>A member's own problem; null for the whole programme.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Problem { get; set; }

    /// <summary>What may be decided.</summary>
    [BindProperty]
    public string? MayDecide { get; set; }

    /// <summary>What must be asked.</summary>
    [BindProperty]
    public string? MustAsk { get; set; }

    /// <summary>What may be spent, as typed.</summary>
    [BindProperty]
    public string? SpendLimit { get; set; }

    /// <summary>Its currency.</summary>
    [BindProperty]
    public string? Currency { get; set; }

    /// <summary>Who signs.</summary>
    [BindProperty]
    public long? SignedBy { get; set; }

    /// <summary>When it was signed.</summary>
    [BindProperty]
    public string? SignedAt { get; set; }

    /// <summary>The version that the form was shown; 0 where there was none.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>The problem, or null.</summary>
    public ProblemRow? Of { get; private set; }

    /// <summary>Who may sign: the sponsor, of a member's own problem that member's supervisor.</summary>
    public IReadOnlyList<(long Id, string Name)> Signers { get; private set; } = [];

    private Authority? Now { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill(Now);
        return Page();
    }

    /// <summary>Keeps the statement.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var typed = (SpendLimit ?? "").Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        long? sum = typed.Length == 0 ? null : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : -1;
        var details = new AuthorityDetails(
            Line.Clean(MayDecide), Line.Clean(MustAsk), sum, Currency ?? "GBP",
            Signers.Any(one => one.Id == SignedBy) ? SignedBy : null, SignedAt ?? "");
        var saved = false;
        if (!await TryAsync(writes => saved = AuthorityCommands.Sign(writes, Id, Problem, Version, details, Viewer.PersonId)))
        {
            return Again();
        }

        if (saved)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/problems#authority"));
        }

        await LoadAsync();
        Version = Now!.Version;
        return await BothAsync(Now.ChangedBy, Now.ChangedAt, StaleField.Different(
            new("May decide", details.MayDecide, Now.MayDecide), new("Must ask", details.MustAsk, Now.MustAsk),
            new("May spend", typed, $"{Now.SpendLimit}"), new("Signed on", details.SignedAt, Now.SignedAt)));
    }

    private void Fill(Authority? now)
    {
        MayDecide = now?.MayDecide;
        MustAsk = now?.MustAsk;
        SpendLimit = now?.SpendLimit?.ToString(CultureInfo.InvariantCulture);
        Currency = now?.Currency ?? "GBP";
        SignedBy = now?.SignedBy ?? (Signers.Count == 1 ? Signers[0].Id : null);
        SignedAt = now?.SignedAt;
        Version = now?.Version ?? 0;
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } row)
        {
            return false;
        }

        Programme = row;
        Of = Problem is { } problem ? ProblemRow.Find(reads, Id, problem) : null;
        Now = Authority.Of(reads, Id, Problem);
        Signers = [.. reads.Query<Signer>("""
            SELECT DISTINCT p.id, p.name
            FROM person p
            WHERE (@Problem IS NULL AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = @Id AND r.person_id = p.id AND r.role = 'Sponsor'))
              OR EXISTS (SELECT 1 FROM problem o JOIN membership m ON m.person_id = o.owner_id JOIN sets s ON s.id = m.set_id
                WHERE o.id = @Problem AND s.programme_id = @Id AND m.left_at IS NULL AND m.supervisor_id = p.id)
            ORDER BY p.name
            """, new { Id, Problem }).Select(one => (one.Id, one.Name))];
        return Problem is null || Of is { OwnerId: not null };
    });

    private sealed record Signer
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
