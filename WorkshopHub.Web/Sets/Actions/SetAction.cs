using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>
/// What one member will do before a day, agreed in airtime: "in between meetings set members take action … then report back
/// on the results at the following meeting".
/// </summary>
public sealed record SetAction
{
    /// <summary>The action.</summary>
    public long Id { get; init; }

    /// <summary>The id that was made where it was written.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whose set's it is.</summary>
    public long SetId { get; init; }

    /// <summary>Its number in the set, from 1: its address.</summary>
    public long Number { get; init; }

    /// <summary>Whose it is. An action has one owner.</summary>
    public long OwnerId { get; init; }

    /// <summary>The owner's name.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The owner is no longer in the set, which drops the action or somebody takes it over.</summary>
    public bool OwnerLeft { get; init; }

    /// <summary>The airtime in which it was agreed, or null.</summary>
    public long? SlotId { get; init; }

    /// <summary>The number of the meeting at which it was agreed, or null.</summary>
    public long? Meeting { get; init; }

    /// <summary>What will be done.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was agreed (local date).</summary>
    public string AgreedOn { get; init; } = "";

    /// <summary>By when (local date).</summary>
    public string Due { get; init; } = "";

    /// <summary>Agreed, Done, Partly, NotDone or Dropped.</summary>
    public string State { get; init; } = "Agreed";

    /// <summary>How often its owner has carried it on.</summary>
    public long Carried { get; init; }

    /// <summary>Its owner asks the set for help with it.</summary>
    public bool WantsHelp { get; init; }

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>What was told of it, the oldest first.</summary>
    public IReadOnlyList<ActionReport> Reports { get; init; } = [];

    /// <summary>The questions that it came from.</summary>
    public IReadOnlyList<CameFrom> From { get; init; } = [];

    /// <summary>What was told of it last, or null.</summary>
    public ActionReport? Last => Reports.Count > 0 ? Reports[^1] : null;

    /// <summary>The owner's first name.</summary>
    public string First => Called.First(Owner);

    /// <summary>It is still to be done, or told of.</summary>
    public bool IsOpen => State == "Agreed";

    /// <summary>The day by which it is due.</summary>
    public DateOnly Day => LocalDay.Parse(Due);

    /// <summary>The day on which it was agreed, e.g. 19 May.</summary>
    public string Since => LocalDay.WithMonth(LocalDay.Parse(AgreedOn));

    /// <summary>Where it is read.</summary>
    public string Href => $"/sets/{SetId}/actions/{Number}";

    /// <summary>How it is named among what is shown on purpose.</summary>
    public string Thing => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where its owner reports back.</summary>
    public string Tell => $"/sets/{SetId}/actions/{Number}/tell";

    private const string Select =
        """
        SELECT a.id, a.key, a.set_id, a.number, a.owner_id, p.name AS Owner, a.slot_id, n.number AS Meeting, a.text, a.agreed_on, a.due, a.state,
          a.carried, a.version, a.changed_at, c.name AS ChangedBy,
          NOT EXISTS (SELECT 1 FROM membership m WHERE m.set_id = a.set_id AND m.person_id = a.owner_id AND m.left_at IS NULL) AS OwnerLeft,
          EXISTS (SELECT 1 FROM set_action_help h WHERE h.action_id = a.id AND h.asks = 1 AND h.enough_at IS NULL) AS WantsHelp
        FROM set_action a
        JOIN person p ON p.id = a.owner_id
        LEFT JOIN set_meeting n ON n.id = a.meeting_id
        LEFT JOIN person c ON c.id = a.changed_by
        """;

    /// <summary>The actions of a set, by number.</summary>
    public static IReadOnlyList<SetAction> Of(Reads reads, long set) => Whole(
        reads, set, reads.Query<SetAction>($"{Select} WHERE a.set_id = @set ORDER BY a.number", new { set }));

    /// <summary>The actions that were agreed in one airtime, by number.</summary>
    public static IReadOnlyList<SetAction> OfSlot(Reads reads, long set, long slot) => Whole(
        reads, set, reads.Query<SetAction>($"{Select} WHERE a.set_id = @set AND a.slot_id = @slot ORDER BY a.number", new { set, slot }));

    /// <summary>One action of a set by its number, or null.</summary>
    public static SetAction? Find(Reads reads, long set, long number) => Whole(
        reads, set, reads.Query<SetAction>($"{Select} WHERE a.set_id = @set AND a.number = @number", new { set, number })) is [var one] ? one : null;

    /// <summary>One action by the id that a phone made for it, or null.</summary>
    public static SetAction? ByKey(Reads reads, string key) => reads.First<SetAction>($"{Select} WHERE a.key = @key", new { key });

    // Three statements, however many actions there are.
    private static IReadOnlyList<SetAction> Whole(Reads reads, long set, IReadOnlyList<SetAction> actions)
    {
        if (actions.Count == 0)
        {
            return actions;
        }

        var reports = ActionReport.OfSet(reads, set);
        var from = CameFrom.OfSet(reads, set);
        return [.. actions.Select(action => action with { Reports = [.. reports[action.Id]], From = [.. from[action.Id]] })];
    }
}
