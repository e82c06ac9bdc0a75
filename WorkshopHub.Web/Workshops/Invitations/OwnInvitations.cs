using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>
/// What waits for somebody who is asked to a workshop: to say whether they come, though nobody is asked to one of a draft; and for a supervisor who was not at the
/// kick-off, for seven days, that a goal is not yet agreed.
/// </summary>
public sealed class OwnInvitations(TimeProvider time) : IOwnLinks
{
    private const int RemindedFor = 7;

    // The next workshop is asked about at once, those behind it when they come near.
    private const int AskedFor = 42;

    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person)
    {
        var today = LocalDay.Today(reads, time.GetUtcNow());
        return
        [
            .. reads.Query<Row>("""
                SELECT w.id, w.title, w.date, w.starts, p.name AS Programme
                FROM workshop w JOIN programme p ON p.id = w.programme_id
                WHERE w.state = 'Planned' AND w.date >= @today AND p.state NOT IN ('Draft', 'Closed')
                  AND (EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = p.id AND r.person_id = @person AND r.role <> 'Facilitator')
                    OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                               WHERE s.programme_id = p.id AND m.left_at IS NULL AND (m.person_id = @person OR m.supervisor_id = @person)))
                  AND NOT EXISTS (SELECT 1 FROM workshop_attendance a WHERE a.workshop_id = w.id AND a.person_id = @person AND a.reply IS NOT NULL)
                  AND (w.date <= @soon OR NOT EXISTS (SELECT 1 FROM workshop o
                    WHERE o.programme_id = w.programme_id AND o.state = 'Planned' AND o.date >= @today AND o.date < w.date))
                ORDER BY w.date, w.id
                """, new { person, today = LocalDay.Text(today), soon = LocalDay.Text(today.AddDays(AskedFor)) }).Select(row => new OwnLink(
                $"/workshops/{row.Id}/reply", $"Will you come to {row.Title}?", $"{LocalDay.WithWeekday(LocalDay.Parse(row.Date), time.GetUtcNow())}, {row.Starts.TrimStart('0')}. {row.Programme}", 0, ToDo: true)
            { By = row.Date, InEachRole = true, Verb = "Say yes or no" }),
            .. reads.Query<Row>("""
                SELECT w.id, p.name AS Title, w.date, w.starts
                FROM workshop w
                JOIN sets s ON s.programme_id = w.programme_id
                JOIN membership m ON m.set_id = s.id AND m.left_at IS NULL AND m.supervisor_id = @person
                JOIN person p ON p.id = m.person_id
                LEFT JOIN workshop_attendance a ON a.workshop_id = w.id AND a.person_id = @person
                WHERE w.kind = 'KickOff' AND w.state = 'Held' AND w.date BETWEEN @since AND @today
                  AND NOT ifnull(a.came, EXISTS (SELECT 1 FROM participant j WHERE j.workshop_id = w.id AND j.person_id = @person))
                  AND NOT EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id AND g.ended_at IS NULL AND g.agreed_at IS NOT NULL)
                ORDER BY p.name COLLATE NAMES
                """, new { person, since = LocalDay.Text(today.AddDays(-RemindedFor)), today = LocalDay.Text(today) }).Select(row => new OwnLink(
                $"/workshops/{row.Id}/reply", $"{row.Title}’s goal waits for you", "You were not at the kick-off, so it is not yet agreed.", 0, ToDo: true)
            { As = Role.Supervisor, By = LocalDay.Text(LocalDay.Parse(row.Date).AddDays(RemindedFor)), Verb = "Read" }),
        ];
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Programme { get; init; } = "";

        public string Date { get; init; } = "";

        public string Starts { get; init; } = "";
    }
}
