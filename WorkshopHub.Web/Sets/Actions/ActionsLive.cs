using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>All pushes of actions, to the people of their set and to nobody else.</summary>
public sealed class ActionsLive(LiveWire wire, Db db)
{
    private const string Folder = "~/Sets/Actions/";

    /// <summary>What was agreed in an airtime, as all who are in it see it.</summary>
    public static Piece Slot(long set, long slot) => new(
        $"acts-{slot}", reads => new PieceState.Put($"{Folder}_SlotActions.cshtml", new SlotActions(slot, SetAction.OfSlot(reads, set, slot))));

    /// <summary>What comes up at a meeting, and what was told there.</summary>
    public static Piece Report(long set, long meeting) => new(
        $"rb-{meeting}", reads => new PieceState.Put($"{Folder}_ReportList.cshtml", ReportList.Read(reads, set, meeting)));

    /// <summary>An action of a set changed: who follows its open meeting sees it, on the page of the airtime in which it was agreed too.</summary>
    public async Task ChangedAsync(long set, long? slot, CancellationToken stop)
    {
        if (slot is { } agreed)
        {
            wire.Changed(Slot(set, agreed), Channels.Space(set));
        }

        if (await db.ReadAsync(reads => reads.First<long?>("SELECT id FROM set_meeting WHERE set_id = @set AND state = 'Open'", new { set }), stop) is { } meeting)
        {
            wire.Changed(Report(set, meeting), Channels.Space(set));
        }
    }
}

/// <summary>What was agreed in an airtime.</summary>
/// <param name="Slot">The airtime.</param>
/// <param name="Actions">Its actions.</param>
public sealed record SlotActions(long Slot, IReadOnlyList<SetAction> Actions);

/// <summary>What comes up at a meeting, for whoever follows.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Actions">What was told first, then what waits.</param>
public sealed record ReportList(long Meeting, IReadOnlyList<SetAction> Actions)
{
    /// <summary>As it is now.</summary>
    public static ReportList Read(Reads reads, long set, long meeting) => new(
        meeting, MeetingActions.Of(reads, set, meeting, reads.First<string>("SELECT date FROM set_meeting WHERE id = @meeting", new { meeting }) ?? ""));

    /// <summary>The first that waits, or null.</summary>
    public SetAction? Now => Actions.FirstOrDefault(action => !MeetingActions.WasTold(action, Meeting));
}
