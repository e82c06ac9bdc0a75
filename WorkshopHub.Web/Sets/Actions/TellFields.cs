using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>The fields of a report back.</summary>
/// <param name="Form">What stands in them.</param>
/// <param name="Faults">What is wrong, by the field's own name.</param>
/// <param name="Action">The action.</param>
/// <param name="Next">The day to which it would be carried.</param>
/// <param name="Prefix">What stands before the names of the fields.</param>
public sealed record TellFields(TellForm Form, IReadOnlyDictionary<string, string> Faults, SetAction Action, DateOnly Next, string Prefix)
{
    /// <summary>In the meeting the set carries an action over without a report, and the three stand side by side.</summary>
    public bool InMeeting { get; init; }

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    /// <summary>The day that stands in the field.</summary>
    public string Day => string.IsNullOrEmpty(Form.OnTo) ? LocalDay.Text(Next) : Form.OnTo;

    /// <summary>It was carried as often as it goes without the set hearing why.</summary>
    public bool IsWorn => Action.Carried >= Reporting.Carries;
}
