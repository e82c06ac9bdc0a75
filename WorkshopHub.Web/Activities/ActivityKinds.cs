namespace WorkshopHub.Web.Activities;

/// <summary>All kinds of activity, found by a scan of the assembly.</summary>
public sealed class ActivityKinds(IEnumerable<ActivityKind> kinds)
{
    private readonly Dictionary<string, ActivityKind> _byKey = kinds.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>All kinds, by name.</summary>
    public IReadOnlyList<ActivityKind> All { get; } = [.. kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>What an item is until somebody says what it is: one person talks, and nothing is asked of the others.</summary>
    public ActivityKind Plainest => All.First(kind =>
        new Activity { Kind = kind.Key, Settings = kind.NewSettings } is var fresh && kind.DoingOf(fresh) == Doing.Talk && kind.Acts(fresh) is [ItemAct.Run]);

    /// <summary>The kind with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public ActivityKind this[string key] => _byKey[key];

    /// <summary>The kind of an activity.</summary>
    public ActivityKind Of(Activity activity) => this[activity.Kind];

    /// <summary>Whether there is such a kind.</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);
}
