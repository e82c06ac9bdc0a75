using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>What stands under the field of one person's phone: what they wrote and what their set may see.</summary>
/// <param name="WorkshopId">The workshop.</param>
/// <param name="KindPartial">The kind's _Feed; null where there is none.</param>
/// <param name="Model">Its model.</param>
/// <param name="OpenEnds">One's answers to other activities that still wait for somebody, each with its partial.</param>
/// <param name="Asking">Other phones that want this name.</param>
/// <param name="Stamp">Where the channels stood before the snapshot.</param>
/// <param name="Revision">The revision that it was read at.</param>
public sealed record PhoneFeed(
    long WorkshopId, string? KindPartial, object? Model, IReadOnlyList<(string Partial, object Model)> OpenEnds,
    IReadOnlyList<Claim> Asking, string Stamp, long Revision)
{
    /// <summary>Whether the workshop is over and this person may read what was said: known, and no guest.</summary>
    public bool HasSummary { get; init; }

    /// <summary>The feed as it is now.</summary>
    public static PhoneFeed Read(Reads reads, ActivityKinds kinds, Activity? activity, Seat seat, string stamp)
    {
        var kind = activity is not null && kinds.Of(activity) is { } its && its.IsFor(activity, seat.Role) ? its : null;
        var model = kind?.FeedModel(reads, activity!, seat);
        return new PhoneFeed(
            seat.WorkshopId, model is null ? null : kind!.Partial("Feed"), model,
            [.. kinds.All.SelectMany(one => one.OpenEnds(reads, model is null ? null : activity!.Id, seat)
                .Select(answer => (one.Partial("Own"), answer)))],
            Claims.WaitingFor(reads, seat.ParticipantId), stamp, reads.Revision)
        {
            HasSummary = seat is { Assurance: >= Assurance.Vouched, PersonId: not null }
                && reads.First<string>("SELECT state FROM workshop WHERE id = @WorkshopId", seat) == "Held",
        };
    }

    /// <summary>The bar on top of this person's phone.</summary>
    public static PhoneBar BarOf(Reads reads, Seat seat, string workshop)
    {
        var set = seat.SetId is null ? null : reads.First<SetRow>(
            "SELECT name, position FROM sets WHERE id = @SetId", seat);
        return new PhoneBar(set?.Position, set?.Name ?? seat.Role.ToString(), workshop, seat.Name.Split(' ')[0]);
    }

    private sealed record SetRow
    {
        public string Name { get; init; } = "";

        public long Position { get; init; }
    }
}
