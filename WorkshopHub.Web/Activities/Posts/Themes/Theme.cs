using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts.Themes;

/// <summary>Posts that a facilitator has put together.</summary>
public sealed record Theme
{
    /// <summary>The longest name, in characters as people count them: it stands on a wall.</summary>
    public const int LongestName = 60;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The posts in it that the room may see, oldest first.</summary>
    public IReadOnlyList<PostCard> Posts { get; init; } = [];

    /// <summary>The themes of an activity, the largest first; empty ones too.</summary>
    public static IReadOnlyList<Theme> Of(Reads reads, Activity activity)
    {
        var theme = reads.Query<Row>(
            "SELECT t.id, t.name, p.post_id FROM theme t LEFT JOIN post_theme p ON p.theme_id = t.id WHERE t.activity_id = @Id", activity);
        var posts = PostQueries.Public(reads, activity).ToDictionary(post => post.Id, StringComparer.Ordinal);
        return
        [
            .. theme.GroupBy(row => row.Id).Select(rows => new Theme
            {
                Id = rows.Key,
                Name = rows.First().Name,
                Posts = [.. rows.Select(row => posts.GetValueOrDefault(row.PostId ?? "")).OfType<PostCard>().OrderBy(post => post.SortKey, StringComparer.Ordinal)],
            }).OrderByDescending(one => one.Posts.Count).ThenBy(one => one.Id),
        ];
    }

    /// <summary>Names a new theme and puts posts into it; an existing one of that name takes them.</summary>
    /// <returns>The theme.</returns>
    /// <exception cref="RefusedException">The name is missing or too long.</exception>
    public static long Begin(Writes writes, Activity activity, string name, IReadOnlyList<string> posts)
    {
        var called = Line.Clean(name);
        if (new StringInfo(called).LengthInTextElements is 0 or > LongestName)
        {
            throw new RefusedException("name", called.Length == 0
                ? "Give the theme a name: what do these posts say together?" : $"At most {LongestName} characters: it stands on the wall.");
        }

        var theme = writes.First<long?>(
            "SELECT id FROM theme WHERE activity_id = @Id AND name = @called COLLATE NOCASE", new { activity.Id, called })
            ?? writes.Insert("INSERT INTO theme (activity_id, name) VALUES (@Id, @called)", new { activity.Id, called });
        Put(writes, activity, theme, posts);
        return theme;
    }

    /// <summary>Puts posts of the activity into a theme of it, or out of any (null).</summary>
    public static void Put(Writes writes, Activity activity, long? theme, IReadOnlyList<string> posts)
    {
        foreach (var post in posts)
        {
            writes.Execute(
                "DELETE FROM post_theme WHERE post_id = @post AND post_id IN (SELECT id FROM post WHERE activity_id = @Id)",
                new { post, activity.Id });
            writes.Execute(
                """
                INSERT INTO post_theme (post_id, theme_id)
                SELECT p.id, t.id FROM post p JOIN theme t ON t.activity_id = p.activity_id
                WHERE p.id = @post AND t.id = @theme AND p.activity_id = @Id
                """,
                new { post, theme, activity.Id });
        }
    }

    /// <summary>Gives a theme another name.</summary>
    /// <exception cref="RefusedException">The name is missing, too long, or another theme's.</exception>
    public static void Rename(Writes writes, Activity activity, long theme, string name)
    {
        var called = Line.Clean(name);
        if (new StringInfo(called).LengthInTextElements is 0 or > LongestName)
        {
            throw new RefusedException("name", $"A name of 1 to {LongestName} characters.");
        }

        if (writes.First<long?>(
            "SELECT id FROM theme WHERE activity_id = @Id AND name = @called COLLATE NOCASE AND id <> @theme",
            new { activity.Id, called, theme }) is not null)
        {
            throw new RefusedException("name", $"There is a theme “{called}” already. Put the posts into that one.");
        }

        writes.Execute(
            "UPDATE theme SET name = @called, version = version + 1 WHERE id = @theme AND activity_id = @Id", new { activity.Id, called, theme });
    }

    /// <summary>Takes a theme apart: its posts are in none again.</summary>
    public static void TakeApart(Writes writes, Activity activity, long theme)
    {
        writes.Execute(
            "DELETE FROM post_theme WHERE theme_id IN (SELECT id FROM theme WHERE id = @theme AND activity_id = @Id)", new { theme, activity.Id });
        writes.Execute("DELETE FROM theme WHERE id = @theme AND activity_id = @Id", new { theme, activity.Id });
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string? PostId { get; init; }
    }
}
