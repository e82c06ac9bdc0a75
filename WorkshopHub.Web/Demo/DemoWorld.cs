using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Demo;

/// <summary>What the seeding made, as the printed addresses and the simulated people need it.</summary>
internal sealed record DemoWorld
{
    /// <summary>The kick-off that runs.</summary>
    public required long Workshop { get; init; }

    /// <summary>The facilitator who can be continued as.</summary>
    public required long Facilitator { get; init; }

    /// <summary>The facilitator's name.</summary>
    public required string FacilitatorName { get; init; }

    /// <summary>The six digits of the room.</summary>
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
}

/// <summary>A place in the room.</summary>
/// <param name="Key">The person's key in the content.</param>
/// <param name="Seat">The place.</param>
/// <param name="Token">What the phone's cookie holds.</param>
internal sealed record DemoSeat(string Key, Seat Seat, string Token);

/// <summary>Somebody who comes late.</summary>
internal sealed record LateComer(string Key, long Person, string Name);
