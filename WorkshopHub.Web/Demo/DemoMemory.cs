using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Demo;

/// <summary>After the final: what the sets and their members release for the whole organisation, so that the next programme starts from it. One set keeps its own.</summary>
internal static class DemoMemory
{
    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets)
    {
        var programme = sets.Content.Programmes[0];
        var day = programme.Workshops[^1].Date.AddDays(1);
        foreach (var (place, set) in programme.Sets.Index())
        {
            var id = sets.People.Set(set.Id);
            var members = set.MemberIds.Select(sets.People.Person).ToList();
            if (place < programme.Sets.Count - 1)
            {
                sets.At(sets.On(day, 10, place), $"{set.Name}, what it released", writes => Together(writes, new SharedOutcomes(), id, members[0], members[1]));
                sets.At(sets.On(day, 11, place), $"{set.Name}, what it let others know", writes => Together(writes, new SharedLearnings(), id, members[1], members[2]));
            }

            foreach (var (index, member) in members.Index().Where(one => one.Index % 2 == 0))
            {
                sets.At(sets.On(day, 14, (place * 6) + index), $"{set.Name}, what a member released", writes =>
                {
                    if (IsOver(writes, id) && new SharedPosts().Of(writes, id, member) is [var post, ..])
                    {
                        Sharing.Give(writes, "Post", post.Id, id, member, "Organisation", member);
                    }
                });
            }
        }
    }

    // Where the demo stands in the middle of the final, the day after it has not come yet, whatever day of the week it is.
    private static bool IsOver(Writes writes, long set) =>
        Moments.Of(writes, writes.First<long>("SELECT programme_id FROM sets WHERE id = @set", new { set })).AtFinal;

    private static void Together(Writes writes, IShareable room, long set, long first, long second)
    {
        if (IsOver(writes, set) && room.Of(writes, set, first) is [var one, ..] && Sharing.Give(writes, room.Kind, one.Id, set, null, "Organisation", first))
        {
            Sharing.Confirm(writes, set, writes.First<long>("SELECT max(id) FROM share WHERE kind = @Kind AND thing_id = @Id", new { room.Kind, one.Id }), second);
        }
    }
}
