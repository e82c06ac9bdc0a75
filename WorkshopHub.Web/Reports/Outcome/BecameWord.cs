namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>What somebody says became of an outcome, ninety days after the final.</summary>
/// <param name="Part">Owner: who brought it; Client: whose area it is in, or the member's supervisor.</param>
/// <param name="State">Kept, Changed or Stopped.</param>
/// <param name="Figure">The figure that they name, in the unit of the first measure, or null.</param>
/// <param name="Text">In their words; may be empty.</param>
/// <param name="By">Who says it.</param>
/// <param name="On">On which day.</param>
public sealed record BecameWord(string Part, string State, double? Figure, string Text, string By, DateOnly On);
