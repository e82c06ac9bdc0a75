namespace WorkshopHub.Web.Data;

/// <summary>
/// Gathers what is wrong with a form, so that all of it is said at once, each beside its field: nobody mends one field only to hear
/// of the next. The first fault of a field counts.
/// </summary>
public sealed class Refusals
{
    private readonly List<(string Field, string Message)> _all = [];

    /// <summary>Whether something was found.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Keeps a fault of a field, where there is one.</summary>
    public void If(bool wrong, string field, string message)
    {
        if (wrong && _all.TrueForAll(one => one.Field != field))
        {
            _all.Add((field, message));
        }
    }

    /// <summary>Keeps what a check refuses. What it had written goes with the command.</summary>
    /// <param name="check">The check, or the command.</param>
    /// <param name="below">What the names of its fields begin with on the form.</param>
    public void Of(Action check, string below = "")
    {
        try
        {
            check();
        }
        catch (RefusedException refused)
        {
            foreach (var (field, message) in refused.All)
            {
                If(true, below + field, message);
            }
        }
    }

    /// <summary>What a check reads; what is read meanwhile where it refuses, until all is thrown.</summary>
    public T Of<T>(Func<T> check, T meanwhile)
    {
        Of(() => { meanwhile = check(); });
        return meanwhile;
    }

    /// <summary>Refuses with all that was found.</summary>
    /// <exception cref="RefusedException">Something was.</exception>
    public void Throw()
    {
        if (Any)
        {
            throw new RefusedException(_all[0].Field, _all[0].Message) { All = _all };
        }
    }
}
