using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportResultTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ReportResultTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task When_the_answers_have_their_time_the_sponsors_phone_begins_with_the_set_that_the_wall_names_first()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await ReportRoom.BeginAsync(_world, _site, desk);
        await ReportRoom.BeginAsync(_world, _site, desk, $"{_world.Sets[1].Id}-0");
        await _site.SetAsync("UPDATE agenda_item SET act = 'Review' WHERE id = @id", new { id = _world.Items[0] });
        using var sven = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        var page = await sven.Client.GetStringAsync($"/w/{_world.Workshop}", TestContext.Current.CancellationToken);
        Assert.InRange(page.IndexOf("Your answer to Circle", StringComparison.Ordinal), 1, page.IndexOf("Your answer to Triangle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_result_the_sheet_and_the_paper_hold_what_was_presented()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains("Nobody has reported.", await ReportAsync());
        Assert.Empty(await AskAsync((kind, reads, activity) => kind.PaperFields(reads, activity)));
        await ReportRoom.BeginAsync(_world, _site, desk);
        await ReportRoom.PressAsync(_world, _site, desk, "step", "4");
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var outcome = (await ReportRoom.RunAsync(_world, _site)).Now!.OutcomeId!.Value;
        await cecil.PostAsync("", more: [("note", $"{outcome}"), ("kind", "Use"), ("text", "As on paper")]);

        var html = await ReportAsync();
        Assert.Contains("Two more clamps", html);
        Assert.Contains("before 19.1%, now 10.9%, aim 15%", html);
        Assert.Contains("The bays, by 31 October 2026, with Procurement", html);
        Assert.Contains("As on paper", html);
        Assert.DoesNotContain("A note of ours", html);
        var sheet = await AskAsync((kind, reads, activity) => kind.SheetOf(reads, activity));
        Assert.Contains(sheet!.Rows, row => row.Contains("As on paper"));
        Assert.All(sheet.Rows, row => Assert.Equal(sheet.Columns.Count, row.Count));
        Assert.Equal(["note", "kind", "text"], (await AskAsync((kind, reads, activity) => kind.PaperFields(reads, activity))).Select(field => field.Name));
        var said = await AskAsync((kind, reads, activity) => kind.SaidBy(reads, activity, _world["Cecil Hart"]));
        Assert.Equal("As on paper", Assert.Single(said).Text);
    }

    [Fact]
    public async Task A_measure_without_a_result_shows_its_last_reading_on_the_wall_and_in_the_result_as_in_the_report()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        await _site.Writer.RunAsync(w => w.Execute(
            """
            UPDATE measure SET result = NULL;
            INSERT INTO measure_reading (measure_id, date, value, gone_at)
            SELECT m.id, r.value ->> 0, r.value ->> 1, r.value ->> 2
            FROM measure m, json_each('[["2026-02-02", 14.5, null], ["2026-02-16", 12.3, null], ["2026-02-23", 3.3, "2026-02-24T09:00:00.000Z"]]') r
            """));
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={_world.Screens[0]}");
        await ReportRoom.BeginAsync(_world, _site, desk);
        foreach (var step in Enumerable.Range(1, 2))
        {
            await ReportRoom.PressAsync(_world, _site, desk, "step", $"{step}");
        }

        const string Shown = "before 19.1%, now 12.3%, aim 15%";
        Assert.Contains(Shown, WebUtility.HtmlDecode(await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken)));
        Assert.Contains(Shown, await ReportAsync());
        var run = await ReportRoom.RunAsync(_world, _site);
        var result = await AskAsync((_, reads, activity) => ReportResult.Read(reads, activity));
        Assert.Contains(Assert.Single(result.Reports).Lines(run), line => line.Text == "Repair digs opened again: 19.1% → 12.3%");
        Assert.Equal(["Repair digs opened again: 19.1% → 12.3%"], new ReportBack(run, result.Reports[0]).Figures);
        var report = await _site.Db.ReadAsync(reads => LiveReport.Read(
            reads, (ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!, _world.Programme, DateTimeOffset.UtcNow)!);
        var told = Assert.Single(report.Problems!.SelectMany(story => story.Measures));
        Assert.Equal((12.3, false), (told.Now, told.IsResult));
        Assert.Equal(told.Now, Assert.Single(run.Measures).Now);
    }

    [Fact]
    public async Task A_set_that_wrote_nothing_has_the_same_slides()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={_world.Screens[0]}");
        await ReportRoom.BeginAsync(_world, _site, desk, $"{_world.Sets[2].Id}-0");
        foreach (var step in Enumerable.Range(1, 6))
        {
            Assert.Contains("Square", await wall.GetStringAsync("/wall"));
            await ReportRoom.PressAsync(_world, _site, desk, "step", $"{step}");
        }

        Assert.Contains("not recorded", await ReportAsync());
    }

    [Fact]
    public async Task The_facilitator_sets_the_order_and_a_forged_press_does_nothing()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var star = $"{_world.Sets[5].Id}-0";
        for (var i = 0; i < 5; i++)
        {
            await ReportRoom.PressAsync(_world, _site, desk, "up", star);
        }

        Assert.Equal(star, (await ReportRoom.RunAsync(_world, _site)).Turns[0].Key);
        foreach (var (verb, what) in new[] { ("begin", "999-0"), ("step", "3"), ("step", "-1"), ("begin", ""), ("dance", "0") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await ReportRoom.PressAsync(_world, _site, desk, verb, what)).StatusCode);
        }

        using var outsider = await Office.SignInAsync(_site, World.Mail("Otto Outsider"));
        var forged = await outsider.PostFormAsync("/", $"/w/{_world.Workshop}/control/report", ("press", $"begin/{_world.Activities[0]}/{star}/0.0"));
        Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        Assert.Null((await ReportRoom.RunAsync(_world, _site)).Now);
    }

    [Fact]
    public async Task A_plain_form_without_scripts_does_the_same()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var cecil = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        await ReportRoom.BeginAsync(_world, _site, desk);
        var outcome = (await ReportRoom.RunAsync(_world, _site)).Now!.OutcomeId!.Value;
        var home = $"/w/{_world.Workshop}";
        (string, string)[] fields =
        [
            ("activity", $"{_world.Activities[0]}"), ("id", WorkshopHub.Web.Accounts.Tokens.New()), ("note", $"{outcome}"), ($"kind.{outcome}", "Use"),
        ];
        var wrong = await cecil.Client.PostFormAsync(home, home, [.. fields, ($"text.{outcome}", new string('y', 300))]);
        var html = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("300 characters. Keep it to 280.", html);
        Assert.Contains(new string('y', 300), html);
        Assert.Equal(HttpStatusCode.Redirect, (await cecil.Client.PostFormAsync(home, home, [.. fields, ($"text.{outcome}", "Short enough")])).StatusCode);
        Assert.Equal(1, (await ReportRoom.RunAsync(_world, _site)).Uses);
    }

    private Task<T> AskAsync<T>(Func<ActivityKind, WorkshopHub.Web.Data.Reads, Activity, T> ask) => _site.Db.ReadAsync(reads =>
        ask(Kind, reads, Activity.Find(reads, _world.Activities[0])!));

    private async Task<string> ReportAsync() => WebUtility.HtmlDecode(await ((Partials)_site.Services.GetService(typeof(Partials))!).RenderAsync(
        Kind.Partial("Report"), await AskAsync((kind, reads, activity) => kind.ReportModel(reads, activity))));

    private ActivityKind Kind => ((ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!)["reportout"];
}
