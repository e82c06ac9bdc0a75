using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkshopHub.Tests.Live;

/// <summary>Stands between browsers and the program, as a bad network or a proxy does, and passes on what it is let.</summary>
internal sealed class Between : IAsyncDisposable
{
    private static readonly byte[] _no = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Line, bool> _lines = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _to;
    private volatile bool _gone;
    private readonly Task _work;

    private Between(int to)
    {
        _to = to;
        _door.Start();
        _work = AcceptAsync();
    }

    /// <summary>Its address in browsers.</summary>
    public string Url => $"http://{Browser.Host}:{((IPEndPoint)_door.LocalEndpoint).Port}";

    /// <summary>Lets no WebSocket through.</summary>
    public bool NoSockets { get; set; }

    /// <summary>Keeps back what comes as a stream of events, as a proxy that waits for the end of an answer does.</summary>
    public bool HoldsStreams { get; set; }

    /// <summary>Passes on a few bytes at a time.</summary>
    public bool Drips { get; set; }

    /// <summary>There is no network: every line is cut, and none comes about until there is one again.</summary>
    public bool IsGone
    {
        get => _gone;
        set
        {
            _gone = value;
            if (value)
            {
                Cut();
            }
        }
    }

    /// <summary>Stands before the program at a port.</summary>
    public static Between Stand(int port) => new(port);

    /// <summary>Every line that is there goes dead without a word: neither side hears of it. New lines are let through.</summary>
    public void Hush()
    {
        foreach (var line in _lines.Keys)
        {
            line.IsDead = true;
        }
    }

    /// <summary>Cuts every line that is there.</summary>
    public void Cut()
    {
        foreach (var line in _lines.Keys)
        {
            line.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _door.Stop();
        Cut();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var line = new Line(await _door.AcceptTcpClientAsync(_end.Token), new TcpClient { NoDelay = true });
            _lines[line] = true;
            if (_gone)
            {
                _lines.TryRemove(line, out _);
                line.Dispose();
                continue;
            }

            _ = RunAsync(line);
        }
    }

    private async Task RunAsync(Line line)
    {
        try
        {
            await line.Server.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
            await Task.WhenAny(PassAsync(line, line.Client, line.Server, up: true), PassAsync(line, line.Server, line.Client, up: false));
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        finally
        {
            _lines.TryRemove(line, out _);
            line.Dispose();
        }
    }

    private async Task PassAsync(Line line, TcpClient from, TcpClient to, bool up)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                var asks = up ? Encoding.Latin1.GetString(buffer, 0, read) : "";
                if (NoSockets && asks.Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase))
                {
                    await from.GetStream().WriteAsync(_no, _end.Token);
                    return;
                }

                line.IsHeld |= HoldsStreams && asks.Contains("text/event-stream", StringComparison.Ordinal);
                var step = Drips ? 7 : read;
                for (var at = 0; at < read && !line.IsDead && (up || !line.IsHeld); at += step)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(at, Math.Min(step, read - at)), _end.Token);
                }
            }
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private sealed class Line(TcpClient client, TcpClient server) : IDisposable
    {
        private volatile bool _isDead;

        public TcpClient Client => client;

        public TcpClient Server => server;

        public bool IsDead
        {
            get => _isDead;
            set => _isDead = value;
        }

        public bool IsHeld { get; set; }

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
