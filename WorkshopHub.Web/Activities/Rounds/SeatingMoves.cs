using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>What happens to a plan while people use it. Each answers what was done, or null where it can't be done now.</summary>
public static class SeatingMoves
{
    /// <summary>The facilitator's signal: to the tables of the next round, the time of the round begins, or it is over.</summary>
    public static string? Next(Writes writes, Seating now)
    {
        var row = now.Row!;
        var (round, phase, seconds) = row.Phase switch
        {
            RoundPhase.Planned => (1L, RoundPhase.Moving, now.Settings.MoveSeconds),
            RoundPhase.Moving => (row.Round, RoundPhase.Talking, now.Settings.Minutes * 60),
            RoundPhase.Talking when row.Round >= row.Rounds => (row.Round, RoundPhase.Over, 0),
            RoundPhase.Talking when now.Settings.Mixing == Mixing.InSets => (row.Round + 1, RoundPhase.Talking, now.Settings.Minutes * 60),
            RoundPhase.Talking => (row.Round + 1, RoundPhase.Moving, now.Settings.MoveSeconds),
            _ => (0L, RoundPhase.Over, 0),
        };
        if (round == 0)
        {
            return null;
        }

        Set(writes, now, round, phase, seconds == 0 ? null : Utc.Parse(writes.Now).AddSeconds(seconds));
        return phase switch
        {
            RoundPhase.Moving => $"To the tables of round {round}.",
            RoundPhase.Talking => $"Round {round} has begun.",
            _ => "The rounds are over.",
        };
    }

    /// <summary>Takes the last signal back.</summary>
    public static string? Back(Writes writes, Seating now)
    {
        var row = now.Row!;
        if (row.Phase == RoundPhase.Planned)
        {
            return null;
        }

        var full = Utc.Parse(writes.Now).AddSeconds(now.Settings.Minutes * 60);
        (long Round, RoundPhase Phase, DateTimeOffset? Ends) to = row.Phase switch
        {
            RoundPhase.Over => (row.Round, RoundPhase.Talking, full),
            RoundPhase.Talking when now.Settings.Mixing == Mixing.InSets && row.Round > 1 => (row.Round - 1, RoundPhase.Talking, full),
            RoundPhase.Talking => (row.Round, RoundPhase.Moving, Utc.Parse(writes.Now).AddSeconds(now.Settings.MoveSeconds)),
            _ when row.Round > 1 => (row.Round - 1, RoundPhase.Talking, full),
            _ => (0, RoundPhase.Planned, null),
        };
        Set(writes, now, to.Round, to.Phase, to.Ends);
        return "One step back.";
    }

    /// <summary>One minute more for what is now; a time that is over runs anew from now.</summary>
    public static string? More(Writes writes, Seating now)
    {
        if (now.Row?.EndsAt is not { } ends)
        {
            return null;
        }

        var from = Utc.Parse(ends) > Utc.Parse(writes.Now) ? Utc.Parse(ends) : Utc.Parse(writes.Now);
        Set(writes, now, now.Row.Round, now.Row.Phase, from.AddMinutes(1));
        return "One minute more.";
    }

