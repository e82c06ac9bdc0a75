using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>The dates of a set's first meetings, which it agrees while its members say what they will do first.</summary>
public static partial class Commitments
{
    /// <summary>One phone of a set (a member's or its advisor's) dates the set's first two meetings.</summary>
    public static Answered Date(Writes writes, Activity activity, Seat seat, Sent sent)
    {
        if (seat.SetId is not { } set || seat.PersonId is not { } person || seat.Role is not (Role.Member or Role.Advisor) || !activity.IsFor(seat.Role))
        {
            return Answered.Refused("The set dates its own meetings.");
        }

        if (seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused("This one phone decides for the set, so it needs a known person. Ask your advisor or the facilitator to let you in.");
        }

        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("This activity closed before your dates arrived.");
        }

        var today = CommitmentPlan.Today(writes);
        DateOnly?[] dates = [CommitmentPlan.Parse(sent.Line("meeting1")), CommitmentPlan.Parse(sent.Line("meeting2"))];
        if (dates[0] is not { } first || first < today || first > today.AddYears(2))
        {
            return Answered.Invalid(sent.Name("meeting1"), "A day from today on.");
        }

        if (dates[1] is { } second ? second <= first || second > today.AddYears(2) : sent.Line("meeting2").Length > 0)
        {
            return Answered.Invalid(sent.Name("meeting2"), "A day after the first meeting, or none yet.");
        }

        writes.Execute("DELETE FROM commitment_meeting WHERE activity_id = @Id AND set_id = @set AND number = 2", new { activity.Id, set });
        foreach (var (date, number) in dates.Select((date, index) => (date, index + 1)).Where(one => one.date is not null))
        {
            writes.Execute(
                """
                INSERT INTO commitment_meeting (activity_id, set_id, number, date, by) VALUES (@Id, @set, @number, @date, @person)
                ON CONFLICT (activity_id, set_id, number) DO UPDATE SET date = excluded.date, by = excluded.by, version = version + 1
                """,
                new { activity.Id, set, number, date = CommitmentPlan.Text(date!.Value), person });
        }

        return Answered.Taken;
    }
}
