using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Screens;

/// <summary>What is now, as the walls show it.</summary>
public sealed record StageItem
{
    /// <summary>The agenda item.</summary>
    public long Id { get; init; }

    /// <summary>Its title in the agenda.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The activity's kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The activity's title.</summary>
    public string ActivityTitle { get; init; } = "";

    /// <summary>The question or text that people see.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Which one it is, from 1.</summary>
    public long Number { get; init; }

    /// <summary>How many there are.</summary>
    public long Count { get; init; }

    /// <summary>When it began, as people say it; by the plan where it has not.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Whether it is now; otherwise it stands on a wall beside what is, without a clock.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether it was closed on the phones: people write no more, so nothing counts down for them.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether a wall shows its clock.</summary>
    public bool Counts => Runs && !Closed;

    /// <summary>Run, Reveal or Review.</summary>
    public string Act { get; init; } = "";

    /// <summary>When its time ends, Unix milliseconds; null while its clock stands.</summary>
    public long? Ends { get; init; }

    /// <summary>What is left while its clock stands, in seconds.</summary>
    public long Left { get; init; }

    /// <summary>Its clock.</summary>
    public TimerView Clock => new(Ends, Left);

    /// <summary>What people are asked: the prompt, or the title where there is none.</summary>
    public string Asked => Prompt.Length > 0 ? Prompt : ActivityTitle;
}

/// <summary>What comes next.</summary>
/// <param name="Starts">When, as people say it.</param>
/// <param name="Title">What.</param>
public sealed record StageNext(TimeAhead Starts, string Title);
