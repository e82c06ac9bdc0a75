using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>All phones of a room, each with its place's page open.</summary>
internal sealed class Phones : IDisposable
{
    private const int AtOnce = 16;

    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };

    private Phones(Child server, Room room)
    {
        Http = new HttpClient(_sockets);
        All = [.. room.Phones.Select(token => new SimulatedPhone(Http, server.Site, room.Workshop, token))];
    }

    /// <summary>Connections without cookies of their own.</summary>
    public HttpClient Http { get; }

    public IReadOnlyList<SimulatedPhone> All { get; }

    public static async Task<Phones> OpenAsync(Child server, Room room)
    {
        var phones = new Phones(server, room);
        await Parallel.ForEachAsync(
            phones.All, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (phone, stop) => await phone.OpenAsync(stop));
        return phones;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Http.Dispose();
        _sockets.Dispose();
    }
}
