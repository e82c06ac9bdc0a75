using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>The fields of a person in a programme as typed.</summary>
public sealed class PersonForm
{
    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; set; }

    /// <summary>Part of the organisation.</summary>
    public string? Unit { get; set; }

    /// <summary>Member, or one of the other roles.</summary>
    public string? Role { get; set; } = "Member";

    /// <summary>The set of a member, advisor, champion or client.</summary>
    public long? SetId { get; set; }

    /// <summary>A member's supervisor, by name or e-mail.</summary>
    public string? Supervisor { get; set; }

    /// <summary>The words of which it was asked who is meant by them; an answer to others counts for nothing.</summary>
    public string? SupervisorAsked { get; set; }

    /// <summary>What was answered: see <see cref="SupervisorWords.Choice"/>.</summary>
    public string? SupervisorIs { get; set; }

    /// <summary>The supervisor as somebody said it.</summary>
    public SupervisorWords SupervisorWords => new(Supervisor, Line.Clean(SupervisorAsked) == Line.Clean(Supervisor) ? SupervisorIs : null);

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The place in a set that the form was shown, or null where it showed none.</summary>
    public long? Membership { get; set; }

    /// <summary>The version of that place.</summary>
    public long MembershipVersion { get; set; }

    /// <summary>Whether the form was shown the place in a set as it is now.</summary>
    public bool Saw(MemberRow? now) => now is null ? Membership is null : Membership == now.Id && MembershipVersion == now.Version;

    /// <summary>Who it is, cleaned.</summary>
    public PersonDetails Details => new(Name, Email, JobTitle, Unit);

    /// <summary>Somebody to take in.</summary>
    public Newcomer Newcomer => new(Details, Role ?? "Member", SetId, SupervisorWords);
}
