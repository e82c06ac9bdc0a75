using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Tests.Workshops.Agenda;

public sealed class TemplateFitTests
{
    [Fact]
    public async Task Names_reveal_act_roles_and_every_setting_of_a_template_are_taken_by_its_kind_as_they_stand()
    {
        await using var site = new Site();
        var kinds = site.Services.GetRequiredService<ActivityKinds>();
        var wrong = new List<string>();
        foreach (var (template, item) in AgendaTemplates.OfTheHouse.SelectMany(one => one.Items, (one, item) => (one.Key, item)))
        {
            void Wrong(string what) => wrong.Add($"{template}, {item.Title}: {what}");
            if (!kinds.Has(item.Kind))
            {
                Wrong($"no kind {item.Kind}");
                continue;
            }

            var kind = kinds[item.Kind];
            var details = TemplateUse.DetailsOf(item, kinds);
            if ((item.NameMode ?? details.NameMode) != details.NameMode || (item.Reveal ?? details.Reveal) != details.Reveal)
            {
                Wrong($"{item.NameMode}, {item.Reveal} becomes {details.NameMode}, {details.Reveal}");
            }

            if (details.Audience != JsonSerializer.Serialize(item.Roles))
            {
                Wrong($"roles become {details.Audience}");
            }

            if (kind.Acts(new Activity { Kind = kind.Key, Settings = details.Settings }).All(act => act.ToString() != item.Act))
            {
                Wrong($"the kind doesn’t take {item.Act}");
            }

            // What the kind reads of the settings and would keep again is what the template says.
            var read = kind.SettingsOf(details.Settings);
            var kept = JsonNode.Parse((string)read.GetType().GetMethod("ToJson")!.Invoke(read, null)!)!.AsObject();
            foreach (var setting in item.Settings is { ValueKind: JsonValueKind.Object } few ? few.EnumerateObject().ToList() : [])
            {
                var its = kept.First(one => string.Equals(one.Key, setting.Name, StringComparison.OrdinalIgnoreCase)).Value;
                if (!JsonNode.DeepEquals(its, JsonNode.Parse(setting.Value.GetRawText())))
                {
                    Wrong($"{setting.Name} {setting.Value} becomes {its?.ToJsonString()}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
