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
/// <param name="Hat">Of a person of several roles: the one in which they take part now, in words; null where it is the first.</param>
/// <param name="Asking">Other phones that want this name.</param>
/// <param name="Door">Who of the sets that this person advises waits for their word; null for everybody else.</param>
/// <param name="Stamp">Where the channels stood before the snapshot.</param>
/// <param name="Revision">The revision that it was read at.</param>
public sealed record PhoneFeed(
    long WorkshopId, string? KindPartial, object? Model, IReadOnlyList<(string Partial, object Model)> OpenEnds,
    string? Hat, IReadOnlyList<Claim> Asking, SetDoor? Door, string Stamp, long Revision)
{
    /// <summary>Of an advisor of several sets: what the others write, each with its partial.</summary>
    public IReadOnlyList<FeedBeside> Beside { get; init; } = [];

    /// <summary>The activity of now, or null.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Whether the workshop is over and this person may read what was said: known, and no guest.</summary>
    public bool HasSummary { get; init; }

    /// <summary>Of a person of several roles: all of them in words; empty otherwise.</summary>
    public string AlsoAs { get; init; } = "";

    /// <summary>The feed as it is now.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="kinds">All kinds of activity.</param>
    /// <param name="activity">What is now, or null.</param>
    /// <param name="at">Whose phone it is.</param>
    /// <param name="stamp">Where the channels stood before the snapshot.</param>
    /// <param name="doors">The sets at whose door the person stands.</param>
    public static PhoneFeed Read(
        Reads reads, ActivityKinds kinds, Activity? activity, Seat at, string stamp, IReadOnlyList<long>? doors = null)
    {
        var its = activity is null ? null : kinds.Of(activity);
        var seat = its is null ? at : at.In(role => its.IsFor(activity!, role));
        var takesPart = its?.IsFor(activity!, seat.Role) is true;
        seat = its is null || takesPart ? seat : at.In(role => its.ReadsAlong(activity!, role));
        var kind = takesPart || its?.ReadsAlong(activity!, seat.Role) is true ? its : null;
        var model = kind?.FeedModel(reads, activity!, seat);
        return new PhoneFeed(
            seat.WorkshopId, model is null ? null : kind!.Partial("Feed"), model,
            [.. kinds.All.SelectMany(one => one.OpenEnds(reads, model is null ? null : activity!.Id, seat)
                .Select(answer => (one.Partial("Own"), answer)))],
            seat == at ? null : InWords(reads, new RoleNow { Role = seat.Role, SetId = seat.SetId }),
            Claims.WaitingFor(reads, seat.ParticipantId), doors is { Count: > 0 } ? SetDoor.Read(reads, seat.WorkshopId, doors) : null,
            stamp, reads.Revision)
        {
            ActivityId = activity?.Id,
            Beside = kind is null ? [] : BesideOf(reads, kind, activity!, seat),
            AlsoAs = RolesInWords(reads, at),
            HasSummary = seat is { Assurance: >= Assurance.Vouched, PersonId: not null }
                && reads.First<string>("SELECT state FROM workshop WHERE id = @WorkshopId", seat) == "Held",
        };
    }

    /// <summary>The bar on top of this person's phone.</summary>
    public static PhoneBar BarOf(Reads reads, Seat seat, string workshop)
    {
        var set = seat.SetId is null ? null : reads.First<SetRow>(
            "SELECT name, position FROM sets WHERE id = @SetId", seat);
        return new PhoneBar(set?.Position, set?.Name ?? seat.Role.ToString(), workshop, Called.First(seat.Name));
    }

    private static IReadOnlyList<FeedBeside> BesideOf(Reads reads, ActivityKind kind, Activity activity, Seat seat) =>
    [
        .. from set in RoomSet.Of(reads, seat.WorkshopId)
           where seat.Beside.Contains(set.Id)
           let model = kind.BesideModel(reads, activity, seat with { Role = Role.Advisor, SetId = set.Id })
           where model is not null
           select new FeedBeside(set, kind.Partial("Beside"), model),
    ];

    private static string RolesInWords(Reads reads, Seat seat) =>
        seat.All.Count < 2 ? "" : string.Join(" and ", seat.All.Select(one => InWords(reads, one)));

    private static string InWords(Reads reads, RoleNow one)
    {
        var set = one.SetId is null ? null : reads.First<string>("SELECT name FROM sets WHERE id = @SetId", one);
        return one.Role.ToString().ToLowerInvariant() + (set is null ? "" : $" of {set}");
    }

    private sealed record SetRow
    {
        public string Name { get; init; } = "";

        public long Position { get; init; }
    }
}

/// <summary>What another set writes, on the phone of an advisor who stands with it too.</summary>
/// <param name="Set">The set.</param>
/// <param name="Partial">The kind's _Beside.</param>
/// <param name="Model">Its model.</param>
public sealed record FeedBeside(RoomSet Set, string Partial, object Model);
