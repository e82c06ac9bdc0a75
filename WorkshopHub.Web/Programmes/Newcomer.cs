using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>What taking a person in has done.</summary>
public enum TakenIn
{
    /// <summary>Somebody new here, or new in this programme or role.</summary>
    Added,

    /// <summary>Here already; something about them is new.</summary>
    Changed,

    /// <summary>Here already, and nothing is new.</summary>
    Same,
}

/// <summary>Somebody to take into a programme: a form's or a row's words.</summary>
/// <param name="Details">Who it is.</param>
/// <param name="Role">Member or one of <see cref="RoleCommands.All"/>.</param>
/// <param name="SetId">The set of a member, or of an advisor, champion or client; null where there is none.</param>
/// <param name="Supervisor">A member's supervisor by e-mail or name; empty where none is named.</param>
public sealed record Newcomer(PersonDetails Details, string Role, long? SetId, string Supervisor)
{
    /// <summary>Takes the person in. Nobody comes twice: the e-mail tells people apart, else the name.</summary>
    /// <exception cref="RefusedException">A field is wrong, or a rule of the field says no.</exception>
    public (TakenIn Outcome, long PersonId) TakeIn(Writes writes, long programmeId, long? by)
    {
        Details.Check();
        var known = PersonRow.Match(writes, Details.Name, Details.Email);
        var changed = known is not null && PersonCommands.Fill(writes, known, Details, by);
        var personId = known?.Id ?? PersonCommands.Add(writes, Details, by);
        var added = Role == "Member"
            ? JoinSet(writes, programmeId, personId, by, ref changed)
            : RoleCommands.Give(writes, programmeId, personId, Role, SetId, by);
        return (added ? TakenIn.Added : changed ? TakenIn.Changed : TakenIn.Same, personId);
    }

    /// <summary>Whom a supervisor's name or e-mail means; a name that is not here yet comes in as a new person.</summary>
    /// <exception cref="RefusedException">Nobody has the e-mail, or several people have the name.</exception>
    public static long? FindSupervisor(Writes writes, string? words, long? by)
    {
        var text = Line.Clean(words);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return text.Contains('@', StringComparison.Ordinal)
                ? PersonRow.ByEmail(writes, text)?.Id ?? throw new RefusedException("Supervisor",
                    $"Nobody here has the address {text}. Bring the supervisor in first, or write the name.")
                : PersonRow.Match(writes, text, null)?.Id ?? PersonCommands.Add(writes, new PersonDetails(text, null, "", ""), by);
        }
        catch (RefusedException refused) when (refused.Field != "Supervisor")
        {
            throw new RefusedException("Supervisor", refused.Message);
        }
    }

    private bool JoinSet(Writes writes, long programmeId, long personId, long? by, ref bool changed)
    {
        if (SetId is not { } set || SetRow.Find(writes, programmeId, set) is null)
        {
            throw new RefusedException("SetId", "A member needs a set. Choose one.");
        }

        var supervisor = FindSupervisor(writes, Supervisor, by);
        if (SetMembers.Join(writes, set, personId, by, supervisor))
        {
            return true;
        }

        changed |= supervisor is not null && SetMembers.Supervise(writes, set, personId, supervisor, by);
        return false;
    }
}
