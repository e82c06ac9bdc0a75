using System.Collections.Concurrent;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.Check;

/// <summary>One page "Check the room" and the phone that tries the way to the walls with it.</summary>
/// <param name="Reach">Whether the phone got through at all; its token is that of the trial.</param>
/// <param name="WorkshopId">The workshop whose walls are tried.</param>
public sealed record RoomTrial(ReachTest Reach, long WorkshopId)
{
    /// <summary>What the QR holds.</summary>
    public string Url => $"{Reach.Address}/try/{Reach.Token}";

    /// <summary>The newest test post, or null where none was sent.</summary>
    public TestPost? Post { get; init; }

    /// <summary>How long the phone waited for the answer to its test post, in milliseconds; null until it says.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>How many test posts were sent.</summary>
    public int Sent { get; init; }
}

/// <summary>The trials of the last two hours. They live in memory only, like the test posts themselves.</summary>
public sealed class RoomTrials(ReachTests tests, TestPosts posts, TimeProvider time)
{
    /// <summary>How many test posts a page takes; then it is opened anew.</summary>
    public const int Most = 30;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, RoomTrial> _trials = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins a trial for a page that is just opened.</summary>
    public RoomTrial Start(long workshopId, string address)
    {
        foreach (var old in _trials.Keys.Where(token => tests.Find(token) is null))
        {
            _trials.TryRemove(old, out _);
        }

        var reach = tests.Start(address);
        return _trials[reach.Token] = new RoomTrial(reach, workshopId);
    }

    /// <summary>A trial as it stands, or null where it is too old or never was.</summary>
    public RoomTrial? Find(string? token) => tests.Find(token) is { } reach && _trials.TryGetValue(reach.Token, out var trial)
        ? trial with { Reach = reach } : null;

    /// <summary>A phone sends a test post; one that comes too soon or too often changes nothing.</summary>
    public async Task<RoomTrial?> SendAsync(string? token)
    {
        if (Find(token) is not { } trial || trial.Sent >= Most || time.GetUtcNow() - trial.Post?.SentAt < _pause)
        {
            return Find(token);
        }

        var post = await posts.SendAsync(trial.WorkshopId);
        return _trials[trial.Reach.Token] = trial with { Post = post, Milliseconds = null, Sent = trial.Sent + 1 };
    }

    /// <summary>The phone says how long it waited for the answer to a test post.</summary>
    public void Measure(string? token, string post, int milliseconds)
    {
        if (Find(token) is { } trial && trial.Post?.Id == post && milliseconds is > 0 and < 60_000)
        {
            _trials[trial.Reach.Token] = trial with { Milliseconds = milliseconds };
        }
    }
}
