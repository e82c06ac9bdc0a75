using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Own;

/// <summary>What there is of one's own, and one file with all of it. Each sees and takes only what is theirs.</summary>
public sealed class OwnPage(Db db, Writer writer, ActivityKinds kinds) : SignedInPage(db, writer)
{
    /// <summary>It.</summary>
    public OwnFile Own { get; private set; } = null!;

    /// <summary>Shows what is in the file.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The file.</summary>
    public async Task<IActionResult> OnGetZipAsync()
    {
        await LoadAsync();
        await TryAsync(writes => Audit.Note(writes, Me, null, "export-own", "person", Me));
        Response.Headers.CacheControl = "no-store";
        return File(Own.Zip(), "application/zip", $"{Line.Clean(Own.Name).Replace('/', ' ')}, my own.zip");
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Own = OwnFile.Of(reads, kinds, Me);
        return true;
    });
}
