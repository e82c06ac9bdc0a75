using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// What the sets of a programme may decide: everybody with a part in it reads the statement, and the sponsor alone writes and
/// signs it, signed in as themselves. Who saves it signs it today.
/// </summary>
public sealed class AuthorityPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

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

    /// <summary>The version that the form was shown; 0 where there was none.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>What stands now, or null.</summary>
    public Authority? Now { get; private set; }

    /// <summary>Whether the viewer is the sponsor.</summary>
    public bool MaySign { get; private set; }

    /// <summary>Who signs, for those who wait for it.</summary>
    public string Sponsors { get; private set; } = "";

    /// <summary>Shows the statement; to the sponsor the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        MayDecide = Now?.MayDecide;
        MustAsk = Now?.MustAsk;
        SpendLimit = Now?.SpendLimit?.ToString(CultureInfo.InvariantCulture);
        Currency = Now?.Currency ?? await Db.ReadAsync(reads => Authority.CurrencyOf(reads, Id));
        Version = Now?.Version ?? 0;
        return Page();
    }

    /// <summary>The sponsor signs.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!MaySign)
        {
            return Forbid();
        }

        var details = AuthorityDetails.Typed(MayDecide, MustAsk, SpendLimit, Currency);
        var saved = false;
        if (!await TryAsync(writes => saved = MayIn(writes)
            && AuthorityCommands.Sign(writes, Id, null, Version, details.By(writes, Me), Me)))
        {
            return Again();
        }

        if (saved)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/problems#authority"));
        }

        await LoadAsync();
        Version = Now?.Version ?? 0;
        return await BothAsync(Now?.ChangedBy, Now?.ChangedAt ?? Programme.ChangedAt, StaleField.Different(
            new("May decide", details.MayDecide, Now?.MayDecide ?? ""), new("Must ask", details.MustAsk, Now?.MustAsk ?? ""),
            new("May spend", details.Sum, Now?.Sum ?? "")));
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };

    private bool MayIn(Reads reads) => Access.WritesIn(Viewer, reads, Id, Artefact.Authority) == Extent.All;

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } row || Access.ReadsIn(Viewer, reads, Id, Artefact.Authority) == Extent.None)
        {
            return false;
        }

        Programme = row;
        Now = Authority.Of(reads, Id);
        MaySign = MayIn(reads);
        Sponsors = string.Join(", ", RoleRow.Of(reads, Id).Where(role => role.Role == "Sponsor").Select(role => role.Name));
        return true;
    });
}
