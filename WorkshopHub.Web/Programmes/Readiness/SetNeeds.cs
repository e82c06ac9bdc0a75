using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>What one set needs.</summary>
internal static class SetNeeds
{
    /// <summary>All of it.</summary>
    public static IEnumerable<Need> Of(ReadyRows rows, SetRow set)
    {
        var members = rows.In(set);
        var id = set.Id.ToString(CultureInfo.InvariantCulture);
        var advisors = rows.Around(set, "Advisor");
        yield return new Need("size", id, Doer.Office, Weight.Hard, members.Count switch
        {
            >= 4 and <= 6 => "",
            0 => "{set} has no members yet",
            1 => "{set} has one member",
            var n => $"{{set}} has {(n > 6 ? n.ToString(CultureInfo.InvariantCulture) : Checklist.Number(n).ToLowerInvariant())} members",
        })
        {
            Set = set,
            Detail = members.Count > 6 ? "With more than six, airtime gets short." : "Four to six make a set.",
            Where = members.Count > 6 ? "#sets" : $"?set={id}#add",
            Verb = members.Count > 6 ? "Move somebody" : "Add somebody",
        };
        yield return One(set, "advisor", advisors, "A set can’t start without one." + Spare(rows));
        if (rows.IsCommon)
        {
            yield return One(set, "champion", rows.Around(set, "Champion"), "Who follows it from above, and opens doors?");
        }

        foreach (var need in MeetingNeeds.Of(rows, set))
        {
            yield return need;
        }

        var mixing = Mixing(rows, set, members, advisors).ToList();
        foreach (var need in mixing)
        {
            yield return need;
        }

        if (mixing.Count == 0)
        {
            yield return new Need("mix", id, Doer.Office, Weight.Warn, "") { Set = set };
        }
    }

    /// <summary>One of them stands with a set: neither nobody nor several.</summary>
    private static Need One(SetRow set, string role, IReadOnlyList<RoleRow> there, string without)
    {
        var id = set.Id.ToString(CultureInfo.InvariantCulture);
        return there.Count < 2
            ? new Need(role, id, Doer.Office, Weight.Hard, there.Count == 1 ? "" : $"{{set}} has no {role}")
            {
                Set = set,
                Detail = without,
                Where = $"?set={id}#add",
                Verb = "Name one",
            }
            : new Need(role, id, Doer.Office, Weight.Hard, $"{{set}} has {Checklist.Number(there.Count).ToLowerInvariant()} {role}s")
            {
                Set = set,
                Detail = $"{Checklist.Listed([.. there.Select(one => one.Name)])}: a set has one. Who else has the role gives it up.",
                Where = $"/people/{there[^1].PersonId.ToString(CultureInfo.InvariantCulture)}",
                Verb = "Take the role away",
            };
    }

    private static IEnumerable<Need> Mixing(ReadyRows rows, SetRow set, IReadOnlyList<ReadyMember> members, IReadOnlyList<RoleRow> advisors)
    {
        var id = set.Id.ToString(CultureInfo.InvariantCulture);
        foreach (var (member, boss) in members.SelectMany(member => members
            .Where(other => other.PersonId != member.PersonId && (other.PersonId == member.SupervisorId || other.PersonId == member.ManagerId)), (member, boss) => (member, boss)))
        {
            yield return Warn(
                set, $"{id}.led.{member.PersonId}{(boss.PersonId == member.SupervisorId ? "" : ".manager")}", $"{boss.Name} and {member.Name}, whom they lead, are both in {{set}}",
                "With the supervisor in the room, nobody speaks as freely.") with
            { Weight = Weight.Hard };
        }

        foreach (var unit in members.Where(member => member.Unit.Length > 0).GroupBy(member => member.Unit, StringComparer.OrdinalIgnoreCase)
            .Where(unit => unit.Count() > 1))
        {
            yield return Warn(
                set, $"{id}.unit.{Checklist.Ids(unit.Select(member => member.PersonId))}",
                $"{Checklist.Listed([.. unit.Select(member => member.Name)])} of {{set}} are {(unit.Count() > 2 ? "all" : "both")} from {unit.Key}",
                "A set learns most from people who see the place differently.");
        }

        if (rows.IsCommon && members.Count > 1 && members[0].Discipline is { Length: > 0 } discipline
            && members.All(member => member.Discipline.Equals(discipline, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Warn(
                set, $"{id}.discipline.{Checklist.Ids(members.Select(member => member.PersonId))}",
                $"Everybody in {{set}} is of one discipline, {discipline}",
                "Who was trained in something else asks what the others take for granted.");
        }

        foreach (var advisor in advisors.Where(one => one.Unit.Length > 0)
            .Where(one => members.Any(member => member.Unit.Equals(one.Unit, StringComparison.OrdinalIgnoreCase))))
        {
            yield return Warn(
                set, $"{id}.advises.{advisor.PersonId}", $"{advisor.Name} advises people of their own unit in {{set}}",
                $"{advisor.Unit}. An advisor from elsewhere asks what nobody there asks.");
        }

        foreach (var client in Clients(rows, set).Where(one => members.Any(member => member.PersonId == one.PersonId)))
        {
            yield return Warn(
                set, $"{id}.client.{client.PersonId}", $"{client.Name} is client and member of {{set}}",
                "Who takes the work over hears it better from outside.");
        }
    }

    /// <summary>Whom the set works for: who was named for it, and the client of the problem that it has taken on.</summary>
    private static IEnumerable<(long PersonId, string Name)> Clients(ReadyRows rows, SetRow set) => rows.Around(set, "Client").Select(role => (role.PersonId, role.Name))
        .Concat(rows.Problems.Where(problem => problem.ClientId is not null && rows.Chosen.Contains((set.Id, problem.Id))).Select(problem => (problem.ClientId!.Value, problem.ClientName!)))
        .DistinctBy(one => one.Item1);

    private static Need Warn(SetRow set, string of, string text, string detail) => new("mix", of, Doer.Office, Weight.Warn, text)
    {
        Set = set,
        Detail = detail,
        Where = "#sets",
        Verb = "Move somebody",
    };

    /// <summary>Advisors who have said that they would, and have no set yet.</summary>
    private static string Spare(ReadyRows rows)
    {
        var spare = rows.Roles.Where(role => role.Role == "Advisor").GroupBy(role => role.PersonId)
            .Where(roles => roles.All(role => role.SetId is null)).Select(roles => roles.First().Name).ToList();
        return spare.Count == 0 ? "" : $" {Checklist.Listed(spare)} {(spare.Count == 1 ? "has" : "have")} none yet.";
    }
}
