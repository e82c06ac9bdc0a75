using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(WorkshopHub.Tests.Order))]

namespace WorkshopHub.Tests;

/// <summary>What takes longest begins first, so that at the end no processor waits for one long journey.</summary>
public sealed class Order : ITestCollectionOrderer
{
    private static readonly string[] _longest =
        ["Journeys.PagesTests", "Journeys.WatchedWalkTests", "Journeys.WalkTests", "Journeys.KickOffTests", "Demo.DemoCommandTests", "Demo.", "JourneyTests", "Look"];

    /// <inheritdoc />
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection => [.. testCollections.OrderBy(one => Place(one.TestCollectionDisplayName)).ThenBy(one => one.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place(string name)
    {
        var place = Array.FindIndex(_longest, part => name.Contains(part, StringComparison.Ordinal));
        return place < 0 ? _longest.Length : place;
    }
}
