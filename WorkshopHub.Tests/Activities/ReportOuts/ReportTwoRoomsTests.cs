using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities.Rounds;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.ReportOuts;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportTwoRoomsTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ReportTwoRoomsTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Both_rooms_are_answered_together_each_member_by_the_supervisor_and_each_set_by_the_sponsor()
    {
        await TwoRoomsAsync();
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        using var uma = await ReportRoom.KnownAsync(_world, _site, "Uma Supervisor");
        using var viktor = await ReportRoom.KnownAsync(_world, _site, "Viktor Supervisor");
        var run = await ReportRoom.RunAsync(_world, _site);
        Assert.Equal(12, run.Turns.Count);
        var (first, second) = (run.Turns.Single(turn => turn.PersonName == "Alma Tamm"), run.Turns.Single(turn => turn.PersonName == "Jaan Mets"));
        Assert.Equal((_world.Activities[0], _world.Activities[2]), (first.ToldIn, second.ToldIn));
        Assert.Contains("Your answer to Jaan Mets", await uma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Your answer to Hexagon", await sponsor.FeedAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.DecideAsync(uma, second.OutcomeId!.Value, "Extend", "Go on with it")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DecideSetAsync(sponsor, 4, "Adopt", "All of it, from May")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideSetAsync(sponsor, 5, "Adopt", "Nobody of it has reported")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideSetAsync(uma, 4, "Stop", "Mine to say")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.DecideAsync(viktor, second.OutcomeId!.Value, "Stop")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideSetAsync(sponsor, 0, "Dance", "")).StatusCode);

        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={_world.Screens[0]}");
        var shown = await wall.GetStringAsync("/wall");
        Assert.Contains("All of it, from May", shown, StringComparison.Ordinal);
        Assert.Matches("Jaan</span> <b>Extend", shown);
        var carried = (await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop))).Where(one => one is { Target: "Decision", State: "Carried" }).ToList();
        Assert.Equal(2, carried.Count);
        Assert.All(carried, one => Assert.Equal((_world.Activities[2], (long?)_world.Sets[4].Id), (one.ActivityId, one.SetId)));
        await DecideSetAsync(sponsor, 4, "Later", "Not before June");
        carried = [.. (await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop))).Where(one => one is { Target: "Decision", State: "Carried" })];
        Assert.Equal(2, carried.Count);
        Assert.Contains(carried, one => one.PersonId is null && one.Text.Contains("Not before June", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_rooms_own_result_stays_its_own_in_the_summary()
    {
        await TwoRoomsAsync();
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        await DecideSetAsync(sponsor, 4, "Adopt", "All of it, from May");
        var lines = await _site.Db.ReadAsync(reads => new[] { _world.Activities[0], _world.Activities[2] }.Select(id =>
        {
            var activity = ActivityRow.Find(reads, id)!;
            return string.Join('\n', _site.Services.GetRequiredService<ActivityKinds>().Of(activity).SaidIn(reads, activity).Select(said => said.Text));
        }).ToList());
        Assert.Contains("One of the first room", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("One of the second room", lines[0], StringComparison.Ordinal);
        Assert.Contains("One of the second room", lines[1], StringComparison.Ordinal);
        Assert.Contains("All of it, from May", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("All of it, from May", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_writes_the_report_the_day_before_from_the_own_page()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await _site.Writer.RunAsync(w => w.Execute("""
            UPDATE activity SET state = 'Draft' WHERE id = @id; UPDATE agenda_item SET state = 'Planned', started_at = NULL WHERE workshop_id = @Workshop;
            UPDATE workshop SET state = 'Planned', current_item_id = NULL, date = date('now', '+1 day'), room_code = NULL, room_token = NULL, opened_at = NULL WHERE id = @Workshop;
            """, new { id = _world.Activities[0], _world.Workshop }));
        var page = $"/reports/{_world.Activities[0]}/{_world.Sets[0].Id}-0";
        using var alma = await FirstQuestionTests.MemberAsync(_site, _world, "Alma Tamm");
        using var cecil = await FirstQuestionTests.MemberAsync(_site, _world, "Cecil Hart");
        var home = await alma.GetStringAsync("/");
        Assert.Contains($"href=\"{page}\"", home, StringComparison.Ordinal);
        Assert.Contains("Nothing is written yet", home, StringComparison.Ordinal);
        Assert.DoesNotContain(page, await cecil.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains(page, await alma.GetStringAsync($"/programmes/{_world.Programme}/sets/{_world.Sets[0].Id}"), StringComparison.Ordinal);
        using var saved = await alma.PostFormAsync(page, page, ("version", "0"), ("Problem", "One in five is opened again"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("1 of 5 slides written", await alma.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cecil.GetAsync(page)).StatusCode);
        using var aada = await FirstQuestionTests.MemberAsync(_site, _world, "Aada Advisor");
        Assert.Contains(page, await aada.GetStringAsync("/"), StringComparison.Ordinal);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.DoesNotContain(page, await alma.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_says_a_next_step_with_a_day_and_it_is_carried_as_an_action()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await ReportRoom.BeginAsync(_world, _site, desk);
        var outcome = (await ReportRoom.RunAsync(_world, _site)).Now!.OutcomeId!.Value;
        using var clio = await ReportRoom.KnownAsync(_world, _site, "Clio Client");
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        using var unknown = await PlainPhone.JoinAsync(_world, _site, "Chen Champion");
        Assert.Contains("Your next step with Circle", await clio.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Your next step", await sponsor.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await StepAsync(sponsor, outcome, "I do it")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await StepAsync(unknown, outcome, "I do it")).StatusCode);
        foreach (var (text, due, field) in new[] { ("", "", "next"), (new string('y', 201), "", "next"), ("Two bays", "soon", "next-due") })
        {
            using var wrong = await StepAsync(clio, outcome, text, due);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, $"{field}.{outcome}"), (wrong.StatusCode, wrong.Headers.GetValues("X-Field").Single()));
        }

        Assert.Equal(HttpStatusCode.OK, (await StepAsync(clio, outcome, "Two bays at Penrow", "2026-11-30")).StatusCode);
        await ReportRoom.PressAsync(_world, _site, desk, "board");
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={_world.Screens[0]}");
        Assert.Contains("Two bays at Penrow, by 30 November 2026.", await wall.GetStringAsync("/wall"), StringComparison.Ordinal);
        await SettleAsync(_world.Activities[0], "Closed");
        var action = Assert.Single(await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop)), one => one is { Target: "Action", State: "Carried" });
        Assert.Equal((_world["Clio Client"], "2026-11-30", _world.Sets[0].Id), (action.PersonId, action.Due, action.SetId));
        Assert.Equal(HttpStatusCode.Conflict, (await StepAsync(clio, outcome, "Too late")).StatusCode);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE agenda_item SET act = 'Review' WHERE activity_id = @id", new { id = _world.Activities[0] }));
        Assert.Equal(HttpStatusCode.OK, (await StepAsync(clio, outcome, "Three bays", "")).StatusCode);
        Assert.Equal("Clio Client: Three bays", Assert.Single(
            await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop)), one => one is { Target: "Action", State: "Carried" }).Text);
        Assert.Equal(HttpStatusCode.OK, (await clio.PostAsync("", more: [("step", $"{outcome}/back")])).StatusCode);
        Assert.DoesNotContain(await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop)), one => one is { Target: "Action", State: "Carried" });
    }

    private static Task<HttpResponseMessage> StepAsync(PlainPhone phone, long outcome, string text, string due = "") =>
        phone.PostAsync("", more: [("step", $"{outcome}"), ($"next.{outcome}", text), ($"next-due.{outcome}", due)]);

    private Task<HttpResponseMessage> DecideSetAsync(PlainPhone phone, int set, string decision, string words)
    {
        var key = $"s{_world.Sets[set].Id}";
        return phone.PostAsync("", more: [("decide", key), ($"decision.{key}", decision), ($"words.{key}", words)]);
    }

    /// <summary>Alma has reported in the first room, Jaan in the second; both are closed, and the first is looked at again.</summary>
    private async Task TwoRoomsAsync()
    {
        await ReportRoom.OpenAsync(_world, _site, new ReportOutSettings { PerMember = true });
        await ReportRoom.WriteAsync(_world, _site, 0, _world["Alma Tamm"], " One of the first room");
        await ReportRoom.WriteAsync(_world, _site, 4, _world["Jaan Mets"], " One of the second room");
        await _site.Writer.RunAsync(w =>
        {
            w.Execute("""
                UPDATE activity SET kind = 'reportout', settings = (SELECT settings FROM activity WHERE id = @one), state = 'Open' WHERE id = @two;
                UPDATE agenda_item SET room = 1 WHERE activity_id = @one; UPDATE agenda_item SET room = 2 WHERE activity_id = @two;
                """, new { one = _world.Activities[0], two = _world.Activities[2] });
            foreach (var (id, name) in new[] { (_world.Activities[0], "Alma Tamm"), (_world.Activities[2], "Jaan Mets") })
            {
                var run = ReportRun.Read(w, ActivityRow.Find(w, id)!);
                Presenting.Begin(w, run, run.Turns.Single(turn => turn.PersonName == name));
            }

            w.Execute("""
                UPDATE activity SET state = 'Closed' WHERE id IN (@one, @two); UPDATE agenda_item SET state = 'Done' WHERE activity_id IN (@one, @two);
                INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, act, state, started_at)
                VALUES (@Workshop, 9, 'Answers', 30, @one, 'Review', 'Running', @Now);
                UPDATE workshop SET current_item_id = last_insert_rowid() WHERE id = @Workshop;
                """, new { one = _world.Activities[0], two = _world.Activities[2], _world.Workshop, w.Now });
            return true;
        });
    }

    private Task<bool> SettleAsync(long activity, string state) => _site.Writer.RunAsync(w =>
    {
        w.Execute("UPDATE activity SET state = @state WHERE id = @activity", new { state, activity });
        Carried.Settle(w, _site.Services.GetRequiredService<ActivityKinds>(), _world.Workshop);
        return true;
    });
}
