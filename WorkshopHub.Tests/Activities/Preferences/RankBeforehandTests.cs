using System.Net;
using WorkshopHub.Web.Activities.Preferences;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Composer;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Tests.Activities.Preferences;

/// <summary>A member ranks the problems at home, before the kick-off.</summary>
public sealed class RankBeforehandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_ranks_at_home_and_finds_it_again_in_the_composer_and_in_the_room()
    {
        await using var room = await ChoosingRoom.StartAsync();
        var (world, site) = (room.World, room.Site);
        await site.SetAsync("UPDATE programme SET formation = 'InterestFirst', state = 'Recruiting' WHERE id = @Programme", world);
        await site.SetAsync("DELETE FROM agenda_item WHERE activity_id = @activity AND act <> 'Run'", new { activity = room.Activity });
        using var alma = new PlainDesk(await site.AsAsync(world, "Alma Tamm"), "Alma");
        await alma.OpenAsync("/");
        await alma.FollowAsync("Rank them");
        var page = alma.At;
        (string, string) Choice(int place, int problem) => ($"choice.{place}", $"{room.Problems[problem]}");
        await alma.IsRefusedAsync("Send my ranking", "What is your stake in the first one?", Choice(1, 3), Choice(2, 1), Choice(3, 2), ("why.2", "We answer each of them"));
        Assert.Contains("We answer each of them", alma.Html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{room.Problems[3]}\" selected", alma.Html);
        await alma.IsRefusedAsync("Send my ranking", "You have ranked this one already", Choice(1, 3), Choice(2, 3), Choice(3, 2), ("why.1", "I live there"));
        await alma.IsRefusedAsync("Send my ranking", "Rank at least 3", Choice(1, 3), Choice(2, 1), ("choice.3", ""), ("why.1", "I live there"));
        await alma.PressAsync("Send my ranking", Choice(1, 3), Choice(2, 1), Choice(3, 2), ("why.1", "I live in the fourth of them"));
        alma.Sees("Your ranking is in");
        Assert.Equal($"{room.Problems[3]}", await site.OneAsync<string>("SELECT problem_id FROM preference_rank WHERE rank = 1 AND why = 'I live in the fourth of them'"));

        using var client = await site.AsAsync(world, "Alma Tamm");
        using var late = await client.PostFormAsync("/account", page, ("Mark", "0123456789"), Choice(1, 0), Choice(2, 1), Choice(3, 2), ("why.1", "From my other phone"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("The same twelve streets, Alarms nobody believes", both, StringComparison.Ordinal);
        Assert.Contains("From my other phone", both, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Db.ReadAsync(reads => Interest.Read(reads, world.Programme), Stop))!.Ranked([world["Alma Tamm"], world["Bo Lind"]]));
        (await alma.OpenAsync("/")).Misses("Rank the problems");
        await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(
            writes =>
            {
                AgendaCommands.Remove(writes, world.Workshop, room.Items[0], null);
                return true;
            }, Stop));

        await room.GoAsync(0);
        using var phone = await room.PhoneAsync("Alma Tamm");
        var feed = await phone.FeedAsync();
        Assert.Contains("Your ranking is in", feed, StringComparison.Ordinal);
        Assert.Contains("I live in the fourth of them", feed, StringComparison.Ordinal);
        (await alma.OpenAsync(page)).Sees("The ranking is in the room now", "1. The same twelve streets");
        using var over = await client.PostFormAsync("/account", page, ("Mark", MarkIn(both)), Choice(1, 0), Choice(2, 1), Choice(3, 2), ("why.1", "Too late"));
        await over.RefusesAsync("The ranking has begun in the room");
    }

    [Fact]
    public async Task A_ranking_is_due_by_the_day_of_the_workshop_that_has_it()
    {
        await using var room = await ChoosingRoom.StartAsync();
        var (world, site) = (room.World, room.Site);
        await site.SetAsync("UPDATE programme SET formation = 'InterestFirst', state = 'Recruiting' WHERE id = @Programme", world);
        await site.SetAsync("UPDATE workshop SET kind = 'MidTerm', date = '2099-05-20' WHERE id = @Workshop", world);
        await site.SetAsync(
            "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (@Programme, 'KickOff', 'Kick-off', '2099-03-10', 'now', 'now')", world);
        var due = Assert.Single(await site.Db.ReadAsync(reads => new OwnRanks().Of(reads, world["Alma Tamm"]), Stop));
        Assert.Equal("2099-05-20", due.By);
    }

    private static string MarkIn(string html) => System.Text.RegularExpressions.Regex.Match(html, "name=\"Mark\" value=\"([0-9a-f]+)\"").Groups[1].Value;
}
