using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Demo;

/// <summary>What the sponsor said of a next step: one is done in time, the others still wait to be told of.</summary>
internal static class DemoNextSteps
{
    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        var final = programme.Workshops[^1].Date;
        var set = programme.Sets.First(one => one.Id == "set3");
        var sponsor = sets.People.Person(programme.Roles.First(role => role.Role == "Sponsor").PersonId);
        sets.At(sets.On(final.AddDays(9), 17, 20), $"{set.Name}, its next step", writes =>
        {
            var workshop = writes.First<long>(
                "SELECT id FROM workshop WHERE programme_id = @programme AND kind = 'Final'", new { programme = sets.People.Programme(programme.Id) });
            var answer = OutcomeAnswer.Of(writes, workshop).First(one => one.SetId == sets.People.Set(set.Id));
            NextStep.Say(writes, answer, answer.Version, new NextStep { State = "Done", Note = "All four know, and who stands in until March" }, sponsor);
        });
    }
}
