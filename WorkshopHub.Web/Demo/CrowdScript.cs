using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Web.Demo;

/// <summary>What is still to be written: first the content's posts in their order, then the spare ones that fit.</summary>
internal sealed class CrowdScript
{
    private readonly Dictionary<long, LinkedList<DemoPost>> _own;
    private readonly LinkedList<DemoPost> _spare;

    /// <summary>All that has not been written yet.</summary>
    public CrowdScript(DemoWorld world, KickOffNotes notes)
    {
        _own = world.Unwritten.ToDictionary(pair => pair.Key, pair => new LinkedList<DemoPost>(pair.Value));
        _spare = new LinkedList<DemoPost>(notes.Posts.Select(post => new DemoPost("", post.Kind, post.Text, 0, default)));
    }

    /// <summary>Whether people write in this activity.</summary>
    public static bool Knows(Activity activity) => activity.Kind == "posts";

    /// <summary>The next post of an activity; null where there is nothing left to say.</summary>
    public DemoPost? Next(Activity activity)
    {
        var own = _own.GetValueOrDefault(activity.Id);
        if (own?.First is { } next)
        {
            own.RemoveFirst();
            return next.Value;
        }

        var kinds = PostSettings.Parse(activity.Settings).Kinds;
        var spare = _spare.FirstOrDefault(post => kinds.Contains(Enum.Parse<PostKind>(post.Kind)));
        if (spare is not null)
        {
            _spare.Remove(spare);
        }

        return spare;
    }

    /// <summary>It was not taken: it comes again.</summary>
    public void PutBack(Activity activity, DemoPost post) =>
        (post.AuthorId.Length > 0 ? _own.GetValueOrDefault(activity.Id) ?? _spare : _spare).AddFirst(post);
}
