namespace WorkshopHub.Web.Accounts;

/// <summary>Says that somebody's rights have ended or changed. The live wire closes that person's connections by it.</summary>
public sealed class Endings
{
    /// <summary>Raised with the person, in the handler that changed a role, a set or a sign-in, after its commit.</summary>
    public event Action<long>? Ended;

    /// <summary>A person may no longer do, or see, what they could a moment ago.</summary>
    public void Of(long person) => Ended?.Invoke(person);

    /// <summary>The same of several people, of each once.</summary>
    public void OfAll(IEnumerable<long> people)
    {
        foreach (var person in people.Distinct())
        {
            Of(person);
        }
    }
}
