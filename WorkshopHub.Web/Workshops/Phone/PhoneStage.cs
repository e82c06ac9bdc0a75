using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>What phones show of what is now. It depends on the room and not on who looks.</summary>
/// <param name="State">Planned, Live or Held.</param>
/// <param name="Context">What is now.</param>
/// <param name="KindPartial">The kind's partial; null where nothing runs or the phone only listens.</param>
/// <param name="Roles">The roles that take part; empty means everybody.</param>
/// <param name="Stamp">Where the room's channel stands, for data-live; null in pushes.</param>
/// <param name="Revision">The revision that it was read at.</param>
public sealed record PhoneStage(
    string State, PhoneContext Context, string? KindPartial, IReadOnlyList<Role> Roles, string? Stamp, long Revision)
{
    /// <summary>Whether whoever looks takes no part and reads along what the others write.</summary>
    public bool ReadsAlong { get; init; }

    /// <summary>
    /// Whether its time counts down: not where nobody can write any more; what looks at a closed one again has a time of its own.
    /// </summary>
    public bool Counts => Context.Activity is not { State: ActivityState.Closed, Act: ItemAct.Run };

    /// <summary>What the stage is of: another value means that it is replaced as a whole.</summary>
    public string Item => $"{State}-{Context.ItemId}-{Context.Activity?.State}-{(KindPartial is not null ? "take-part" : ReadsAlong ? "read" : "listen")}";

    /// <summary>The activity of now, in the room where a set sits; null where nothing runs.</summary>
    public static Activity? ActivityNow(Reads reads, long workshop, long? set) => reads.First<long?>(
        """
        SELECT i.activity_id FROM agenda_item i JOIN workshop w ON w.id = i.workshop_id
        WHERE i.workshop_id = @workshop AND w.state = 'Live' AND i.state = 'Running' AND i.room IN (0, @room)
        ORDER BY i.position, i.id LIMIT 1
        """,
        new { workshop, room = SecondRoom.Of(reads, workshop, set) }) is { } id ? Activity.Find(reads, id) : null;

    /// <summary>The stage as it is now; null where there is no such workshop.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="kinds">All kinds of activity.</param>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">The moment.</param>
    /// <param name="roles">The roles of whoever looks; null for everybody who takes part.</param>
    /// <param name="stamp">Where the room's channel stood before the snapshot; null in pushes.</param>
    /// <param name="typed">What was typed and could not be taken.</param>
    /// <param name="room">The room where the phone is, 1 or 2.</param>
    public static PhoneStage? Read(
        Reads reads, ActivityKinds kinds, long workshop, DateTimeOffset now, IReadOnlyList<Role>? roles, string? stamp, Typed? typed = null, int room = 1)
    {
        if (Show.Read(reads, workshop, now) is not { } show)
        {
            return null;
        }

        var item = show.Workshop.State == "Live" ? show.NowIn(room) : null;
        var activity = item is null ? null : Activity.Find(reads, item.ActivityId);
        var kind = activity is null ? null : kinds.Of(activity);
        var programme = reads.First<string>(
            "SELECT p.name FROM programme p JOIN workshop w ON w.programme_id = p.id WHERE w.id = @workshop",
            new { workshop });
        var context = new PhoneContext
        {
            WorkshopId = workshop,
            WorkshopTitle = show.Workshop.Title,
            ProgrammeName = programme ?? "",
            ItemId = item?.Id ?? 0,
            Number = item is null ? 0 : show.Items.Count(other => other.State != "Skipped" && other.Position <= item.Position),
            Of = show.Items.Count(other => other.State != "Skipped"), // as on the walls
            Activity = activity,
            Timer = item is null ? null : new TimerView(
                item.Timer.EndsUnixMs, (long)Math.Ceiling(item.Timer.Left(now).TotalSeconds)),
            EndsAt = item?.Timer.Ends is { } ends ? show.Local(ends) : null,
            NextTitle = show.Next?.Title,
            NextAt = show.Next?.Real is { } real ? show.Local(real) : null,
            Model = activity is null ? null : kind!.PhoneModel(reads, activity),
            Settings = activity is null ? null : kind!.SettingsOf(activity.Settings),
            Heading = activity is null ? "" : kind!.HeadingOf(activity),
            Typed = typed,
        };
        var takesPart = activity is not null && (roles is null || roles.Any(role => kind!.IsFor(activity, role)));
        return new PhoneStage(
            show.Workshop.State, context, takesPart ? kind!.Partial("Phone") : null, TakingPart(kind, activity), stamp, reads.Revision)
        {
            ReadsAlong = !takesPart && activity is not null && roles!.Any(role => kind!.ReadsAlong(activity, role)),
        };
    }

    private static IReadOnlyList<Role> TakingPart(ActivityKind? kind, Activity? activity) => activity is null || activity.Roles.Count == 0 ? []
        : [.. Enum.GetValues<Role>().Where(role => kind!.IsFor(activity, role))];
}
