using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>Tells everybody whom a press concerns, after the commit.</summary>
public sealed class Told(
    Db db, WorkshopsLive live, JoinLive joins, ScreensLive screens, Connections connections, ActivityKinds kinds)
{
    /// <summary>Tells control rooms, phones, walls and the kinds of what a press has done.</summary>
    public async Task AllAsync(long workshop, Presses.Known press)
    {
        switch (press.Touches)
        {
            case Touches.Item:
                await live.NowChangedAsync(workshop);
                live.ItemChanged(workshop);
                await KindsAsync(workshop);
                break;
            case Touches.Now:
                await live.NowChangedAsync(workshop);
                await KindsAsync(workshop);
                break;
            case Touches.Say:
                live.SayChanged(workshop);
                screens.SayChanged(workshop);
                break;
            case Touches.Screen when press.Verb == "unpair":
                screens.Unpaired(press.Thing);
                await screens.StageChangedAsync(workshop); // others may show what only it showed
                live.ScreensChanged(workshop);
                break;
            case Touches.Screen when press.Verb != "pair":
                screens.ScreenChanged(press.Thing);
                live.ScreensChanged(workshop);
                break;
            case Touches.Screens:
                await screens.StageChangedAsync(workshop);
                live.ScreensChanged(workshop);
                break;
            case Touches.Screen:
                live.ScreensChanged(workshop);
                break;
            case Touches.People:
                await PeopleAsync(workshop, press);
                break;
            default:
                live.SwitchChanged(workshop);
                break;
        }
    }

    /// <summary>The kinds say what follows when their activity opens or closes: what was counted is revealed.</summary>
    private async Task KindsAsync(long workshop)
    {
        var changed = await db.ReadAsync(reads => reads.Query<long>("""
            SELECT activity_id FROM agenda_item WHERE workshop_id = @workshop AND started_at IS NOT NULL
            ORDER BY ifnull(ended_at, '9') DESC LIMIT 2
            """, new { workshop }).Distinct().Select(id => Activity.Find(reads, id)).OfType<Activity>().ToList());
        foreach (var activity in changed.Where(activity => kinds.Has(activity.Kind)))
        {
            kinds.Of(activity).AnnounceState(activity);
        }
    }

    private async Task PeopleAsync(long workshop, Presses.Known press)
    {
        var participant = press.Verb is "let-in" or "refuse"
            ? await db.ReadAsync(reads => reads.First<long>("SELECT participant_id FROM claim WHERE id = @Thing", press))
            : press.Thing;
        if (press.Verb is "vouch" or "free")
        {
            connections.Abort(participant: participant);
        }

        joins.ClaimChanged(workshop, participant);
        live.PeopleChanged(workshop);
        screens.Presence(workshop);
    }
}
