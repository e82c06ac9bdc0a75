using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Asking;

namespace WorkshopHub.Web.Demo;

/// <summary>What members of sets ask another set, or one person, between their meetings.</summary>
internal static class DemoAsks
{
    /// <summary>Lays them out.</summary>
    public static void Plan(DemoSets sets)
    {
        Ask(sets, new DateOnly(2026, 5, 12), "set1", "m13", $"set-{sets.People.Set("set2")}",
            "When you went to the night shift for the first time: who let you in, and what did you say to them?",
            "m22", "The deputy did. We said that we would listen for one night and write nothing down. The second night they asked us to.");
        Ask(sets, new DateOnly(2026, 6, 23), "set6", "m61", $"set-{sets.People.Set("set1")}", "You walk with the gangs every week. What made them tell you the truth?", null, null);
        Ask(sets, new DateOnly(2026, 6, 24), "set1", "m15", $"person-{sets.People.Person("cl4")}", "What does a job that was closed look like from your desk, a month later?", null, null);
    }

    private static void Ask(DemoSets sets, DateOnly date, string set, string asker, string whom, string text, string? answerer, string? answer)
    {
        var key = Tokens.New();
        sets.At(sets.On(date, 11, 20), "A question between meetings", writes =>
            AskCommands.Ask(writes, sets.People.Set(set), new AskForm { Key = key, Whom = whom, Text = text }, sets.People.Person(asker)));
        if (answerer is not null)
        {
            sets.At(sets.On(date.AddDays(2), 9, 5), "An answer between meetings", writes =>
                AskCommands.Answer(writes, SetAsk.Find(writes, key)!, 1, answer, sets.People.Person(answerer)));
        }
    }
}
