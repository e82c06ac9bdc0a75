using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>Questions by problem: which problems there are, and what goes to a problem's page because nobody has answered it.</summary>
public static class PostCarry
{
    /// <summary>What it becomes; the thing that it belongs to is the problem.</summary>
    public const string Target = "ProblemQuestion";

    /// <summary>The problems that posts of an activity may name, in order; none where its settings don't ask or nothing is offered.</summary>
    public static IReadOnlyList<ProblemRow> ProblemsOf(Reads reads, Activity activity) =>
        PostSettings.Parse(activity.Settings).ByProblem ? ProblemRow.Offered(reads, reads.First<long>(
            "SELECT programme_id FROM workshop WHERE id = @WorkshopId", activity)) : [];

    /// <summary>Carries over the questions of an activity that has closed.</summary>
    public static void Over(Writes writes, Activity activity)
    {
        foreach (var post in PostQueries.Public(writes, activity).Where(IsOpen))
        {
            Add(writes, post);
        }
    }

    /// <summary>
    /// A post of an activity whose results have been carried over already was let in, hidden, changed or answered: what it had
    /// become stands no longer, and stands anew where it is still an open question.
    /// </summary>
    public static void Settle(Writes writes, PostCard post)
    {
        if (!post.ByProblem
            || writes.First<long?>("SELECT activity_id FROM settled WHERE activity_id = @ActivityId", post) is null)
        {
            return;
        }

        Carried.Resolve(writes, post.ActivityId, post.Id, takenUp: post.IsAnswered);
        if (post.IsPublic && IsOpen(post))
        {
            Add(writes, post);
        }
    }

    private static bool IsOpen(PostCard post) =>
        post is { ByProblem: true, Kind: PostKind.Question, ProblemId: not null, IsAnswered: false };

    private static void Add(Writes writes, PostCard post) => Carried.Add(writes, new Carried
    {
        ActivityId = post.ActivityId,
        Target = Target,
        ThingId = post.ProblemId,
        Source = post.Id,
        Text = post.Text,
    });
}
