using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>Fills an empty file with the demo organisation, its kick-off in full swing.</summary>
internal static class DemoSeed
{
    /// <summary>Writes everything through the rooms' own commands, by a writer whose clock is turned back.</summary>
    /// <param name="file">A file that is up to date and empty.</param>
    /// <param name="kinds">The kinds of activity that this program knows.</param>
    /// <param name="now">The moment of the demo.</param>
    /// <param name="address">The address that people type.</param>
    public static async Task<DemoWorld> RunAsync(DataFile file, ActivityKinds kinds, DateTimeOffset now, string address)
    {
        var content = DemoContent.Load();
        var day = new DemoDay(content.Programmes[0].Workshops[0], content.Organisation.TimeZone, now);
        var clock = new DemoClock(now);
        using var writer = new Writer(file, clock);
        await writer.StartAsync(CancellationToken.None);
        try
        {
            var people = new DemoOrganisationSeed(writer, clock, content, day);
            await people.RunAsync(address);
            var agenda = new DemoAgenda(content, KickOffNotes.Load(), kinds);
            return await new DemoKickOffSeed(writer, clock, content, day, agenda, people).RunAsync();
        }
        finally
        {
            await writer.StopAsync(CancellationToken.None);
        }
    }
}
