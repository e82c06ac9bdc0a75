using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>When an activity was, as people say it beside its result.</summary>
/// <param name="Date">The local date of its workshop.</param>
/// <param name="Workshop">The workshop's title, e.g. Kick-off.</param>
public sealed record OtherTimes(DateOnly Date, string Workshop)
{
    /// <summary>Day and month: 10 March.</summary>
    public string Day => Date.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The month: March.</summary>
    public string Month => Date.ToString("MMMM", CultureInfo.InvariantCulture);

    /// <summary>The workshop's date and title of an activity.</summary>
    public static OtherTimes Of(Reads reads, Activity activity)
    {
        var row = reads.First<Row>("SELECT date, title FROM workshop WHERE id = @WorkshopId", activity)!;
        return new OtherTimes(DateOnly.Parse(row.Date, CultureInfo.InvariantCulture), row.Title);
    }

    /// <summary>Title of the item that will reveal an activity, or null where none will.</summary>
    public static string? RevealedWith(Reads reads, Activity activity) => reads.First<string>(
        """
        SELECT title FROM agenda_item
        WHERE activity_id = @Id AND act = 'Reveal' AND state = 'Planned'
        ORDER BY workshop_id, position
        LIMIT 1
        """,
        activity);

    /// <summary>The sentence that says when answers show; empty where they show already.</summary>
    public static string WhenShown(Reads reads, Activity activity) =>
        activity.IsRevealed ? ""
        : RevealedWith(reads, activity) is { } item ? $"The picture comes with “{item}”."
        : activity.Reveal == Reveal.Never ? "Only how many have answered is shown."
        : "The picture comes when this ends.";

    private sealed record Row
    {
        public string Date { get; init; } = "";

        public string Title { get; init; } = "";
    }
}
