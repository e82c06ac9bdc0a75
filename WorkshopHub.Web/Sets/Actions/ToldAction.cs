namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What is told of an action when it comes up.</summary>
/// <param name="Key">The id that was made where it was written (26 signs).</param>
/// <param name="State">Done, Partly, NotDone, Carried, Absent or Dropped.</param>
public sealed record ToldAction(string Key, string State)
{
    /// <summary>How long each of the three may be.</summary>
    public const int Limit = 2000;

    /// <summary>What I did.</summary>
    public string Did { get; init; } = "";

    /// <summary>What happened.</summary>
    public string Happened { get; init; } = "";

    /// <summary>What I learned.</summary>
    public string Learned { get; init; } = "";

    /// <summary>Why it is dropped, or what is in the way where it is carried a third time.</summary>
    public string Why { get; init; } = "";

    /// <summary>The day to which it is carried, as typed; null or empty where it ends here.</summary>
    public string? OnTo { get; init; }

    /// <summary>The meeting at which it is told; null where it waits to be read out.</summary>
    public long? MeetingId { get; init; }
}
