using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>What a room shows on the page of a role: its partial and what that is about.</summary>
/// <param name="Partial">Where the partial stands, from the top and with its ending.</param>
/// <param name="Model">What it shows.</param>
public sealed record RolePart(string Partial, object Model)
{
    /// <summary>Whether it comes before what waits in this role.</summary>
    public bool First { get; init; }

    /// <summary>What the page says first, or null where this part has no say in it.</summary>
    public string? Title { get; init; }

    /// <summary>What begins like this waits in this part already, and not a second time in the list; null for nothing.</summary>
    public string? Shows { get; init; }

    /// <summary>A style sheet of its own, or null.</summary>
    public string? Styles { get; init; }
}

/// <summary>A room that has something to show on the page of a role: the client's, the supervisor's, the champion's.</summary>
public interface IRolePart
{
    /// <summary>On the page of which role.</summary>
    Role Role { get; }

    /// <summary>What it shows to this person; null where that is nothing. The number of statements does not grow with what there is.</summary>
    RolePart? Of(Reads reads, long person, DateTimeOffset now);
}
