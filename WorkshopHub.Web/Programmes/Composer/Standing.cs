using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>Who sits in which set.</summary>
/// <param name="Person">The person.</param>
/// <param name="Set">The set.</param>
/// <param name="Supervisor">The supervisor, or null.</param>
public sealed record StandingSeat(long Person, long Set, long? Supervisor);

/// <summary>Who is advisor or champion of which set.</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">Advisor or Champion.</param>
/// <param name="Set">The set.</param>
public sealed record StandingRole(long Person, string Role, long Set);

/// <summary>A programme's sets as they stand.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="Seats">Who sits where.</param>
/// <param name="Roles">Who is advisor and champion of which.</param>
public sealed record Standing(IReadOnlyList<long> Sets, IReadOnlyList<StandingSeat> Seats, IReadOnlyList<StandingRole> Roles)
{
    /// <summary>Reads it.</summary>
    public static Standing Read(Reads reads, long programmeId) => new(
        [.. SetRow.Of(reads, programmeId).Select(set => set.Id).Order()],
        [.. MemberRow.Of(reads, programmeId).Select(member => new StandingSeat(member.PersonId, member.SetId, member.SupervisorId)).OrderBy(seat => seat.Person)],
        [
            .. RoleRow.Of(reads, programmeId).Where(role => role.SetId is not null && Draft.RoleNames.Contains(role.Role, StringComparer.Ordinal))
                .Select(role => new StandingRole(role.PersonId, role.Role, role.SetId!.Value))
                .OrderBy(role => role.Set).ThenBy(role => role.Role, StringComparer.Ordinal).ThenBy(role => role.Person),
        ]);

    /// <summary>Whether nothing has changed from here to there.</summary>
    public bool Is(Standing other) =>
        Sets.SequenceEqual(other.Sets) && Seats.SequenceEqual(other.Seats) && Roles.SequenceEqual(other.Roles);

    /// <summary>
    /// Brings a programme's sets from how they stand to another standing: first everybody who goes leaves, then who comes
    /// comes, so that two may change places.
    /// </summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="to">How the sets are to stand.</param>
    /// <param name="names">Everybody's name.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="since">When the change was made that is taken back (UTC): whom it took out comes back with all that they said. Null for a change.</param>
    /// <returns>Whose rights changed by it.</returns>
    /// <exception cref="RefusedException">A rule of the field says no; the person is named.</exception>
    public static IReadOnlyList<long> Bring(
        Writes writes, long programmeId, Standing to, IReadOnlyDictionary<long, string> names, long? by, string? since = null)
    {
        var from = Read(writes, programmeId);
        var gone = from.Roles.Except(to.Roles).ToList();
        var given = to.Roles.Except(from.Roles).ToList();
        var leave = from.Seats.Where(seat => to.Seats.All(other => other.Person != seat.Person || other.Set != seat.Set)).ToList();
        var join = to.Seats.Where(seat => from.Seats.All(other => other.Person != seat.Person || other.Set != seat.Set)).ToList();
        gone.ForEach(role => RoleCommands.FreeFrom(writes, programmeId, role.Set, role.Role, role.Person, by));
        leave.ForEach(seat => SetMembers.Out(writes, seat.Set, seat.Person, by));
        foreach (var seat in join)
        {
            Named(seat.Person, () => (since is not null && leave.TrueForAll(one => one.Person != seat.Person) && SetMembers.Return(writes, seat.Set, seat.Person, since, by))
                || SetMembers.Join(writes, seat.Set, seat.Person, by, seat.Supervisor));
            if (leave.Find(one => one.Person == seat.Person) is { } was)
            {
                ConsentCommands.Move(writes, was.Set, seat.Set, seat.Person);
            }
        }

        foreach (var role in given)
        {
            Named(role.Person, () => RoleCommands.Appoint(writes, programmeId, role.Set, role.Role, role.Person, by));
        }

        RoleCommands.FreeSupervisors(writes, [.. leave.Select(seat => seat.Supervisor).OfType<long>().Distinct()], from.Sets, by);
        return [.. gone.Concat(given).Select(role => role.Person).Concat(leave.Concat(join).Select(seat => seat.Person)).Distinct()];

        void Named(long person, Func<bool> act)
        {
            try
            {
                act();
            }
            catch (RefusedException refused)
            {
                throw new RefusedException("Place", $"{names.GetValueOrDefault(person, "Somebody")}: {refused.Message}");
            }
        }
    }
}
