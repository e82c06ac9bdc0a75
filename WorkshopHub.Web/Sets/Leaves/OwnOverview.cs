using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>For a sponsor: how the sets are, and the doors that wait and that they may answer.</summary>
public sealed class OwnOverview : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<(long Id, string Name, long Notes, long New, long Doors)>(
            """
            SELECT g.id, g.name,
              (SELECT count(*) FROM sheet h JOIN sets s ON s.id = h.set_id WHERE s.programme_id = g.id AND h.kind = 'Progress' AND h.state = 'Gone'),
              (SELECT count(*) FROM sheet h JOIN sets s ON s.id = h.set_id WHERE s.programme_id = g.id AND h.kind = 'Progress' AND h.state = 'Gone'
                AND NOT EXISTS (SELECT 1 FROM note_opened o WHERE o.person_id = @person AND o.sheet_id = h.id)),
              (SELECT count(*) FROM door_request d JOIN sets s ON s.id = d.set_id WHERE s.programme_id = g.id AND d.state IN ('Asked', 'Accepted') AND d.asked_of <> @person)
            FROM programme g
            WHERE g.state <> 'Closed' AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = @person AND r.role = 'Sponsor')
            ORDER BY g.id DESC
            """, new { person }).Where(programme => programme.Notes + programme.Doors > 0).Select(programme => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/programmes/{programme.Id}/during"), $"How the sets of {programme.Name} are",
                $"{(programme.Notes == 1 ? "1 progress note" : $"{programme.Notes} progress notes")}{(programme.New > 0 ? $", {programme.New} of them new to you" : "")}, {(programme.Doors == 1 ? "1 door waits" : $"{programme.Doors} doors wait")}.",
                0, ToDo: false) { As = Role.Sponsor }),
    ];
}
