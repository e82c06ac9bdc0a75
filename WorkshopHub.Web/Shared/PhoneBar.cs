namespace WorkshopHub.Web.Shared;

/// <summary>What stands in the bar on top of a phone.</summary>
/// <param name="Position">The set's place in its programme, from 1; null for somebody without a set.</param>
/// <param name="Name">The set's name, or the workshop's for somebody without a set.</param>
/// <param name="Under">The small line below: the set's problem or the workshop.</param>
/// <param name="Who">Who this phone posts as.</param>
public sealed record PhoneBar(long? Position, string Name, string Under, string Who);
