using System.Net;
using WorkshopHub.Web.Data;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>A meeting from its opening to its close, by plain forms.</summary>
public sealed partial class MeetingTests
{
    [Fact]
    public async Task A_meeting_is_opened_led_through_its_steps_and_closed()
    {
        await using var one = await StartAsync(open: false);
        Assert.Contains("Open the meeting", await one.SeesAsync(Bo), StringComparison.Ordinal);
        Assert.Matches("(?s)class=\"banner\".*<h1[^>]*>Circle, meeting 1</h1>", await one.SeesAsync(Bo)); // whose meeting it is stands on top of it

        await one.DoesAsync(Alma, "?handler=open");

        Assert.Contains("Alma Tamm holds the pen.", await one.SeesAsync(Bo), StringComparison.Ordinal);
        await one.DoesAsync(Alma, "?handler=here");
        Assert.Contains("All five and Aada.", await one.SeesAsync(Bo), StringComparison.Ordinal);
        await one.DoesAsync(Alma, "?handler=step&step=reflect");
        Assert.Equal("reflect", (await one.RunAsync())!.Step);
        using var late = await (await one.There.AsAsync(Bo)).GetAsync(one.At(), TestContext.Current.CancellationToken);
        Assert.Equal(one.At("/reflect"), late.Headers.Location!.ToString()); // who comes in later goes where the set is
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        Assert.Equal("Held", await one.StateAsync());
        Assert.Contains("This meeting was held.", await one.SeesAsync(Bo), StringComparison.Ordinal);
        await one.RefusesAsync(Alma, "?handler=step&step=order", "This meeting is not open.");
    }

