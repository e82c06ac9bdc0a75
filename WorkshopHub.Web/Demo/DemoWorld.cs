using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Demo;

/// <summary>What the seeding made, as the printed addresses and the simulated people need it.</summary>
internal sealed record DemoWorld
{
    /// <summary>The workshop that runs, or that was held last.</summary>
    public required long Workshop { get; init; }

    /// <summary>The facilitator who can be continued as.</summary>
    public required long Facilitator { get; init; }

    /// <summary>The facilitator's name.</summary>
    public required string FacilitatorName { get; init; }

    /// <summary>The six digits of the room; empty where none is open.</summary>
    public required string Code { get; init; }

    /// <summary>Everybody who sat in the room when the demo began, with the phone's token.</summary>
    public required IReadOnlyList<DemoSeat> Seats { get; init; }

    /// <summary>Who comes in during the first minutes.</summary>
    public required IReadOnlyList<LateComer> Late { get; init; }

    /// <summary>Names that the simulation leaves to real phones.</summary>
    public required IReadOnlyList<string> Free { get; init; }

    /// <summary>What is still to be written, by activity, in the content's order.</summary>
    public required IReadOnlyDictionary<long, IReadOnlyList<DemoPost>> Unwritten { get; init; }

    /// <summary>How the plan lies around now.</summary>
    public required DemoDay Day { get; init; }

    /// <summary>What the workshop is called.</summary>
    public required string Title { get; init; }

    /// <summary>The item that runs; empty where none does.</summary>
    public required string Item { get; init; }

    /// <summary>When it began, on the organisation's clocks.</summary>
    public required DateTime Start { get; init; }

    /// <summary>When the content's own began.</summary>
    public required TimeOnly PlannedStart { get; init; }

    /// <summary>What of the content was not taken, with the reason: nothing, if all is well.</summary>
    public required IReadOnlyList<string> Refused { get; init; }
}

/// <summary>A place in the room.</summary>
/// <param name="Key">The person's key in the content.</param>
/// <param name="Seat">The place.</param>
/// <param name="Token">What the phone's cookie holds.</param>
internal sealed record DemoSeat(string Key, Seat Seat, string Token);

/// <summary>Somebody who comes late.</summary>
internal sealed record LateComer(string Key, long Person, string Name);
