using System.Collections.Concurrent;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Keeps the viewer-neutral HTML of regions while nothing changes: a thousand phones that ask together cost one
/// rendering. What is announced on one of its channels makes a kept region old at once, before it is pushed.
/// </summary>
public sealed class Regions(LiveWire wire, Db db, Partials partials)
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>For how long a region is kept at most: what counts time in words must not stand for ever.</summary>
    internal TimeSpan Life { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many are kept.</summary>
    internal int Count => _kept.Count;

    /// <summary>The HTML of a region.</summary>
    /// <param name="key">Names region and audience, e.g. "queue/12"; everything that the HTML depends on but the file.</param>
    /// <param name="partial">Path of the partial, e.g. ~/Workshops/_Queue.cshtml.</param>
    /// <param name="read">Reads the partial's model; gets the snapshot and the stamp for data-live.</param>
    /// <param name="channels">The region's channels.</param>
    public async Task<string> HtmlAsync(
        string key, string partial, Func<Reads, string, object?> read, params string[] channels)
    {
        var age = wire.Age(channels);
        var kept = _kept.AddOrUpdate(
            key,
            _ => New(),
            (_, old) => old.Age == age && IsFresh(old) ? old : New());
        try
        {
            return await kept.Html.Value;
        }
        catch
        {
            _kept.TryRemove(KeyValuePair.Create(key, kept));
            throw;
        }

        Kept New() => new(age, new Lazy<Task<string>>(() => Task.Run(() => RenderAsync(partial, read, channels))));
    }

    /// <summary>Forgets what nobody has asked for in a while.</summary>
    internal void Prune()
    {
        foreach (var item in _kept.Where(item => !IsFresh(item.Value)))
        {
            _kept.TryRemove(item);
        }
    }

    private bool IsFresh(Kept kept) => TimeSpan.FromMilliseconds(Environment.TickCount64 - kept.Made) < Life;

    private async Task<string> RenderAsync(string partial, Func<Reads, string, object?> read, string[] channels)
    {
        var stamp = wire.Stamp(channels);
        return await partials.RenderAsync(partial, await db.ReadAsync(reads => read(reads, stamp)));
    }

    private sealed record Kept(string Age, Lazy<Task<string>> Html)
    {
        public long Made { get; } = Environment.TickCount64;
    }
}
