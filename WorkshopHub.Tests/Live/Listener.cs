using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

/// <summary>Somebody at the other end of the wire, and what they heard.</summary>
internal sealed class Listener
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly Channel<Push> _pushes = Channel.CreateUnbounded<Push>();
    private readonly Channel<Beat> _beats = Channel.CreateUnbounded<Beat>();
    private readonly TaskCompletionSource _closed = new();
    private readonly TaskCompletionSource _stopping = new();

    public Listener(HubConnection hub)
    {
        Hub = hub;
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5); // as browsers do; the server waits for fifteen
        hub.On<Push>("push", push => _pushes.Writer.TryWrite(push));
        hub.On("stopping", () =>
        {
            _stopping.TrySetResult();
        });
        hub.On<Beat>("beat", beat => _beats.Writer.TryWrite(beat));
        hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Hub { get; }

    /// <summary>Ends when the server said that it ends.</summary>
    public Task Stopping => _stopping.Task.WaitAsync(_patience);

    /// <summary>Ends when the server closed the connection.</summary>
    public Task Closed => _closed.Task.WaitAsync(_patience);

    public Task<WatchAnswer> WatchAsync(string view, long workshop) =>
        Hub.InvokeAsync<WatchAnswer>("Watch", view, workshop, TestContext.Current.CancellationToken);

    public Task<Push> NextAsync() => _pushes.Reader.ReadAsync().AsTask().WaitAsync(_patience);

    public Task<Beat> BeatAsync() => _beats.Reader.ReadAsync().AsTask().WaitAsync(_patience);

    /// <summary>All pushes up to the first that fits.</summary>
    public async Task<IReadOnlyList<Push>> UntilAsync(Func<Push, bool> fits)
    {
        var heard = new List<Push>();
        do
        {
            heard.Add(await NextAsync());
        }
        while (!fits(heard[^1]));
        return heard;
    }
}
