namespace WorkshopHub.Web.Demo;

/// <summary>A clock that the seeding sets, so that what happened earlier carries the time when it happened.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The moment that it shows.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}
