using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Activities;

/// <summary>An answer from a phone.</summary>
/// <param name="Id">Made by the phone: 26 signs of a-z and 2-7. The same id with the same content is the same answer.</param>
/// <param name="Seat">Who answers, by which phone.</param>
/// <param name="Secret">For anonymous answers: what only the phone holds, so that it can change its answer.</param>
/// <param name="Fields">The form.</param>
public sealed record Answer(string Id, Seat Seat, string? Secret, IFormCollection Fields)
{
    /// <summary>The facilitator who entered it from paper, or null.</summary>
    public long? EnteredBy { get; init; }

    /// <summary>What <see cref="Answered.About"/> said once it was taken.</summary>
    public object? About { get; init; }
}
