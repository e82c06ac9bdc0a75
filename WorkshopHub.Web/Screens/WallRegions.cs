using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>Reads what a screen shows, with the place on the live wire from which pushes go on.</summary>
public sealed class WallRegions(Db db, LiveWire wire, Stages stages, TestPosts tests, TimeProvider time)
{
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
}
