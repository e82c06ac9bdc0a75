using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>Somebody who may read a workshop's summary: a known person with a part in its programme, never a guest.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="MayControl">Whether they run the workshop: export and undo.</param>
/// <param name="Sets">The sets that they are a member or the advisor of.</param>
public sealed record SummaryReader(long PersonId, bool MayControl, IReadOnlyList<long> Sets)
{
    /// <summary>Who is asking; null where they may not read it. A phone counts where it is known to be the person's.</summary>
    public static SummaryReader? Of(Viewer viewer, Reads reads, long workshop)
    {
        var known = viewer.PersonId is null && viewer.Seat is { Assurance: >= Assurance.Vouched, PersonId: { } person } seat
            && seat.WorkshopId == workshop ? viewer with { PersonId = person, IsAdmin = false, IsFacilitator = false } : viewer;
        var control = viewer.IsSignedIn && Access.MayControl(viewer, reads, workshop); // a phone runs nothing
        return known.PersonId is not { } who || (!control && !Access.HasPart(known, reads, workshop)) ? null
            : new SummaryReader(who, control, reads.Query<long>(
                """
                SELECT m.set_id FROM membership m WHERE m.person_id = @who AND m.left_at IS NULL
                UNION
                SELECT r.set_id FROM role_assignment r WHERE r.person_id = @who AND r.role = 'Advisor' AND r.set_id IS NOT NULL
                """,
                new { who }));
    }

    /// <summary>Whether they may read what was carried over; what a person undid stands there for who runs the workshop only.</summary>
    public bool MayRead(Carried carried) => CarriedTarget.Of(carried.Target).For switch
    {
        CarriedFor.Set => carried.SetId is { } set && Sets.Contains(set),
        CarriedFor.Office => MayControl,
        _ => MayControl || (carried.State != "Undone" && (carried.Text.Length > 0 || carried.PersonId == PersonId)),
    };
}
