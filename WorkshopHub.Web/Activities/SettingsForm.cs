namespace WorkshopHub.Web.Activities;

/// <summary>The kind's own fields of the agenda form, read.</summary>
/// <param name="Json">What to store, also when something is wrong, so that the form shows what was typed.</param>
/// <param name="Problems">Field name and sentence for each thing that is wrong.</param>
public sealed record SettingsForm(string Json, IReadOnlyDictionary<string, string> Problems);
