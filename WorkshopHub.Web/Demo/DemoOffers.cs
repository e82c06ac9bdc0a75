using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Demo;

/// <summary>Offers and requests, who helped whom, and at the next workshop what came of it.</summary>
internal static class DemoOffers
{
    /// <summary>What people offer and ask for, or what became of it.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        if (line.Item.Act == "Run")
        {
            Write(room, line);
            Doors(room, line);
        }
        else
        {
            Review(room, line);
        }
    }

    private static void Write(DemoRoom room, DemoLine line)
    {
        var posts = line.Content?.Posts ?? [];
        foreach (var (at, post) in DemoPosts.Of(room, line))
        {
            var id = room.Ids[post.Id!] = Tokens.New();
            room.Answers(at, line, post.AuthorId, new Dictionary<string, string> { ["do"] = "post", ["kind"] = post.Kind, ["text"] = post.Text }, id);
        }

        foreach (var match in (room.Programme.Matches ?? []).Where(match => !room.Ids.ContainsKey(match.Id)))
        {
            var (asked, helps) = (Of(match.RequesterId, "Request"), Of(match.HelperId, "Offer"));
            var (taken, by) = asked is not null && helps is not null ? (asked, match.HelperId)
                : helps is not null && line.Item.Roles.Count > 0 ? (helps, match.RequesterId)
                : Of(match.RequesterId, "Offer") is { } shown && match.State != "Happened" ? (shown, match.HelperId) : (null, "");
            if (taken is null)
            {
                continue;
            }

            var id = room.Ids[match.Id] = Tokens.New();
            var of = room.Ids[taken.Id!];
            room.Answers(room.At(line, 0.92), line, by, new Dictionary<string, string>
            {
                ["do"] = $"help.{of}",
                [$"words.{of}"] = "We talk at the break.",
                [$"step.{of}"] = "Talk at the next break",
            }, id);
        }

        DemoPost? Of(string author, string kind) => posts.FirstOrDefault(post => post.AuthorId == author && post.Kind == kind);
    }

    /// <summary>Doors that were asked for on this day; the champion says by when.</summary>
    private static void Doors(DemoRoom room, DemoLine line)
    {
        foreach (var door in (room.Programme.DoorRequests ?? []).Where(door => door.AskedAt == room.Plan.Date))
        {
            var id = room.Ids[door.Id] = Tokens.New();
            room.Answers(room.At(line, 0.6), line, room.Programme.Sets.First(set => set.Id == door.SetId).MemberIds[0], new Dictionary<string, string>
            {
                ["do"] = "door",
                ["door.title"] = door.Text,
                ["door.of"] = DemoData.Text(room.Person(door.ChampionId)),
            }, id);
            if (door.ClosedAt is { } opens)
            {
                room.Answers(room.At(line, 0.9), line, door.ChampionId, writes => new Dictionary<string, string>
                {
                    ["do"] = $"accept.{id}",
                    [$"date.{id}"] = $"{room.Day.Date(opens):yyyy-MM-dd}",
                    [$"seen.{id}"] = DemoData.Text(writes.First<long>("SELECT version FROM door_request WHERE id = @id", new { id })),
                });
            }
        }
    }

    private static void Review(DemoRoom room, DemoLine line)
    {
        foreach (var (index, match) in room.Programme.Matches!.Where(match => room.Ids.ContainsKey(match.Id)).Index())
        {
            var id = room.Ids[match.Id];
            room.Answers(room.At(line, 0.5 + (index * 0.03)), line, match.RequesterId, writes =>
                writes.First<long?>("SELECT version FROM offer_match WHERE id = @id", new { id }) is not { } version ? null : new Dictionary<string, string>
                {
                    ["do"] = $"match.{id}",
                    [$"state.{id}"] = match.State == "Happened" ? "Happened" : "FellThrough",
                    [$"came.{id}"] = match.WhatCameOfIt,
                    [$"months.{id}"] = match.MonthsSavedEstimate is { } months ? DemoData.Text(months) : "",
                    [$"seen.{id}"] = DemoData.Text(version),
                });
        }
    }
}
