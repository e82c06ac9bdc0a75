using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>My page: today's workshop, then what I have to do with. A short welcome for somebody we don't know.</summary>
public sealed class MyPage(Db db, TimeProvider time, IEnumerable<IOwnLinks> links) : PageModel
{
    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>What the person's page shows; null for the welcome.</summary>
    public HomeRows? Rows { get; private set; }

    /// <summary>What other rooms have for the person.</summary>
    public IReadOnlyList<OwnLink> Links { get; private set; } = [];

    /// <summary>Everything that waits for the person, in whatever role and programme: one list.</summary>
    public IReadOnlyList<WaitingLine> Waiting => WaitingLine.Of(Links, Rows!.Asked, Rows.Now);

    /// <summary>What was kept for the person to read.</summary>
    public IReadOnlyList<OwnLink> ToRead => [.. Links.Where(link => !link.ToDo)];

    /// <summary>Workshops of what isn't in the archive that are neither over nor open: the next first.</summary>
    public IReadOnlyList<WorkshopLine> Coming => [.. Rows!.Workshops.Where(workshop => workshop.State != "Held" && !IsNow(workshop) && !MayRun(workshop))];

    /// <summary>Workshops that are over and that the person took part in: the last first.</summary>
    public IReadOnlyList<WorkshopLine> Held => [.. Rows!.Workshops.Where(workshop => workshop.State == "Held" && !MayRun(workshop)).Reverse()];

    /// <summary>The organisation's name, or null before the set-up.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Somebody looks after this hub already.</summary>
    public bool IsSetUp { get; private set; } = true;

    /// <summary>The person's first name.</summary>
    public string FirstName => Called.First(Viewer.Name);

    /// <summary>Good morning, afternoon or evening, in the organisation's zone.</summary>
    public string Greeting => Rows?.Now.Hour switch
    {
        >= 4 and < 12 => "Good morning",
        >= 12 and < 18 => "Good afternoon",
        null => "Welcome",
        _ => "Good evening",
    };

    /// <summary>Workshops whose room is open, or whose day it is and that are not over.</summary>
    public IEnumerable<WorkshopLine> Today => Rows!.Workshops.Where(IsNow);

    /// <summary>The viewer runs some programme, or may start one.</summary>
    public bool Runs => Access.MayRunOffice(Viewer) || Rows!.Programmes.Any(programme => programme.MayRun);

    /// <summary>Whether the viewer runs the programme of a workshop.</summary>
    public bool MayRun(WorkshopLine workshop) =>
        Rows!.Programmes.Any(programme => programme.Id == workshop.ProgrammeId && programme.MayRun);

    /// <summary>Whether this is the day, or the room is open.</summary>
    public bool IsNow(WorkshopLine workshop) => workshop.IsLive
        || (workshop.State == "Planned"
            && workshop.Date == Rows!.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Where the viewer goes in: the place that this browser has, or the open room's door; null while it is closed.</summary>
    public string? Door(WorkshopLine workshop) => Viewer.Seat?.WorkshopId == workshop.Id
        ? $"/w/{workshop.Id}"
        : workshop is { IsLive: true, RoomToken: { } token } ? $"/j/{token}" : null;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        Viewer = await HttpContext.ViewerAsync();
        await db.ReadAsync(reads =>
        {
            Organisation = Settings.Get(reads, Settings.SiteName);
            if (Viewer.PersonId is { } person)
            {
                Rows = HomeRows.Of(reads, person, Access.MayRunOffice(Viewer), time.GetUtcNow());
                Links = [.. links.SelectMany(room => room.Of(reads, person))];
            }
            else
            {
                IsSetUp = reads.First<long?>("SELECT person_id FROM account LIMIT 1") is not null;
            }

            return 0;
        }, HttpContext.RequestAborted);
    }
}
