namespace WorkshopHub.Web.Shared;

/// <summary>Says that this program runs on a copy: registered there and nowhere else, and then every page says so on top.</summary>
/// <param name="Title">The workshop that is rehearsed.</param>
/// <param name="Desk">Where its facilitator steers the rehearsal.</param>
internal sealed record Rehearsing(string Title, string Desk);
