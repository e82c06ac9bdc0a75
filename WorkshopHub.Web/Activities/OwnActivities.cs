using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>What the kinds have for members of sets and their advisors outside the room.</summary>
public sealed class OwnActivities(ActivityKinds kinds) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<(long Id, string Kind)>(
            """
            SELECT a.id, a.kind
            FROM workshop w
            JOIN programme p ON p.id = w.programme_id
            JOIN activity a ON a.workshop_id = w.id
            WHERE p.state <> 'Closed'
              AND EXISTS (SELECT 1 FROM agenda_item i WHERE i.activity_id = a.id)
              AND (EXISTS (SELECT 1 FROM role_assignment r WHERE r.programme_id = p.id AND r.person_id = @person AND r.role = 'Advisor')
                OR EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                           WHERE s.programme_id = p.id AND m.person_id = @person AND m.left_at IS NULL))
            ORDER BY w.date, a.id
            """,
            new { person }).Where(one => kinds.Has(one.Kind) && Gives(kinds[one.Kind])).Select(one => Activity.Find(reads, one.Id)!)
            .SelectMany(activity => kinds.Of(activity).OwnLinks(reads, activity, person)),
    ];

    // Most kinds have nothing for people outside the room: their activities aren't read for it.
    private static bool Gives(ActivityKind kind) => kind.GetType().GetMethod(nameof(ActivityKind.OwnLinks))!.DeclaringType != typeof(ActivityKind);
}
