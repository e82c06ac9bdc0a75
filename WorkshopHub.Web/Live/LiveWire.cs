using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Announces what changed. Said in the handler, after the commit; rendering and sending come behind it. Announcing
/// never waits, and however often a piece is announced before it is sent, it is sent once.
/// </summary>
public sealed class LiveWire : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChannelState> _channels = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _work = new(0, 1);
    private OrderedDictionary<PieceOnChannel, Piece> _announced = [];
    private HashSet<string> _reread = [];

    /// <summary>Names this run of the program: numbers of another run mean nothing.</summary>
    public string Epoch { get; } = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 10);

    /// <summary>The piece changed for these audiences. It is rendered once and sent to each of them.</summary>
    public void Changed(Piece piece, params ReadOnlySpan<string> channels)
    {
        lock (_gate)
        {
            foreach (var channel in channels)
            {
                StateOf(channel).Changes++;
                var key = new PieceOnChannel(piece.Id, channel);
                _announced.Remove(key); // the place in the order is that of the last announcement
                _announced.Add(key, piece);
            }

            Wake();
        }
    }

    /// <summary>So much changed for these audiences that they had better get their regions again.</summary>
    public void Reread(params ReadOnlySpan<string> channels)
    {
        lock (_gate)
        {
            foreach (var channel in channels)
            {
                StateOf(channel).Changes++;
                _reread.Add(channel);
            }

            Wake();
        }
    }

    /// <summary>What is kept for this audience is old, though it is told by other channels.</summary>
    internal void Touch(string channel)
    {
        lock (_gate)
        {
            StateOf(channel).Changes++;
        }
    }

    /// <summary>
    /// Where these channels stand now, as the value of a region's data-live attribute. Take it before reading the
    /// region's data.
    /// </summary>
    public string Stamp(params ReadOnlySpan<string> channels)
    {
        var stamp = new StringBuilder();
        lock (_gate)
        {
            foreach (var channel in channels)
            {
                stamp.Append(CultureInfo.InvariantCulture, $"{(stamp.Length > 0 ? " " : "")}{channel}@{Epoch}@{SeqOf(channel)}");
            }
        }

        return stamp.ToString();
    }

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();

    /// <summary>The number of the last push of a channel; 0 where there was none.</summary>
    internal long Seq(string channel)
    {
        lock (_gate)
        {
            return SeqOf(channel);
        }
    }

    /// <summary>A text that differs as soon as anything is announced or sent on these channels.</summary>
    internal string Age(ReadOnlySpan<string> channels)
    {
        var age = new StringBuilder();
        lock (_gate)
        {
            foreach (var channel in channels)
            {
                _channels.TryGetValue(channel, out var state);
                age.Append(CultureInfo.InvariantCulture, $"{state?.Changes ?? 0}.{state?.Seq ?? 0} ");
            }
        }

        return age.ToString();
    }

    /// <summary>Gives the next push of a channel its number.</summary>
    internal long Next(string channel)
    {
        lock (_gate)
        {
            return ++StateOf(channel).Seq;
        }
    }

    /// <summary>When the first push that this reader has not seen was sent, or null where it has seen all.</summary>
    internal DateTimeOffset? FirstAfter(string channel, long seen)
    {
        lock (_gate)
        {
            return _channels.TryGetValue(channel, out var state) ? state.FirstAfter(seen) : null;
        }
    }

    /// <summary>Notes where every channel stands.</summary>
    internal void Mark(DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var state in _channels.Values)
            {
                state.Mark(now);
            }
        }
    }

    /// <summary>Waits until something is announced, at most so long.</summary>
    internal Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => _work.WaitAsync(longest, cancellation);

    /// <summary>Takes all that was announced, in order.</summary>
    internal (OrderedDictionary<PieceOnChannel, Piece> Pieces, HashSet<string> Reread) Take()
    {
        lock (_gate)
        {
            // Also what is empty: who announces next must not write into what is being sent.
            var taken = (_announced, _reread);
            (_announced, _reread) = ([], []);
            return taken;
        }
    }

    private ChannelState StateOf(string channel)
    {
        if (!_channels.TryGetValue(channel, out var state))
        {
            _channels.Add(channel, state = new ChannelState());
        }

        return state;
    }

    private long SeqOf(string channel) => _channels.TryGetValue(channel, out var state) ? state.Seq : 0;

    private void Wake()
    {
        if (_work.CurrentCount == 0)
        {
            _work.Release();
        }
    }
}

/// <summary>One element for one audience.</summary>
internal readonly record struct PieceOnChannel(string Id, string Channel);