    [Fact]
    public async Task Past_the_airtime_the_turn_that_runs_ends_and_what_was_held_tells_only_what_was()
    {
        await using var one = await StartAsync();
        await one.DoesAsync(Alma, "?handler=here");
        await one.DoesAsync(Alma, "?handler=step&step=report");
        Assert.Matches($"<b>Report back</b></a><small>{await ClockAsync((await one.RunAsync())!.StepAt!)} to", await one.SeesAsync(Alma, "/report")); // not when it was planned
        await one.BeginAsync(Bo);
        Assert.Contains("End Bo’s turn, on to the work", await one.SeesAsync(Alma, "/airtime"), StringComparison.Ordinal);
        await one.DoesAsync(Alma, "?handler=step&step=work");
        Assert.Equal("Done", (await one.SlotAsync(Bo)).State);
        var work = await one.SeesAsync(Alma, "/work");
        Assert.Contains("On to reflection", work, StringComparison.Ordinal);

        // What comes is told from where the set is, and what nobody noted is not told as if it had been so.
        var run = (await one.RunAsync())!;
        Assert.Matches($"<b>Check-in</b></a><small>{await ClockAsync(run.OpenedAt)}</small>", work);
        Assert.Matches("<b>Report back</b></a><small></small>", work);
        Assert.Matches($"<b>Reflection</b></a><small>{await ClockAsync(run.StepAt!)}</small>", work);
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));

        var page = await one.SeesAsync(Bo);
        Assert.Contains("had no airtime", page, StringComparison.Ordinal);
        Assert.Matches("<b>Reflection</b></a><small></small>", page);
        Assert.Matches(@"<b>Airtime</b></a><small>\d+:\d\d to \d+:\d\d</small>", page);
        Assert.DoesNotContain("then home", page, StringComparison.Ordinal);

        async Task<string> ClockAsync(string moment) => LocalTime.Clock(
            Utc.Parse(moment), await one.There.Site.Db.ReadAsync(LocalTime.ZoneOf, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_meeting_of_a_set_is_open_at_a_time_and_a_closed_one_can_be_opened_again()
    {
        await using var one = await StartAsync();
        var alma = await one.There.AsAsync(Alma);
        using var second = await alma.PostFormAsync(one.At(), one.There.At("meetings/2?handler=open"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Meeting 1 is still open.", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var fay = one.There.World["Fay Novak"];
        await one.There.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @Set, 1, @fay, 'Walk the beds', '2026-03-12', '2026-03-20', '2026-03-12T09:00:00.000Z', '2026-03-12T09:00:00.000Z')
            """, new { key = WorkshopHub.Web.Accounts.Tokens.New(), one.There.Set, fay });
        await one.DoesAsync(Alma, $"?handler=here&person={fay}&state=Absent");
        await one.DoesAsync(Alma, "?handler=here");
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        Assert.Equal("2026-04-07", await DueAsync()); // she is away: it goes on by itself
        await one.DoesAsync(Bo, "?handler=open");

        Assert.Equal("Open", await one.StateAsync());
        Assert.Contains("Bo Lind holds the pen.", await one.SeesAsync(Alma), StringComparison.Ordinal);
        await one.DoesAsync(Bo, $"?handler=here&person={one.There.World["Hugo Kern"]}&state=Late"); // it is written in again
        await one.RefusesAsync(Alma, "/close", "Bo Lind holds the pen now.", ("allTheSame", "true"));
        await one.DoesAsync(Bo, "/close", ("allTheSame", "true"));

        Assert.Equal("Held", await one.StateAsync());
        Assert.Equal(("2026-04-07", 1L), (await DueAsync(), await one.There.Site.OneAsync<long>("SELECT count(*) FROM set_action_report")));

        Task<string?> DueAsync() => one.There.Site.OneAsync<string>("SELECT due FROM set_action");
    }

    [Fact]
    public async Task The_day_counts_a_guest_before_the_meeting_is_opened_too()
    {
        await using var one = await StartAsync(open: false);
        var alma = await one.There.AsAsync(Alma);
        using var asked = await alma.PostFormAsync(
            one.There.At("experts"), one.There.At("experts"), ("Form.Name", "Noor Siddiqui"), ("Form.InvitedFor", "Can moisture be measured?"),
            ("Form.Meeting", $"{one.There.Meetings[0]}"), ("Form.Starts", "12:20"), ("Form.Ends", "13:00"));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode); // with the link to hand over
        var before = Day(await one.SeesAsync(Bo));
        Assert.Contains("Noor Siddiqui, guest", before, StringComparison.Ordinal);
        Assert.Contains("16:45", before, StringComparison.Ordinal);

        await one.DoesAsync(Alma, "?handler=open");

        Assert.Equal(before, Day(await one.SeesAsync(Bo)));

        static string Day(string page) => page[page.IndexOf("id=\"mt-day\"", StringComparison.Ordinal)..page.IndexOf("then home", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Who_stays_away_has_no_turn_and_the_day_is_shorter()
    {
        await using var one = await StartAsync();
        Assert.Contains("16:05", await one.SeesAsync(Bo), StringComparison.Ordinal);

        await one.DoesAsync(Alma, $"?handler=here&person={one.There.World["Fay Novak"]}&state=Absent");

        var page = await one.SeesAsync(Bo);
        Assert.Contains("Fay is away", page, StringComparison.Ordinal);
        Assert.DoesNotContain("16:05", page, StringComparison.Ordinal);
        Assert.Contains("15:05", page, StringComparison.Ordinal);
        var fay = await one.SlotAsync("Fay Novak");
        await one.RefusesAsync(Alma, $"/airtime?handler=turn&does=begin&slot={fay.Id}&version={fay.Version}", "Who presents must be in the room.");
    }

    [Fact]
    public async Task The_set_says_who_needs_it_first_and_cuts_its_day()
    {
        await using var one = await StartAsync();
        var jaan = await one.SlotAsync("Jaan Mets");
        await one.DoesAsync(Alma, $"/order?handler=move&slot={jaan.Id}&to=first");
        await one.DoesAsync(Alma, "/order?handler=cut", ("Form.Slot", "40"), ("Form.Guest", "30"), ("Form.Work", "60"));

        var page = await one.SeesAsync(Bo, "/order");

        Assert.Matches("(?s)Jaan Mets.*Alma Tamm.*Bo Lind", page[page.IndexOf("id=\"mt-order\"", StringComparison.Ordinal)..]);
        Assert.Equal(40, (await one.SlotAsync("Jaan Mets")).PlannedMinutes);
        Assert.Contains("A guest", page, StringComparison.Ordinal);
        await one.RefusesAsync(Alma, "/order?handler=cut", "Between 30 and 60 minutes each.", ("Form.Slot", "20"), ("Form.Guest", "0"), ("Form.Work", "0"));
    }

    [Fact]
    public async Task A_turn_has_its_line_and_the_minutes_that_another_member_gave()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        var (bo, fay) = (await one.SlotAsync(Bo), await one.SlotAsync("Fay Novak"));
        var over = new string('a', 163);
        await one.RefusesAsync(Alma, $"/airtime?handler=issue&slot={bo.Id}", $"value=\"{over}\"", ("issue", over));
        await one.RefusesAsync(Alma, $"/airtime?handler=issue&slot={bo.Id}", "3 too many", ("issue", over));
        await one.DoesAsync(Alma, $"/airtime?handler=issue&slot={bo.Id}", ("issue", "Who can tell the gangs?"));
        await one.DoesAsync(Alma, $"/airtime?handler=give&from={fay.Id}&slot={bo.Id}&version={bo.Version}&minutes=10");
        await one.RefusesAsync(Alma, $"/airtime?handler=give&from={fay.Id}&slot={bo.Id}&version={bo.Version}&minutes=10", "That had changed already.");

        var page = await one.SeesAsync("Hugo Kern", "/airtime");

        Assert.Contains("Who can tell the gangs?", page, StringComparison.Ordinal);
        Assert.Contains("10 minutes from Fay Novak", page, StringComparison.Ordinal);
        var order = await one.SeesAsync("Hugo Kern", "/order");
        Assert.Matches("(?s)Bo Lind.*, 10 min from others.*Has the floor.*Fay Novak.*, gave 10 min", order);
        Assert.Equal((70L, 50L), ((await one.SlotAsync(Bo)).TotalMinutes, (await one.SlotAsync("Fay Novak")).TotalMinutes));
        var gift = await one.There.Site.OneAsync<long>("SELECT id FROM airtime_given");
        var given = await one.SlotAsync(Bo);
        await one.RefusesAsync(Bo, $"/airtime?handler=give&from={fay.Id}&slot={given.Id}&version={given.Version}&minutes=10", "Alma Tamm holds the pen now.");
        await one.RefusesAsync(Bo, $"/airtime?handler=ungive&gift={gift}", "Alma Tamm holds the pen now.");
        await one.DoesAsync(Alma, $"/airtime?handler=ungive&gift={gift}");
        Assert.DoesNotContain("gave 10 min", await one.SeesAsync("Hugo Kern", "/order"), StringComparison.Ordinal);
        await one.TurnAsync(Bo, "pause");
        Assert.Matches("(?s)Bo Lind.*i-pause.*Paused", await one.SeesAsync("Hugo Kern", "/order"));
        Assert.Contains("60 min, paused", await (await one.There.AsAsync("Hugo Kern")).GetStringAsync(one.There.At(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(60, (await one.SlotAsync(Bo)).TotalMinutes);
    }

    [Fact]
    public async Task One_says_of_oneself_that_one_is_here_and_of_others_only_with_the_pen()
    {
        await using var one = await StartAsync();
        Assert.DoesNotContain("id=\"mt-arrive\" hidden", await one.SeesAsync(Bo), StringComparison.Ordinal);
        await one.DoesAsync(Bo, $"?handler=here&person={one.There.World[Bo]}&state=Late");
        Assert.Contains("id=\"mt-arrive\" hidden", await one.SeesAsync(Bo), StringComparison.Ordinal); // who is here is not asked again
        Assert.DoesNotContain("id=\"mt-arrive\" hidden", await one.SeesAsync("Fay Novak"), StringComparison.Ordinal);
        var list = await one.SeesAsync("Fay Novak", "?handler=part&part=here");
        Assert.Contains($"data-person=\"{one.There.World[Bo]}\" data-here=\"true\"", list, StringComparison.Ordinal);
        Assert.Contains($"data-person=\"{one.There.World["Fay Novak"]}\" data-here=\"false\"", list, StringComparison.Ordinal);
        await one.RefusesAsync(Bo, $"?handler=here&person={one.There.World["Fay Novak"]}&state=Absent", "Alma Tamm holds the pen now.");
        await one.RefusesAsync(Alma, $"?handler=here&person={one.There.World["Cecil Hart"]}&state=Here", "isn’t of this meeting");

        Assert.Equal(["Late"], await one.There.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT state FROM meeting_attendance"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_list_shows_the_next_meeting_and_those_that_were_held()
    {
        await using var one = await StartAsync();
        await one.DoesAsync(Alma, "?handler=here");
        await one.BeginAsync(Bo);
        await one.AskAsync(Alma, Bo, "Who would miss it?", "Jaan Mets");
        await one.TurnAsync(Bo, "end");
        var alma = await one.There.AsAsync(Alma);
        Assert.Contains("Come in", await alma.GetStringAsync(one.There.At("meetings"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));

        var list = await alma.GetStringAsync(one.There.At("meetings"), TestContext.Current.CancellationToken);

        Assert.Contains("1 of 3 held", list, StringComparison.Ordinal);
        Assert.Contains("5 here, 1 question", list, StringComparison.Ordinal);
        Assert.Contains("Meeting 2, Tuesday 7 April", list, StringComparison.Ordinal);
    }
}
