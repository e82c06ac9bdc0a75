using System.Collections.Concurrent;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>
/// Counts wrong room codes, so that nobody finds a room by trying numbers: 100 in ten minutes from one address (a whole
/// room may stand behind it), 600 an hour over all. Right codes and QRs are never counted.
/// </summary>
public sealed class WrongCodes(TimeProvider time)
{
    private const int FromOneAddress = 100;
    private const int OverAll = 600;
    private static readonly TimeSpan _addressTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _overAllTime = TimeSpan.FromHours(1);
    private readonly ConcurrentQueue<(DateTimeOffset At, string Address)> _tries = new();

    /// <summary>Whether another try from this address is allowed now.</summary>
    public bool MayTry(string address)
    {
        var now = time.GetUtcNow();
        while (_tries.TryPeek(out var oldest) && now - oldest.At > _overAllTime)
        {
            _tries.TryDequeue(out _);
        }

        return _tries.Count < OverAll
            && _tries.Count(one => one.Address == address && now - one.At <= _addressTime) < FromOneAddress;
    }

    /// <summary>Counts a wrong code.</summary>
    public void Count(string address) => _tries.Enqueue((time.GetUtcNow(), address));
}
