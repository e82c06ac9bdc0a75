namespace WorkshopHub.Web.Home;

/// <summary>A programme on somebody's own page.</summary>
public sealed record ProgrammeLine
{
    /// <summary>The programme.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Draft, Recruiting, Ready, Running, Reporting or Closed.</summary>
    public string State { get; init; } = "";

    /// <summary>It is in the archive.</summary>
    public bool IsArchived { get; init; }

    /// <summary>It is over.</summary>
    public bool IsClosed => State == "Closed";

    /// <summary>How many sets it has.</summary>
    public long Sets { get; init; }

    /// <summary>How many people are in its sets.</summary>
    public long Members { get; init; }

    /// <summary>The viewer runs it.</summary>
    public bool MayRun { get; init; }
}
