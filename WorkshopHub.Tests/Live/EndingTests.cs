using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace WorkshopHub.Tests.Live;

/// <summary>The end of the program waits for nobody who hangs on: the next one is to be there for the room.</summary>
public sealed class EndingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_that_hang_hold_the_end_up_for_some_seconds_only()
    {
        var (_, site) = World.Start();
        using var half = await SayAsync(site, "GET /wall HTTP/1.1\r\nHost: hub.test");
        using var bodiless = await SayAsync(site, $"POST /signin HTTP/1.1\r\nHost: hub.test:{site.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n");
        using var mute = new ClientWebSocket(); // it connects, and never says which protocol it speaks
        await mute.ConnectAsync(new Uri($"ws://127.0.0.1:{site.Port}/hub"), Stop);

        await site.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    private static async Task<Socket> SayAsync(Site site, string words)
    {
        var line = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await line.ConnectAsync(new IPEndPoint(IPAddress.Loopback, site.Port), Stop);
        await line.SendAsync(Encoding.ASCII.GetBytes(words), Stop);
        return line;
    }
}
