namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>The form of one meeting, as typed. What a drag doesn't send stays as it is.</summary>
public sealed class DateForm
{
    /// <summary>The meeting; 0 for a further one.</summary>
    public long Meeting { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Its day.</summary>
    public string? Date { get; set; }

    /// <summary>When it begins.</summary>
    public string? Starts { get; set; }

    /// <summary>Where it is.</summary>
    public string? Place { get; set; }

    /// <summary>Why it is moved.</summary>
    public string? Why { get; set; }

    /// <summary>The form of a meeting as it stands.</summary>
    public static DateForm Of(Meeting meeting) => new()
    {
        Meeting = meeting.Id,
        Version = meeting.Version,
        Date = meeting.Date,
        Starts = meeting.Clock,
        Place = meeting.Place,
        Why = meeting.WhyMoved,
    };

    /// <summary>With what was not sent taken from the meeting as it stands.</summary>
    public void FillFrom(Meeting meeting)
    {
        Starts ??= meeting.Clock;
        Place ??= meeting.Place;
        Why ??= meeting.WhyMoved;
    }
}
