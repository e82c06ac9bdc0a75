using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.During;

/// <summary>
/// What was decided about the reports of somebody's sets, on the page of a role: the client's and the champion's sets, the
/// supervisor's members. It is read from the final on.
/// </summary>
public sealed class AnswersPart(Role role) : IRolePart
{
    /// <inheritdoc />
    public Role Role => role;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now)
    {
        var mine = reads.Query<(long Programme, long Set, long? Member)>(
            """
            SELECT s.programme_id, s.id, CASE WHEN @role = 'Supervisor' AND g.format = 'OwnProblem' THEN m.person_id END
            FROM sets s
            JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL
            LEFT JOIN membership m ON m.set_id = s.id AND m.supervisor_id = @person AND m.left_at IS NULL AND @role = 'Supervisor'
            WHERE CASE @role
              WHEN 'Champion' THEN EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = 'Champion')
              WHEN 'Client' THEN EXISTS (SELECT 1 FROM problem b WHERE b.id = s.problem_id AND b.client_id = @person)
              ELSE m.id IS NOT NULL END
            """, new { role = role.ToString(), person });
        var told = mine.Select(one => one.Programme).Distinct().SelectMany(programme => AskedDecision.Of(reads, programme))
            .Where(one => mine.Any(my => my.Set == one.SetId && (my.Member is null || one.PersonId is null || one.PersonId == my.Member))).ToList();
        return told.Count == 0 ? null : new RolePart(
            "~/Reports/During/_Answers.cshtml",
            new AnswersView([.. told.Where(one => one.Waits)], Answered.Of(told, [], LocalTime.ZoneOf(reads), one => role == Role.Supervisor && one.PersonId is not null), LocalDay.Today(reads, now)))
        {
            Styles = "/css/during.css",
        };
    }
}

/// <summary>What was asked at the final, and what was answered.</summary>
/// <param name="Waits">What nobody has answered yet.</param>
/// <param name="Decided">What was decided.</param>
/// <param name="Today">Today.</param>
public sealed record AnswersView(IReadOnlyList<AskedDecision> Waits, IReadOnlyList<Answered> Decided, DateOnly Today);
