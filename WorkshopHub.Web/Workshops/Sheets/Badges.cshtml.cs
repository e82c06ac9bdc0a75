using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>
/// Name badges with personal QRs. Their secrets are kept as hashes only, so they are made when they are printed, and
/// making them anew ends those that were made before.
/// </summary>
public sealed class Badges(Db db, Writer writer, SiteAddress site) : SheetPage(db, writer, site)
{
    /// <summary>How many stand on a page.</summary>
    public const int OnPage = 8;

    /// <summary>One person alone; null for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Person { get; set; }

    /// <summary>The badges that were just made; empty before.</summary>
    public IReadOnlyList<Badge> Made { get; private set; } = [];

    /// <summary>Everybody who is expected.</summary>
    public IReadOnlyList<RosterName> People { get; private set; } = [];

    /// <summary>When badges were last made, as people read it; null where they never were.</summary>
    public string? MadeBefore { get; private set; }

    /// <summary>Says what making them does.</summary>
    public async Task<IActionResult> OnGetAsync() => !await LoadAllAsync() ? NotFound() : Page();

    /// <summary>Makes and shows them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAllAsync() || (Person is not null && People.All(who => who.PersonId != Person)))
        {
            return NotFound();
        }

        if (Address is null)
        {
            return Again();
        }

        Made = await Writer.RunAsync(writes => Badge.Make(writes, Head, Sets, Id, Person, Viewer.PersonId));
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> LoadAllAsync()
    {
        if (!await LoadAsync())
        {
            return false;
        }

        await Db.ReadAsync(reads =>
        {
            People = Roster.Everybody(reads, Head.ProgrammeId, Id);
            MadeBefore = Head.BadgesAt is { } at ? LocalTime.DayAndClock(Utc.Parse(at), LocalTime.ZoneOf(reads)) : null;
            return true;
        }, HttpContext.RequestAborted);
        return true;
    }
}
