using WorkshopHub.Web.Activities.Posts.Themes;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Posts in themes, on a wall.</summary>
public sealed partial class PostsKind
{
    private const int ThemesOnWall = 5; // a front page: one large and four beside it
    private const int QuotesOfFirst = 3;
    private const int LongestQuote = 90;

    /// <inheritdoc />
    public override WallThemes? ThemesOf(Reads reads, Activity activity)
    {
        var themes = Theme.Of(reads, activity).Where(theme => theme.Posts.Count > 0).ToList();
        return themes.Count == 0 ? null : new WallThemes(
            activity.Id, PostQueries.Public(reads, activity).Count,
            [.. themes.Take(ThemesOnWall).Select((theme, place) => new WallTheme(
                theme.Name, theme.Posts.Count,
                [.. theme.Posts.Select(post => post.SetPosition).OfType<long>().Distinct().Order()],
                [.. theme.Posts.OrderByDescending(post => post.Hearts).ThenBy(post => post.Text.Length)
                    .Take(place == 0 ? QuotesOfFirst : 1).Select(post => (post.SetPosition, Quote(post.Text)))]))],
            Math.Max(0, themes.Count - ThemesOnWall));
    }

    /// <summary>To the last whole word that fits; the whole post stands in the columns.</summary>
    private static string Quote(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestQuote);
        return text[..(end > LongestQuote / 2 ? end : LongestQuote)].TrimEnd(',', '.', ';', ' ') + " …";
    }
}
