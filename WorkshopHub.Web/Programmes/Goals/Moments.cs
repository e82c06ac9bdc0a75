using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>The three moments at which members say how far they are with their goals: the workshops.</summary>
public static class Moments
{
    /// <summary>In their order.</summary>
    public static IReadOnlyList<string> All { get; } = ["KickOff", "MidTerm", "Final"];

    /// <summary>A moment in words.</summary>
    public static string WordsOf(string moment) => moment switch { "KickOff" => "Kick-off", "MidTerm" => "Mid-term", _ => "Final" };

    /// <summary>
    /// The moment that a programme has come to: of the workshops whose day has come the last. What was said at an earlier one stays as
    /// it was. Null before the kick-off.
    /// </summary>
    public static string? Now(Reads reads, long programme, DateOnly today) => reads.Query<string>(
        """
        SELECT kind FROM workshop WHERE programme_id = @programme AND kind IN ('KickOff', 'MidTerm', 'Final') AND (date <= @today OR state IN ('Live', 'Held'))
        """,
        new { programme, today = LocalDay.Text(today) }).OrderBy(one => All.ToList().IndexOf(one)).LastOrDefault();
}
