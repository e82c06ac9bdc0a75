using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>An item of a template.</summary>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Settings">The kind's settings, JSON.</param>
public sealed record TemplateItem(int Minutes, string Title, string Kind, string Settings)
{
    /// <summary>What stands on wall and phones.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>What it is good for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>For whoever runs the room.</summary>
    public string Note { get; init; } = "";

    /// <summary>The roles that take part; none means everybody.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>Named, SetOnly, Anonymous or Private.</summary>
    public string NameMode { get; init; } = "Named";
}

/// <summary>An agenda to start from. Using it adds and never deletes.</summary>
/// <param name="Key">Its word in forms.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">One line.</param>
/// <param name="Items">Its items in order.</param>
public sealed record AgendaTemplate(string Key, string Name, string Description, IReadOnlyList<TemplateItem> Items)
{
    /// <summary>Adds the items behind what is there.</summary>
    public void Use(Writes writes, long workshopId, long? by)
    {
        foreach (var item in Items)
        {
            AgendaCommands.Add(
                writes, workshopId, new ItemDetails(
                    item.Kind, item.Title, item.Prompt, item.Minutes, item.Purpose, item.Note,
                    JsonSerializer.Serialize(item.Roles), item.NameMode, "Live", item.Settings),
                null, by);
        }
    }
}

/// <summary>The agendas to start from.</summary>
public static class AgendaTemplates
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AgendaTemplate> All { get; } = [KickOffDay.Common, KickOffDay.Own, EmptyDay.Template];

    /// <summary>A template by its key, or null.</summary>
    public static AgendaTemplate? Find(string? key) => All.FirstOrDefault(template => template.Key == key);

    /// <summary>The kick-off that fits a programme's format.</summary>
    public static AgendaTemplate For(string? format) => format == "OwnProblem" ? KickOffDay.Own : KickOffDay.Common;
}
