namespace WorkshopHub.Web.Activities;

/// <summary>All kinds of activity, found by a scan of the assembly.</summary>
public sealed class ActivityKinds(IEnumerable<ActivityKind> kinds)
{
    private readonly Dictionary<string, ActivityKind> _byKey = kinds.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>All kinds, by name.</summary>
    public IReadOnlyList<ActivityKind> All { get; } = [.. kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>The kind with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public ActivityKind this[string key] => _byKey[key];

    /// <summary>The kind of an activity.</summary>
    public ActivityKind Of(Activity activity) => this[activity.Kind];

    /// <summary>Whether there is such a kind.</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);
}
