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

/// <summary>What taking a person in has done, to them and in the programme.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="PersonId">The person.</param>
public sealed record Taken(TakenIn Outcome, long PersonId)
{
    /// <summary>What the house knew of the person before; null for somebody new.</summary>
    public PersonRow? Before { get; init; }

    /// <summary>Whether details of somebody whom the house knew are other ones now, in this programme and everywhere else.</summary>
    public bool IsFilled { get; init; }

    /// <summary>Whether somebody who was a member already has another supervisor now, or the first.</summary>
    public bool IsSupervised { get; init; }

    /// <summary>A member's supervisor now, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>A member's supervisor until now, or null.</summary>
    public long? FormerSupervisorId { get; init; }
}

/// <summary>Somebody to take into a programme: a form's or a row's words.</summary>
/// <param name="Details">Who it is.</param>
/// <param name="Role">Member or one of <see cref="RoleCommands.All"/>.</param>
/// <param name="SetId">The set of a member, or of an advisor, champion or client; null where there is none.</param>
/// <param name="Supervisor">Who a member's supervisor is, as somebody said it.</param>
public sealed record Newcomer(PersonDetails Details, string Role, long? SetId, SupervisorWords Supervisor)
{
    /// <summary>Takes the person in. Nobody comes twice: the e-mail tells people apart, else the name.</summary>
    /// <exception cref="RefusedException">A field is wrong, or a rule of the field says no.</exception>
    public Taken TakeIn(Writes writes, long programmeId, long? by)
    {
        Check(writes, programmeId, by);
        var known = PersonRow.Match(writes, Details.Name, Details.Email);
        var filled = known is not null && PersonCommands.Fill(writes, known, Details, by);
        var personId = known?.Id ?? PersonCommands.Add(writes, Details, by);
        var member = Role == "Member";
        var former = member && SetId is { } its ? SetMembers.SupervisorOf(writes, its, personId) : null;
        var (added, supervised) = member
            ? JoinSet(writes, programmeId, personId, by)
            : (RoleCommands.Give(writes, programmeId, personId, Role, SetId, by), false);
        return new Taken(added ? TakenIn.Added : filled || supervised ? TakenIn.Changed : TakenIn.Same, personId)
        {
            Before = known,
            IsFilled = filled,
            IsSupervised = supervised,
            SupervisorId = member ? SetMembers.SupervisorOf(writes, SetId!.Value, personId) : null,
            FormerSupervisorId = former,
        };
    }

    /// <summary>Whoever is meant as supervisor is only looked for where something else is wrong: else it is done on joining.</summary>
    private void Check(Writes writes, long programmeId, long? by)
    {
        var wrong = new Refusals();
        wrong.Of(Details.Check);
        wrong.If(Role == "Member" && (SetId is not { } set || SetRow.Find(writes, programmeId, set) is null), "SetId", "A member needs a set. Choose one.");
        if (wrong.Any && Role == "Member")
        {
            wrong.Of(() => Supervisor.Find(writes, null, by));
        }

        wrong.Throw();
    }

    private (bool Added, bool Supervised) JoinSet(Writes writes, long programmeId, long personId, long? by)
    {
        var set = SetId!.Value;
        var supervisor = Supervisor.Find(writes, null, by);
        return SetMembers.Join(writes, set, personId, by, supervisor)
            ? (true, false)
            : (false, supervisor is not null && SetMembers.Supervise(writes, set, personId, supervisor, by));
    }
}
