using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>Doors that wait for whoever was asked to open them.</summary>
public sealed class OwnDoors : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<Row>(
            """
            SELECT d.id, d.title, d.state, ifnull(d.opens_on, d.needed_by) AS "By", s.id AS SetId, s.position, s.name AS SetName,
              EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role = 'Champion') AS IsChampion,
              EXISTS (SELECT 1 FROM door_wondered x WHERE x.door_id = d.id AND x.at > ifnull(d.answered_at, '')) AS IsWondered
            FROM door_request d
            JOIN sets s ON s.id = d.set_id
            JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            WHERE d.asked_of = @person AND d.state IN ('Asked', 'Accepted')
            ORDER BY d.asked_at
            """,
            new { person }).Select(door => new OwnLink(
                $"/doors/{door.Id}", door.State == "Asked" ? $"A door: {door.Title}" : $"The door that you promised: {door.Title}",
                $"{(door.State == "Asked" ? "asks you to open it." : "waits for it.")}{(door.IsWondered ? " The sponsor asks how it stands." : "")}", 0, ToDo: true)
            {
                By = door.By,
                As = door.IsChampion ? Role.Champion : Role.Sponsor,
                Verb = "Answer",
                SetPosition = door.Position,
                SetName = door.SetName,
            }),
    ];

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Title { get; init; } = "";

        public string State { get; init; } = "";

        public string? By { get; init; }

        public long SetId { get; init; }

        public long Position { get; init; }

        public string SetName { get; init; } = "";

        public bool IsChampion { get; init; }

        public bool IsWondered { get; init; }
    }
}
