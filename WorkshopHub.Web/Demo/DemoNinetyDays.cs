using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.During;

namespace WorkshopHub.Web.Demo;

/// <summary>Ninety days after the final: everybody is asked what became of it; two sets and their clients have said it, the others still may.</summary>
internal static class DemoNinetyDays
{
    private static readonly (string Set, BecamePart Part, int Hour, BecameState State, double? Figure, string Text)[] _said =
    [
        ("set2", BecamePart.Owner, 10, BecameState.Kept, 598, "Every alarm still has an owner. The two that were put back stayed."),
        ("set2", BecamePart.Client, 13, BecameState.Kept, 604, "The desk is quiet enough to hear the real ones."),
        ("set4", BecamePart.Owner, 14, BecameState.Changed, null, "One list instead of four, but the volunteers are called by the night desk now, not by us."),
        ("set4", BecamePart.Client, 16, BecameState.Kept, 91, ""),
    ];

    /// <summary>Lays it out, where the demo begins so late.</summary>
    public static void Plan(DemoSets sets)
    {
        if (sets.Day.At != DemoMoment.NinetyDays)
        {
            return;
        }

        var programme = sets.Content.Programmes[0];
        var (final, id) = (programme.Workshops[^1].Date, sets.People.Programme(programme.Id));
        // Notes are kept longer than they would be by themselves: they are there to be looked at.
        sets.At(sets.On(final.AddDays(-7), 9, 0), "Notes are kept for half a year", writes => Settings.Set(writes, KeptFor.Notes, "180"));
        sets.At(sets.On(final.AddDays(Became.Days), 8, 0), "What became of it, asked", writes => new AskWhatBecame().Do(writes, Final(writes, id)));
        foreach (var said in _said)
        {
            var set = programme.Sets.First(one => one.Id == said.Set);
            var (place, member) = (sets.People.Set(set.Id), sets.People.Person(set.MemberIds[0]));
            sets.At(sets.On(final.AddDays(Became.Days), said.Hour, 20), $"{set.Name}, what became of it", writes => Became.Say(writes, new Became
            {
                OutcomeId = writes.First<long>(
                    "SELECT id FROM outcome WHERE workshop_id = @workshop AND set_id = @set AND person_id IS NULL",
                    new { workshop = Final(writes, id), set = place }),
                Part = said.Part,
                State = said.State,
                Figure = said.Figure,
                Text = said.Text,
                Version = 1,
            }, said.Part == BecamePart.Owner ? member : writes.First<long>("SELECT b.client_id FROM sets s JOIN problem b ON b.id = s.problem_id WHERE s.id = @place", new { place })));
        }
    }

    private static long Final(Writes writes, long programme) =>
        writes.First<long>("SELECT id FROM workshop WHERE programme_id = @programme AND kind = 'Final'", new { programme });
}
