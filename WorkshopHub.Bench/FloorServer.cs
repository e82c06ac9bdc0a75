using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Bench;

/// <summary>
/// The floor: a hub and one address to post to, nothing else. What comes in goes out again at once to the same groups
/// and in as many bytes as the real program sends: to ten walls, and to the fifty phones of the author's set. With a file it
/// keeps each post there first, as the real program has promised when it sends one.
/// </summary>
internal static class FloorServer
{
    public static async Task<int> RunAsync(string port, string? file)
    {
        using var store = file is null ? null : new FloorStore(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapHub<FloorHub>("/hub");
        app.MapGet("/health", () => "ok");
        app.MapPost("/post", async (HttpRequest request, IHubContext<FloorHub> hub) =>
        {
            var form = await request.ReadFormAsync();
            var (id, set) = (form["id"].ToString(), form["set"].ToString());
            store?.Keep(id, form["text"].ToString());
            _ = hub.Clients.Group("wall").SendAsync("push", Push("wall", id, Bytes(form["wall"])));
            _ = hub.Clients.Group($"set/{set}").SendAsync("push", Push($"set/{set}", id, Bytes(form["phone"])));
            return "ok";
        });
        var pulse = new FloorPulse(app.Services.GetRequiredService<IHubContext<FloorHub>>());
        app.MapPost("/pulse", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            pulse.Add(Bytes(form["wall"]));
            return "ok";
        });
        await app.RunAsync();
        return 0;
    }

    private static int Bytes(string? number) => int.Parse(number!, CultureInfo.InvariantCulture);

    private static FloorPush Push(string group, string id, int bytes)
    {
        const int Around = 100; // envelope, names and id
        return new FloorPush(group, 0, $"wall-{id}", new string('x', Math.Max(0, bytes - Around)));
    }
}

/// <summary>Counts, and sends the count to the walls: at once when it was quiet, then every 150 ms, as the real program does.</summary>
internal sealed class FloorPulse(IHubContext<FloorHub> hub)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(150);

    private readonly Lock _gate = new();
    private int _count;
    private bool _waits;
    private long _sent;

    public void Add(int bytes)
    {
        lock (_gate)
        {
            _count++;
            if (_waits)
            {
                return;
            }

            _waits = true;
        }

        _ = SendAsync(bytes);
    }

    private async Task SendAsync(int bytes)
    {
        var left = _interval - Stopwatch.GetElapsedTime(_sent);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        int count;
        lock (_gate)
        {
            (count, _waits, _sent) = (_count, false, Stopwatch.GetTimestamp());
        }

        const int Around = 110; // envelope, names and count
        await hub.Clients.Group("wall").SendAsync(
            "push", new FloorPush("wall", 0, "pulse", $"{count} answers{new string('x', Math.Max(0, bytes - Around))}"));
    }
}

/// <summary>Lets everybody in.</summary>
internal sealed class FloorHub : Hub
{
    public async Task<FloorAnswer> Watch(string view, long set)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, view == "wall" ? "wall" : $"set/{set}");
        return new FloorAnswer([]);
    }

    public long Seen(Dictionary<string, long> channels)
    {
        Context.ConnectionAborted.ThrowIfCancellationRequested();
        return channels.Count;
    }
}

internal sealed record FloorAnswer([property: JsonPropertyName("channels")] Dictionary<string, object[]> Channels);

internal sealed record FloorPush(
    [property: JsonPropertyName("c")] string Channel, [property: JsonPropertyName("s")] long Seq,
    [property: JsonPropertyName("i")] string Id, [property: JsonPropertyName("h")] string Html);
