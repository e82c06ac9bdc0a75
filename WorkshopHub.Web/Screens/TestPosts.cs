using System.Collections.Concurrent;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>
/// The newest test post of each workshop and which screens have reported to show it. It goes the way of every post,
/// pushed to the walls and reported by them, but lives in memory only: nothing of it is left.
/// </summary>
public sealed class TestPosts(LiveWire wire, Db db, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, Sent> _newest = [];

    /// <summary>Puts a test post on the walls of a workshop; it takes the place of an earlier one.</summary>
    public async Task<TestPost> SendAsync(long workshopId)
    {
        var zone = await db.ReadAsync(LocalTime.ZoneOf);
        var now = time.GetUtcNow();
        var clock = TimeZoneInfo.ConvertTime(now, zone).ToString("H:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        var post = new TestPost(Tokens.New(), now, clock);
        _newest[workshopId] = new Sent(post);
        wire.Changed(
            new Piece("wall-test", _ => new PieceState.Put("~/Screens/_Test.cshtml", new OnWall(Showing(workshopId)))),
            Channels.Wall(workshopId));
        return post;
    }

    /// <summary>What the walls of a workshop show of it now; null where the last has stood long enough.</summary>
    public TestPost? Showing(long workshopId) =>
        _newest.TryGetValue(workshopId, out var sent) && time.GetUtcNow() - sent.Post.SentAt < TestPost.Stands ? sent.Post : null;

    /// <summary>How long after it was taken each screen reported to show a test post, in milliseconds.</summary>
    public IReadOnlyDictionary<long, int> SeenBy(long workshopId, string postId) =>
        _newest.TryGetValue(workshopId, out var sent) && sent.Post.Id == postId ? sent.Seen : new Dictionary<long, int>();

    /// <summary>A screen reports a post: true where it is the workshop's test post.</summary>
    internal bool Note(long workshopId, long screenId, string postId)
    {
        if (!_newest.TryGetValue(workshopId, out var sent) || sent.Post.Id != postId)
        {
            return false;
        }

        sent.Seen.TryAdd(screenId, Math.Max(1, (int)(time.GetUtcNow() - sent.Post.SentAt).TotalMilliseconds));
        return true;
    }

    private sealed record Sent(TestPost Post)
    {
        public ConcurrentDictionary<long, int> Seen { get; } = [];
    }
}

/// <summary>The place of a test post on a wall.</summary>
/// <param name="Post">The post, or null while there is none.</param>
public sealed record OnWall(TestPost? Post);
