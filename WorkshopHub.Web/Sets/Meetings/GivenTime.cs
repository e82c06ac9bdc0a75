using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Time that one member gave to another, without a penalty.</summary>
public sealed record GivenTime
{
    /// <summary>The gift.</summary>
    public long Id { get; init; }

    /// <summary>Whose time it was.</summary>
    public string From { get; init; } = "";

    /// <summary>The slot that has it now.</summary>
    public long ToSlot { get; init; }

    /// <summary>How much, in minutes.</summary>
    public long Minutes { get; init; }

    /// <summary>What was given to a slot.</summary>
    public static IReadOnlyList<GivenTime> To(Reads reads, long slot) => reads.Query<GivenTime>(
        """
        SELECT g.id, p.name AS "From", g.to_slot, g.minutes FROM airtime_given g
        JOIN airtime_slot s ON s.id = g.from_slot JOIN person p ON p.id = s.presenter_id
        WHERE g.to_slot = @slot ORDER BY g.id
        """, new { slot });

    /// <summary>How many minutes a member could still give.</summary>
    public static long Could(AirtimeSlot slot, DateTimeOffset now) =>
        slot.State == "Open" ? 0 : Math.Max(0, (long)Math.Floor(slot.Timer.Left(now).TotalMinutes));

    /// <summary>One member gives another some of their minutes: of a turn that comes, or what was left of one that is over.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or there isn't so much to give.</exception>
    public static void Give(Writes writes, long meeting, Hand hand, long from, long to, long version, long minutes)
    {
        Pen.Write(writes, meeting, hand);
        var all = AirtimeSlot.Of(writes, meeting);
        var taker = Turns.Seen(all, to, version);
        if (taker.State == "Done" || all.FirstOrDefault(one => one.Id == from) is not { } giver || giver.Id == taker.Id)
        {
            throw Turns.Changed();
        }

        if (minutes is < 1 or > 60 || minutes > Could(giver, Utc.Parse(writes.Now)))
        {
            throw new RefusedException(Pen.Field, $"{giver.Presenter} has not so much to give.");
        }

        writes.Execute("INSERT INTO airtime_given (from_slot, to_slot, minutes, at, by) VALUES (@from, @to, @minutes, @Now, @Person)",
            new { from, to, minutes, writes.Now, hand.Person });
        Touch(writes, from, to);
    }

    /// <summary>The set adds five minutes that are nobody's; the day grows by them.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or an hour was added already.</exception>
    public static void Add(Writes writes, long meeting, Hand hand, long slot, long version)
    {
        var now = Turns.Now(writes, meeting, hand, slot, version);
        if (now.AddedMinutes + 5 > 60)
        {
            throw new RefusedException(Pen.Field, "An hour was added already. Let somebody give of theirs.");
        }

        writes.Execute("UPDATE airtime_slot SET added_minutes = added_minutes + 5 WHERE id = @slot", new { slot });
        Touch(writes, slot, slot);
    }

    /// <summary>Takes a gift back, as long as it isn't used.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen, or it is used.</exception>
    public static void TakeBack(Writes writes, long meeting, Hand hand, long gift)
    {
        Pen.Write(writes, meeting, hand);
        if (writes.First<Gift>(
            """
            SELECT g.id, g.from_slot, g.to_slot, g.minutes FROM airtime_given g JOIN airtime_slot s ON s.id = g.to_slot
            WHERE g.id = @gift AND s.meeting_id = @meeting
            """, new { gift, meeting }) is not { } given)
        {
            return;
        }

        if (AirtimeSlot.One(writes, given.ToSlot) is { State: not "Done" } taker && taker.Timer.Left(Utc.Parse(writes.Now)).TotalMinutes >= given.Minutes)
        {
            writes.Execute("DELETE FROM airtime_given WHERE id = @Id", new { given.Id });
            Touch(writes, given.FromSlot, given.ToSlot);
            return;
        }

        throw new RefusedException(Pen.Field, "That time is used already.");
    }

    private static void Touch(Writes writes, long from, long to) => writes.Execute(
        "UPDATE airtime_slot SET version = version + 1, changed_at = @Now WHERE id IN (@from, @to)", new { from, to, writes.Now });

    private sealed record Gift
    {
        public long Id { get; init; }

        public long FromSlot { get; init; }

        public long ToSlot { get; init; }

        public long Minutes { get; init; }
    }
}
