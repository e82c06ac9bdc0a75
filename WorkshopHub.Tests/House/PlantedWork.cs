using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.House;

/// <summary>Circle's work on its problem, Alma's talks with her supervisor, and what she asked Bo.</summary>
public sealed partial class Planted
{
    public long Note { get; private set; }

    public long Decision { get; private set; }

    /// <summary>A decision of Circle that needs the sponsor and was shown to him.</summary>
    public long ShownDecision { get; private set; }

    public long Measure { get; private set; }

    /// <summary>A step that Circle asks Clio to confirm.</summary>
    public long Agreement { get; private set; }

    public long Talk { get; private set; }

    /// <summary>What Alma asked Bo about how she does.</summary>
    public long Feedback { get; private set; }

    private void PlantWork(Writes writes)
    {
        ReportVersion.Publish(writes, LiveReport.Read(writes, new ActivityKinds([]), Programme, DateTimeOffset.UnixEpoch)!, "", null);
        var (set, alma) = (Sets[0].Id, World["Alma Tamm"]);
        var by = new { set, alma, uma = World["Uma Supervisor"], bo = World["Bo Lind"], Programme, Membership, one = Tokens.New(), two = Tokens.New(), three = Tokens.New(), writes.Now };
        Note = writes.Insert(
            "INSERT INTO study_note (set_id, token, looked_at, created_at, created_by, changed_at, changed_by) VALUES (@set, @one, 'A night on the desk', @Now, @alma, @Now, @alma)", by);
        Decision = writes.Insert(
            """
            INSERT INTO decision (set_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by)
            VALUES (@set, @two, 'We try it in one depot', 'OwnAuthority', '2026-03-24', @Now, @alma, @Now, @alma)
            """, by);
        ShownDecision = writes.Insert(
            """
            INSERT INTO decision (set_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by)
            VALUES (@set, @three, 'Pay the thirty days', 'NeedsSponsor', '2026-03-24', @Now, @alma, @Now, @alma)
            """, by);
        writes.Execute(
            """
            INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            VALUES (@set, 'Decision', CAST(@ShownDecision AS TEXT), 'Sponsor', @alma, @Now, @bo, @Now)
            """, new { set, alma, by.bo, ShownDecision, writes.Now });
        Measure = writes.Insert(
            "INSERT INTO measure (set_id, position, name, baseline, changed_at) VALUES (@set, 1, 'Opened again', 19, @Now)", by);
        Agreement = writes.Insert(
            "INSERT INTO agreement_step (set_id, step, on_date, asked_at, asked_by) VALUES (@set, 'Understood', '2026-03-24', @Now, @alma)", by);
        Talk = writes.Insert(
            """
            INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, created_at, created_by, changed_at, changed_by)
            VALUES (@Programme, @alma, @uma, '2026-03-30', @Now, @alma, @Now, @alma)
            """, by);
        Feedback = writes.Insert(
            "INSERT INTO peer_feedback (membership_id, peer_id, question, asked_at) VALUES (@Membership, @bo, 'Do I ask before I fix?', @Now)", by);
    }
}
