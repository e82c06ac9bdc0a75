using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>What a presenter took for granted and has now noticed.</summary>
public sealed record AirtimeAssumption
{
    private const string Select =
        """
        SELECT a.id, a.slot_id, s.meeting_id, m.set_id, m.number, a.text, a.state, a.version, a.at, a.by, w.name AS WrittenBy
        FROM airtime_assumption a JOIN airtime_slot s ON s.id = a.slot_id JOIN set_meeting m ON m.id = s.meeting_id JOIN person w ON w.id = a.by
        """;

    /// <summary>The longest, in characters.</summary>
    public const int Limit = 280;

    /// <summary>The id that the device made.</summary>
    public string Id { get; init; } = "";

    /// <summary>The airtime.</summary>
    public long SlotId { get; init; }

    /// <summary>The meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The meeting's number.</summary>
    public long Number { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Noted, Proposed or Removed.</summary>
    public string State { get; init; } = "Noted";

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>Who wrote it down.</summary>
    public long By { get; init; }

    /// <summary>Their name.</summary>
    public string WrittenBy { get; init; } = "";

    /// <summary>Its place in a list that sorts downwards.</summary>
    public string SortKey => AirtimeQuestion.Order(At, Id);

    /// <summary>The assumptions of an airtime as they were noticed.</summary>
    public static IReadOnlyList<AirtimeAssumption> Of(Reads reads, long slot) =>
        [.. reads.Query<AirtimeAssumption>($"{Select} WHERE a.slot_id = @slot AND a.state <> 'Removed'", new { slot })
            .OrderByDescending(one => one.SortKey, StringComparer.Ordinal)];

    /// <summary>One assumption, or null.</summary>
    public static AirtimeAssumption? Find(Reads reads, string? id) => reads.First<AirtimeAssumption>($"{Select} WHERE a.id = @id", new { id });

    /// <summary>Takes an assumption: noted from the pen and from the presenter, proposed from any other device.</summary>
    /// <exception cref="RefusedException">It can't be taken as it is.</exception>
    public static Sent Add(Writes writes, long meeting, Hand hand, NewQuestion said)
    {
        var text = Line.Clean(said.Text);
        if (text.Length is 0 or > Limit)
        {
            throw new RefusedException("seen", text.Length == 0 ? "What was taken for granted?" : $"{text.Length - Limit} too many. Say it shorter.");
        }

        if (!Tokens.IsToken(said.Id) || AirtimeSlot.Find(writes, meeting, said.Slot) is not { State: not "Waiting" } slot)
        {
            throw new RefusedException("seen", "This page is out of date. Load it again; the words are kept.");
        }

        if (Find(writes, said.Id) is { } known)
        {
            return known.By != hand.Person ? Sent.Foreign : known.Text == text && known.SlotId == slot.Id ? Sent.Taken : Sent.Conflict;
        }

        if (writes.First<string>("SELECT state FROM set_meeting WHERE id = @meeting", new { meeting }) != "Open"
            || MeetingRun.Find(writes, meeting) is not { } run)
        {
            return Sent.Closed;
        }

        var noted = run.IsHeldBy(hand.Person, hand.Device) || slot.PresenterId == hand.Person;
        writes.Execute(
            """
            INSERT INTO airtime_assumption (id, slot_id, text, state, at, by, changed_at, changed_by)
            VALUES (@Id, @slot, @text, @state, @Now, @Person, @Now, @Person)
            """, new { said.Id, slot = slot.Id, text, state = noted ? "Noted" : "Proposed", writes.Now, hand.Person });
        return Sent.Taken;
    }

    /// <summary>Lets a proposed one in, takes one out, or puts it back.</summary>
    /// <exception cref="RefusedException">Somebody else holds the pen.</exception>
    public static void Enter(Writes writes, long meeting, Hand hand, string id, string state)
    {
        Pen.Write(writes, meeting, hand);
        if (state is "Noted" or "Removed" && Find(writes, id) is { } known && known.MeetingId == meeting && known.State != state)
        {
            writes.Execute(
                "UPDATE airtime_assumption SET state = @state, version = version + 1, changed_at = @Now, changed_by = @Person WHERE id = @id",
                new { id, state, writes.Now, hand.Person });
        }
    }
}
