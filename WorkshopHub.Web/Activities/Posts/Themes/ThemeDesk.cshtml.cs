using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts.Themes;

/// <summary>
/// The facilitator's desk for putting posts together: drag them, press a number key, or tick several and choose. The walls
/// that show themes follow.
/// </summary>
public sealed class ThemeDesk(Db db, Writer writer, PostsLive live) : PageModel
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The activity whose posts are sorted; null for the newest that has any.</summary>
    [BindProperty(SupportsGet = true, Name = "activity")]
    public long? Chosen { get; set; }

    /// <summary>The post that it was opened on, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Post { get; set; }

    /// <summary>The activity, or null where nobody has written yet.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>The workshop's activities of this sort that have begun.</summary>
    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    /// <summary>The themes, the largest first.</summary>
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Posts in no theme, oldest first.</summary>
    public IReadOnlyList<PostCard> Loose { get; private set; } = [];

    /// <summary>Groups that the words suggest.</summary>
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    /// <summary>What is wrong with a name, or null.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The name as it was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>The ticked posts.</summary>
    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>The desk.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>A button of the desk: into a theme (to/id), into a new one (new), out of any (out), rename/id, apart/id, take/n.</summary>
    public async Task<IActionResult> OnPostAsync(string? press, string? name, List<string>? posts)
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        Ticked = posts ?? [];
        Typed = name ?? "";
        if (Activity is not { } activity || (press ?? "").Split('/') is not [var verb, .. var rest])
        {
            return BadRequest();
        }

        var thing = rest is [var number] && long.TryParse(number, out var id) ? id : 0;
        try
        {
            await writer.RunAsync(writes => Do(writes, activity, verb, thing));
        }
        catch (RefusedException problem)
        {
            Wrong = problem.Message;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        live.ThemesChanged(activity);
        return LocalRedirect($"/w/{Workshop}/control/themes?activity={activity.Id}");
    }

    private bool Do(Writes writes, Activity activity, string verb, long thing)
    {
        switch (verb)
        {
            case "to":
                Theme.Put(writes, activity, thing, Ticked);
                break;
            case "out":
                Theme.Put(writes, activity, null, Ticked);
                break;
            case "new":
                Theme.Begin(writes, activity, Typed, Ticked);
                break;
            case "rename":
                Theme.Rename(writes, activity, thing, Typed);
                break;
            case "apart":
                Theme.TakeApart(writes, activity, thing);
                break;
            case "take" when thing >= 0 && thing < Proposals.Count:
                var proposal = Proposals[(int)thing];
                Theme.Begin(writes, activity, proposal.Name, [.. proposal.Posts.Select(post => post.Id)]);
                break;
        }

        return true;
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        return await db.ReadAsync(reads =>
        {
            if (!Access.MayControl(viewer, reads, Workshop))
            {
                return false;
            }

            Activities = [.. reads.Query<long>(
                """
                SELECT p.activity_id FROM post p JOIN activity a ON a.id = p.activity_id
                WHERE a.workshop_id = @Workshop GROUP BY p.activity_id ORDER BY p.activity_id
                """,
                new { Workshop }).Select(one => Activity.Find(reads, one)!)];
            var post = Post is null ? null : PostQueries.One(reads, Post);
            Activity = Activities.FirstOrDefault(one => one.Id == (Chosen ?? post?.ActivityId))
                ?? (Chosen is null && Activities is [.., var last] ? last : null);
            if (Activity is { } activity)
            {
                Themes = Theme.Of(reads, activity);
                var sorted = Themes.SelectMany(theme => theme.Posts).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
                Loose = [.. PostQueries.Public(reads, activity).Where(one => !sorted.Contains(one.Id))];
                Proposals = Proposal.Of([.. Loose.Take(200)]);
            }

            return true;
        }, HttpContext.RequestAborted) ? null : NotFound();
    }
}
