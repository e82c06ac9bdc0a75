using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web;
using WorkshopHub.Web.Accounts;
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
    public async Task What_could_not_be_stored_is_never_said_to_be_kept()
    {
        var (world, site) = World.Start();
        await using var running = site;
        using var phone = await PlainPhone.JoinAsync(world, site, "Mari Kask");
        await PlainPhone.OpenAsync(world, site);
        await site.Writer.StopAsync(Stop);
        phone.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await phone.Client.PostFormAsync($"/w/{world.Workshop}", $"/w/{world.Workshop}",
            ("activity", $"{world.Activities[0]}"), ("id", Tokens.New()), ("kind", "Learning"), ("text", "We never asked them"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("What you just sent is not saved", page, StringComparison.Ordinal);
        Assert.Contains("data-back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Everything that was sent is kept", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_tls_every_cookie_is_secure()
    {
        await using var site = new Site(World.Plant().File, settings: [("Site:Proxies", "127.0.0.1")]);
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.GetAsync($"/j/{World.RoomCode}?as=others", Stop);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_request_leaves_no_line_in_the_log()
    {
        var builder = WebApplication.CreateBuilder([$"--Data:Path={World.Plant().File}"]);
        builder.AddHouse();
        await using var app = builder.Build();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();

        Assert.True(logs.CreateLogger("WorkshopHub.Web").IsEnabled(LogLevel.Information));
        Assert.All(["Hosting.Diagnostics", "Routing.EndpointMiddleware", "Mvc.Razor"],
            part => Assert.False(logs.CreateLogger("Microsoft.AspNetCore." + part).IsEnabled(LogLevel.Information)));
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
