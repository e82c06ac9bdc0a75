using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>
/// What the facilitator does with the sets' wishes. Sets that wish the same talk, are asked again, and if they still
/// wish it the one with the lower mean rank keeps it; of a tie the sponsor chooses. Each answers what happened, in words.
/// </summary>
public static class Closing
{
    /// <summary>What a set's problem is called among the things that are carried over.</summary>
    public const string Target = "SetProblem";

    /// <summary>Sets that wish the same begin to talk.</summary>
    public static string Talk(Writes writes, Choosing now, long problem)
    {
        var sets = now.Collisions.First(one => one.Problem == problem).Sets;
        var minutes = PreferenceSettings.Parse(now.Activity.Settings).TalkMinutes;
        writes.Execute("""
            INSERT INTO preference_talk (activity_id, problem_id, sets, started_at, ends_at) VALUES (@Id, @problem, @sets, @Now, @ends)
            ON CONFLICT (activity_id, problem_id) DO UPDATE SET sets = @sets, started_at = @Now, ends_at = @ends, asked_at = NULL
            """, new
        {
            now.Activity.Id,
            problem,
            writes.Now,
            sets = JsonSerializer.Serialize(sets.Select(set => set.Id)),
            ends = Utc.Text(Utc.Parse(writes.Now).AddMinutes(minutes)),
        });
        return $"{Names(sets)} talk for {minutes} minutes. Their phones say so.";
    }

    /// <summary>After the talk: their phones ask again, and the old wishes are gone.</summary>
    public static string Ask(Writes writes, Choosing now, long problem)
    {
        var sets = now.Talks.First(one => one.ProblemId == problem).SetIds;
        writes.Execute("UPDATE preference_talk SET asked_at = @Now WHERE activity_id = @Id AND problem_id = @problem",
            new { now.Activity.Id, problem, writes.Now });
        foreach (var set in sets)
        {
            writes.Execute("DELETE FROM preference_wish WHERE activity_id = @Id AND set_id = @set AND problem_id = @problem",
                new { now.Activity.Id, set, problem });
        }

        return $"{Names([.. sets.Select(now.SetOf)])} are asked again.";
    }

    /// <summary>Gives every set what it alone wishes, and settles what was talked about and asked again.</summary>
    public static string Close(Writes writes, Choosing now, long? by)
    {
        var open = new List<string>();
        var given = 0;
        foreach (var set in now.Sets.Where(set => now.ChoiceOf(set.Id) is null))
        {
            if (now.Differs(set.Id))
            {
                open.Add($"{set.Name}’s phones differ");
            }
            else if (now.WishOf(set.Id) is not { } wish)
            {
                open.Add($"{set.Name} has not chosen");
            }
            else if (now.Collisions.All(one => one.Problem != wish))
            {
                Give(writes, now, set, wish, "Wish", now.RoomOf(wish) > 1 ? "The set’s own choice; the sponsor lets two sets take it."
                    : now.Talks.Any(talk => talk.ProblemId == wish && talk.SetIds.Contains(set.Id))
                    ? "The set’s own choice, after it had talked with the other that wished it."
                    : "The set’s own choice; no other set wished it.", by);
                given++;
            }
        }

        foreach (var (problem, sets) in now.Collisions)
        {
            if (now.Talks.FirstOrDefault(talk => talk.ProblemId == problem) is not { AskedAt: not null } talk
                || sets.Any(set => !talk.SetIds.Contains(set.Id)))
            {
                open.Add($"{Names(sets)} wish the same and have yet to talk and be asked again");
            }
            else
            {
                var (left, room) = (sets.ToList(), now.RoomLeft(problem));
                while (room > 0 && now.Strongest(problem, left) is var keepers && keepers.Count <= room)
                {
                    foreach (var keeper in keepers)
                    {
                        Give(writes, now, keeper, problem, "MeanRank", ReasonOf(now, problem, keeper, sets), by);
                        left.Remove(keeper);
                    }

                    (given, room) = (given + keepers.Count, room - keepers.Count);
                }

                if (room > 0)
                {
                    open.Add($"{Names(now.Strongest(problem, left))} want it equally: the sponsor chooses");
                }
                else
                {
                    Free(writes, now, problem);
                    open.AddRange(left.Select(set => $"{set.Name} chooses another"));
                }
            }
        }

        var told = given == 0 ? "Nothing was given." : given == 1 ? "One set has its problem." : $"{given} sets have their problem.";
        return open.Count == 0 ? $"{told} The choice is closed." : $"{told} Still open: {string.Join("; ", open)}.";
    }

