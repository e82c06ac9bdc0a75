using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Moments;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Web.Demo;

/// <summary>The kick-off's plan, all of it. An item of a kind that this program doesn't know stands as a moment.</summary>
internal sealed class DemoAgenda(DemoContent content, KickOffNotes notes, ActivityKinds kinds)
{
    /// <summary>The kind in which people write.</summary>
    public const string Writing = "posts";

    private const string Standing = "moment";

    private readonly DemoWorkshop _plan = content.Programmes[0].Workshops[0];

    /// <summary>Plans the workshop and answers its id and each item's activity by the item's order.</summary>
    public (long Workshop, IReadOnlyDictionary<int, long> Activities) Plan(
        Writes writes, long programme, DateTime localStart, long by)
    {
        var workshop = Planning.Plan(
            writes, new PlannedWorkshop(programme, _plan.Kind, _plan.Title, localStart, _plan.Place), by);
        return (workshop, _plan.Agenda!.OrderBy(item => item.Order)
            .ToDictionary(item => item.Order, item => Planning.Add(writes, workshop, ItemOf(item), by)));
    }

    private PlannedItem ItemOf(DemoItem item)
    {
        var note = notes.Items.First(one => one.Order == item.Order);
        var activity = _plan.Activities!.FirstOrDefault(one => one.Id == item.ActivityId);
        var kind = kinds.Has(item.Kind) ? item.Kind : Standing;
        return new PlannedItem(
            item.Title, item.Minutes, kind, Settings(kind, note, activity), activity?.Prompt ?? "", note.Purpose, note.Note);
    }

    private string Settings(string kind, ItemNote note, DemoActivity? activity) => kind switch
    {
        Standing => Moment(note).ToJson(),
        Writing => new PostSettings
        {
            Kinds = [.. activity!.Posts!.Select(post => Enum.Parse<PostKind>(post.Kind)).Distinct().Order()],
        }.ToJson(),
        _ => kinds[kind].NewSettings,
    };

    private MomentSettings Moment(ItemNote note)
    {
        var speaker = content.People.FirstOrDefault(person => person.Id == note.Speaker);
        var role = content.Programmes[0].Roles.FirstOrDefault(one => one.PersonId == note.Speaker)?.Role.ToLowerInvariant();
        return new MomentSettings
        {
            Doing = Enum.Parse<Doing>(note.Doing),
            Speaker = speaker?.Name ?? "",
            SpeakerRole = speaker is null ? "" : $"{speaker.JobTitle}, your {role}",
        };
    }
}
