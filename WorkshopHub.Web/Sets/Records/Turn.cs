using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>A member's own time in a meeting as it is kept.</summary>
public sealed record Turn
{
    /// <summary>The airtime.</summary>
    public long Id { get; init; }

    /// <summary>Whose it was.</summary>
    public string Presenter { get; init; } = "";

    /// <summary>What it was about; may be empty.</summary>
    public string Issue { get; init; } = "";

    /// <summary>How many minutes were planned.</summary>
    public long PlannedMinutes { get; init; }

    /// <summary>How many seconds were used.</summary>
    public long UsedSeconds { get; init; }

    /// <summary>How many minutes were used.</summary>
    public long UsedMinutes => (UsedSeconds + 30) / 60;

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<KeptQuestion> Questions { get; init; } = [];

    /// <summary>What the presenter took for granted and has now noticed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>What was agreed.</summary>
    public IReadOnlyList<SetAction> Actions { get; init; } = [];

    /// <summary>Nobody took it, and nothing was noted in it.</summary>
    public bool IsEmpty => this is { UsedSeconds: 0, Issue.Length: 0, Questions.Count: 0, Assumptions.Count: 0, Actions.Count: 0 };

    /// <summary>The turns of a meeting, with what belongs to them.</summary>
    internal static IReadOnlyList<Turn> Of(Reads reads, long meeting, IReadOnlyList<SetAction> actions)
    {
        var questions = reads.Query<KeptQuestion>(
            """
            SELECT q.slot_id, q.text, p.name AS Asker, q.ticked_at IS NOT NULL AS Moved
            FROM airtime_question q
            JOIN airtime_slot l ON l.id = q.slot_id
            JOIN person p ON p.id = q.asker_id
            WHERE l.meeting_id = @meeting AND q.state = 'Noted' ORDER BY q.at, q.id
            """, new { meeting }).ToLookup(question => question.SlotId);
        var assumptions = reads.Query<KeptQuestion>(
            """
            SELECT q.slot_id, q.text FROM airtime_assumption q JOIN airtime_slot l ON l.id = q.slot_id
            WHERE l.meeting_id = @meeting AND q.state = 'Noted' ORDER BY q.at, q.id
            """, new { meeting }).ToLookup(assumption => assumption.SlotId, assumption => assumption.Text);
        return
        [
            .. reads.Query<Turn>(
                """
                SELECT l.id, p.name AS Presenter, l.issue, l.planned_minutes, l.used_seconds
                FROM airtime_slot l JOIN person p ON p.id = l.presenter_id
                WHERE l.meeting_id = @meeting ORDER BY l.position, l.id
                """, new { meeting }).Select(turn => turn with
                {
                    Questions = [.. questions[turn.Id]],
                    Assumptions = [.. assumptions[turn.Id]],
                    Actions = [.. actions.Where(action => action.SlotId == turn.Id)],
                }),
        ];
    }
}

/// <summary>A question as it is kept.</summary>
public sealed record KeptQuestion
{
    /// <summary>In whose airtime.</summary>
    public long SlotId { get; init; }

    /// <summary>What was asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string Asker { get; init; } = "";

    /// <summary>The presenter marked it: this one moved me.</summary>
    public bool Moved { get; init; }
}
