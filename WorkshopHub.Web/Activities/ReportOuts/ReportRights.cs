using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>Who may do what in a report-out.</summary>
public static class ReportRights
{
    /// <summary>What a phone is told that only a list has named.</summary>
    public const string NotVouched = "This needs to be you for sure. Ask your advisor or the facilitator to let you in, then try again.";

    /// <summary>Whether a phone is known to be its person's, as the table asks it for a report and its answer.</summary>
    public static bool IsKnown(Seat seat) => seat.PersonId is not null && Access.IsSure(seat, Artefact.Report) && Access.IsSure(seat, Artefact.ReportAnswer);

    /// <summary>Whether this is one's own report: the own set's, or where members report, one's own.</summary>
    public static bool IsOwn(Seat seat, Turn turn) => seat.Role == Role.Member && seat.SetId == turn.SetId
        && (turn.PersonId is null || turn.PersonId == seat.PersonId);

    /// <summary>Whether somebody may press next and back: a known member of the set whose turn it is.</summary>
    public static bool MayPresent(Seat seat, Turn turn) => seat.Role == Role.Member && seat.SetId == turn.SetId && IsKnown(seat)
        && AccessTable.Writes(Artefact.Report, Role.Member) == Extent.Own;

    /// <summary>Whether somebody writes and reads a draft: its set (its member), or the set's advisor.</summary>
    public static bool MayWrite(Reads reads, long person, Turn turn) => reads.First<long?>(
        """
        SELECT 1 FROM membership
        WHERE set_id = @SetId AND person_id = @person AND left_at IS NULL AND (@PersonId IS NULL OR person_id = @PersonId)
        UNION ALL
        SELECT 1 FROM role_assignment WHERE set_id = @SetId AND person_id = @person AND role = 'Advisor'
        LIMIT 1
        """,
        new { turn.SetId, turn.PersonId, person }) is not null;

    /// <summary>The sets that somebody is in, and those that they advise: whose reports they may write.</summary>
    public static (IReadOnlyCollection<long> IsIn, IReadOnlyCollection<long> Advises) WritesFor(Reads reads, long person)
    {
        var sets = reads.Query<(long SetId, long Advises)>(
            """
            SELECT set_id, 0 FROM membership WHERE person_id = @person AND left_at IS NULL
            UNION
            SELECT set_id, 1 FROM role_assignment WHERE person_id = @person AND role = 'Advisor' AND set_id IS NOT NULL
            """,
            new { person });
        return ([.. sets.Where(set => set.Advises == 0).Select(set => set.SetId)], [.. sets.Where(set => set.Advises == 1).Select(set => set.SetId)]);
    }

    /// <summary>Whether somebody answers this report: the sponsor a set, a supervisor the own member.</summary>
    public static bool MayAnswer(Reads reads, Activity activity, long? person, Turn turn) => person is not null
        && (turn.PersonId is null ? Answers(Role.Sponsor) && IsSponsor(reads, activity, person.Value) : Answers(Role.Supervisor) && turn.SupervisorId == person);

    /// <summary>Whether somebody answers a set as a whole, where its members report each for themselves: the sponsor.</summary>
    public static bool MayAnswerSet(Reads reads, ReportRun run, long? person) =>
        run.Settings.PerMember && person is { } known && Answers(Role.Sponsor) && IsSponsor(reads, run.Activity, known);

    /// <summary>Whether somebody says the next step beside the answer: the client whose the problem is.</summary>
    public static bool MayStep(long? person, Turn turn) => person is not null && Answers(Role.Client) && turn.ClientId == person;

    /// <summary>Whether somebody stands behind the figures: the problem's client, or a member's supervisor.</summary>
    public static bool MayConfirm(long? person, Turn turn) =>
        person is not null && (turn.PersonId is null ? Answers(Role.Client) && turn.ClientId == person : Answers(Role.Supervisor) && turn.SupervisorId == person);

    private static bool Answers(Role role) => AccessTable.Writes(Artefact.ReportAnswer, role) > Extent.None;

    /// <summary>Whether somebody is the programme's sponsor.</summary>
    public static bool IsSponsor(Reads reads, Activity activity, long person) => reads.First<long?>(
        """
        SELECT r.id FROM role_assignment r JOIN workshop w ON w.programme_id = r.programme_id
        WHERE w.id = @WorkshopId AND r.person_id = @person AND r.role = 'Sponsor'
        """,
        new { activity.WorkshopId, person }) is not null;
}
