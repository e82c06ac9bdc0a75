using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Web.Workshops.Check;

/// <summary>Before each workshop, in the room itself: does a phone get through, does a wall show something?</summary>
public sealed class RoomCheck(Db db, Writer writer, SiteAddress site, RoomTrials trials, TestPosts posts, Presence presence, TimeProvider time) : WorkshopPage(db, writer)
{
    /// <summary>The workshop.</summary>
    public AgendaWorkshop Workshop { get; private set; } = null!;

    /// <summary>The trial with a phone; null where no address is chosen yet.</summary>
    public RoomTrial? Trial { get; private set; }

    /// <summary>How far its test post has come; null where no address is chosen yet.</summary>
    public TrialView? Way { get; private set; }

    /// <summary>The house's address, or null where none is chosen yet.</summary>
    public string? Address { get; private set; }

    /// <summary>Names of the paired screens, and how each is reached now; null where it has not reported.</summary>
    public IReadOnlyList<(string Name, ScreenReach? Reach)> Screens { get; private set; } = [];

    /// <summary>How many items the agenda has.</summary>
    public long Items { get; private set; }

    /// <summary>How many people are in the sets.</summary>
    public long Members { get; private set; }

    /// <summary>Whether the address is without TLS.</summary>
    public bool IsPlain => Address?.StartsWith("http:", StringComparison.Ordinal) is true;

    /// <summary>Shows how all stands.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Address is not null)
        {
            Trial = trials.Start(Id, Address);
            Way = await ReadAsync(Trial);
        }

        return Page();
    }

    /// <summary>How the screens stand, for the page that is open already.</summary>
    public async Task<IActionResult> OnGetScreensAsync() => await LoadAsync()
        ? Partial("~/Workshops/Check/_Screens.cshtml", this) : NotFound();

    /// <summary>How far the test post of this page has come.</summary>
    public async Task<IActionResult> OnGetWayAsync(string? token) => trials.Find(token) is { } trial && trial.WorkshopId == Id
        ? Partial("~/Workshops/Check/_Way.cshtml", await ReadAsync(trial)) : NotFound();

    private Task<TrialView> ReadAsync(RoomTrial trial) =>
        Db.ReadAsync(reads => TrialView.Of(reads, trial, posts, presence, time.GetUtcNow(), onPhone: false));

    private async Task<bool> LoadAsync()
    {
        Address = await Db.ReadAsync(site.Of);
        var (workshop, screens, items, members) = await Db.ReadAsync(reads => (
            AgendaWorkshop.Find(reads, Id),
            reads.Query<Paired>("SELECT id, name FROM screen WHERE workshop_id = @Id AND unpaired_at IS NULL ORDER BY name COLLATE NAMES", new { Id }),
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
