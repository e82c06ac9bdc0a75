namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>The place of a field's problem.</summary>
/// <param name="Field">The field's name on the page.</param>
/// <param name="Sentence">What is wrong, or null.</param>
public sealed record Problem(string Field, string? Sentence = null);
