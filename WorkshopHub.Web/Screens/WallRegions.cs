using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>Reads what a screen shows, with the place on the live wire from which pushes go on.</summary>
public sealed class WallRegions(Db db, LiveWire wire, Regions regions, Stages stages, TestPosts tests, TimeProvider time)
{
    private const string Live = "data-live=\"";

    /// <summary>The region of the paired screen that asks; null where the browser is none.</summary>
    public async Task<Region?> ReadAsync(Viewer viewer)
    {
        if (viewer.Screen is not { } pass)
        {
            return null;
        }

        var stamp = wire.Stamp(Channels.Wall(pass.WorkshopId), Channels.Screen(pass.ScreenId));
        return await db.ReadAsync(reads => stages.Read(reads, pass.ScreenId) is { } stage
            ? new Region(stage, Say.Read(reads, pass.WorkshopId, time.GetUtcNow()), new OnWall(tests.Showing(pass.WorkshopId)), stamp)
            : null);
    }

    /// <summary>
    /// The region's HTML; null where the browser is no screen. Screens that were told the same share one rendering: only
    /// the place of a screen's own channel is its own, and is written in afterwards.
    /// </summary>
    public async Task<string?> HtmlAsync(Viewer viewer)
    {
        if (viewer.Screen is not { } pass)
        {
            return null;
        }

        var (own, told) = (wire.Stamp(Channels.Screen(pass.ScreenId)), wire.Age([Channels.AnyScreen]));
        var (screen, said, open) = await db.ReadAsync(reads => (
            StageRows.Screen(reads, pass.ScreenId) is { } row ? row with { Sets = JsonSerializer.Serialize(stages.SetsOf(reads, row)) } : null,
            Say.Read(reads, pass.WorkshopId, time.GetUtcNow()),
            reads.First<string>("SELECT room_code FROM workshop WHERE id = @WorkshopId", pass) is not null));
        if (screen is null)
        {
            return null;
        }

        // A wall that waits for its room shows its name; a frozen one is itself and no other.
        var look = screen with { Id = screen.Frozen ? screen.Id : 0, Version = 0, Name = open ? "" : screen.Name };
        var html = await regions.HtmlAsync(
            string.Join('/', "wall", told, said.UntilUnixMs, tests.Showing(pass.WorkshopId)?.Id, JsonSerializer.Serialize(look)),
            "~/Screens/_Region.cshtml",
            (reads, stamp) => new Region(
                stages.Read(reads, look) ?? throw new InvalidOperationException("The screen's workshop is gone."),
                Say.Read(reads, look.WorkshopId, time.GetUtcNow()), new OnWall(tests.Showing(look.WorkshopId)), stamp),
            Channels.Wall(pass.WorkshopId));
        var at = html.IndexOf(Live, StringComparison.Ordinal) + Live.Length;
        return html.Insert(at, own + " ");
    }
}
