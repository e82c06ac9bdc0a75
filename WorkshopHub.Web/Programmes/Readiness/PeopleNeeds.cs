using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>What members and their supervisors have to say and to write.</summary>
internal static class PeopleNeeds
{
    /// <summary>All of it.</summary>
    public static IEnumerable<Need> Of(ReadyRows rows)
    {
        if (rows.Members.Count > 0)
        {
            yield return NoSupervisor(rows);
        }

        foreach (var need in rows.Members.Where(member => member is { SupervisorId: not null, AcceptedAt: not null })
            .GroupBy(member => member.SupervisorId!.Value).Select(members => Time(rows.Programme, members.Key, [.. members])))
        {
            yield return need;
        }

        foreach (var set in rows.Sets)
        {
            var members = rows.In(set);
            if (members.Count == 0)
            {
                continue;
            }

            yield return OfMembers(
                "accepted", set, members, member => member.AcceptedAt is not null, Weight.Hard, "said yes yet",
                "Nobody is enrolled: everybody says yes for themselves.", "your yes, and what you are willing to risk");
            foreach (var need in rows.IsCommon ? Common(rows, set, members) : Own(set, members))
            {
                yield return need;
            }
        }

        if (!rows.IsCommon)
        {
            foreach (var need in rows.Members.Where(member => member is { SupervisorId: not null, HasProblem: true })
                .GroupBy(member => member.SupervisorId!.Value).SelectMany(members => new[] { Sphere(members.Key, [.. members]), Signed(members.Key, [.. members]) }))
            {
                yield return need;
            }
        }
    }

    private static Need NoSupervisor(ReadyRows rows)
    {
        var without = rows.Members.Where(member => member.SupervisorId is null).ToList();
        return new Need(
            "list", Checklist.Ids(without.Select(member => member.PersonId)), Doer.Office, Weight.Hard,
            without.Count == 0 ? "" : $"{Checklist.Listed([.. without.Select(member => member.Name)])} {(without.Count == 1 ? "has" : "have")} no supervisor named")
        {
            Detail = "Supervisors release the time, and come to the kick-off too.",
            Where = without.Count == 1 ? $"/people/{without[0].PersonId.ToString(CultureInfo.InvariantCulture)}" : "#sets",
            Verb = "Name them",
        };
    }

    /// <summary>The time is asked for once a member has said yes, as on the supervisor's own page; who said that it can't be released is not asked again.</summary>
    private static Need Time(ProgrammeRow programme, long supervisor, IReadOnlyList<ReadyMember> members)
    {
        var open = members.Where(member => member.TimeAt is null).ToList();
        var share = programme.TimeMode == "FullTime" ? "All of their time" : $"{programme.TimeSharePercent.ToString(CultureInfo.InvariantCulture)} per cent of their time";
        var asked = open.Where(member => !member.TimeRefused).ToList();
        var whose = Whose(asked);
        return new Need(
            "time", $"{supervisor.ToString(CultureInfo.InvariantCulture)}.{Checklist.Ids(open.Select(member => member.Id))}", Doer.Supervisors, Weight.Hard,
            open.Count == 0 ? "" : open.Exists(member => member.TimeRefused) ? $"{members[0].Supervisor} can’t release {Whose([.. open.Where(member => member.TimeRefused)])} time"
                : $"{members[0].Supervisor} has not released {whose} time")
        {
            Detail = share + Span(programme),
            People = asked.Count > 0 ? Supervisor(members[0]) : [],
            Ask = $"that you release {whose} time: {char.ToLowerInvariant(share[0])}{share[1..]}",
        };
    }

    private static IEnumerable<Need> Common(ReadyRows rows, SetRow set, IReadOnlyList<ReadyMember> members)
    {
        yield return new Need(
            "chosen", set.Id.ToString(CultureInfo.InvariantCulture), Doer.Members, Weight.Hard,
            rows.Chosen.Any(one => one.SetId == set.Id) ? "" : "{set} has not chosen its problem")
        {
            Stage = Stage.FirstMeeting,
            Set = set,
            Detail = "The set chooses, by its own interest. The kick-off has time for it.",
            People = [.. members.Select(member => member.Person)],
            Ask = "which of the sponsor’s problems your set takes on",
        };
        yield return Counted("goals", set, members, member => member.HasGoal, Weight.Warn, "have written a developmental goal", "your developmental goal");
    }

