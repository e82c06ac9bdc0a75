using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Web.Workshops.Agenda;

public sealed partial class Editor
{
    private IReadOnlyList<EarlierActivity> _earlier = [];

    /// <summary>The templates to choose from.</summary>
    public TemplateChoice Choice { get; private set; } = null!;

    private async Task<IActionResult> StaleAsync(long id, ItemDetails mine)
    {
        if (View.Lines.FirstOrDefault(line => line.Item.Id == id)?.Item is not { } now)
        {
            Item = null;
            return Again("Item", "Somebody else has removed this item meanwhile. Undo brings it back; what you typed is still in the form.");
        }

        var theirs = AgendaCommands.Details(now);
        Form.Version = now.Version;
        return await BothAsync(now.ChangedBy, now.ChangedAt, StaleField.Different(
            new StaleField("What it is called", mine.Title, theirs.Title), new StaleField("Prompt", mine.Prompt, theirs.Prompt),
            new StaleField("Minutes", $"{mine.Minutes}", $"{theirs.Minutes}"), new StaleField("Purpose", mine.Purpose, theirs.Purpose),
            new StaleField("Note", mine.Note, theirs.Note),
            new StaleField("For advisors", mine.AdvisorNote, theirs.AdvisorNote), new StaleField("Who takes part", Spoken(mine.Audience), Spoken(theirs.Audience)),
            new StaleField("Names", mine.NameMode, theirs.NameMode), new StaleField("Shown", mine.Reveal, theirs.Reveal), new StaleField("Room", RoomName(mine.Room), RoomName(theirs.Room)),
            new StaleField("Settings", "as in the form", mine.Settings == theirs.Settings ? "as in the form" : "others")));
    }

    private static string RoomName(int room) => room switch { 1 => "First room", 2 => "Second room", _ => "All together" };

    private static string Spoken(string audience) =>
        string.Join(", ", System.Text.Json.JsonSerializer.Deserialize<string[]>(audience)!) is { Length: > 0 } roles ? roles : "Everybody";

    private ItemPanel PanelOf(ActivityKind kind, string settings, IReadOnlyDictionary<string, string> problems)
    {
        var line = View.Lines.FirstOrDefault(one => one.Item.Id == Item);
        var before = View.Lines.FirstOrDefault(one => one.Item.Id == After);
        return new ItemPanel(Form, line, kind, kinds.All, settings, problems, After,
            After == 0 ? View.Workshop.Starts : before?.Ends ?? View.Ends)
        {
            Of = line is null ? TakenUp(Form.Of) : line.Item.IsOwn ? null : new EarlierActivity
            {
                Id = line.Item.ActivityId,
                Title = line.Item.ActivityTitle,
                Kind = kind.Key,
                Settings = line.Item.Settings,
                Workshop = line.Item.HomeTitle,
            },
            Earlier = [.. _earlier.Where(one => one.Id != line?.Item.ActivityId)],
        };
    }

    private EarlierActivity? TakenUp(long? id) => _earlier.FirstOrDefault(one => one.Id == id);

    private static bool Offered(ActivityKind kind, ItemDetails details, AgendaItem? now) =>
        (details.NameMode == now?.NameMode || kind.NameModes.Any(one => one.ToString() == details.NameMode))
        && (details.Reveal == now?.Reveal || kind.Reveals.Any(one => one.ToString() == details.Reveal));

    private ActivityKind? KindOf(string? key) => key is null ? kinds.Plainest : kinds.Has(key) ? kinds[key] : null;

    private async Task<bool> LoadAsync()
    {
        (var view, _earlier, var templates) = await Db.ReadAsync(reads => (
            AgendaView.Read(reads, kinds, Id), EarlierActivity.Of(reads, kinds, Id), AgendaTemplates.All(reads)));
        if (view is null)
        {
            return false;
        }

        View = view;
        Choice = new TemplateChoice(templates, AgendaTemplates.For(view.Workshop.Format, view.Workshop.Kind).Key);
        return true;
    }
}
