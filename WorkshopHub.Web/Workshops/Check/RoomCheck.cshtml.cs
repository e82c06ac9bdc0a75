using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Web.Workshops.Check;

/// <summary>Before each workshop, in the room itself: does a phone get through, does a wall show something?</summary>
public sealed class RoomCheck(Db db, Writer writer, SiteAddress site, ReachTests tests, Presence presence) : WorkshopPage(db, writer)
{
    /// <summary>The workshop.</summary>
    public AgendaWorkshop Workshop { get; private set; } = null!;

    /// <summary>The test of the house's address; null where no address is chosen yet.</summary>
    public ReachTest? Test { get; private set; }

    /// <summary>The house's address, or null where none is chosen yet.</summary>
    public string? Address { get; private set; }

    /// <summary>Names of the paired screens, and how each is reached now; null where it has not reported.</summary>
    public IReadOnlyList<(string Name, ScreenReach? Reach)> Screens { get; private set; } = [];

    /// <summary>How many items the agenda has.</summary>
    public long Items { get; private set; }

    /// <summary>How many people are in the sets.</summary>
    public long Members { get; private set; }

    /// <summary>Whether the address is without TLS.</summary>
    public bool IsPlain => Test?.Address.StartsWith("http:", StringComparison.Ordinal) is true;

    /// <summary>Shows how all stands.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Test = Address is null ? null : tests.Start(Address);
        return Page();
    }

    /// <summary>How the screens stand, for the page that is open already.</summary>
    public async Task<IActionResult> OnGetScreensAsync() => await LoadAsync()
        ? Partial("~/Workshops/Check/_Screens.cshtml", this) : NotFound();

    private async Task<bool> LoadAsync()
    {
        Address = await Db.ReadAsync(site.Of);
        var (workshop, screens, items, members) = await Db.ReadAsync(reads => (
            AgendaWorkshop.Find(reads, Id),
            reads.Query<Paired>("SELECT id, name FROM screen WHERE workshop_id = @Id AND unpaired_at IS NULL ORDER BY name", new { Id }),
            reads.First<long>("SELECT count(*) FROM agenda_item WHERE workshop_id = @Id", new { Id }),
            reads.First<long>("""
                SELECT count(*) FROM membership m JOIN sets s ON s.id = m.set_id JOIN workshop w ON w.programme_id = s.programme_id
                WHERE w.id = @Id AND m.left_at IS NULL
                """, new { Id })));
        if (workshop is null)
        {
            return false;
        }

        var here = presence.Of(Id).Screens;
        (Workshop, Items, Members) = (workshop, items, members);
        Screens = [.. screens.Select(screen => (screen.Name, here.GetValueOrDefault(screen.Id)))];
        return true;
    }

    private sealed record Paired
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
