namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>A developmental goal as typed.</summary>
public sealed class GoalForm
{
    /// <summary>What the member wants to get better at.</summary>
    public string? Text { get; set; }

    /// <summary>Why now.</summary>
    public string? WhyNow { get; set; }

    /// <summary>How others will notice.</summary>
    public string? HowNoticed { get; set; }

    /// <summary>The version that the form was shown; 0 where there was none.</summary>
    public long Version { get; set; }

    /// <summary>The form of a goal as it stands.</summary>
    public static GoalForm Of(GoalRow? now) => new()
    {
        Text = now?.Text,
        WhyNow = now?.WhyNow,
        HowNoticed = now?.HowNoticed,
        Version = now?.Version ?? 0,
    };
}
