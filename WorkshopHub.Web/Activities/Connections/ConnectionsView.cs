using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>What walls, control room and report show: counts and pictures, never a name.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Expected">How many people are asked.</param>
/// <param name="Count">How many have answered.</param>
/// <param name="Now">The network; null while it may not be shown.</param>
/// <param name="Then">The same at the earlier workshop; null where there was none, or too few answered.</param>
/// <param name="ThenDate">When that was (local date), or null.</param>
/// <param name="NowDate">When this is (local date).</param>
public sealed record ConnectionsView(
    Activity Activity, long Expected, int Count, Network? Now, Network? Then, DateOnly? ThenDate, DateOnly NowDate)
{
    /// <summary>Whether the pictures are shown, and not only the one number.</summary>
    public bool ShowsPictures => Now is not null && Activity.Act is not ItemAct.Run;

    /// <summary>As it is now.</summary>
    public static ConnectionsView Read(Reads reads, Activity activity)
    {
        var counted = CountedConnections.Of(reads, activity.Id);
        var answered = Tie.Answered(reads, activity.Id);
        var expected = RoomPerson.Of(reads, activity.WorkshopId).Count(one => one.PersonId is not null && activity.IsFor(one.Role)
            && (activity.Audience != "[]" || one.Role is Role.Member or Role.Advisor));
        var count = counted?.Answered ?? answered.Count;
        var view = new ConnectionsView(activity, Math.Max(expected, count), count, null, null, null, DateOf(reads, activity.WorkshopId));
        if (!activity.IsRevealed || activity.State == ActivityState.Open || count < Network.Fewest)
        {
            return view;
        }

        var earlier = activity.Earlier(reads);
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", activity);
        var people = KnownPerson.Of(reads, activity, earlier?.Id);
        var now = counted ?? Network.Of(people, Tie.Of(reads, activity.Id), [.. answered], programme);
        var then = earlier is null || earlier.State == ActivityState.Open ? null
            : CountedConnections.Of(reads, earlier.Id) ?? Network.Of(people, Tie.Of(reads, earlier.Id), [.. Tie.Answered(reads, earlier.Id)], programme);
        return view with
        {
            Now = now.IsTold ? now : null,
            Then = then is { IsTold: true } ? then : null,
            ThenDate = then is { IsTold: true } ? DateOf(reads, earlier!.WorkshopId) : null,
        };
    }

    private static DateOnly DateOf(Reads reads, long workshop) => DateOnly.Parse(
        reads.First<string>("SELECT date FROM workshop WHERE id = @workshop", new { workshop })!, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What one person's phone shows: their own list, and nobody else's.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Seat">Whose phone.</param>
/// <param name="People">People of other units, by unit.</param>
/// <param name="Own">What this person has said; empty where the phone isn't known to be theirs.</param>
/// <param name="Then">What they said at the earlier workshop, or null.</param>
/// <param name="ThenDate">When that was, or null.</param>
/// <param name="HasAnswered">Whether they have answered.</param>
public sealed record ConnectionsFeed(
    Activity Activity, Seat Seat, IReadOnlyList<KnownPerson> People, IReadOnlyDictionary<long, long> Own,
    IReadOnlyDictionary<long, long>? Then, DateOnly? ThenDate, bool HasAnswered)
{
    /// <summary>Whether the phone is known to be in the hands of its person.</summary>
    public bool IsKnown => Seat.PersonId is not null && Access.IsSure(Seat, Artefact.Connections);

    /// <summary>As it is now for a person.</summary>
    public static ConnectionsFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var people = Elsewhere(reads, activity, seat);
        if (seat.PersonId is not { } person || !Access.IsSure(seat, Artefact.Connections))
        {
            return new(activity, seat, people, new Dictionary<long, long>(), null, null, false);
        }

        var earlier = activity.Earlier(reads);
        return new(
            activity, seat, people, Tie.By(reads, activity.Id, person), earlier is null ? null : Tie.By(reads, earlier.Id, person),
            earlier is null ? null : DateOnly.Parse(
                reads.First<string>("SELECT date FROM workshop WHERE id = @WorkshopId", earlier)!, System.Globalization.CultureInfo.InvariantCulture),
            AnsweredMarks.Of(reads, activity.Id, seat.ParticipantId) > 0 || Tie.By(reads, activity.Id, person).Count > 0);
    }

    /// <summary>The people whom somebody is asked about: those of other units.</summary>
    public static IReadOnlyList<KnownPerson> Elsewhere(Reads reads, Activity activity, Seat seat)
    {
        var all = KnownPerson.Of(reads, activity);
        var me = all.FirstOrDefault(one => one.PersonId == seat.PersonId) ?? new KnownPerson
        {
            PersonId = seat.PersonId ?? 0,
            SetId = seat.SetId ?? 0,
            UnitId = reads.First<long?>("SELECT org_unit_id FROM person WHERE id = @PersonId", seat),
        };
        return [.. all.Where(me.IsElsewhere)];
    }
}
