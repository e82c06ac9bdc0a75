using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportOutTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ReportOutTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_known_member_of_the_set_whose_turn_it_is_goes_on_and_back_and_nobody_else()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        using var cecil = await ReportRoom.KnownAsync(_world, _site, "Cecil Hart");
        using var advisor = await ReportRoom.KnownAsync(_world, _site, "Aada Advisor");
        await ReportRoom.BeginAsync(_world, _site, desk);

        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(alma, 0, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(alma, 0, 1)).StatusCode); // a second press of the same is one step
        Assert.Equal(1, (await RunAsync()).Step);
        Assert.Equal(HttpStatusCode.Conflict, (await StepAsync(alma, 2, 3)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await StepAsync(alma, 0, 4)).StatusCode);
        foreach (var other in new[] { bo, cecil, advisor })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await StepAsync(other, 1, 2)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(alma, 1, 0)).StatusCode);
        var run = await RunAsync();
        Assert.Equal((0, 1), (run.Step, (int)run.Now!.Seen));
        Assert.Contains("On the wall now, 1 of 7", await alma.FeedAsync());
        Assert.Contains("Your set presents.", await bo.FeedAsync());

        // The facilitator can too, and a press on what has changed is refused.
        Assert.Equal(HttpStatusCode.Conflict, (await ReportRoom.PressAsync(_world, _site, desk, "step", "1", mark: "0.0")).StatusCode);
        await ReportRoom.PressAsync(_world, _site, desk, "step", "6");
        Assert.Equal(Phase.Write, (await RunAsync()).Phase);
        Assert.Equal(HttpStatusCode.Forbidden, (await StepAsync(alma, 6, 7)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cecil.Client.GetAsync($"/reports/{_world.Activities[0]}/{_world.Sets[0].Id}-0")).StatusCode);
    }

    [Fact]
    public async Task Nobody_but_the_set_and_its_advisor_reads_a_draft_before_it_is_presented()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site, mark: " Secret so far");
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={_world.Screens[0]}");
        var page = $"/reports/{_world.Activities[0]}/{_world.Sets[0].Id}-0";
        foreach (var (name, may) in new[]
        {
            ("Alma Tamm", true), ("Aada Advisor", true), ("Cecil Hart", false), ("Arno Advisor", false), ("Uma Supervisor", false),
            ("Clio Client", false), ("Chen Champion", false), ("Sven Sponsor", false),
        })
        {
            using var phone = await ReportRoom.KnownAsync(_world, _site, name);
            var answer = await phone.Client.GetAsync(page);
            Assert.Equal((name, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (name, answer.StatusCode));
            Assert.Equal((name, may), (name, (await answer.Content.ReadAsStringAsync()).Contains("Secret so far", StringComparison.Ordinal)));
            Assert.DoesNotContain("Secret so far", await phone.Client.GetStringAsync($"/w/{_world.Workshop}"));
        }

        using var picked = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        Assert.Equal(HttpStatusCode.NotFound, (await picked.Client.GetAsync(page)).StatusCode);
        using var nobody = _site.NewClient();
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(page)).StatusCode);
        Assert.DoesNotContain("Secret so far", await desk.GetStringAsync($"/w/{_world.Workshop}/control"));
        Assert.DoesNotContain("Secret so far", await wall.GetStringAsync("/wall"));
        Assert.Empty(await SaidAsync());

        await ReportRoom.BeginAsync(_world, _site, desk);
        Assert.Contains("Secret so far", await wall.GetStringAsync("/wall"));
        Assert.DoesNotContain("There was no culprit", await wall.GetStringAsync("/wall"));
        var said = await SaidAsync();
        Assert.Contains(said, line => line.Text.Contains("Secret so far", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Text.Contains("culprit", StringComparison.Ordinal) || line.Text.Contains("A note of ours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_write_what_they_can_use_and_ask_once_it_is_presented()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        await ReportRoom.WriteAsync(_world, _site);
        var outcome = await OutcomeAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.NoteAsync(cecil, outcome, "Too early")).StatusCode);
        await ReportRoom.BeginAsync(_world, _site, desk);

        var id = Tokens.New();
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.NoteAsync(cecil, outcome, "What of the <b>clay</b>?", "Question", id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.NoteAsync(cecil, outcome, "What of the <b>clay</b>?", "Question", id)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ReportRoom.NoteAsync(cecil, outcome, "Other words", "Question", id)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.NoteAsync(cecil, outcome, " ")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.NoteAsync(cecil, outcome, new string('x', 281))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.NoteAsync(cecil, outcome, "Words", "Advice")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.NoteAsync(alma, outcome, "To ourselves")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.NoteAsync(cecil, 99999, "To nobody")).StatusCode);

        var run = await RunAsync();
        Assert.Equal((0, 1), (run.Uses, run.Waiting));
        Assert.Contains("Cecil Hart", await alma.FeedAsync());
        Assert.Contains("&lt;b&gt;clay", await alma.FeedAsync());
        Assert.Contains("With Circle", await cecil.FeedAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await ReportRoom.PressAsync(_world, _site, desk, "asked", id)).StatusCode);
        Assert.Equal(0, (await RunAsync()).Waiting);
        Assert.Contains("Read out", await cecil.FeedAsync());
        await ReportRoom.PressAsync(_world, _site, desk, "hide", id);
        Assert.DoesNotContain("clay", await alma.FeedAsync());
        Assert.DoesNotContain(await SaidAsync(), said => said.Text.Contains("clay", StringComparison.Ordinal));

        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Equal(HttpStatusCode.Conflict, (await ReportRoom.NoteAsync(cecil, outcome, "Late")).StatusCode);
    }

    [Fact]
    public async Task Only_the_known_sponsor_answers_and_only_the_problems_client_confirms()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        var outcome = await OutcomeAsync();
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var sponsor = await PlainPhone.JoinAsync(_world, _site, "Sven Sponsor");
        using var client = await ReportRoom.KnownAsync(_world, _site, "Clio Client");
        using var champion = await ReportRoom.KnownAsync(_world, _site, "Chen Champion");
        await ReportRoom.BeginAsync(_world, _site, desk);
        await ReportRoom.PressAsync(_world, _site, desk, "step", "2");
        var measure = (await RunAsync()).Measures.Single().Id;
        Assert.Contains(await SaidAsync(), said => said.Text.Contains("45 of 412", StringComparison.Ordinal));
        Assert.DoesNotContain(await SaidAsync(), said => said.Text.Contains("There was no culprit", StringComparison.Ordinal) || said.Text.Contains("Cottering", StringComparison.Ordinal) || said.Text.Contains("Procurement", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.DecideAsync(sponsor, outcome, "Adopt")).StatusCode); // only picked from a list
        await ReportRoom.VouchAsync(_world, _site, "Sven Sponsor");
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.DecideAsync(champion, outcome, "Adopt")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.DecideAsync(sponsor, outcome, "Perhaps")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.DecideAsync(sponsor, outcome, "Adopt", due: "soon")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.DecideAsync(sponsor, outcome, "Other")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.DecideAsync(sponsor, outcome, "Adopt", "Approved today", "2036-09-30")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.DecideAsync(sponsor, outcome, "Extend", "Everywhere", "2036-09-30")).StatusCode);
        var answer = (await RunAsync()).Answers.Single();
        Assert.Equal((Decision.Extend, "Everywhere", "2036-09-30", "Sven Sponsor"), (answer.Decision, answer.Text, answer.Due, answer.ByName));

        // What the sponsor saw has changed while they wrote: nothing is kept until they saw what stands.
        Assert.Contains($"name=\"seen.{outcome}\" value=\"2\"", await sponsor.FeedAsync(), StringComparison.Ordinal);
        await _site.Writer.RunAsync(w => OutcomeCommands.Write(w, outcome, 2, [], new Ask("Three bays", "2026-10-31", "Procurement"), null));
        Assert.Equal(HttpStatusCode.Conflict, (await SeenAsync(2)).StatusCode);
        Assert.Equal(Decision.Extend, (await RunAsync()).Answers.Single().Decision);
        Assert.Equal(HttpStatusCode.OK, (await SeenAsync(3)).StatusCode);
        await sponsor.PostAsync("", more: [("private", $"{outcome}"), ($"private.{outcome}", "Dry stone or clamps?")]);
        Assert.Contains("Dry stone or clamps?", await sponsor.FeedAsync());
        Assert.DoesNotContain("Dry stone", await desk.GetStringAsync($"/w/{_world.Workshop}/control"));
        Assert.DoesNotContain(await SaidAsync(), line => line.Text.Contains("Dry stone", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.ConfirmAsync(sponsor, measure, "Confirmed")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.ConfirmAsync(client, measure, "Disputed")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.ConfirmAsync(client, measure, "Disputed", "We count", "-12")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.ConfirmAsync(client, measure, "Disputed", "We count 12", "12")).StatusCode);
        Assert.Equal(12, (await RunAsync()).Measures.Single().ClientValue);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.ConfirmAsync(client, measure, "Open")).StatusCode);
        var shown = (await RunAsync()).Measures.Single().Version;
        Assert.Contains($"name=\"seen.{measure}\" value=\"{shown}\"", await client.FeedAsync(), StringComparison.Ordinal);
        await _site.SetAsync("UPDATE measure SET result = 4, version = version + 1");
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("", more: [("confirm", $"{measure}/Confirmed"), ($"seen.{measure}", $"{shown}")])).StatusCode);
        Assert.Null((await RunAsync()).Measures.Single().Client);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.ConfirmAsync(client, measure, "Confirmed")).StatusCode);
        Assert.Contains("Confirmed by Clio Client", await client.FeedAsync());

        Task<HttpResponseMessage> SeenAsync(long seen) => sponsor.PostAsync("", more: [("decide", $"{outcome}"), ($"decision.{outcome}", "Adopt"), ($"seen.{outcome}", $"{seen}")]);
    }

    [Fact]
    public async Task Decisions_and_half_way_notes_are_carried_and_the_answer_stays()
    {
        await ReportRoom.OpenAsync(_world, _site, new ReportOutSettings { IsShort = true });
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await _site.Writer.RunAsync(w => OutcomeCommands.Write(
            w, OutcomeCommands.Ensure(w, _world.Workshop, _world.Sets[0].Id, null), 1,
            [new SlideText { Slide = Slide.Surprise, Text = "Nobody was against it." }, new SlideText { Slide = Slide.Stuck, Text = "We lack a date." }], null, null));
        await ReportRoom.BeginAsync(_world, _site, desk);
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Adopt", "Yes", "2020-01-31")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Stop")).StatusCode);
        await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Later", "In May");
        var key = await OutcomeAsync();
        var late = await sponsor.PostAsync("", more: [("decide", $"{key}"), ($"decision.{key}", "Stop"), ($"words.{key}", "Nobody needs it"), ($"given.{key}", "0")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("In May", both, StringComparison.Ordinal);
        Assert.Contains("Nobody needs it", both, StringComparison.Ordinal);
        await SettleAsync("Closed");
        var carried = await CarriedAsync();
        Assert.Equal(["Decision", "ProgressNote"], carried.Select(one => one.Target).Order());
        Assert.Contains("We lack a date.", carried.Single(one => one.Target == "ProgressNote").Text);

        await SettleAsync("Open");
        Assert.All(await CarriedAsync(), one => Assert.Equal("Undone", one.State));
        Assert.Single((await RunAsync()).Answers);

        // The answer may also come when the answers have their time, after the reports.
        await SettleAsync("Closed");
        Assert.Equal(HttpStatusCode.Conflict, (await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Stop", "Enough")).StatusCode);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE agenda_item SET act = 'Review' WHERE id = @id", new { id = _world.Items[0] }));
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Stop", "Enough")).StatusCode);
        Assert.StartsWith("Stop.", (await CarriedAsync()).Single(one => one is { Target: "Decision", State: "Carried" }).Text);
        Assert.True((await RunAsync()).Board);
    }

    private Task<HttpResponseMessage> StepAsync(PlainPhone phone, int from, int to) => ReportRoom.StepAsync(_world, _site, phone, from, to);

    private Task<ReportRun> RunAsync() => ReportRoom.RunAsync(_world, _site);

    private async Task<long> OutcomeAsync() => (await RunAsync()).Turns.First(turn => turn.SetId == _world.Sets[0].Id).OutcomeId!.Value;

    private Task<IReadOnlyList<Said>> SaidAsync() => _site.Db.ReadAsync(reads =>
        Kind.SaidIn(reads, Activity.Find(reads, _world.Activities[0])!));

    private Task<IReadOnlyList<Carried>> CarriedAsync() => _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop));

    private Task<int> SettleAsync(string state) => _site.Writer.RunAsync(w =>
    {
        w.Execute("UPDATE activity SET state = @state WHERE id = @id", new { state, id = _world.Activities[0] });
        Carried.Settle(w, Kinds, _world.Workshop);
        return 0;
    });

    private ActivityKinds Kinds => (ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!;

    private ActivityKind Kind => Kinds["reportout"];
}
