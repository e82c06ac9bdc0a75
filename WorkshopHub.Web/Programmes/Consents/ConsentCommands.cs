using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Programmes.Consents;

/// <summary>Writes who said yes or no. Each act is of one person, and the command asks itself whether that is who does it.</summary>
public static class ConsentCommands
{
    /// <summary>The longest sentence, in characters.</summary>
    public const int TextMax = 280;

    /// <summary>
    /// The member says yes personally, or says anew what they are willing to risk. False where it was changed since the form
    /// was shown, or where it is not theirs to say.
    /// </summary>
    /// <exception cref="RefusedException">The sentence is missing or too long.</exception>
    public static bool Accept(Writes writes, long membership, long version, long person, string? risk)
    {
        var clean = Sentence("WillingToRisk", risk, "Say in one sentence what you are willing to risk. Without a risk nothing is learned.");
        if (Consent.Find(writes, membership) is { LeftAt: null, AcceptedAt: not null } now && now.PersonId == person && now.WillingToRisk == clean)
        {
            // The same words once more, as by a second tap: it is said.
            return true;
        }

        return Once(writes, person, membership, "accept", writes.Execute(
            """
            UPDATE membership SET accepted_at = ifnull(accepted_at, @Now), willing_to_risk = @clean, version = version + 1, changed_at = @Now
            WHERE id = @membership AND person_id = @person AND left_at IS NULL AND version = @version
            """,
            new { membership, person, version, clean, writes.Now }));
    }

    /// <summary>
    /// The person says no, or withdraws a yes: with a reason for the programme office, and out of the set. False where it was
    /// changed since the form was shown, or where it is not theirs to say.
    /// </summary>
    /// <exception cref="RefusedException">The reason is missing or too long.</exception>
    public static bool Decline(Writes writes, long membership, long version, long person, string? reason)
    {
        var clean = Sentence("Reason", reason, "Say why, in a sentence. A no without a reason helps nobody to ask somebody else.");
        var gone = writes.Query<(long Set, long? Supervisor)>(
            """
            UPDATE membership SET declined_at = @Now, decline_reason = @clean, left_at = @Now, version = version + 1,
              changed_at = @Now
            WHERE id = @membership AND person_id = @person AND left_at IS NULL AND version = @version
            RETURNING set_id, supervisor_id
            """,
            new { membership, person, version, clean, writes.Now });
        RoleCommands.FreeSupervisors(writes, [.. gone.Select(one => one.Supervisor).OfType<long>()], [.. gone.Select(one => one.Set)], person);
        return Once(writes, person, membership, "decline", gone.Count);
    }

    /// <summary>
    /// The supervisor confirms the share of the member's time. False where it was changed since the form was shown, or where
    /// somebody else is the supervisor.
    /// </summary>
    /// <exception cref="RefusedException">The share is not what the programme asks for.</exception>
    public static bool ConfirmTime(Writes writes, long membership, long version, long supervisor, long? percent)
    {
        if (Consent.Find(writes, membership) is not { LeftAt: null } now || now.SupervisorId != supervisor)
        {
            return false;
        }

        var (least, most) = now.Shares;
        if (percent is null || percent < least || percent > most)
        {
            throw new RefusedException("TimeSharePercent", least == most
                ? $"This programme is full time: {least} per cent."
                : $"In whole figures, between {least} and {most} per cent: a day to a day and a half each week.{(percent < least ? " With less a set does not get far." : "")}");
        }

        if (now is { TimeShareConfirmedAt: not null } && now.TimeSharePercent == percent)
        {
            return true;
        }

        return Once(writes, supervisor, membership, "confirm-time", writes.Execute(
            """
            UPDATE membership SET time_share_percent = @percent, time_share_confirmed_at = @Now, time_share_confirmed_by = @supervisor,
              time_refused_at = NULL, time_refused_reason = '', version = version + 1, changed_at = @Now
            WHERE id = @membership AND supervisor_id = @supervisor AND left_at IS NULL AND version = @version
            """,
            new { membership, version, supervisor, percent, writes.Now }));
    }

