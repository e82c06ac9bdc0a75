using System.Net;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportWriteTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ReportWriteTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string Page => $"/reports/{_world.Activities[0]}/{_world.Sets[0].Id}-0";

    [Fact]
    public async Task The_second_of_two_writers_sees_what_the_first_did_and_loses_nothing()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        using var bo = await ReportRoom.KnownAsync(_world, _site, "Bo Lind");
        var first = await alma.Client.PostFormAsync(
            Page, Page, ("version", "0"), ("Problem", "As Alma sees it"), ("Happened", "It did not work"), ("M0.Name", "Holes"), ("M0.Baseline", "19,1"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var second = await bo.Client.PostFormAsync(Page, Page, ("version", "0"), ("Problem", "As Bo sees it"), ("Happened", "It did not work"));
        var html = await second.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("As Alma sees it", html);
        Assert.Contains("As Bo sees it", html);
        Assert.Contains("Alma Tamm changed this", html);
        var stored = await StoredAsync();
        Assert.Equal("As Alma sees it", stored![Slide.Problem].Text);
        Assert.Equal(19.1, (await _site.Db.ReadAsync(reads => Measure.Of(reads, _world.Sets[0].Id, null))).Single().Baseline);
        Assert.Equal(HttpStatusCode.Redirect, (await bo.Client.PostFormAsync(
            Page, Page, ("version", $"{stored.Version}"), ("Problem", "As both see it"), ("M0.Name", "Holes"))).StatusCode);
        Assert.Equal("As both see it", (await StoredAsync())![Slide.Problem].Text);
    }

    [Theory]
    [InlineData("Problem", "x*281")]
    [InlineData("Tried", "1\n2\n3\n4\n5\n6\n7")]
    [InlineData("AskedBy", "soon")]
    [InlineData("M1.Baseline", "many")]
    [InlineData("M1.Baseline", "12")]
    [InlineData("M0.FollowUpDays", "-4")]
    [InlineData("M0.ResultDate", "soon")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_lost(string field, string value)
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        var typed = value == "x*281" ? new string('x', 281) : value;
        (string, string)[] fields = [("version", "0"), ("Learned", "Keep this"), ("M0.Name", "Holes"), (field, typed)];
        var answer = await alma.Client.PostFormAsync(Page, Page, fields);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Contains("Keep this", html);
        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task Each_fault_of_a_report_stands_beside_its_field_at_once()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        using var answer = await alma.Client.PostFormAsync(
            Page, Page, ("version", "0"), ("Problem", new string('x', 281)), ("Learned.Note", new string('x', 281)), ("AskedBy", "soon"), ("M0.Name", "Holes"), ("M0.Result", "few"),
            ("M0.Unit", new string('u', 21)), ("M1.Target", "12"));
        await answer.RefusesBesideAsync("Problem", "Learned.Note", "AskedBy", "M0.Result", "M0.Unit", "M1.Name");
        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task A_confirmed_baseline_stays_and_a_changed_result_is_confirmed_anew()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        var measure = (await _site.Db.ReadAsync(reads => Measure.Of(reads, _world.Sets[0].Id, null))).Single();
        await _site.Writer.RunAsync(w =>
        {
            MeasureCommands.Say(w, measure.Id, "Confirmed", null, "", _world["Clio Client"]);
            return 0;
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync("20", "10.9")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync("19.1", "10.9")).StatusCode);
        Assert.Equal("Confirmed", (await _site.Db.ReadAsync(reads => Measure.Find(reads, measure.Id)))!.Client);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync("19.1", "9", "2026-03-02")).StatusCode);
        var (anew, day) = ((await _site.Db.ReadAsync(reads => Measure.Find(reads, measure.Id)))!, "2026-03-02");
        Assert.Equal(((string?)null, day), (anew.Client, anew.ResultDate));
        Assert.Contains($"name=\"M0.ResultDate\" value=\"{day}\"", await alma.Client.GetStringAsync(Page), StringComparison.Ordinal);

        async Task<HttpResponseMessage> SaveAsync(string baseline, string result, string until = "") => await alma.Client.PostFormAsync(
            Page, Page, ("version", $"{(await StoredAsync())!.Version}"), ("M0.Name", "Repair digs opened again"), ("M0.Unit", "%"),
            ("M0.Baseline", baseline), ("M0.Result", result), ("M0.ResultDate", until), ("M0.Target", "15"));
    }

    [Fact]
    public async Task A_closed_report_is_only_read()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await ReportRoom.WriteAsync(_world, _site);
        using var alma = await ReportRoom.KnownAsync(_world, _site, "Alma Tamm");
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.DoesNotContain("Save the draft", await alma.Client.GetStringAsync(Page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await alma.Client.PostFormAsync(
            Page, Page, ("version", "2"), ("Problem", "Too late"))).StatusCode);
    }

    [Fact]
    public async Task A_report_waits_for_who_writes_it_from_four_weeks_before_its_workshop_and_may_be_written_before()
    {
        await ReportRoom.OpenAsync(_world, _site);
        using var alma = new PlainDesk(await _site.AsAsync(_world, "Alma Tamm"), "Alma");
        foreach (var (days, state, waits) in new[] { (27, "Running", true), (30, "Running", false), (27, "Ready", false), (200, "Running", false) })
        {
            await _site.SetAsync("UPDATE workshop SET state = 'Planned', date = @date", new { date = LocalDay.Text(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days)) });
            await _site.SetAsync("UPDATE programme SET state = @state", new { state });
            await alma.OpenAsync("/");
            alma.Sees("Report of Circle");
            var kept = alma.Words.IndexOf("Kept for you", StringComparison.Ordinal);
            Assert.True(waits == (kept < 0 || alma.Words.IndexOf("Report of Circle", StringComparison.Ordinal) < kept), $"{days} days before, {state}: {alma.Words}");
        }

        await _site.SetAsync("UPDATE workshop SET state = 'Live'");
        (await alma.OpenAsync("/")).Sees("Report of Circle").Misses("Kept for you");
    }

    [Fact]
    public async Task Settings_keep_what_was_typed_and_refuse_what_is_no_time()
    {
        var form = new Microsoft.AspNetCore.Http.FormCollection(new() { ["report.form"] = "short", ["report.tell"] = "0", ["report.ask"] = "x", ["report.write"] = "1" });
        var read = ReportOutSettings.Read(form);
        Assert.Equal(["report.ask", "report.tell"], read.Problems.Keys.Order());
        Assert.Equal((true, 1), (ReportOutSettings.Parse(read.Json).IsShort, ReportOutSettings.Parse(read.Json).Write));
        await Task.CompletedTask;
    }

    private Task<Outcome?> StoredAsync() =>
        _site.Db.ReadAsync(reads => Outcome.Find(reads, _world.Workshop, _world.Sets[0].Id, null));
}
