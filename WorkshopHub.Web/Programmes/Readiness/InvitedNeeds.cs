namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>Whether everybody comes to the kick-off: members, their supervisors and everybody around the sets.</summary>
internal static class InvitedNeeds
{
    /// <summary>
    /// A warning for each who said no, and how many have not answered. Nothing before the kick-off has a date, since nobody is asked then, and nothing
    /// once the programme has begun, since it is over.
    /// </summary>
    public static IEnumerable<Need> Of(ReadyRows rows)
    {
        if (rows.Programme.State is not ("Draft" or "Recruiting" or "Ready") || rows.Workshops.All(workshop => workshop.Kind != "KickOff"))
        {
            yield break;
        }

        var invited = rows.Members.Select(member => member.Person)
            .Concat(rows.Members.Where(member => member.SupervisorId is not null).Select(member => new NeedPerson(member.SupervisorId!.Value, member.Supervisor!, member.SupervisorEmail)))
            .Concat(rows.Roles.Where(role => role.Role != "Facilitator").Select(role => new NeedPerson(role.PersonId, role.Name, role.Email)))
            .DistinctBy(person => person.Id).ToList();
        var away = invited.Where(person => rows.Replies.TryGetValue(person.Id, out var comes) && !comes).ToList();
        foreach (var person in away)
        {
            yield return new Need("coming", $"{person.Id}", Doer.Invited, Weight.Warn, $"{person.Name} can’t come to the kick-off")
            {
                Detail = "Somebody may stand in, or they meet the people that they answer for on another day.",
                People = [person],
                Ask = "somebody who stands in for you at the kick-off, or a day on which you meet your people",
            };
        }

        if (away.Count == 0)
        {
            yield return new Need("coming", "", Doer.Invited, Weight.Warn, "");
        }

        var silent = invited.Where(person => !rows.Replies.ContainsKey(person.Id)).ToList();
        yield return new Need(
            "replies", "", Doer.Invited, Weight.Show,
            silent.Count == 0 ? "" : $"{Checklist.Number(silent.Count)} of {invited.Count} people {(silent.Count == 1 ? "has" : "have")} not said whether they come")
        {
            Detail = "Everybody answers on their own page.",
            People = silent,
            Ask = "whether you come to the kick-off",
        };
    }
}
