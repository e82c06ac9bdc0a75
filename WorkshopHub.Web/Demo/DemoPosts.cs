using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>Posts with their hearts. What has not been written at the moment of the demo is left to the simulated people.</summary>
internal sealed class DemoPosts
{
    private const double HeartsSoFar = 0.6;

    private readonly HashSet<(string Post, long Participant)> _marked = [];
    private readonly Dictionary<long, IReadOnlyList<DemoPost>> _unwritten = [];

    /// <summary>What is still to be written, by activity, in the content's order.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<DemoPost>> Unwritten => _unwritten;

    /// <summary>What is written in an item, and when.</summary>
    public static IEnumerable<(DateTimeOffset At, DemoPost Post)> Of(DemoRoom room, DemoLine line)
    {
        var posts = line.Item.Act != "Run" ? [] : (line.Content?.Posts ?? []).Where(post => post.AnswerToPostId is null).OrderBy(post => post.At).ToList();
        if (posts.Count == 0)
        {
            yield break;
        }

        var (first, span) = (posts[0].At, posts[^1].At - posts[0].At);
        var most = TimeSpan.FromMinutes(line.Minutes * 0.8);
        var stretch = span > most ? most / span : 1;
        foreach (var post in posts)
        {
            yield return (room.Hours.Began(line.Order) + TimeSpan.FromSeconds(27) + ((post.At - first) * stretch), post);
        }
    }

    /// <summary>Who has said something under their name in an item up to now.</summary>
    public static IEnumerable<string> Early(DemoRoom room, DemoLine line) =>
        Of(room, line).Where(one => one.At < room.Day.Now).Select(one => one.Post.AuthorId);

    /// <summary>Those of a posts activity up to now are written, with some of their hearts.</summary>
    public void Write(DemoRoom room, DemoLine line)
    {
        foreach (var (at, post) in Of(room, line).Where(one => !room.IsRunning || one.At < room.Day.Now))
        {
            var id = room.Ids[post.Id!] = Tokens.New();
            room.Answers(
                at, line, post.AuthorId,
                new Dictionary<string, string> { ["kind"] = post.Kind, ["text"] = post.Text, ["problem"] = ProblemOf(room, post) ?? "" }, id);
            var until = room.IsRunning ? room.Day.Now : room.Hours.Began(line.Order + 1);
            for (var heart = 0; heart < (int)(post.Hearts * (room.IsRunning ? HeartsSoFar : 1)); heart++)
            {
                room.Happens(at + ((until - at) * room.Chance.NextDouble()), writes => Heart(writes, room, id));
            }
        }
    }

    /// <summary>Notes what has not been written; a problem by its number in the file.</summary>
    public void Leave(DemoRoom room)
    {
        foreach (var line in room.Lines.Where(line => line.Item.Kind == "posts" && line.Item.Act == "Run"))
        {
            _unwritten[room.Activities[line.Order]] = [.. Of(room, line).Where(one => one.At >= room.Day.Now)
                .Select(one => one.Post with { ProblemId = ProblemOf(room, one.Post) })];
        }
    }

    private static string? ProblemOf(DemoRoom room, DemoPost post) =>
        post.ProblemId is { } key ? DemoData.Text(room.Problem(key)) : null;

    private void Heart(Writes writes, DemoRoom room, string id)
    {
        // A second mark by the same person would take the first back.
        var seat = room.Seats.Values.ElementAt(room.Chance.Next(room.Seats.Count)).Seat;
        if (_marked.Add((id, seat.ParticipantId)))
        {
            Posts.Heart(writes, id, seat);
        }
    }
}
