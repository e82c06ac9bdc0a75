using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace WorkshopHub.Web.Demo;

/// <summary>What stands behind the word demo on the command line.</summary>
/// <param name="Port">Where it listens, on all of this machine's addresses.</param>
/// <param name="Quiet">Without simulated people.</param>
/// <param name="Urls">Where it listens instead, as the option --urls of every ASP.NET Core program says it; null: by the port.</param>
/// <param name="At">The moment at which it begins.</param>
/// <param name="Rest">What is left for the program's configuration.</param>
/// <param name="Problem">What is wrong with the options, or null.</param>
internal sealed record DemoOptions(int Port, bool Quiet, string? Urls, DemoMoment At, string[] Rest, string? Problem)
{
    private const int UsualPort = 5080;

    private static readonly string[] _own = ["--port", "--urls", "--at"];

    /// <summary>Reads the options behind the word.</summary>
    public static DemoOptions Read(IEnumerable<string> args)
    {
        var (port, quiet, urls, rest, problem) = (UsualPort, false, (string?)null, new List<string>(), (string?)null);
        var at = DemoMoment.KickOff;
        // --port=5090 is the same as --port 5090.
        var words = new Queue<string>(args.SelectMany(arg => _own.Any(own => arg.StartsWith($"{own}=", StringComparison.Ordinal))
            ? arg.Split('=', 2) : [arg]));
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "--quiet":
                    quiet = true;
                    break;
                case "--port":
                    problem = words.TryDequeue(out var number)
                        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536
                        ? problem : "--port takes a number from 1 to 65535, e.g. --port 5090.";
                    break;
                case "--urls":
                    problem = words.TryDequeue(out urls) && Uri.TryCreate(urls, UriKind.Absolute, out _)
                        ? problem : "--urls takes one address, e.g. --urls http://127.0.0.1:5090.";
                    break;
                case "--at":
                    problem = words.TryDequeue(out var moment) && DemoMoments.Read(moment) is { } found && (at = found) == found
                        ? problem : $"--at takes one of {string.Join(", ", DemoMoments.Words)}.";
                    break;
                default:
                    rest.Add(word);
                    break;
            }
        }

        return new DemoOptions(urls is null || problem is not null ? port : new Uri(urls).Port, quiet, urls, at, [.. rest], problem);
    }

    /// <summary>The host where this machine's browsers find the demo.</summary>
    public string Here => Urls is null ? $"http://127.0.0.1:{Port}" : Urls.TrimEnd('/');

    /// <summary>The address that phones in the same network can type; <see cref="Here"/> where there is no network.</summary>
    public string There => Urls is null && LanAddress() is { } lan ? $"http://{lan}:{Port}" : Here;

    /// <summary>Whether another program holds the port.</summary>
    public bool IsTaken()
    {
        try
        {
            using var probe = new TcpListener(Urls is null ? IPAddress.Any : IPAddress.Loopback, Port);
            probe.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>This machine's first IPv4 address in a network, one with a way out before others; null where there is none.</summary>
    private static IPAddress? LanAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(net => net.OperationalStatus == OperationalStatus.Up && net.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Select(net => net.GetIPProperties())
        .OrderByDescending(net => net.GatewayAddresses.Count)
        .SelectMany(net => net.UnicastAddresses)
        .Select(found => found.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
