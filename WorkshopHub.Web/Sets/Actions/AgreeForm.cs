using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>A question that an action may come from.</summary>
public sealed record AskedQuestion
{
    /// <summary>The question.</summary>
    public string Id { get; init; } = "";

    /// <summary>What was asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string Asker { get; init; } = "";

    /// <summary>The presenter marked it: this one moved me.</summary>
    public bool Moved { get; init; }
}

/// <summary>The form by which an action is agreed: in airtime, from its questions, or between meetings.</summary>
public sealed record AgreeForm
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The id of the action that it makes.</summary>
    public string Key { get; init; } = Tokens.New();

    /// <summary>The airtime, or null between meetings.</summary>
    public long? SlotId { get; init; }

    /// <summary>Whose it will be.</summary>
    public long OwnerId { get; init; }

    /// <summary>The owner's first name; null where it is whoever writes.</summary>
    public string? Owner { get; init; }

    /// <summary>What was typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>By when: the next meeting, unless another day was typed.</summary>
    public string Due { get; init; } = "";

    /// <summary>The questions to choose from: those that moved the presenter first.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];

    /// <summary>Those that were chosen.</summary>
    public IReadOnlyCollection<string> Chosen { get; init; } = [];

    /// <summary>The page of this house to go back to.</summary>
    public string Back { get; init; } = "";

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The action of this set that the form has made already, with other words or by somebody else; else null. It stands beside what was typed.</summary>
    public SetAction? Theirs { get; init; }

    /// <summary>The form in somebody's airtime; null where there is no such airtime in the set.</summary>
    public static AgreeForm? OfSlot(Reads reads, long set, long slot, string back) => reads.First<Slot>(
        """
        SELECT l.presenter_id, p.name, n.date FROM airtime_slot l
        JOIN set_meeting n ON n.id = l.meeting_id
        JOIN person p ON p.id = l.presenter_id
        WHERE l.id = @slot AND n.set_id = @set
        """, new { set, slot }) is not { } found ? null : new AgreeForm
        {
            SetId = set,
            SlotId = slot,
            OwnerId = found.PresenterId,
            Owner = Called.First(found.Name),
            Due = LocalDay.Text(NextDay.After(reads, set, LocalDay.Parse(found.Date))),
            Back = back,
            Questions = reads.Query<AskedQuestion>(
                """
                SELECT q.id, q.text, p.name AS Asker, q.ticked_at IS NOT NULL AS Moved
                FROM airtime_question q JOIN person p ON p.id = q.asker_id
                WHERE q.slot_id = @slot AND q.state = 'Noted' ORDER BY q.ticked_at IS NULL, q.at, q.id
                """, new { slot }),
        };

    /// <summary>The form between meetings: something that a member will do themselves.</summary>
    public static AgreeForm OfMember(Reads reads, long set, long member, DateOnly today) => new()
    {
        SetId = set,
        OwnerId = member,
        Due = LocalDay.Text(NextDay.After(reads, set, today)),
        Back = $"/sets/{set}/actions",
    };

    private sealed record Slot
    {
        public long PresenterId { get; init; }

        public string Name { get; init; } = "";

        public string Date { get; init; } = "";
    }
}
