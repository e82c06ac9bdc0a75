using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.Check;

/// <summary>A wall and a test post.</summary>
/// <param name="Name">The wall's name.</param>
/// <param name="Milliseconds">How long after the server took the post the wall said that it shows it; null where it has not.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
public sealed record WallTried(string Name, int? Milliseconds, string? Problem);

/// <summary>How far a test post has come: from the phone to the server, from there to each wall.</summary>
public sealed record TrialView
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    /// <summary>The trial.</summary>
    public required RoomTrial Trial { get; init; }

    /// <summary>The workshop's walls.</summary>
    public IReadOnlyList<WallTried> Walls { get; init; } = [];

    /// <summary>Whether a phone looks at it rather than the facilitator's page.</summary>
    public bool OnPhone { get; init; }

    /// <summary>The post is under way still: nothing is said of it yet.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>Every wall shows it, and there is one.</summary>
    public bool Works => Walls.Count > 0 && Walls.All(wall => wall.Milliseconds is not null);

    /// <summary>Reads how a trial stands at a moment.</summary>
    public static TrialView Of(Reads reads, RoomTrial trial, TestPosts posts, Presence presence, DateTimeOffset now, bool onPhone)
    {
        var screens = reads.Query<Paired>(
            "SELECT id, name FROM screen WHERE workshop_id = @WorkshopId AND unpaired_at IS NULL ORDER BY name COLLATE NAMES", new { trial.WorkshopId });
        var seen = trial.Post is { } post ? posts.SeenBy(trial.WorkshopId, post.Id) : new Dictionary<long, int>();
        var here = presence.Of(trial.WorkshopId).Screens;
        var waits = now - trial.Post?.SentAt < _patience;
        return new TrialView
        {
            Trial = trial,
            OnPhone = onPhone,
            IsUnderWay = waits && (screens.Count == 0 || screens.Any(screen => !seen.ContainsKey(screen.Id))),
            Walls = [.. screens.Select(screen => seen.TryGetValue(screen.Id, out var after)
                ? new WallTried(screen.Name, after, null)
                : new WallTried(screen.Name, null, waits ? null : Problem(here.GetValueOrDefault(screen.Id)?.State)))],
        };
    }

    private static string Problem(Contact? state) => state switch
    {
        Contact.Live => "is connected but did not say that it shows it. Is its window hidden behind another?",
        Contact.Behind => "is behind: its network is slow or its computer busy.",
        _ => "does not answer. Is its computer on, on the network, and is its browser open at /wall?",
    };

    private sealed record Paired
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
