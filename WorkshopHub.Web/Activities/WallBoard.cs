namespace WorkshopHub.Web.Activities;

/// <summary>What people have put on the wall, ready to be laid out in columns or as a mosaic.</summary>
/// <param name="ActivityId">The activity: lists and counts of another one have other DOM ids.</param>
/// <param name="CardPartial">The partial of one card; its model is an entry of the columns' cards.</param>
/// <param name="Columns">A column a set, in the sets' order; the last may be everybody without a set.</param>
/// <param name="Newest">The newest cards of all columns, newest first.</param>
/// <param name="Count">All cards, also those that are not listed here.</param>
/// <param name="People">How many people they come from; null where names are not kept.</param>
/// <param name="Revealed">False while only the count may be shown.</param>
public sealed record WallBoard(
    long ActivityId, string CardPartial, IReadOnlyList<WallColumn> Columns, IReadOnlyList<object> Newest, long Count,
    long? People, bool Revealed)
{
    /// <summary>How many of the newest a column shows, and the mosaic: enough to turn pages with; more would only make a wall slow.</summary>
    public const int Most = 24;

    /// <summary>How many people's came from paper; where names are not kept, how many answers.</summary>
    public long OnPaper { get; init; }

    /// <summary>Empty for all sets; where a wall shows some only, what its counts' DOM ids end in.</summary>
    public string View { get; init; } = "";

    /// <summary>Whether the columns are the sets'; else a screen that shows some sets only has them all the same.</summary>
    public bool BySet { get; init; } = true;

    /// <summary>What the column of everybody else is called, also before anybody stands in it.</summary>
    public string Others { get; init; } = "Everybody else";
}

/// <summary>
/// One column, most often a set's. Its list has the DOM id col-{ActivityId}-{SetId}; 0 is everybody without one.
/// </summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="SetId">The set, or another thing that has a column, or 0.</param>
/// <param name="Position">The set's place in the programme, from which its mark follows; null for everybody else.</param>
/// <param name="Name">The set's own name.</param>
/// <param name="Count">All its cards.</param>
/// <param name="Cards">The newest, newest first.</param>
public sealed record WallColumn(
    long ActivityId, long SetId, long? Position, string Name, long Count, IReadOnlyList<object> Cards);
