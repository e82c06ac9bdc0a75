using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>Puts a template's items behind what is on an agenda.</summary>
public static class TemplateUse
{
    private const string Standing = "moment";

    /// <summary>
    /// Adds all items, none is dropped: one of a kind that this program doesn't have stands as a moment, and one that takes
    /// up something earlier that is not there has an activity of its own.
    /// </summary>
    public static void Use(this AgendaTemplate template, Writes writes, ActivityKinds kinds, long workshopId, long? by)
    {
        Dictionary<string, long> made = new(StringComparer.Ordinal);
        foreach (var item in template.Items)
        {
            var details = DetailsOf(item, kinds);
            var of = item.Of is { } wanted ? Resolve(writes, workshopId, made, wanted) : null;
            var id = AgendaCommands.Add(writes, workshopId, details with
            {
                Act = of is null ? "Run" : item.Act,
                Of = of,
                SourceId = item.Source is { } source ? Resolve(writes, workshopId, made, source) : null,
                Wanted = of is null ? item.Of ?? "" : "",
            }, null, by);
            if (item.Key is { } key)
            {
                made[key] = writes.First<long>("SELECT activity_id FROM agenda_item WHERE id = @id", new { id });
            }
        }
    }

    /// <summary>What the form would say about a template's item.</summary>
    public static ItemDetails DetailsOf(TemplateItem item, ActivityKinds kinds)
    {
        var kind = kinds[kinds.Has(item.Kind) ? item.Kind : Standing];
        var stands = kind.Key != item.Kind;
        return new ItemDetails(
            kind.Key, Line.Clean(item.Title), item.Prompt, item.Minutes, item.Purpose, item.Note,
            ItemDetails.AudienceOf(item.Roles), Fitting(stands ? null : item.NameMode, kind.NameModes),
            Fitting(stands ? null : item.Reveal, kind.Reveals),
            stands ? Merge(kind, JsonSerializer.SerializeToElement(new { Doing = item.StandsAs ?? "Talk", PhonesDown = item.StandsAs == "Conversation" }))
                : Merge(kind, item.Settings))
        {
            AdvisorNote = item.AdvisorNote,
            Series = item.Series,
            Room = item.Room,
        };
    }

    /// <summary>The settings of a new activity with a few of a template's over them; the kind's own where it can't read them.</summary>
    private static string Merge(ActivityKind kind, JsonElement? few)
    {
        if (few is not { ValueKind: JsonValueKind.Object } over || JsonNode.Parse(kind.NewSettings) is not JsonObject settings)
        {
            return kind.NewSettings;
        }

        foreach (var one in over.EnumerateObject())
        {
            var name = settings.FirstOrDefault(own => string.Equals(own.Key, one.Name, StringComparison.OrdinalIgnoreCase)).Key ?? one.Name;
            settings[name] = JsonNode.Parse(one.Value.GetRawText());
        }

        var json = settings.ToJsonString();
        try
        {
            _ = kind.SettingsOf(json);
            return json;
        }
        catch (Exception unread) when (unread is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return kind.NewSettings;
        }
    }

    private static string Fitting<T>(string? wanted, IReadOnlyList<T> offered)
        where T : struct, Enum =>
        offered.Select(one => one.ToString()).FirstOrDefault(one => one == wanted) ?? offered[0].ToString();

    private static long? Resolve(Writes writes, long workshopId, Dictionary<string, long> made, string reference) =>
        made.TryGetValue(reference, out var own) ? own
        : reference.Split(':') is [var workshop, var series] ? writes.First<long?>("""
            SELECT a.id
            FROM workshop w
            JOIN workshop v ON v.programme_id = w.programme_id AND v.kind = @workshop AND v.id <> w.id AND v.date <= w.date
            JOIN activity a ON a.workshop_id = v.id AND a.series = @series
            WHERE w.id = @workshopId
            ORDER BY v.date DESC, a.id
            LIMIT 1
            """, new { workshopId, workshop, series })
        : null;
}
