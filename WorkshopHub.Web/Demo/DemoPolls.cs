namespace WorkshopHub.Web.Demo;

/// <summary>Answers to polls.</summary>
internal static class DemoPolls
{
    /// <summary>Choices by their counts, or one name a set.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        if (line.Content?.Options is { } options)
        {
            Choices(room, line, options);
        }

        foreach (var (index, set) in room.Programme.Sets.Index().Where(_ => line.Item.Series == "set-name"))
        {
            var name = line.Content?.Results?.FirstOrDefault(one => one.SetId == set.Id)?.Name ?? set.Name;
            room.Answers(room.At(line, 0.5 + (index * 0.07)), line, set.MemberIds[index % set.MemberIds.Count], new Dictionary<string, string> { ["text"] = name });
        }
    }

    /// <summary>The content knows how many chose what, not who: people choose their own site as far as it goes.</summary>
    private static void Choices(DemoRoom room, DemoLine line, IReadOnlyList<DemoCount> options)
    {
        var left = options.ToDictionary(
            one => one.SiteId is { } site ? room.Content.Site(site) : $"{char.ToUpperInvariant(one.Text![0])}{one.Text[1..]}", one => one.Count);
        foreach (var (index, key) in room.Plan.Attendance!.Where(one => one.Present).Select(one => one.PersonId).Index())
        {
            if (line.Item.Roles.Contains("Member") && !key.StartsWith('m'))
            {
                continue;
            }

            room.Answers(room.At(line, 0.55 + (index * 0.007)), line, key, _ =>
            {
                var own = room.Content.Site(room.Content.People.First(person => person.Id == key).SiteId);
                var choice = left.GetValueOrDefault(own) > 0 ? own
                    : DemoData.Shuffled(room, left.Where(one => one.Value > 0).Select(one => one.Key)).FirstOrDefault();
                if (choice is null)
                {
                    return null;
                }

                left[choice]--;
                return new Dictionary<string, string> { ["choice"] = choice };
            });
        }
    }
}
