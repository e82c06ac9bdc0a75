using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>
/// The one hub. A client says which view of which workshop it is; the server decides by who is asking what that view may
/// hear. Nobody can write through it.
/// </summary>
public sealed class LiveHub(
    LiveWire wire, Connections connections, Viewers viewers, Db db, Shown shown, IHostApplicationLifetime life) : Hub
{
    /// <inheritdoc />
    public override Task OnConnectedAsync()
    {
        connections.Open(Context, TimeProvider.System.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Close(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Begins, or begins anew, to listen as a view (phone, wall, control) of a workshop, as the view "set" of a set, or "composer" of a programme.</summary>
    /// <exception cref="HubException">"refused": who is asking may not watch this.</exception>
    public async Task<WatchAnswer> Watch(string view, long workshopId)
    {
        var connection = Mine();
        var http = Context.GetHttpContext() ?? throw new HubException("refused");
        Audience? who;
        long aborts;
        do
        {
            // A role or pairing that ends while we ask is noticed by the count.
            aborts = connections.Aborts;
            who = await Audience.AskAsync(http, viewers, db, view, workshopId);
            await MoveAsync(connection, view, workshopId, who ?? Audience.Nobody);
        }
        while (aborts != connections.Aborts && !life.ApplicationStopping.IsCancellationRequested);

        return who is null
            ? throw new HubException("refused")
            : new WatchAnswer(Now(), who.ParticipantId, who.Channels.ToDictionary(channel => channel, At, StringComparer.Ordinal));
    }

    /// <summary>The client says how far each of its channels stands on its page, and learns the server's time.</summary>
    public long Seen(Dictionary<string, long> channels)
    {
        Mine().Seen(channels ?? [], wire, TimeProvider.System.GetUtcNow());
        return Now();
    }

    /// <summary>A phone says how many of its posts it has not got through. From anything else it is ignored.</summary>
    public void Queueing(int posts)
    {
        var connection = Mine();
        connection.Queueing = connection.Who.ParticipantId is null ? 0 : Math.Clamp(posts, 0, 1000);
    }

    /// <summary>A screen says what it shows. From anything else it is ignored.</summary>
    public void Showing(Showing report)
    {
        var connection = Mine();
        if (connection.Who.ScreenId is { } screen && report is { Layout.Length: <= 40, Item: null or { Length: <= 60 } })
        {
            connection.Showing = report with { Posts = null };
            shown.Add(connection.Workshop, screen, (report.Posts ?? []).Where(Tokens.IsToken));
        }
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private LiveConnection Mine() => connections.Find(Context.ConnectionId) ?? throw new HubException("closed");

    private object[] At(string channel) => [wire.Epoch, wire.Seq(channel)];

    private async Task MoveAsync(LiveConnection connection, string view, long workshop, Audience who)
    {
        var before = connection.Channels.ToList();
        connection.Watch(view, workshop, who);
        foreach (var channel in before.Except(who.Channels, StringComparer.Ordinal))
        {
            connections.Left(channel);
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, channel);
        }

        foreach (var channel in who.Channels)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, channel);
            if (!before.Contains(channel, StringComparer.Ordinal))
            {
                connections.Joined(channel);
            }

            connection.Joined(channel, wire.Seq(channel));
        }
    }
}
