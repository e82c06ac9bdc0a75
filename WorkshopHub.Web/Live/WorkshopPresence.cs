namespace WorkshopHub.Web.Live;

/// <summary>How we reach somebody.</summary>
public enum Contact
{
    /// <summary>Not heard of since the program started.</summary>
    Unknown,

    /// <summary>Connected and up to date.</summary>
    Live,

    /// <summary>Connected, but has not shown what was sent some seconds ago.</summary>
    Behind,

    /// <summary>No longer connected.</summary>
    Gone,
}

/// <summary>How we reach a participant, and since when it is so; the moment is null where it is not known.</summary>
public sealed record Reach(Contact State, DateTimeOffset? Since);

/// <summary>How we reach a screen, and what it last said that it shows.</summary>
/// <param name="ScreenId">The screen.</param>
/// <param name="State">How we reach it.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="BehindBy">Age of the first push that it has not shown; zero while it is not behind.</param>
/// <param name="BehindPushes">How many pushes it has not shown; zero while it is not behind.</param>
/// <param name="Showing">What it last reported; null until it has.</param>
public sealed record ScreenReach(
    long ScreenId, Contact State, DateTimeOffset? Since, TimeSpan BehindBy, long BehindPushes, Showing? Showing);

/// <summary>Many phones dropped at the same time, which points to the network and not to them.</summary>
/// <param name="At">When.</param>
/// <param name="Count">How many within fifteen seconds.</param>
/// <param name="Of">Of how many that were here.</param>
public sealed record Drop(DateTimeOffset At, int Count, int Of);

/// <summary>Who is here in a workshop, at one moment.</summary>
public sealed record WorkshopPresence
{
    /// <summary>Nothing is known of the time before: the program started then.</summary>
    public DateTimeOffset KnownSince { get; init; }

    /// <summary>Whether the program runs long enough for every phone that is still here to have come back.</summary>
    public bool Settled { get; init; }

    /// <summary>Participants heard of, by id.</summary>
    public IReadOnlyDictionary<long, Reach> Participants { get; init; } = new Dictionary<long, Reach>();

    /// <summary>Screens heard of, by id.</summary>
    public IReadOnlyDictionary<long, ScreenReach> Screens { get; init; } = new Dictionary<long, ScreenReach>();

    /// <summary>Participants with a connection, those behind included.</summary>
    public int PhonesLive { get; init; }

    /// <summary>Participants who are connected but behind.</summary>
    public int PhonesBehind { get; init; }

    /// <summary>Participants who are connected and have posts that did not get through.</summary>
    public int PhonesQueueing { get; init; }

    /// <summary>How many posts wait on those phones.</summary>
    public int PostsQueueing { get; init; }

    /// <summary>Participants who left in the last ten minutes and have not come back.</summary>
    public int PhonesGone { get; init; }

    /// <summary>Many dropped at once within the last minute, or null.</summary>
    public Drop? Drop { get; init; }

    /// <summary>How we reach a participant; unknown where nothing was heard.</summary>
    public Reach Participant(long id) => Participants.GetValueOrDefault(id) ?? new Reach(Contact.Unknown, null);

    /// <summary>
    /// Whether somebody who has joined is here now: by a connection of their phone. A phone without scripts never has one;
    /// it counts as here when it joined while the program ran, and after a restart until all had time to come back.
    /// </summary>
    /// <param name="id">The participant.</param>
    /// <param name="joined">When their phone joined.</param>
    public bool IsHere(long id, DateTimeOffset joined) => Participant(id).State switch
    {
        Contact.Live or Contact.Behind => true,
        Contact.Gone => false,
        _ => !Settled || joined >= KnownSince,
    };

    /// <summary>How we reach a screen; unknown where nothing was heard.</summary>
    public ScreenReach Screen(long id) =>
        Screens.GetValueOrDefault(id) ?? new ScreenReach(id, Contact.Unknown, null, TimeSpan.Zero, 0, null);

    /// <summary>Whether a person who looks at it would see no difference.</summary>
    internal bool IsLike(WorkshopPresence other) =>
        PhonesGone == other.PhonesGone && Settled == other.Settled
        && PhonesQueueing == other.PhonesQueueing && PostsQueueing == other.PostsQueueing && (Drop is null) == (other.Drop is null) && Drop?.Count == other.Drop?.Count
        && Participants.Count == other.Participants.Count
        && Participants.All(item => other.Participants.TryGetValue(item.Key, out var reach) && reach == item.Value)
        && Screens.Count == other.Screens.Count
        && Screens.All(item => other.Screens.TryGetValue(item.Key, out var screen) && screen == item.Value);
}
