using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;

namespace WorkshopHub.Web.Demo;

/// <summary>Members rank the problems; later each set wishes one, and the facilitator closes the choice.</summary>
internal static class DemoChoice
{
    /// <summary>The ranking, or the choice.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        if (line.Item.Act == "Run")
        {
            Rank(room, line);
            return;
        }

        if (line.Item.Act == "Review")
        {
            return; // the board only shows what was chosen
        }

        foreach (var (index, set) in room.Programme.Sets.Index())
        {
            room.Answers(room.At(line, 0.4 + (index * 0.08)), line, set.MemberIds[(index * 2) % 5], new Dictionary<string, string>
            {
                ["wish"] = DemoData.Text(room.Problem(set.ProblemId!)),
            });
        }

        room.Happens(room.At(line, 0.95), writes =>
            Closing.Close(writes, Choosing.Read(writes, Activity.Find(writes, room.Activities[line.Order])!), room.Facilitator));
    }

    private static void Rank(DemoRoom room, DemoLine line)
    {
        foreach (var (index, ranks) in room.Programme.Preferences!.GroupBy(one => one.PersonId).Index())
        {
            var fields = new Dictionary<string, string>();
            foreach (var one in ranks)
            {
                fields[Ranking.Field("choice", one.Rank)] = DemoData.Text(room.Problem(one.ProblemId));
                if (one.Why is { } why)
                {
                    fields[Ranking.Field("why", one.Rank)] = why;
                }
            }

            room.Answers(room.At(line, 0.3 + (index * 0.02)), line, ranks.Key, fields);
        }
    }
}
