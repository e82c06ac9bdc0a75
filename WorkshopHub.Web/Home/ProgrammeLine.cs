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

    /// <summary>How many sets it has.</summary>
    public long Sets { get; init; }

    /// <summary>How many people are in its sets.</summary>
    public long Members { get; init; }

    /// <summary>The viewer runs it.</summary>
    public bool MayRun { get; init; }
}

/// <summary>A set that somebody is in, or advises.</summary>
public sealed record OwnSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from 1; the mark follows from it.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The other members.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
