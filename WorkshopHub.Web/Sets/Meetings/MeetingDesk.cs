using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>What every page of a meeting works with.</summary>
public sealed class MeetingDesk(LiveWire wire, Pieces pieces, Connections connections, MeetingLive live, IEnumerable<IStillOpen> asked, TimeProvider time)
{
    /// <summary>The wire, for the stamp of a live region.</summary>
    public LiveWire Wire => wire;

    /// <summary>Answers with pieces.</summary>
    public Pieces Pieces => pieces;

    /// <summary>The pushes of a meeting.</summary>
    public MeetingLive Live => live;

    /// <summary>Whom the closing of a meeting asks.</summary>
    public IReadOnlyList<IStillOpen> Asked { get; } = [.. asked];

    /// <summary>The moment of this request.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether somebody has a set's own place open on a live connection now.</summary>
    public bool IsConnected(long set, long person) =>
        connections.All.Any(one => one.View == "set" && one.Workshop == set && one.Who.PersonIds.Contains(person));
}
