using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>The addresses by which other machines may reach this one.</summary>
public static class SetUpAddresses
{
    /// <summary>
    /// Host names and addresses of this computer in its networks, with scheme and port of the request; never a loopback.
    /// The one by which the request came stands first.
    /// </summary>
    public static IReadOnlyList<string> Of(HttpRequest request)
    {
        var port = request.Host.Port is { } number ? $":{number}" : "";
        IEnumerable<string> hosts = [request.Host.Host, .. Names(), .. Numbers()];
        return [.. hosts.Where(host => !IsLoopback(host)).Select(host => $"{request.Scheme}://{host.ToLowerInvariant()}{port}").Distinct()];
    }

    /// <summary>IPv4 addresses of this computer in its networks.</summary>
    public static IEnumerable<string> Numbers() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(own => own.Address)
        .Where(own => own.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(own))
        .Select(own => own.ToString())
        .Where(own => !own.StartsWith("169.254.", StringComparison.Ordinal));

    /// <summary>Whether a host name means the very device that asks.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var number)
            && (IPAddress.IsLoopback(number) || number.Equals(IPAddress.Any) || number.Equals(IPAddress.IPv6Any)));

    /// <summary>A typed address in its one form, e.g. http://hub.wendmere:8080.</summary>
    /// <param name="typed">What was typed or chosen; without a scheme it gets the given one.</param>
    /// <param name="scheme">http or https.</param>
    /// <exception cref="RefusedException">It is no address, has a path, or means each device itself.</exception>
    public static string Normal(string? typed, string scheme)
    {
        var text = Line.Clean(typed);
        if (text.Length == 0)
        {
            throw new RefusedException("Own", "Choose an address, or type one.");
        }

        var whole = text.Contains("://", StringComparison.Ordinal) ? text : $"{scheme}://{text}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.Host.Length == 0 || address.UserInfo.Length > 0)
        {
            throw new RefusedException("Own", "This is no address. It looks like hub.wendmere or 10.20.4.17:8080.");
        }

        if (address.AbsolutePath != "/" || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new RefusedException("Own", $"Only the name is needed: {address.Authority}");
        }

        if (IsLoopback(address.Host))
        {
            throw new RefusedException(
                "Own", $"“{address.Host}” means each phone itself, so no phone would find this server. Take a name or number of this server.");
        }

        return $"{address.Scheme}://{address.Authority.ToLowerInvariant()}";
    }

    /// <summary>Names of this computer in its network.</summary>
    public static IReadOnlyList<string> Names()
    {
        List<string> names = [];
        try
        {
            names.Add(Dns.GetHostName());
            names.Add(Dns.GetHostEntry(Dns.GetHostName()).HostName);
        }
        catch (SocketException)
        {
            // A machine without a name in its network still has its numbers.
        }

        return names;
    }
}
