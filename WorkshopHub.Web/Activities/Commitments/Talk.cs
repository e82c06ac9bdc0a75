using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>
/// A talk of a member in pairs: with the supervisor, or with the set's advisor while the supervisor is not here. Whoever
/// talks with several has them one after another.
/// </summary>
public sealed record Talk
{
    /// <summary>The membership.</summary>
    public long MembershipId { get; init; }

    /// <summary>The member.</summary>
    public long PersonId { get; init; }

    /// <summary>The member's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the member is here.</summary>
    public bool IsHere { get; init; }

    /// <summary>The member's place in the room, or null.</summary>
    public long? ParticipantId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The set's name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The set's place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>The supervisor, or null.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>The supervisor's name, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Whether the supervisor is here.</summary>
    public bool SupervisorIsHere { get; init; }

    /// <summary>The set's advisor, or null.</summary>
    public long? AdvisorId { get; init; }

    /// <summary>The advisor's name, or null.</summary>
    public string? Advisor { get; init; }

    /// <summary>Who talks with the member: supervisor or advisor; null where neither is known.</summary>
    public long? WithId => SupervisorIsHere ? SupervisorId : AdvisorId;

    /// <summary>The name of who talks with the member, or null.</summary>
    public string? With => SupervisorIsHere ? Supervisor : Advisor;

    /// <summary>The talk's place among those of the same person, from 1.</summary>
    public int Order { get; init; }

    /// <summary>When it begins on the clock of the room, e.g. 14:45; null while no item runs.</summary>
    public string? At { get; init; }

    /// <summary>All talks of an activity, in the order of those who talk.</summary>
    public static IReadOnlyList<Talk> Of(Reads reads, Activity activity) =>
        reads.Once($"talks-{activity.Id.ToString(CultureInfo.InvariantCulture)}", () =>
        {
            var rows = reads.Query<Talk>(
                """
                WITH here AS (
                  SELECT j.person_id, j.id, EXISTS (SELECT 1 FROM device d WHERE d.participant_id = j.id AND d.revoked_at IS NULL) AS is_here
                  FROM participant j WHERE j.workshop_id = @RoomId AND j.person_id IS NOT NULL
                )
                SELECT m.id AS MembershipId, m.person_id, p.name, ifnull(h.is_here, 0) AS IsHere, h.id AS ParticipantId,
                       s.id AS SetId, s.name AS SetName, s.position, m.supervisor_id, v.name AS Supervisor,
                       ifnull(vh.is_here, 0) AS SupervisorIsHere, a.id AS AdvisorId, a.name AS Advisor
                FROM membership m
                JOIN sets s ON s.id = m.set_id
                JOIN workshop w ON w.programme_id = s.programme_id
                JOIN person p ON p.id = m.person_id
                LEFT JOIN person v ON v.id = m.supervisor_id
                LEFT JOIN role_assignment r ON r.id = (
                  SELECT min(o.id) FROM role_assignment o WHERE o.role = 'Advisor' AND o.set_id = s.id)
                LEFT JOIN person a ON a.id = r.person_id
                LEFT JOIN here h ON h.person_id = m.person_id
                LEFT JOIN here vh ON vh.person_id = m.supervisor_id
                WHERE w.id = @RoomId AND m.left_at IS NULL
                ORDER BY s.position, p.name COLLATE NAMES, m.id
                """,
                activity);
            var plan = CommitmentPlan.Of(reads, activity);
            var minutes = CommitmentSettings.Parse(activity.Settings).TalkMinutes;
            var zone = LocalTime.ZoneOf(reads);
            return (IReadOnlyList<Talk>)[.. rows.GroupBy(talk => talk.WithId ?? -talk.MembershipId).SelectMany(group => group
                .Select((talk, index) => talk with
                {
                    Order = index + 1,
                    At = plan.StartedAt is null || talk.WithId is null ? null
                        : LocalTime.Clock(Utc.Parse(plan.StartedAt).AddMinutes((double)index * minutes), zone),
                }))];
        });
}
