namespace WorkshopHub.Web.Activities;

/// <summary>What a wall turns through in a break: what was said before it, card by card.</summary>
/// <param name="Title">What was asked.</param>
/// <param name="List">DOM id of the list, so that what is hidden or written anew is pushed to it.</param>
/// <param name="CardPartial">The partial of one card.</param>
/// <param name="Cards">The cards, newest first.</param>
public sealed record LookBack(string Title, string List, string CardPartial, IReadOnlyList<object> Cards);
