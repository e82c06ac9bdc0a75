using System.Net;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>What is said in a meeting stays in the set: for everybody else it is not there.</summary>
public sealed class MeetingRightsTests
{
    private const string Secret = "Who is afraid of the night shift?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_but_the_set_and_its_advisor_finds_a_meeting_or_writes_in_it()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.AskAsync(Alma, Bo, Secret, "Jaan Mets");
        foreach (var name in new[] { Alma, "Jaan Mets", "Aada Advisor" })
        {
            Assert.Contains(Secret, await one.SeesAsync(name, "/airtime"), StringComparison.Ordinal);
        }

        await one.There.Site.SetAsync(
            "UPDATE account SET is_admin = 1 WHERE person_id = @mari", new { mari = one.There.World["Mari Kask"] }); // the office, and admin too
        foreach (var name in new[] { "Cecil Hart", "Arno Advisor", "Uma Supervisor", "Chen Champion", "Clio Client", "Sven Sponsor", "Mari Kask", "Otto Outsider" })
        {
            var client = await one.There.AsAsync(name);
            foreach (var page in new[] { "", "/order", "/airtime", "/close", "?handler=part&part=top", "/airtime?handler=part&part=questions" })
            {
                using var seen = await client.GetAsync(one.At(page), Stop);
                Assert.True(seen.StatusCode == HttpStatusCode.NotFound, $"{name} sees {page}: {seen.StatusCode}");
            }

            using var list = await client.GetAsync(one.There.At("meetings"), Stop);
            Assert.Equal(HttpStatusCode.NotFound, list.StatusCode);
            using var said = await client.PostFormAsync("/account", one.At("/airtime"), await one.QuestionAsync(Tokens.New(), Bo, "And I?"));
            Assert.Equal(HttpStatusCode.NotFound, said.StatusCode);
        }

        using var nobody = one.There.Site.NewClient();
        using var door = await nobody.GetAsync(one.At("/airtime"), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
        Assert.Equal(1, await one.There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question"));
    }

    [Fact]
    public async Task Who_left_the_set_finds_it_no_more()
    {
        await using var one = await StartAsync();
        var fay = await one.There.AsAsync("Fay Novak");
        using var before = await fay.GetAsync(one.At(), Stop);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await one.There.Site.SetAsync("UPDATE membership SET left_at = '2026-03-30T09:00:00.000Z' WHERE person_id = @fay", new { fay = one.There.World["Fay Novak"] });

        using var after = await fay.GetAsync(one.At(), Stop);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task The_hub_tells_the_set_and_refuses_everybody_else()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var jaan = await LiveMeeting.ListenAsync(one.There, "Jaan Mets");
        await jaan.WatchAsync("set", one.There.Set);
        foreach (var name in new[] { "Cecil Hart", "Mari Kask", "Sven Sponsor" })
        {
            var other = await LiveMeeting.ListenAsync(one.There, name);
            await Assert.ThrowsAsync<HubException>(() => other.WatchAsync("set", one.There.Set));
            await other.Hub.DisposeAsync();
        }

        var id = await one.AskAsync(Alma, Bo, Secret, "Jaan Mets");

        var heard = await jaan.UntilAsync(push => push.Puts?.Any(put => put.Id == $"q-{id}") is true);
        Assert.All(heard, push => Assert.Equal(Channels.Space(one.There.Set), push.Channel));
        Assert.Contains("night shift", heard[^1].Puts!.Single(put => put.Id == $"q-{id}").Html, StringComparison.Ordinal);
        await jaan.Hub.DisposeAsync();
    }

    [Fact]
    public async Task No_audit_row_and_no_log_holds_a_word_of_it()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.AskAsync(Alma, Bo, Secret, "Jaan Mets");
        await one.RefusesAsync(Alma, "/airtime", "too many", await one.QuestionAsync(Tokens.New(), Bo, string.Concat(Enumerable.Repeat(Secret, 9)), "Jaan Mets"));

        Assert.DoesNotContain("night shift", string.Join('\n', await one.There.Site.Db.ReadAsync(
            reads => reads.Query<string>("SELECT at || act || thing || thing_id FROM audit"), Stop)), StringComparison.Ordinal);
        Assert.Empty(one.There.Site.Faults.All);
    }

    [Fact]
    public async Task Who_was_there_stays_as_it_was_said_when_the_meeting_is_over()
    {
        await using var one = await StartAsync();
        await one.DoesAsync(Alma, "?handler=here");
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        var fay = one.There.World["Fay Novak"];
        await one.RefusesAsync("Fay Novak", $"?handler=here&person={fay}&state=Absent", "This meeting is over");
        Assert.Equal("Here", await one.There.Site.OneAsync<string>("SELECT state FROM meeting_attendance WHERE person_id = @fay", new { fay }));
    }

    [Fact]
    public async Task In_a_closed_programme_no_meeting_opens()
    {
        await using var one = await StartAsync(open: false);
        await one.There.Site.SetAsync("UPDATE programme SET state = 'Closed'");
        await one.RefusesAsync(Alma, "?handler=open", "This programme is closed");
        // Nothing is offered that is refused.
        Assert.DoesNotContain("Open the meeting", await one.SeesAsync(Alma), StringComparison.Ordinal);
        await one.There.Site.SetAsync("UPDATE set_meeting SET date = '2099-04-16' WHERE number = 3");
        foreach (var page in new[] { "meetings", "" })
        {
            var says = await (await one.There.AsAsync(Alma)).GetStringAsync(one.There.At(page), Stop);
            Assert.DoesNotContain("Look at it", says, StringComparison.Ordinal);
            Assert.DoesNotContain("What comes up", says, StringComparison.Ordinal);
        }

        await one.There.Site.SetAsync("UPDATE set_meeting SET state = 'Held'");
        Assert.DoesNotContain("Open it again", await one.SeesAsync(Alma), StringComparison.Ordinal);
        Assert.DoesNotContain("Give the next one a date", await (await one.There.AsAsync(Alma)).GetStringAsync(one.There.At(), Stop), StringComparison.Ordinal);
        Assert.Equal(0, await one.There.Site.OneAsync<long>("SELECT count(*) FROM set_meeting WHERE state = 'Open'"));
    }
}
