namespace WorkshopHub.Web.Data;

/// <summary>
/// A rule says no to what was typed. Thrown inside a command, so that nothing of it stays; the page shows the message
/// beside the field.
/// </summary>
public sealed class RefusedException(string field, string message) : Exception(message)
{
    /// <summary>Name of the form field that the message stands beside.</summary>
    public string Field { get; } = field;
}
