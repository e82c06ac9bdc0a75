namespace WorkshopHub.Web.Data;

/// <summary>
/// A rule says no to what was typed. Thrown inside a command, so that nothing of it stays; the page shows the message
/// beside the field.
/// </summary>
public sealed class RefusedException(string field, string message) : Exception(message)
{
    /// <summary>Name of the form field that the message stands beside.</summary>
    public string Field { get; } = field;

    /// <summary>All that was found, each with its field: this first, and what else <see cref="Refusals"/> gathered.</summary>
    public IReadOnlyList<(string Field, string Message)> All { get; init; } = [(field, message)];

    /// <summary>The same for a form whose fields have names that begin so.</summary>
    public RefusedException Below(string prefix) => new(prefix + Field, Message) { All = [.. All.Select(one => (prefix + one.Field, one.Message))] };
}
