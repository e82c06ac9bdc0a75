using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>A published version of a programme's report.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Number">The version's number in it.</param>
public sealed record PrintedVersion(long Programme, long Number);

/// <summary>
/// Addresses that the printing browser may open without being anybody: each for one version, once, for two minutes. So no cookie
/// of a person ever leaves this house, and who finds an address in a log finds nothing behind it.
/// </summary>
public sealed class PrintTickets(TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (PrintedVersion Version, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    /// <summary>A new one for a version.</summary>
    public string Give(PrintedVersion version)
    {
        var now = time.GetUtcNow();
        foreach (var (old, ticket) in _open)
        {
            if (ticket.Until <= now)
            {
                _open.TryRemove(old, out _);
            }
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _open[key] = (version, now + _life);
        return key;
    }

    /// <summary>The version that it opens, and it opens nothing any more; null where it never did, has, or is too old.</summary>
    public PrintedVersion? Take(string key) => _open.TryRemove(key, out var ticket) && ticket.Until > time.GetUtcNow() ? ticket.Version : null;

    /// <summary>The page behind it was answered whole: what the browser printed is the report and no page of an error.</summary>
    public void Answered(string key) => _answered[key] = true;

    /// <summary>Whether that is so; asked once.</summary>
    public bool WasAnswered(string key) => _answered.TryRemove(key, out _);
}
