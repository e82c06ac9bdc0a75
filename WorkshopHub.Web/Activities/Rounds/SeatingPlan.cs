using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>Makes the plan from who is here, and stores it.</summary>
public static class SeatingPlan
{
    /// <summary>
    /// Plans all rounds that have not begun. What has been stays as it was, and counts: who has met doesn't meet again
    /// while that is possible.
    /// </summary>
    /// <returns>What was done, or null where nobody is here to be seated.</returns>
    public static string? Make(Writes writes, Activity activity)
    {
        var now = Seating.Read(writes, activity);
        var begun = now.Row is { Phase: not RoundPhase.Planned } row ? row.Round : 0;
        var known = now.People.ToDictionary(one => one.ParticipantId);
        var people = now.Here.Where(one => !(known.TryGetValue(one.ParticipantId!.Value, out var seated) && seated.Gone)).ToList();
        if (people.Count < 2)
        {
            return null;
        }

        var chart = Chart(now.Settings, people, known);
        var rounds = begun > 0 ? (int)Math.Max(now.Row!.Rounds, begun) : chart.Rounds;
        if (begun == 0)
        {
            writes.Execute("DELETE FROM seating_place WHERE activity_id = @Id", activity);
            writes.Execute("DELETE FROM seating_person WHERE activity_id = @Id AND gone = 0", activity);
        }

        writes.Execute("DELETE FROM seating_place WHERE activity_id = @Id AND round > @begun", new { activity.Id, begun });
        writes.Execute("""
            INSERT INTO seating (activity_id, tables, rounds) VALUES (@Id, @tables, @rounds)
            ON CONFLICT (activity_id) DO UPDATE SET tables = max(@tables, iif(@begun > 0, tables, 0)), rounds = @rounds, version = version + 1
            """, new { activity.Id, tables = chart.Tables, rounds, begun });
        foreach (var seat in chart.Seats)
        {
            writes.Execute("""
                INSERT INTO seating_person (activity_id, participant_id, fixed_table, stays, turn)
                VALUES (@activity, @Id, @Fixed, @Stays, @Turn)
                ON CONFLICT (activity_id, participant_id) DO UPDATE SET fixed_table = @Fixed, stays = @Stays, turn = @Turn
                """, new { activity = activity.Id, seat.Seated.Id, seat.Seated.Fixed, seat.Stays, seat.Turn });
        }

        var plan = now.Settings.Mixing == Mixing.InSets
            ? [.. Enumerable.Range(0, rounds).Select(_ => chart.Seats.Select(seat => seat.Seated.Fixed ?? 1).ToArray())]
            : SeatPlanner.Plan([.. chart.Seats.Select(seat => seat.Seated)], chart.Tables, rounds - (int)begun, MetIn(now, begun));
        for (var round = (int)begun; round < rounds; round++)
        {
            foreach (var (at, seat) in chart.Seats.Index())
            {
                writes.Execute(
                    "INSERT INTO seating_place (activity_id, round, participant_id, table_no) VALUES (@Id, @round, @who, @table)",
                    new { activity.Id, round = round + 1, who = seat.Seated.Id, table = plan[now.Settings.Mixing == Mixing.InSets ? round : round - (int)begun][at] });
            }
        }

        return $"{people.Count} people at {Many(chart.Tables, "table")}, {Many(rounds, "round")}.";

        static string Many(long count, string what) => count == 1 ? $"1 {what}" : FormattableString.Invariant($"{count} {what}s");
    }

    /// <summary>How many tables mixed tables need: none smaller than two people, at least two from four people on.</summary>
    public static int TablesFor(int people, int size) =>
        Math.Clamp((int)Math.Round(people / (double)size, MidpointRounding.AwayFromZero), people >= 4 ? 2 : 1, Math.Max(1, people / 2));

    private static SeatingChart Chart(RoundsSettings settings, List<RoomPerson> people, Dictionary<long, SeatedPerson> known)
    {
        var members = people.Where(one => one is { Role: Role.Member, SetId: not null }).GroupBy(one => one.SetId!.Value)
            .OrderBy(set => set.Key).ToList();
        if (settings.Mixing == Mixing.InSets)
        {
            var sets = people.Select(one => one.SetId!.Value).Distinct().Order().ToList();
            var turns = members.SelectMany(set => set.Index()).ToDictionary(one => one.Item.ParticipantId!.Value, one => one.Index + 1);
            return new(
                [
                    .. people.Select(one => new SeatChart(
                        Of(one, sets.IndexOf(one.SetId!.Value) + 1), false, turns.GetValueOrDefault(one.ParticipantId!.Value))),
                ],
                sets.Count, Math.Clamp(turns.Values.DefaultIfEmpty(1).Max(), 1, 12));
        }

        var stays = settings.Mixing == Mixing.OneStays;
        var tables = stays && members.Count >= 2
            ? Math.Min(members.Count, people.Count / 2) : TablesFor(people.Count, settings.TableSize);
        var hosts = !stays ? [] : members.Select(set => set.First()).Take(tables).ToList();
        if (stays && hosts.Count < tables)
        {
            hosts = [.. hosts, .. people.Except(hosts).Take(tables - hosts.Count)];
        }

        return new(
            [
                .. people.Select(one => hosts.IndexOf(one) is >= 0 and var at
                    ? new SeatChart(Of(one, at + 1), true, 0)
                    : new SeatChart(Of(one, KeptBy(one)), false, 0)),
            ],
            tables, settings.Rounds);

        int? KeptBy(RoomPerson one) =>
            known.TryGetValue(one.ParticipantId!.Value, out var was) && was is { Stays: false, FixedTable: { } table } && table <= tables
                ? (int)table : null;
    }

    private static Seated Of(RoomPerson one, int? table) => new(
        one.ParticipantId!.Value, one.SetId, one.PersonId, one.SupervisorId, one.Role is Role.Sponsor or Role.Client, table);

    private static IEnumerable<(long, long)> MetIn(Seating now, long upTo) =>
        from table in now.Places.Where(place => place.Key.Round <= upTo).GroupBy(place => (place.Key.Round, place.Value))
        from one in table
        from other in table
        where one.Key.Participant < other.Key.Participant
        select (one.Key.Participant, other.Key.Participant);

    private sealed record SeatChart(Seated Seated, bool Stays, int Turn);

    private sealed record SeatingChart(IReadOnlyList<SeatChart> Seats, int Tables, int Rounds);
}
