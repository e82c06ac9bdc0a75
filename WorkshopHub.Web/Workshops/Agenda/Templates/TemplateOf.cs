using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>Makes a template of an agenda as it stands.</summary>
public static class TemplateOf
{
    /// <summary>The agenda of a workshop; what people wrote is not in it.</summary>
    public static AgendaTemplate Agenda(Reads reads, AgendaView view, string name)
    {
        var items = view.Lines.Select(line => line.Item).ToList();
        var own = items.Where(item => item.Act == "Run").Select(item => item.ActivityId).ToHashSet();
        var pointed = items.GroupBy(item => item.ActivityId).Where(same => same.Skip(1).Any()).Select(same => same.Key)
            .Concat(items.Where(item => item.SourceId is not null).Select(item => item.SourceId!.Value)).ToHashSet();
        HashSet<long> made = [];
        return new AgendaTemplate
        {
            Name = name,
            Description = $"{items.Count} items, {AgendaView.Words(view.Total)}",
            Workshop = view.Workshop.Kind,
            Starts = view.Workshop.Starts,
            Ends = view.Workshop.Ends,
            Items = [.. items.Select(Of)],
        };

        TemplateItem Of(AgendaItem item)
        {
            var again = !made.Add(item.ActivityId) || item.Act != "Run";
            var of = again ? NameOf(item.ActivityId) : null;
            return new TemplateItem
            {
                Minutes = (int)item.Minutes,
                Title = item.Title,
                Kind = item.Kind,
                Key = !again && pointed.Contains(item.ActivityId) ? $"a{item.ActivityId}" : null,
                Act = of is not null ? item.Act : item.Wanted.Length > 0 ? "Review" : "Run",
                Of = of ?? (item.Wanted.Length > 0 ? item.Wanted : null),
                Source = item.SourceId is { } source && made.Contains(source) ? NameOf(source) : null,
                Prompt = item.Prompt,
                Purpose = item.Purpose,
                Note = item.Note,
                AdvisorNote = item.AdvisorNote,
                Roles = item.Roles,
                NameMode = item.NameMode,
                Reveal = item.Reveal,
                Series = item.Series,
                Room = (int)item.Room,
                Settings = JsonSerializer.Deserialize<JsonElement>(item.Settings),
            };
        }

        // An activity of this agenda by its key, if it stands before; one of another workshop by that and its series.
        string? NameOf(long activity) => own.Contains(activity)
            ? items.FindIndex(item => item.ActivityId == activity) is var first && items[first].Act == "Run" ? $"a{activity}" : null
            : reads.First<string>("""
                SELECT v.kind || ':' || a.series FROM activity a JOIN workshop v ON v.id = a.workshop_id WHERE a.id = @activity AND a.series <> ''
                """, new { activity });
    }
}