    /// <summary>
    /// The supervisor can't release the time, with the reason: the member and the programme office read it, and talk. The member
    /// stays in the set. False where it was changed since the form was shown, or where somebody else is the supervisor.
    /// </summary>
    /// <exception cref="RefusedException">The reason is missing or too long.</exception>
    public static bool RefuseTime(Writes writes, long membership, long version, long supervisor, string? reason)
    {
        var clean = Sentence("TimeReason", reason, "Say in a sentence what stands in the way. The programme office looks for a way with you.");
        return Once(writes, supervisor, membership, "decline-time", writes.Execute(
            """
            UPDATE membership SET time_refused_at = @Now, time_refused_reason = @clean, time_share_percent = NULL,
              time_share_confirmed_at = NULL, time_share_confirmed_by = NULL, version = version + 1, changed_at = @Now
            WHERE id = @membership AND supervisor_id = @supervisor AND left_at IS NULL AND version = @version
            """,
            new { membership, version, supervisor, clean, writes.Now }));
    }

    /// <summary>
    /// Somebody else is the supervisor of these members now. What the former one confirmed has to be confirmed anew: the time, the problem and
    /// the goal, which its owner shows to the new one first.
    /// </summary>
    public static void NewSupervisors(Writes writes, IReadOnlyCollection<long> memberships)
    {
        var json = JsonSerializer.Serialize(memberships);
        writes.Execute(
            """
            UPDATE membership SET time_share_percent = NULL, time_share_confirmed_at = NULL, time_share_confirmed_by = NULL,
              time_refused_at = NULL, time_refused_reason = '', version = version + 1, changed_at = @Now
            WHERE id IN (SELECT value FROM json_each(@json))
            """, new { json, writes.Now });
        GoalCommands.NewSupervisors(writes, json);
        OwnProblem.NewSupervisors(writes, json);
    }

    /// <summary>
    /// Somebody moved to another set of the programme: the yes was to the programme, and goes along with the goal; so does what their
    /// supervisor said to the time, a no as well.
    /// </summary>
    public static void Move(Writes writes, long fromSet, long toSet, long person)
    {
        var values = new
        {
            to = writes.First<long>(
                "SELECT id FROM membership WHERE set_id = @toSet AND person_id = @person AND left_at IS NULL", new { toSet, person }),
            from = writes.First<long?>(
                "SELECT max(id) FROM membership WHERE set_id = @fromSet AND person_id = @person AND left_at IS NOT NULL", new { fromSet, person }),
        };
        writes.Execute(
            """
            UPDATE membership SET (accepted_at, willing_to_risk, time_share_percent, time_share_confirmed_at, time_share_confirmed_by,
                time_refused_at, time_refused_reason) =
              (SELECT accepted_at, willing_to_risk, time_share_percent, time_share_confirmed_at, time_share_confirmed_by,
                time_refused_at, time_refused_reason
               FROM membership WHERE id = @from)
            WHERE id = @to AND EXISTS (SELECT 1 FROM membership WHERE id = @from)
            """, values);
        if (values.from is { } from)
        {
            GoalCommands.Move(writes, from, values.to);
        }
    }

    /// <summary>In a copy that is played with: takes out what people are willing to risk, and why they said no.</summary>
    public static void Forget(Writes writes) => writes.Execute("UPDATE membership SET willing_to_risk = '', decline_reason = '', time_refused_reason = ''");

    private static bool Once(Writes writes, long person, long membership, string act, int changed)
    {
        if (changed == 1)
        {
            Audit.Note(writes, person, null, act, "membership", membership);
        }

        return changed == 1;
    }

    private static string Sentence(string field, string? text, string missing)
    {
        var clean = Line.Clean(text);
        return clean.Length == 0 ? throw new RefusedException(field, missing)
            : clean.Length > TextMax ? throw new RefusedException(field, $"{clean.Length} characters. Keep it to {TextMax}: one sentence.")
            : clean;
    }
}
