using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

/// <summary>A running program with an open room, and people and screens who listen to it.</summary>
internal sealed class LiveRoom : IAsyncDisposable
{
    private readonly List<Listener> _listeners = [];

    private LiveRoom(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; private set; }

    public LiveWire Wire => Get<LiveWire>();

    public Presence Presence => Get<Presence>();

    public string Wall => Channels.Wall(World.Workshop);

    public static LiveRoom Open()
    {
        var (world, site) = World.Start();
        return new LiveRoom(world, site);
    }

    public T Get<T>() where T : notnull => Site.Services.GetRequiredService<T>();

    /// <summary>An element "num-{id}" in the list "list" that says a number.</summary>
    public static Piece Piece(long id, Func<long> says, bool calm = false, Action? onRead = null) => new(
        $"num-1-{id}",
        _ =>
        {
            onRead?.Invoke();
            return new PieceState.Put(
                "~/Activities/_ColumnCount.cshtml", new WallColumn(1, id, null, "", says(), []), "list", $"{id:D6}");
        },
        calm);

    /// <summary>Pairs a screen and answers its cookie.</summary>
    public async Task<(long Id, string Cookie)> PairAsync()
    {
        var token = Tokens.New();
        var id = await Site.Writer.RunAsync(writes => writes.Insert(
            "INSERT INTO screen (workshop_id, name, token_hash, paired_at) VALUES (@workshop, 'Screen ' || @hash, @hash, @Now)",
            new { workshop = World.Workshop, hash = Tokens.Hash(token), writes.Now }));
        return (id, $"{Viewers.ScreenCookie}={token}");
    }

    /// <summary>Lets a guest in, or a member by name, and answers the phone's cookie.</summary>
    public async Task<(long Id, string Cookie)> JoinAsync(int set = 0, string? member = null)
    {
        var token = Tokens.New();
        var id = await Site.Writer.RunAsync(writes =>
        {
            var participant = writes.Insert(
                "INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) VALUES (@workshop, @person, @name, @role, @set, @Now)",
                new { workshop = World.Workshop, person = member is null ? (long?)null : World[member], name = member ?? "Guest", role = member is null ? "Guest" : "Member", set = World.Sets[set].Id, writes.Now });
            writes.Execute(
                "INSERT INTO device (token_hash, participant_id, assurance, created_at) VALUES (@hash, @participant, 'Claimed', @Now)",
                new { hash = Tokens.Hash(token), participant, writes.Now });
            return participant;
        });
        return (id, $"{Viewers.SeatCookie}={token}");
    }

    /// <summary>Connects without watching.</summary>
    public async Task<Listener> ConnectAsync(string cookie, string? origin = null)
    {
        var listener = new Listener(new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{Site.Port}/hub", options =>
        {
            options.Headers["Cookie"] = cookie;
            if (origin is not null)
            {
                options.Headers["Origin"] = origin;
            }
        }).Build());
        _listeners.Add(listener);
        await listener.Hub.StartAsync(TestContext.Current.CancellationToken);
        return listener;
    }

    /// <summary>A paired wall that watches.</summary>
    public async Task<Listener> WatchWallAsync()
    {
        var listener = await ConnectAsync((await PairAsync()).Cookie);
        await listener.WatchAsync("wall", World.Workshop);
        return listener;
    }

    /// <summary>A phone that watches.</summary>
    public async Task<Listener> WatchPhoneAsync(int set = 0)
    {
        var listener = await ConnectAsync((await JoinAsync(set)).Cookie);
        await listener.WatchAsync("phone", World.Workshop);
        return listener;
    }

    /// <summary>The program ends and comes back at the same address.</summary>
    public async Task RestartAsync()
    {
        var port = Site.Port;
        await Site.DisposeAsync();
        Site = new Site(World.File, port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.Hub.DisposeAsync();
        }

        await Site.DisposeAsync();
    }
}
