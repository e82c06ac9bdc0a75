using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>
/// A connection to the hub as a browser holds it: SignalR's JSON protocol over a WebSocket, by hand so that the program
/// needs no client library for their sake. It watches, says every five seconds how far it has seen, and reconnects
/// for ever.
/// </summary>
/// <param name="site">The program's address.</param>
/// <param name="cookie">The cookies of the browser.</param>
/// <param name="view">phone, wall or control.</param>
/// <param name="workshop">The workshop.</param>
internal sealed class HubLine(Uri site, string cookie, string view, long workshop)
{
    private const byte Separator = 0x1e;
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>Called with each push that comes, as it stands on the wire without its separator; for measuring.</summary>
    public Action<ReadOnlyMemory<byte>>? Heard { get; init; }

    /// <summary>Called each time that the server has answered Watch: at first, and whenever the line is made anew; for measuring.</summary>
    public Action? Watches { get; init; }

    /// <summary>Ends when the server has answered the first Watch.</summary>
    public TaskCompletionSource Watching { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stays connected until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await TalkAsync(stop);
            }
            catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or IOException)
            {
                // The server went or is not there yet; the next try comes by itself.
            }

            await Task.Delay(_pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TalkAsync(CancellationToken stop)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new UriBuilder(site) { Scheme = "ws", Path = "/hub" }.Uri, stop);
        await SayAsync(socket, """{"protocol":"json","version":1}""", stop);
        await SayAsync(socket, $$"""{"type":1,"invocationId":"w","target":"Watch","arguments":["{{view}}",{{workshop}}]}""", stop);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reports = ReportAsync(socket, ended.Token);
        try
        {
            await ListenAsync(socket, stop);
        }
        finally
        {
            await ended.CancelAsync();
            await reports.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReportAsync(ClientWebSocket socket, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_beat);
        while (await timer.WaitForNextTickAsync(stop))
        {
            string seen;
            lock (_seen)
            {
                seen = JsonSerializer.Serialize(_seen);
            }

            await SayAsync(socket, $$"""{"type":1,"target":"Seen","arguments":[{{seen}}]}""", stop);
        }
    }

    private static Task SayAsync(ClientWebSocket socket, string message, CancellationToken stop) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)Separator), WebSocketMessageType.Text, endOfMessage: true, stop);

    private async Task ListenAsync(ClientWebSocket socket, CancellationToken stop)
    {
        var heard = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var part = await socket.ReceiveAsync(heard.GetMemory(2048), stop);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            heard.Advance(part.Count);
            if (part.EndOfMessage)
            {
                Take(heard.WrittenMemory);
                heard.ResetWrittenCount();
            }
        }
    }

    /// <summary>A frame may hold several messages, each ended by the separator.</summary>
    private void Take(ReadOnlyMemory<byte> frame)
    {
        while (frame.Span.IndexOf(Separator) is >= 0 and var end)
        {
            var message = frame[..end];
            frame = frame[(end + 1)..];
            if (message.Span.StartsWith("{\"type\":1,\"target\":\"push\""u8))
            {
                Heard?.Invoke(message);
            }

            if (!message.Span.StartsWith("{\"type\":6"u8))
            {
                using var json = JsonDocument.Parse(message);
                Note(json.RootElement);
            }
        }
    }

    private void Note(JsonElement message)
    {
        if (message.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object)
        {
            Note(result, "channels");
            Watching.TrySetResult();
            Watches?.Invoke();
        }
        else if (message.TryGetProperty("target", out var target) && message.GetProperty("arguments") is var said)
        {
            if (target.ValueEquals("push"))
            {
                Note(said[0].GetProperty("c").GetString()!, said[0].GetProperty("s").GetInt64());
            }
            else if (target.ValueEquals("beat"))
            {
                Note(said[0], "ch");
            }
        }
    }

    private void Note(JsonElement message, string property)
    {
        foreach (var channel in message.GetProperty(property).EnumerateObject())
        {
            Note(channel.Name, channel.Value[1].GetInt64());
        }
    }

    private void Note(string channel, long seq)
    {
        lock (_seen)
        {
            _seen[channel] = seq;
        }
    }
}
