namespace WorkshopHub.Web.Workshops;

/// <summary>An item of the run of show with its planned and its real or projected times.</summary>
public sealed record ShowItem
{
    /// <summary>The agenda item.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the order.</summary>
    public long Position { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>For the facilitator only.</summary>
    public string FacilitatorNote { get; init; } = "";

    /// <summary>Planned minutes.</summary>
    public long Minutes { get; init; }

    /// <summary>The activity that it points to.</summary>
    public long ActivityId { get; init; }

    /// <summary>The key of the activity's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Run, Reveal or Review.</summary>
    public required string Act { get; init; }

    /// <summary>Planned, Running, Done or Skipped.</summary>
    public required string State { get; init; }

    /// <summary>Draft, Open or Closed.</summary>
    public required string ActivityState { get; init; }

    /// <summary>When it began; null if it hasn't.</summary>
    public string? StartedAt { get; init; }

    /// <summary>When it ended; null if it hasn't.</summary>
    public string? EndedAt { get; init; }

    /// <summary>Since when its timer runs.</summary>
    public string? TimerRunningSince { get; init; }

    /// <summary>Seconds used before that.</summary>
    public long TimerUsedSeconds { get; init; }

    /// <summary>Seconds given or taken by the facilitator.</summary>
    public long TimerExtraSeconds { get; init; }

    /// <summary>Put in while the workshop ran; not in the plan that drift is measured against.</summary>
    public bool AddedLive { get; init; }

    /// <summary>0 for all; 1 or 2 where two groups of sets have an item each.</summary>
    public long Room { get; init; }

    /// <summary>The version that a press names.</summary>
    public long Version { get; init; }

    /// <summary>When it was to begin.</summary>
    public DateTimeOffset Planned { get; init; }

    /// <summary>When it began, or will begin as things stand; null for what is skipped or was passed over.</summary>
    public DateTimeOffset? Real { get; init; }

    /// <summary>Its timer.</summary>
    public ItemTimer Timer => ItemTimer.Of(Minutes, TimerExtraSeconds, TimerUsedSeconds, TimerRunningSince);

    /// <summary>Whether it runs now.</summary>
    public bool IsNow => State == "Running";

    /// <summary>Whether people can answer it on their phones now.</summary>
    public bool IsOpen => IsNow && ActivityState == "Open";

    /// <summary>Whether it is now and was closed on the phones, so that nobody writes in it any more.</summary>
    public bool IsClosed => IsNow && !IsOpen && Act == "Run";
}
