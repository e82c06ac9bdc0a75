using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Demo;

/// <summary>What sets decided on the way; what needs the sponsor they show with two yeses, and the sponsor answers it.</summary>
internal static class DemoDecisions
{
    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        foreach (var one in programme.Decisions)
        {
            var set = programme.Sets.First(set => set.Id == one.SetId);
            var (id, first, second) = (sets.People.Set(set.Id), sets.People.Person(set.MemberIds[0]), sets.People.Person(set.MemberIds[1]));
            var what = $"{set.Name}, a decision";
            sets.At(sets.On(one.OnDate, 15, 10), what, writes => WorkDecision.Add(
                writes, Place.OfSet(writes, id)!, new DecisionForm
                {
                    Text = one.Text,
                    Ground = one.Ground,
                    Whom = one.Whom,
                    NeededBy = one.NeededBy is { } day ? LocalDay.Text(sets.Day.Date(day)) : "",
                    Token = Tokens.New(),
                }, Today(writes), first));
            if (one.ShownOn is { } shown)
            {
                sets.At(sets.On(shown, 16, 5), what, writes =>
                {
                    Sharing.Give(writes, "Decision", $"{Now(writes).Id}", id, null, "Sponsor", first);
                    Sharing.Confirm(writes, id, writes.First<long>("SELECT max(id) FROM share WHERE set_id = @id", new { id }), second);
                });
            }

            foreach (var answer in one.Answers ?? [])
            {
                var sponsor = sets.People.Person(programme.Roles.First(role => role.Role == "Sponsor").PersonId);
                sets.At(sets.On(answer.On, 8, 40), what, writes =>
                {
                    if (ShownDecision.Find(writes, Now(writes).Id, sponsor) is { } there)
                    {
                        DecisionAnswers.Say(writes, there, new AnswerForm
                        {
                            Says = answer.Says,
                            Text = answer.Text,
                            Due = answer.Due is { } due ? LocalDay.Text(sets.Day.Date(due)) : "",
                            Seen = there.Version,
                            Version = there.AnswerVersion,
                        }, sponsor);
                    }
                });
            }

            WorkDecision Now(Reads reads) => WorkDecision.Of(reads, id, null).First(there => there.Text == one.Text);
        }
    }

    private static DateOnly Today(Writes writes) => LocalDay.Today(writes, Utc.Parse(writes.Now));
}
