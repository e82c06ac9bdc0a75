using WorkshopHub.Web.Activities;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Journeys;

/// <summary>By what one sees that a wall shows an activity of a kind, and not only its heading or another one.</summary>
public static class WallLandmarks
{
    // {0} is the activity. One of them must stand there.
    private static readonly Dictionary<string, string[]> _of = new()
    {
        ["moment"] = ["class=\"talk\"", "wall-main break", "wall-main road-wall", "wall-main wnext", "wgrid auth", "pcard", "wgrid mboard"],
        ["posts"] = ["id=\"board-count-{0}\"", "id=\"answer-count-{0}\""],
        ["poll"] = ["id=\"poll-head-{0}\""],
        ["dotvote"] = ["id=\"dots-result-{0}\""],
        ["pulse"] = ["id=\"pulse-{0}\""],
        ["oneword"] = ["id=\"words-{0}\""],
        ["commitment"] = ["id=\"com-board-{0}\"", "com-pairs"],
        ["offers"] = ["id=\"of-market-{0}\"", "id=\"of-review-{0}\""],
        ["setquestion"] = ["id=\"sq-board-{0}\"", "id=\"qas-{0}\""],
        ["preference"] = ["id=\"rank-count-{0}\"", "wgrid board", "One box is one person"],
        ["rounds"] = ["wgrid tables", "pairs have talked", "The tables are planned from who is in the room."],
        ["connections"] = ["id=\"net-count-{0}\"", "net-half"],
        ["reportout"] = ["id=\"report-wall-{0}\""],
    };

    /// <summary>Whether a wall shows it: also its title or question, where its landmark is of the kind only.</summary>
    public static bool Shows(string html, ActivityRow activity, ActivityKind kind)
    {
        if (kind.LayoutOf(activity) is WallLayout.Join)
        {
            return html.Contains("wall-code", StringComparison.Ordinal); // while people arrive, how they come in
        }

        var marks = _of.GetValueOrDefault(activity.Kind, []).Select(mark => mark.Replace("{0}", $"{activity.Id}", StringComparison.Ordinal));
        return marks.Any(mark => html.Contains(mark, StringComparison.Ordinal))
            && (activity.Kind != "moment" || html.Contains(activity.Title, StringComparison.Ordinal));
    }
}
