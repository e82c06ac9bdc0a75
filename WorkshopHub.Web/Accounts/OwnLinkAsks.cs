using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>For the office of the house: who came with a link that leads nowhere any more and asks for a new one.</summary>
public sealed class OwnLinkAsks : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<(string Name, string Href)>(
            """
            SELECT p.name, ifnull('/programmes/' || (
                SELECT max(g.id) FROM programme g
                WHERE g.archived_at IS NULL AND (EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = g.id AND r.person_id = p.id)
                  OR EXISTS (SELECT 1 FROM sets s JOIN membership m ON m.set_id = s.id AND m.left_at IS NULL
                    WHERE s.programme_id = g.id AND p.id IN (m.person_id, m.supervisor_id)))) || '/people/' || p.id || '#sign-in', '/people/' || p.id)
            FROM personal_link l JOIN person p ON p.id = l.person_id LEFT JOIN account a ON a.person_id = p.id
            WHERE l.asked_again_at IS NOT NULL AND ifnull(a.signed_in_at, '') < l.asked_again_at
              AND EXISTS (SELECT 1 FROM account o WHERE o.person_id = @person AND (o.is_facilitator = 1 OR o.is_admin = 1))
            GROUP BY p.id ORDER BY min(l.asked_again_at), p.id
            """, new { person }).Select(one => new OwnLink(one.Href, $"{one.Name} asks for a new link", "The one they came with leads nowhere any more.", 0, ToDo: true)
            {
                Verb = "Make one",
            }),
    ];
}
