using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Demo;

/// <summary>An item of a workshop's plan: what the house's template says of it, and what the content does.</summary>
/// <param name="Order">Its place, from 1.</param>
/// <param name="Item">The template's item.</param>
/// <param name="Title">What it is called here.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Content">What happened there; null where the content tells nothing of it.</param>
internal sealed record DemoLine(int Order, TemplateItem Item, string Title, int Minutes, DemoActivity? Content);

/// <summary>
/// The three runs of show: the content's own, laid over the house's templates, which know settings, audience and series.
/// What the content lacks (dots, closing words, commitments of the mid-term) is taken from the template.
/// </summary>
internal static class DemoPlan
{
    private const int Left = -1;
    private const int New = 0;

    // For each item of the template the content's item; New where the content has none, Left where it has no need of it.
    private static readonly Dictionary<string, int[]> _orders = new(StringComparer.Ordinal)
    {
        ["MidTerm"] = [1, 2, 3, 4, 5, 6, New, 7, 8, 9, 10, New, 11, New],
        ["Final"] = [1, 2, 3, 4, New, New, 5, 6, 7, 8, 9, New, 10, 11, New, 12, 13, New, 14],
    };

    // Content that belongs to an item beside its own: learnings stand among the answers, dots among the posts.
    private static readonly Dictionary<string, string> _also = new(StringComparer.Ordinal)
    {
        ["MidTerm:learnings"] = "m-answers",
        ["Final:what-else-dots"] = "f-else",
        ["OwnProblem:heard"] = "f1k-posts",
        ["OwnProblem:word"] = "f1k-word",
    };

    // Items that share the content's minutes with one that follows keep those of the template.
    private static readonly string[] _shared = ["m-answers", "m-word", "f-else", "f-pulse", "f-advisor", "f-report"];

    /// <summary>The lines of a workshop of the content; one whose plan it does not tell follows the template of its format.</summary>
    public static IReadOnlyList<DemoLine> Of(DemoWorkshop plan, string format = "CommonProblem")
    {
        var template = AgendaTemplates.For(format, plan.Kind).Items;
        if (plan.Agenda is null)
        {
            return [.. template.Select((item, index) => new DemoLine(
                index + 1, item, item.Title, item.Minutes,
                plan.Activities!.FirstOrDefault(one => one.Id == _also.GetValueOrDefault($"{format}:{item.Key}"))))];
        }

        var orders = _orders.GetValueOrDefault(plan.Kind) ?? [.. Enumerable.Range(1, template.Count)];
        return [.. template.Zip(orders).Where(one => one.Second != Left).Select((one, index) => Line(plan, index + 1, one.First, one.Second))];
    }

    /// <summary>What people do in an item that has no kind of its own here.</summary>
    public static Doing DoingOf(TemplateItem item) => Enum.TryParse<Doing>(item.StandsAs, out var doing) ? doing : Doing.Conversation;

    private static DemoLine Line(DemoWorkshop plan, int order, TemplateItem item, int of)
    {
        var there = of == New ? null : plan.Agenda![of - 1];
        var key = there?.ActivityId ?? _also.GetValueOrDefault($"{plan.Kind}:{item.Key}");
        var own = there is not null && !(there.ActivityId is { } id && _shared.Contains(id, StringComparer.Ordinal) && plan.Kind != "KickOff"
            && there.Minutes != item.Minutes && of > 2);
        return new DemoLine(
            order, item, there?.Title ?? item.Title, own ? there!.Minutes : item.Minutes,
            plan.Activities!.FirstOrDefault(activity => activity.Id == key));
    }
}