    /// <summary>The sponsor has chosen of sets that want it equally.</summary>
    public static string Sponsor(Writes writes, Choosing now, long problem, RoomSet keeper, string reason, long? by)
    {
        var others = Names([.. now.Collisions.First(one => one.Problem == problem).Sets.Where(set => set.Id != keeper.Id)]);
        Give(writes, now, keeper, problem, "Sponsor", $"{others} wanted it equally after talking. The sponsor chose: {reason}", by);
        if (now.RoomLeft(problem) == 1)
        {
            Free(writes, now, problem);
        }

        return $"{keeper.Name} keeps {now.TitleOf(problem)}. {others} can choose another.";
    }

    /// <summary>Whether sets want a problem equally, have talked and been asked again: the sponsor's choice.</summary>
    public static bool IsTie(Choosing now, long problem) =>
        now.Collisions.FirstOrDefault(one => one.Problem == problem) is { Sets: { } sets }
        && now.Talks.Any(talk => talk.ProblemId == problem && talk.AskedAt is not null && sets.All(set => talk.SetIds.Contains(set.Id)))
        && now.Strongest(problem, sets).Count > 1;

    /// <summary>Takes back what was given, when the activity is opened again or the carrying over is undone.</summary>
    public static void PutBack(Writes writes, Carried carried)
    {
        if (carried is { Target: Target, SetId: { } set, ThingId: { } problem })
        {
            var before = long.TryParse(carried.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var was) ? was : (long?)null;
            ProblemCommands.TakeBack(writes, set, problem, before, null);
            writes.Execute(
                "DELETE FROM preference_choice WHERE activity_id = @ActivityId AND set_id = @set AND problem_id = @problem",
                new { carried.ActivityId, set, problem });
        }
    }

    /// <summary>Names in a row.</summary>
    public static string Names(IReadOnlyList<RoomSet> sets) => sets.Count == 1 ? sets[0].Name
        : $"{string.Join(", ", sets.SkipLast(1).Select(set => set.Name))} and {sets[^1].Name}";

    private static string ReasonOf(Choosing now, long problem, RoomSet keeper, IReadOnlyList<RoomSet> sets) =>
        $"{Names([.. sets.Where(set => set.Id != keeper.Id)])} still wished it after talking. The lower mean rank keeps it: "
        + string.Join(", ", sets.OrderBy(set => now.MeanIn(set.Id, problem)).Select(set => string.Create(
            CultureInfo.InvariantCulture, $"{set.Name} {now.MeanIn(set.Id, problem):0.0#}"))) + ".";

    private static void Give(Writes writes, Choosing now, RoomSet set, long problem, string how, string reason, long? by)
    {
        var before = ProblemCommands.Choose(writes, set.Id, problem, reason, by);
        writes.Execute("""
            INSERT INTO preference_choice (activity_id, set_id, problem_id, how, reason, at, by)
            VALUES (@Id, @set, @problem, @how, @reason, @Now, @by)
            """, new { now.Activity.Id, set = set.Id, problem, how, reason, writes.Now, by });
        Carried.Add(writes, new Carried
        {
            ActivityId = now.Activity.Id,
            Target = Target,
            SetId = set.Id,
            ThingId = problem,
            Text = $"{now.TitleOf(problem)}. {reason}",
            Before = before?.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <summary>No more sets can have it: who wished it and has not got it chooses another.</summary>
    private static void Free(Writes writes, Choosing now, long problem) => writes.Execute(
        """
        DELETE FROM preference_wish
        WHERE activity_id = @Id AND problem_id = @problem
          AND set_id NOT IN (SELECT set_id FROM preference_choice WHERE activity_id = @Id AND problem_id = @problem)
        """,
        new { now.Activity.Id, problem });
}
