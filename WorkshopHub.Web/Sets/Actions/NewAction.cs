namespace WorkshopHub.Web.Sets.Actions;

/// <summary>An action as it is agreed.</summary>
/// <param name="Key">The id that was made where it was written (26 signs).</param>
/// <param name="SetId">The set.</param>
/// <param name="OwnerId">Who will do it: a member of the set.</param>
/// <param name="Text">What will be done.</param>
/// <param name="Due">By when, as typed (yyyy-MM-dd).</param>
public sealed record NewAction(string Key, long SetId, long OwnerId, string Text, string? Due)
{
    /// <summary>How long the text may be.</summary>
    public const int Limit = 280;

    /// <summary>The airtime in which it is agreed, or null between meetings.</summary>
    public long? SlotId { get; init; }

    /// <summary>The meeting at which it is agreed, or null between meetings.</summary>
    public long? MeetingId { get; init; }

    /// <summary>The questions of that airtime that it came from.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>When it was agreed (local date); null for today.</summary>
    public string? AgreedOn { get; init; }
}
