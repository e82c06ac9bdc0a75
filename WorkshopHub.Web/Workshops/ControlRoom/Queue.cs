using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>
/// What people sent, for the facilitator: of what runs now, or of what ran last where people sent something, so that a
/// late look at it is still possible while somebody speaks. Once it is held, only what came late is still sorted. The kind of the activity brings the words and the buttons.
/// </summary>
public static class Queue
{
    /// <summary>The kind's partial and its model; null where nothing of that sort has run.</summary>
    public static (string Partial, object Model)? Read(Reads reads, ActivityKinds kinds, long workshop, string tab)
    {
        var second = tab == SecondRoom.Tab || tab.StartsWith(SecondRoom.Tab + "-", StringComparison.Ordinal);
        var within = second ? tab[SecondRoom.Tab.Length..].TrimStart('-') : tab;
        var held = reads.First<bool>("SELECT state = 'Held' FROM workshop WHERE id = @workshop", new { workshop });
        var ran = reads.Query<long>("""
            SELECT i.activity_id FROM agenda_item i JOIN workshop w ON w.id = i.workshop_id
            WHERE i.workshop_id = @workshop AND i.started_at IS NOT NULL
            ORDER BY i.id = CASE WHEN @second AND w.second_item_id IS NOT NULL THEN w.second_item_id ELSE w.current_item_id END DESC, i.started_at DESC
            """, new { workshop, second });
        foreach (var id in ran.Distinct())
        {
            if (Activity.Find(reads, id) is { } activity && kinds.Has(activity.Kind)
                && (!held || kinds.Of(activity).IsSortedAfterwards)
                && kinds.Of(activity).ControlModel(reads, activity, within) is { } model)
            {
                return (kinds.Of(activity).Partial("Control"), model);
            }
        }

        return null;
    }
}
