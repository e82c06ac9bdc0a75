using System.Collections.Concurrent;

namespace WorkshopHub.Web.Accounts;

/// <summary>Whether a phone got through to this server by an address.</summary>
/// <param name="Token">In the QR's address, so that the right test learns of it.</param>
/// <param name="Address">The address that is tried out.</param>
/// <param name="StartedAt">When the QR was shown.</param>
public sealed record ReachTest(string Token, string Address, DateTimeOffset StartedAt)
{
    /// <summary>What the QR holds.</summary>
    public string Url => $"{Address}/check/{Token}";

    /// <summary>The host by which a phone came, or null until then.</summary>
    public string? Host { get; init; }

    /// <summary>How long the phone waited for the answer, in milliseconds, as it measured itself; null until it says.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>When the phone came; null until then.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
}

/// <summary>
/// The tests of the last two hours. They live in memory only: what they say is true of this moment and this network.
/// </summary>
public sealed class ReachTests(TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(2);
    private readonly ConcurrentDictionary<string, ReachTest> _tests = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins a test of an address.</summary>
    public ReachTest Start(string address)
    {
        var now = time.GetUtcNow();
        foreach (var old in _tests.Values.Where(test => now - test.StartedAt > _life))
        {
            _tests.TryRemove(old.Token, out _);
        }

        var test = new ReachTest(Tokens.New()[..13], address, now);
        _tests[test.Token] = test;
        return test;
    }

    /// <summary>A test by its token, or null where it is too old or never was.</summary>
    public ReachTest? Find(string? token) => token is not null && _tests.TryGetValue(token, out var test) ? test : null;

    /// <summary>The newest test of an address that a phone has passed, or null.</summary>
    public ReachTest? Reached(string address) => _tests.Values
        .Where(test => test.ReachedAt is not null && test.Address == address)
        .MaxBy(test => test.ReachedAt);

    /// <summary>A phone came by this host.</summary>
    public ReachTest? Reach(string? token, string host) => Find(token) is { } test
        ? _tests[test.Token] = test with { Host = host, ReachedAt = test.ReachedAt ?? time.GetUtcNow() }
        : null;

    /// <summary>The phone says how long it waited.</summary>
    public void Measure(string? token, int milliseconds)
    {
        if (Find(token) is { ReachedAt: not null } test && milliseconds is >= 0 and < 60_000)
        {
            _tests[test.Token] = test with { Milliseconds = milliseconds };
        }
    }
}
