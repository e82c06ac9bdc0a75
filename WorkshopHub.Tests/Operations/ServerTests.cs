using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Operations;

namespace WorkshopHub.Tests.Operations;

/// <summary>What whoever runs the server asks it.</summary>
public sealed class ServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_alive_and_ready_and_says_nothing_else()
    {
        await using var site = new Site();
        using var client = site.NewClient();
        foreach (var address in new[] { "/health", "/health/live", "/health/ready" })
        {
            Assert.Equal("Healthy", await client.GetStringAsync(address, Stop));
        }
    }

    [Fact]
    public async Task While_another_program_holds_the_file_it_is_alive_and_not_ready()
    {
        await using var site = new Site();
        using var client = site.NewClient();
        await using (var other = new SqliteConnection($"Data Source={site.File.Path};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            await begin.ExecuteNonQueryAsync(Stop);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Stop)).StatusCode);
        }
    }

    [Fact]
    public void Little_room_is_a_warning_and_almost_none_is_not_ready()
    {
        Assert.Equal(HealthStatus.Healthy, DiskHealth.Of(5L << 30).Status);
        Assert.Equal(HealthStatus.Degraded, DiskHealth.Of(500L << 20).Status);
        var full = DiskHealth.Of(50L << 20);
        Assert.Equal(HealthStatus.Unhealthy, full.Status);
        Assert.Contains("50 MB", full.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_server_counts_what_is_connected_and_what_was_stored()
    {
        await using var room = LiveRoom.Open();
        await room.WatchWallAsync();
        await room.WatchPhoneAsync();
        await room.WatchPhoneAsync();
        using var mari = new PlainDesk(await Office.SignInAsync(room.Site, World.Mail("Mari Kask")), "Mari");

        (await mari.OpenAsync("/server")).Sees("All is well", "Phones: 2", "Walls: 1", "Storing", "No backup has been made by the program yet");
    }

    [Fact]
    public async Task When_the_program_ends_every_open_page_is_told_before_its_line_is_cut()
    {
        await using var room = LiveRoom.Open();
        var wall = await room.WatchWallAsync();

        await room.Site.DisposeAsync();

        await wall.Stopping;
    }
}
