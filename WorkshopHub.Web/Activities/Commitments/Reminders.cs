using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>On its day owner and witness of a commitment are asked what became of it, on their own pages.</summary>
public sealed class DueReminder : IDueWork
{
    /// <summary>Its kind.</summary>
    public const string Word = "Commitment";

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing) => Reminders.Ask(writes, thing, "Due");
}

/// <summary>Ninety days after the workshop they are asked once more, whatever day was agreed.</summary>
public sealed class NinetyDaysReminder : IDueWork
{
    /// <summary>Its kind.</summary>
    public const string Word = "CommitmentNinetyDays";

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing) => Reminders.Ask(writes, thing, "NinetyDays");
}

/// <summary>Plans and does reminders. Nothing is sent: they stand on the pages of those who may read the commitment.</summary>
public static class Reminders
{
    private static readonly TimeOnly _morning = new(8, 0);

    /// <summary>Plans the reminders of a person's commitment as it stands now; planning it again moves them.</summary>
    public static void Plan(Writes writes, Activity activity, CommitmentMode mode, long person)
    {
        if (writes.First<Row>("SELECT id, due FROM commitment WHERE activity_id = @Id AND person_id = @person", new { activity.Id, person }) is not { } row)
        {
            return;
        }

        At(DueReminder.Word, CommitmentPlan.Parse(row.Due));
        var last = mode == CommitmentMode.NinetyDays ? CommitmentPlan.Of(writes, activity).Dues(mode)[^1] : (DateOnly?)null;
        At(NinetyDaysReminder.Word, last == CommitmentPlan.Parse(row.Due) ? null : last);

        void At(string kind, DateOnly? day)
        {
            if (day is { } known)
            {
                Due.Plan(writes, kind, row.Id, LocalTime.Moment(known.ToDateTime(_morning), LocalTime.ZoneOf(writes)));
            }
            else
            {
                Due.Cancel(writes, kind, row.Id);
            }
        }
    }

    /// <summary>Asks what became of it: on the day, where nobody has said so yet; after ninety days, where it was not given up.</summary>
    internal static void Ask(Writes writes, long commitment, string what) => writes.Execute(
        """
        INSERT INTO commitment_asked (commitment_id, what, at)
        SELECT id, @what, @Now FROM commitment
        WHERE id = @commitment AND (state = 'Agreed' OR (@what = 'NinetyDays' AND state <> 'Dropped'))
        ON CONFLICT DO NOTHING
        """,
        new { commitment, what, writes.Now });

    /// <summary>The owner says what became of it. False where it is not theirs, or nobody has asked.</summary>
    /// <exception cref="RefusedException">The word is none of the list, or the text is too long.</exception>
    public static bool Answer(Writes writes, long commitment, long person, string state, string became)
    {
        var wrong = new Refusals();
        wrong.If(state is not ("Done" or "Partly" or "NotDone" or "Dropped"), "State", "What became of it? Choose one. “Not done” is an honest answer.");
        wrong.If(became.Length > Sent.Limit, "Words", $"{became.Length} characters. Keep it to {Sent.Limit}.");
        wrong.Throw();
        var mine = new { commitment, person, state, became, writes.Now };
        var asked = writes.Execute(
            """
            UPDATE commitment_asked SET answered_at = @Now, became = @became
            WHERE commitment_id = @commitment AND answered_at IS NULL
              AND EXISTS (SELECT 1 FROM commitment c WHERE c.id = @commitment AND c.person_id = @person)
            """,
            mine) > 0;
        if (asked)
        {
            writes.Execute("UPDATE commitment SET state = @state, version = version + 1 WHERE id = @commitment AND person_id = @person", mine);
        }

        return asked;
    }

    /// <summary>The witness has asked, and says what they were told; the owner reads it. False where nobody asks them, or it is said already.</summary>
    /// <exception cref="RefusedException">The word is none of the list, or the text is too long.</exception>
    public static bool Witnessed(Writes writes, long commitment, long witness, string state, string words)
    {
        var wrong = new Refusals();
        wrong.If(state is not ("Kept" or "Changed" or "Stopped" or "NotAsked"), "State", "What did you hear? Choose one.");
        wrong.If(words.Length > Sent.Limit, "Words", $"{words.Length} characters. Keep it to {Sent.Limit}.");
        wrong.Throw();
        return writes.Execute(
            """
            UPDATE commitment_asked SET witness_state = @state, witness_words = @words, witness_at = @Now
            WHERE commitment_id = @commitment AND witness_at IS NULL
              AND EXISTS (SELECT 1 FROM commitment c WHERE c.id = @commitment AND c.witness_id = @witness AND ifnull(c.witness_says, 'Yes') = 'Yes')
            """,
            new { commitment, witness, state, words, writes.Now }) > 0;
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string? Due { get; init; }
    }
}