    /// <summary>Somebody who came late goes to the smallest table of this round and of each after it; in sets to the own.</summary>
    public static string? Seat(Writes writes, Seating now, long participant)
    {
        if (now.Row is not { Phase: not RoundPhase.Over } row || now.Late.FirstOrDefault(one => one.ParticipantId == participant) is not { } late)
        {
            return null;
        }

        var own = now.Settings.Mixing != Mixing.InSets ? null
            : now.People.FirstOrDefault(one => one.SetId == late.SetId) is { } mate ? now.TableOf(mate.ParticipantId, now.Shown) : row.Tables + 1;
        writes.Execute("UPDATE seating SET tables = max(tables, ifnull(@own, 0)) WHERE activity_id = @Id", new { own, now.Activity.Id });
        writes.Execute("INSERT INTO seating_person (activity_id, participant_id) VALUES (@Id, @participant)", new { now.Activity.Id, participant });
        var first = 0L;
        for (var round = now.Shown; round <= row.Rounds; round++)
        {
            var table = own ?? now.Tables.OrderBy(one => Banned(one, round)).ThenBy(one => now.At(one, round).Count).First();
            first = first == 0 ? table : first;
            writes.Execute("""
                INSERT INTO seating_place (activity_id, round, participant_id, table_no) VALUES (@Id, @round, @participant, @table)
                """, new { now.Activity.Id, round, participant, table });
        }

        Touch(writes, now);
        return $"{late.Name} goes to table {first}.";

        // A member never comes to the own supervisor's table, nor a supervisor to a member's, while another is free.
        bool Banned(long table, long round) => now.At(table, round).Any(one => one.PersonId is not null
            && (one.PersonId == late.SupervisorId || now.Here.Any(other => other.PersonId == one.PersonId && other.SupervisorId is not null && other.SupervisorId == late.PersonId)));
    }

    /// <summary>Somebody has to leave, or is back. Nobody else is moved.</summary>
    public static string? Leave(Writes writes, Seating now, long participant, bool gone)
    {
        if (now.People.FirstOrDefault(one => one.ParticipantId == participant) is not { } person || person.Gone == gone)
        {
            return null;
        }

        writes.Execute(
            "UPDATE seating_person SET gone = @gone WHERE activity_id = @Id AND participant_id = @participant",
            new { now.Activity.Id, participant, gone });
        Touch(writes, now);
        return gone ? $"{person.Name} has left." : $"{person.Name} is back.";
    }

    /// <summary>Two people change places in a round that has not passed.</summary>
    public static string? Swap(Writes writes, Seating now, long round, long one, long other)
    {
        if (round < now.Shown || one == other || now.TableOf(one, round) is not { } here || now.TableOf(other, round) is not { } there || here == there)
        {
            return null;
        }

        Put(writes, now, round, one, there);
        Put(writes, now, round, other, here);
        Touch(writes, now);
        return "They have changed places.";
    }

    /// <summary>Gives somebody one table for all rounds to come (who sat there changes places with them), or lets them move again.</summary>
    public static string? Fix(Writes writes, Seating now, long participant, long? table)
    {
        if (now.People.FirstOrDefault(one => one.ParticipantId == participant && !one.Stays) is null || table is < 1 || table > now.Row!.Tables)
        {
            return null;
        }

        writes.Execute(
            "UPDATE seating_person SET fixed_table = @table WHERE activity_id = @Id AND participant_id = @participant",
            new { now.Activity.Id, participant, table });
        for (var round = now.Shown; table is not null && round <= now.Row!.Rounds; round++)
        {
            if (now.TableOf(participant, round) is { } at && at != table)
            {
                if (now.At(table.Value, round).FirstOrDefault(one => one.FixedTable is null) is { } leaves)
                {
                    Put(writes, now, round, leaves.ParticipantId, at);
                }

                Put(writes, now, round, participant, table.Value);
            }
        }

        Touch(writes, now);
        return table is null ? "They move with the others again." : $"They stay at table {table}.";
    }

    private static void Put(Writes writes, Seating now, long round, long participant, long table) => writes.Execute("""
        UPDATE seating_place SET table_no = @table WHERE activity_id = @Id AND round = @round AND participant_id = @participant
        """, new { now.Activity.Id, round, participant, table });

    private static void Set(Writes writes, Seating now, long round, RoundPhase phase, DateTimeOffset? ends) => writes.Execute("""
        UPDATE seating SET round = @round, phase = @phase, ends_at = @ends, version = version + 1 WHERE activity_id = @Id
        """, new { now.Activity.Id, round, phase = phase.ToString(), ends = ends is { } at ? Utc.Text(at) : null });

    private static void Touch(Writes writes, Seating now) =>
        writes.Execute("UPDATE seating SET version = version + 1 WHERE activity_id = @Id", now.Activity);
}
