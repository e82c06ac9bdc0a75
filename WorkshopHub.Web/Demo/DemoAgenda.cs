using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Moments;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Agenda;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Demo;

/// <summary>Writes a workshop's plan, all of it. An item of a kind that this program doesn't know stands as a moment.</summary>
internal sealed class DemoAgenda(DemoContent content, KickOffNotes notes, ActivityKinds kinds)
{
    private const string Standing = "moment";

    // By workshop and the series of the item: what later workshops take up.
    private readonly Dictionary<string, long> _series = new(StringComparer.Ordinal);

    /// <summary>Plans the workshop and answers its id and each line's activity by the line's order.</summary>
    public (long Workshop, IReadOnlyDictionary<int, long> Activities) Plan(
        Writes writes, DemoRoom room, long programme)
    {
        var (plan, by) = (room.Plan, room.Facilitator);
        var workshop = Planning.Plan(
            writes, new PlannedWorkshop(
            programme, plan.Kind, plan.Title, room.Day.Local(room.Hours.Start), plan.Place ?? ""), by);
        var own = new Dictionary<string, long>(StringComparer.Ordinal);
        var activities = new Dictionary<int, long>();
        foreach (var line in room.Lines)
        {
            var item = ItemOf(room, line) with { SourceId = Find(own, line.Item.Source) };
            if (Find(own, line.Item.Of) is { } earlier && kinds.Has(line.Item.Kind))
            {
                Planning.Point(writes, workshop, item, earlier, Enum.Parse<ItemAct>(line.Item.Act));
                activities[line.Order] = earlier;
                continue;
            }

            var activity = activities[line.Order] = Planning.Add(writes, workshop, item, by);
            if (line.Item.Key is { } key)
            {
                own[key] = activity;
                _series[$"{plan.Kind}:{line.Item.Series}"] = activity;
            }
        }

        return (workshop, activities);
    }

    private long? Find(Dictionary<string, long> own, string? reference) => reference is null ? null
        : own.TryGetValue(reference, out var here) ? here : _series.TryGetValue(reference, out var earlier) ? earlier : null;

    private PlannedItem ItemOf(DemoRoom room, DemoLine line)
    {
        var note = room.Plan is { Kind: "KickOff", Agenda: not null } ? notes.Items.First(one => one.Order == line.Order) : null;
        var details = TemplateUse.DetailsOf(line.Item, kinds);
        var stands = details.Kind == Standing;
        return new PlannedItem(
            line.Title, line.Minutes, details.Kind, stands ? Moment(room, line, note).ToJson() : Settings(details.Settings, line),
            line.Content?.Prompt ?? line.Item.Prompt, note?.Purpose ?? line.Item.Purpose, note?.Note ?? line.Item.Note)
        {
            Audience = ItemDetails.AudienceOf(RolesOf(room, line)),
            NameMode = Enum.Parse<NameMode>(details.NameMode),
            Reveal = Enum.Parse<Reveal>(details.Reveal),
            Series = line.Item.Series,
            AdvisorNote = line.Item.AdvisorNote,
        };
    }

    /// <summary>The template's roles, and those of everybody who wrote there.</summary>
    private static List<string> RolesOf(DemoRoom room, DemoLine line) => line.Item.Roles.Count == 0 ? []
        : [.. line.Item.Roles.Concat((line.Content?.Posts ?? []).Select(post => RoleOf(room, post.AuthorId))).Distinct()];

    private static string RoleOf(DemoRoom room, string key) =>
        room.Programme.Roles.FirstOrDefault(one => one.PersonId == key)?.Role ?? nameof(Role.Member);

    /// <summary>The template's settings, and of them what the content says otherwise.</summary>
    private static string Settings(string json, DemoLine line)
    {
        Dictionary<string, object> own = line.Content switch
        {
            { Kind: "posts" or "setquestion", Posts: { } posts } when line.Item.Kind == "posts" => new()
            {
                ["Kinds"] = posts.Where(post => post.AnswerToPostId is null).Select(post => post.Kind).Distinct().Order(StringComparer.Ordinal),
            },
            { Kind: "poll", Options: [{ Text: not null }, ..] options } => new()
            {
                ["Form"] = "One",
                ["Choices"] = options.Select(one => $"{char.ToUpperInvariant(one.Text![0])}{one.Text[1..]}"),
            },
            { Kind: "pulse", Results: { } results } => new() { ["Standard"] = results.Select(one => one.StatementNo) },
            { Kind: "offers" } when line.Item.Roles.Count > 0 => new() { ["doors"] = true },
            null when line.Item.Series == "mid-commitments" => new() { ["Mode"] = "ToFinal" },
            _ => [],
        };
        var settings = JsonSerializer.Deserialize<Dictionary<string, object>>(json)!;
        foreach (var (name, value) in own)
        {
            settings[name] = value;
        }

        return JsonSerializer.Serialize(settings);
    }

    private MomentSettings Moment(DemoRoom room, DemoLine line, ItemNote? note)
    {
        var few = line.Item.Kind == Standing && line.Item.Settings is { } json ? MomentSettings.Parse(json.GetRawText()) : null;
        var speaker = note?.Speaker ?? (few?.Speaker == "The sponsor" ? room.Programme.Roles.First(one => one.Role == "Sponsor").PersonId : line.Item.Title.Contains("road", StringComparison.Ordinal) ? "f1" : null);
        var doing = note is not null ? Enum.Parse<Doing>(note.Doing) : few?.Doing ?? DemoPlan.DoingOf(line.Item);
        return new MomentSettings
        {
            Doing = doing == Doing.Phones ? Doing.Conversation : doing,
            PhonesDown = few?.PhonesDown ?? doing != Doing.Rest,
            Shows = few?.Shows ?? MomentShows.Nothing,
            Speaker = speaker is null ? few?.Speaker ?? "" : content.Name(speaker),
            SpeakerRole = speaker is null ? ""
                : $"{content.People.First(one => one.Id == speaker).JobTitle}, your {RoleOf(room, speaker).ToLowerInvariant()}",
        };
    }
}
