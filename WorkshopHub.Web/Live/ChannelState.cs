namespace WorkshopHub.Web.Live;

/// <summary>One audience's numbers. Everything here is guarded by the wire's gate.</summary>
internal sealed class ChannelState
{
    private static readonly TimeSpan _memory = TimeSpan.FromSeconds(90);
    private readonly Queue<(DateTimeOffset At, long Seq)> _marks = [];
    private long _marked;

    /// <summary>The number of the last push that was sent.</summary>
    public long Seq { get; set; }

    /// <summary>Counts what was announced, sent or not; tells kept HTML that it is old.</summary>
    public long Changes { get; set; }

    /// <summary>Notes where the channel stands now, so that one can tell later how old an unseen push is.</summary>
    public void Mark(DateTimeOffset now)
    {
        if (Seq != _marked)
        {
            _marks.Enqueue((now, Seq));
            _marked = Seq;
        }

        while (_marks.Count > 1 && now - _marks.Peek().At > _memory)
        {
            _marks.Dequeue();
        }
    }

    /// <summary>When the first push after this one was sent (to half a second), or null where there is none.</summary>
    public DateTimeOffset? FirstAfter(long seq)
    {
        if (seq >= Seq)
        {
            return null;
        }

        foreach (var (at, marked) in _marks)
        {
            if (marked > seq)
            {
                return at;
            }
        }

        return null; // sent since the last mark
    }
}