    private static IEnumerable<Need> Own(SetRow set, IReadOnlyList<ReadyMember> members)
    {
        yield return OfMembers(
            "draft", set, members, member => member.HasProblem, Weight.Warn, "sent a problem to the supervisor yet",
            "The supervisor reads it next.", "a problem or opportunity of your own, for your supervisor to read");
        yield return Counted(
            "challenge", set, members, member => member.GoalAgreed, Weight.Hard, "have a developmental challenge that the supervisor agreed to",
            "a developmental challenge, agreed between member and supervisor");
    }

    private static Need Sphere(long supervisor, IReadOnlyList<ReadyMember> members)
    {
        var open = members.Where(member => !member.Confirmed).ToList();
        return new Need(
            "sphere", supervisor.ToString(CultureInfo.InvariantCulture), Doer.Supervisors, Weight.Hard,
            open.Count == 0 ? "" : $"{members[0].Supervisor} has not confirmed {Whose(open)} problem")
        {
            Stage = Stage.FirstMeeting,
            Detail = "It must lie within the supervisor’s sphere of influence.",
            People = Supervisor(members[0]),
            Ask = $"that you read {Whose(open)} problem, and confirm that it lies within your sphere or send it back",
        };
    }

    /// <summary>Work that begins on no authority is asked for again at each turn.</summary>
    private static Need Signed(long supervisor, IReadOnlyList<ReadyMember> members)
    {
        var open = members.Where(member => member is { Confirmed: true, HasAuthority: false }).ToList();
        return new Need(
            "signed", $"{supervisor.ToString(CultureInfo.InvariantCulture)}.{Checklist.Ids(open.Select(member => member.Id))}", Doer.Supervisors, Weight.Warn,
            open.Count == 0 ? "" : $"{members[0].Supervisor} has not signed what {Checklist.Listed([.. open.Select(member => member.First)])} may decide")
        {
            Stage = Stage.FirstMeeting,
            Detail = "Without it, work begins on no authority.",
            People = Supervisor(members[0]),
            Ask = $"what {Checklist.Listed([.. open.Select(member => member.First)])} may decide alone, must ask you about and may spend",
        };
    }

    private static Need OfMembers(
        string group, SetRow set, IReadOnlyList<ReadyMember> members, Func<ReadyMember, bool> has, Weight weight, string what, string detail, string ask)
    {
        var open = members.Where(member => !has(member)).ToList();
        var of = set.Id.ToString(CultureInfo.InvariantCulture);
        return new Need(
            group, weight == Weight.Hard ? of : $"{of}.{Checklist.Ids(open.Select(member => member.PersonId))}", Doer.Members, weight,
            open.Count == 0 ? "" : open.Count == members.Count && open.Count > 1 ? $"Nobody of {{set}} has {what}"
                : $"{Checklist.Listed([.. open.Select(member => member.Name)])} of {{set}} {(open.Count == 1 ? "has" : "have")} not {what}")
        {
            Set = set,
            Detail = detail,
            People = [.. open.Select(member => member.Person)],
            Ask = ask,
        };
    }

    /// <summary>
    /// Goals are between a member, the supervisor and the advisor: the board counts them and names nobody. Who came last stands in the key,
    /// so that an override does not cover whoever comes later.
    /// </summary>
    private static Need Counted(
        string group, SetRow set, IReadOnlyList<ReadyMember> members, Func<ReadyMember, bool> has, Weight weight, string what, string ask)
    {
        var done = members.Count(has);
        var of = set.Id.ToString(CultureInfo.InvariantCulture);
        return new Need(
            group, weight == Weight.Hard ? of : string.Create(CultureInfo.InvariantCulture, $"{of}.{members.Count - done}.{members.Max(member => member.Id)}"), Doer.Members, weight,
            done == members.Count ? "" : $"{(done == 0 ? "None" : Checklist.Number(done))} of {members.Count} in {{set}} {what}")
        {
            Stage = Stage.FirstMeeting,
            Set = set,
            Detail = "You see how many, and not whose.",
            People = [.. members.Select(member => member.Person)],
            Ask = ask,
        };
    }

    private static string Whose(IReadOnlyList<ReadyMember> members) => Checklist.Listed([.. members.Select(member => $"{member.First}’s")]);

    private static NeedPerson[] Supervisor(ReadyMember member) => [new NeedPerson(member.SupervisorId!.Value, member.Supervisor!, member.SupervisorEmail)];

    private static string Span(ProgrammeRow programme) => programme is { StartDate: { } start, EndDate: { } end }
        ? $", {Month(start)} to {Month(end)}." : ".";

    private static string Month(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM", CultureInfo.InvariantCulture);
}
