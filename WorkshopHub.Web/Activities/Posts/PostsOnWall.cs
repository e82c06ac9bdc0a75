using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Notes which posts a paired screen has reported to show, and tells their authors: on the wall.</summary>
public sealed class PostsOnWall(Shown shown, Writer writer, Db db, PostsLive live) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        shown.OnShown = NoteAsync;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        shown.OnShown = null;
        return Task.CompletedTask;
    }

    private async Task NoteAsync(long workshop, long screen, IReadOnlyList<string> ids)
    {
        var fresh = await writer.RunAsync(writes => PostsModeration.ShownOnWall(writes, workshop, ids));
        if (fresh.Count > 0)
        {
            foreach (var post in await db.ReadAsync(reads => fresh.Select(id => PostQueries.One(reads, id)).ToList()))
            {
                live.OwnChanged(PostPlace.Of(post!));
            }
        }
    }
}
