using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

public sealed class SlowReaderTests : IAsyncLifetime
{
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_reader_that_pings_but_does_not_read_is_cut_loose_and_holds_nobody_up()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var deaf = await DeafWallAsync(cancellation);
        var wall = await _room.WatchWallAsync();
        var connections = _room.Get<Connections>();
        var deafOne = connections.All.Single(connection => connection.Id != wall.Hub.ConnectionId);
        var (longest, clock, last, told) = (TimeSpan.Zero, Stopwatch.StartNew(), TimeSpan.Zero, 0L);
        var card = new PostCard { Id = "a", Text = new string('x', 8000) };

        while (connections.All.Contains(deafOne) && clock.Elapsed < TimeSpan.FromSeconds(45))
        {
            var sent = clock.Elapsed;
            _room.Wire.Changed(
                new Piece("post-a", _ => new PieceState.Put("~/Activities/Posts/_Card.cshtml", card, "list", "1")), _room.Wall);
            var seen = (await wall.NextAsync()).Seq;
            longest = clock.Elapsed - sent > longest ? clock.Elapsed - sent : longest;

            // A quick machine sends more in a second than a reader may leave unreported.
            if (clock.Elapsed - last > TimeSpan.FromSeconds(1) || seen - told > LiveConnection.MostPushes / 3)
            {
                (last, told) = (clock.Elapsed, seen);
                await wall.Hub.InvokeAsync<long>("Seen", new Dictionary<string, long> { [_room.Wall] = seen }, cancellation);
                await deaf.SendAsync(Frame("{\"type\":6}\u001e"), cancellation);
            }
        }

        Assert.DoesNotContain(deafOne, connections.All);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It was held for {clock.Elapsed}");
        Assert.True(longest < TimeSpan.FromSeconds(1), $"The other wall waited {longest} once");
    }

    [Fact]
    public async Task A_reader_that_never_says_what_it_has_seen_is_closed_and_one_that_does_is_kept()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (mute, wall) = (await _room.WatchWallAsync(), await _room.WatchWallAsync());
        _room.Wire.Changed(LiveRoom.Piece(1, () => 1), _room.Wall);
        var push = await wall.NextAsync();
        var time = await wall.Hub.InvokeAsync<long>(
            "Seen", new Dictionary<string, long> { [_room.Wall] = push.Seq }, cancellation);

        // Walls are also told who is here; what comes is reported.
        var closed = mute.Closed;
        while (!closed.IsCompleted)
        {
            var next = wall.NextAsync();
            if (await Task.WhenAny(next, closed) == next)
            {
                await wall.Hub.InvokeAsync<long>("Seen", new Dictionary<string, long> { [_room.Wall] = (await next).Seq }, cancellation);
            }
        }

        await closed;
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - time, 9_500, 16_000);
        Assert.Equal(HubConnectionState.Connected, wall.Hub.State);
    }

    [Fact]
    public async Task A_reader_that_misses_too_many_pushes_is_closed_before_its_ten_seconds_and_catches_up_when_it_comes_back()
    {
        var (_, cookie) = await _room.PairAsync();
        var mute = await _room.ConnectAsync(cookie);
        await mute.WatchAsync("wall", _room.World.Workshop);
        var connections = _room.Get<Connections>();
        var one = Assert.Single(connections.All);
        var closed = mute.Closed;
        for (var push = 1; !closed.IsCompleted; push++)
        {
            _room.Wire.Changed(LiveRoom.Piece(push % 50, () => push), _room.Wall);
            await Task.WhenAny(mute.NextAsync(), closed);
        }

        await closed;
        Assert.True(one.Lag.Pushes > LiveConnection.MostPushes, $"{one.Lag.Pushes} pushes");
        Assert.True(one.Lag.Time < LiveConnection.LongestLag, $"It had {one.Lag.Time}");
        var back = await (await _room.ConnectAsync(cookie)).WatchAsync("wall", _room.World.Workshop);
        Assert.True(((System.Text.Json.JsonElement)back.Channels[_room.Wall][1]).GetInt64() > LiveConnection.MostPushes);
    }

    /// <summary>A wall that shakes hands and watches, pings afterwards, and never takes a byte from its socket again.</summary>
    private async Task<Socket> DeafWallAsync(CancellationToken cancellation)
    {
        var (_, cookie) = await _room.PairAsync();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
        await socket.ConnectAsync("127.0.0.1", _room.Site.Port, cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /hub HTTP/1.1\r\nHost: 127.0.0.1:{_room.Site.Port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: {cookie}\r\n\r\n"), cancellation);
        await socket.ReceiveAsync(new byte[1000], cancellation);
        await socket.SendAsync(Frame("{\"protocol\":\"json\",\"version\":1}\u001e"), cancellation);
        await socket.ReceiveAsync(new byte[100], cancellation);
        await socket.SendAsync(Frame(
            $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[\"wall\",{_room.World.Workshop}]}}\u001e"), cancellation);
        await socket.ReceiveAsync(new byte[300], cancellation);
        return socket;
    }

    /// <summary>A masked text frame; the mask is zero, which is allowed.</summary>
    private static byte[] Frame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [0x81, (byte)(0x80 | bytes.Length), 0, 0, 0, 0, .. bytes];
    }
}
