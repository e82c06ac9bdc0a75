using System.Collections.Frozen;
using System.Net;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The names by which this house answers: the address that people type, this computer's own names, every number and
/// loopback, so that a wrong address never locks anybody out. Site:Hosts adds others; * means any. A page of another
/// site that points its own name here (DNS rebinding) gets nothing.
/// </summary>
public sealed class HostNames(Db db, SiteAddress site, IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromSeconds(10);
    private static readonly Lazy<FrozenSet<string>> _own = new(() => SetUpAddresses.Names().ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    private readonly FrozenSet<string> _more = (configuration[Settings.SiteHosts] ?? "")
        .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private volatile Known _known = new(DateTimeOffset.MinValue, null);

    /// <summary>Whether this house answers to a host name.</summary>
    public async ValueTask<bool> AnswersToAsync(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out _) || SetUpAddresses.IsLoopback(host) || _more.Contains("*") || _more.Contains(host))
        {
            return true;
        }

        if (site.Fixed is { } given && IsHostOf(given, host))
        {
            return true;
        }

        var known = await KnownAsync();
        return known.Hosts is null || known.Hosts.Contains(host) || _own.Value.Contains(host);
    }

    /// <summary>Forgets what it knows: the address was changed just now.</summary>
    public void Changed() => _known = new(DateTimeOffset.MinValue, null);

    private async ValueTask<Known> KnownAsync()
    {
        var (known, now) = (_known, time.GetUtcNow());
        return now - known.At < _life ? known : _known = new Known(now, await db.ReadAsync(Read));
    }

    /// <summary>The chosen address and the name by which it was chosen; null while nobody has chosen one.</summary>
    private FrozenSet<string>? Read(Reads reads) => site.Of(reads) is not { } address ? null
        : new[] { new Uri(address).Host, Settings.Get(reads, Settings.SiteHosts) ?? "" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsHostOf(string address, string host) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase);

    private sealed record Known(DateTimeOffset At, FrozenSet<string>? Hosts);
}
