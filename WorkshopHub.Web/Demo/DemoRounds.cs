using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Rounds;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>Conversation rounds: the seats are planned from who is there, and the facilitator's signals lead from table to table.</summary>
internal static class DemoRounds
{
    private static readonly TimeSpan _walk = TimeSpan.FromSeconds(70);

    /// <summary>The plan, and the signals up to now.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        var begin = room.Hours.Began(line.Order) + TimeSpan.FromSeconds(20);
        var settings = RoundsSettings.Parse(line.Item.Settings?.GetRawText() ?? "{}");
        Until(begin, writes => SeatingPlan.Make(writes, Activity.Find(writes, room.Activities[line.Order])!));
        for (var round = 0; round < settings.Rounds; round++)
        {
            var starts = begin + TimeSpan.FromSeconds(20) + (TimeSpan.FromMinutes(line.Minutes - 1) * round / settings.Rounds);
            Until(starts, writes => Next(writes, RoundPhase.Planned, RoundPhase.Talking));
            Until(starts + _walk, writes => Next(writes, RoundPhase.Moving));
        }

        Until(begin + TimeSpan.FromMinutes(line.Minutes - 0.5), writes => Next(writes, RoundPhase.Talking));

        void Until(DateTimeOffset at, Action<Writes> act)
        {
            if (!room.IsRunning || at < room.Day.Now)
            {
                room.Happens(at, act);
            }
        }

        void Next(Writes writes, params RoundPhase[] phases)
        {
            var now = Seating.Read(writes, Activity.Find(writes, room.Activities[line.Order])!);
            if (now.Row is { } row && phases.Contains(row.Phase))
            {
                SeatingMoves.Next(writes, now);
            }
        }
    }
}
