namespace WorkshopHub.Web.Activities;

/// <summary>What people wrote, put together into themes, for a wall.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Posts">How many posts there are in all.</param>
/// <param name="Themes">The themes, the largest first, as many as a wall holds.</param>
/// <param name="More">How many themes are not shown.</param>
public sealed record WallThemes(long ActivityId, long Posts, IReadOnlyList<WallTheme> Themes, int More);

/// <summary>A theme on a wall.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Posts">How many posts are in it.</param>
/// <param name="Sets">The positions of the sets that they come from.</param>
/// <param name="Quotes">Some of the posts, with the position of the set or null.</param>
public sealed record WallTheme(string Name, long Posts, IReadOnlyList<long> Sets, IReadOnlyList<(long? Position, string Text)> Quotes);
