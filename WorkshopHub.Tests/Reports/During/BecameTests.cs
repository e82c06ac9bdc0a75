using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.During;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>Ninety days after the final: what became of it, asked of those who brought it and of its client, and a new version of the report.</summary>
public sealed partial class BecameTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _ninety = new(2096, 12, 14, 6, 1, 0, TimeSpan.Zero); // eight in Tallinn

    private FinalWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await OpenAsync(ownProblem: false);

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private string Page => $"/outcomes/{_there.Outcome}/became";

    [Fact]
    public async Task On_the_ninetieth_day_set_and_client_are_asked_each_once_and_nobody_before()
    {
        await AtAsync(_ninety.AddHours(-1));
        Assert.Equal(0, await _there.OneAsync<long>("SELECT count(*) FROM outcome_became"));
        await AtAsync(_ninety);
        await AtAsync(_ninety.AddDays(2));
        Assert.Equal(2, await _there.OneAsync<long>("SELECT count(*) FROM outcome_became"));
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Clio Client" })
        {
            Assert.Contains("Ninety days later: what became of", await _there.PageAsync(name, "/"), StringComparison.Ordinal);
            Assert.Contains("Half as many", await _there.PageAsync(name, Page), StringComparison.Ordinal);
        }

        foreach (var name in new[] { "Cecil Hart", "Aada Advisor", "Chen Champion", "Sven Sponsor", "Uma Supervisor", "Mari Kask", "Otto Outsider" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, Page)));
            Assert.DoesNotContain("Ninety days later", await _there.PageAsync(name, "/"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_says_it_for_the_set_with_the_figure_and_another_who_was_slower_sees_both()
    {
        await AtAsync(_ninety);
        using var nothing = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.UnprocessableEntity, ("Text", "We <b>kept</b> it"), ("Figure", "ten"), ("Version", "1"));
        await nothing.RefusesAsync("What became of it? Choose one.", "A number, please", "We &lt;b&gt;kept&lt;/b&gt; it</textarea>");
        using var none = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.UnprocessableEntity, ("State", "7"), ("Version", "1"));
        await none.RefusesAsync("What became of it? Choose one.");
        using var why = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.UnprocessableEntity, ("State", "Stopped"), ("Version", "1"));
        await why.RefusesAsync("Why did it end?");
        using var wrong = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.UnprocessableEntity, ("State", "Kept"), ("Figure", "ten"), ("Version", "1"));
        await wrong.RefusesAsync("A number, please");
        using var said = await _there.SendAsync(
            "Alma Tamm", Page, HttpStatusCode.Redirect, ("State", "Changed"), ("Figure", "9,5 %"), ("Text", "Now in three depots"), ("Version", "1"));
        Assert.Equal((9.5, 0), (await _there.OneAsync<double>("SELECT figure FROM outcome_became WHERE part = 'Owner'"), await _there.OneAsync<long>("SELECT count(*) FROM measure_reading")));
        Assert.DoesNotContain("Ninety days later", await _there.PageAsync("Bo Lind", "/"), StringComparison.Ordinal);
        using var slower = await _there.SendAsync("Bo Lind", Page, HttpStatusCode.Conflict, ("State", "Kept"), ("Text", "As it was"), ("Version", "1"));
        var both = WebUtility.HtmlDecode(await slower.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Now in three depots", both, StringComparison.Ordinal);
        Assert.Contains("As it was", both, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm says: <b>changed</b>", await _there.PageAsync("Clio Client", Page), StringComparison.Ordinal);
        Assert.Contains("Now in three depots", await _there.PageAsync("Sven Sponsor", _there.During), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_programme_in_the_archive_nobody_is_asked_and_nobody_answers_any_more()
    {
        await AtAsync(_ninety);
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed', archived_at = '2026-12-20T00:00:00.000Z' WHERE id = @Programme", new { _there.Programme });
        Assert.DoesNotContain("Ninety days later", await _there.PageAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        using var late = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.Locked, ("State", "Kept"), ("Version", "1"));
        Assert.Equal(0, await _there.Site.Writer.RunAsync(writes => Became.Ask(writes, _there.Final), Stop));
    }

    [Fact]
    public async Task Of_a_programme_in_the_archive_no_new_version_is_made()
    {
        await PublishAsync();
        await AtAsync(_ninety);
        await SayAsync("Alma Tamm");
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed', archived_at = '2096-12-20T00:00:00.000Z' WHERE id = @Programme", new { _there.Programme });
        await AtAsync(_ninety.AddDays(Renewal.Days + 1));
        Assert.Equal(1, await VersionsAsync());
    }

    [Fact]
    public async Task Of_a_members_own_the_member_and_the_supervisor_are_asked()
    {
        await _there.DisposeAsync();
        await OpenAsync(ownProblem: true);
        await AtAsync(_ninety);
        Assert.Contains("Ninety days later: what became of it?", await _there.PageAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        Assert.Contains("Ninety days later: what became of Alma’s work?", await _there.PageAsync("Uma Supervisor", "/"), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Clio Client", "Viktor Supervisor", "Sven Sponsor" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, Page)));
        }

        await SayAsync("Uma Supervisor");
        Assert.Contains("Uma Supervisor says: <b>kept</b>", await _there.PageAsync("Alma Tamm", Page), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE membership SET left_at = '2096-12-20T09:00:00.000Z' WHERE person_id = @alma", new { alma = _there.World["Alma Tamm"] });
        Assert.Equal(HttpStatusCode.NotFound, await _there.StatusAsync("Uma Supervisor", Page));
    }

    [Fact]
    public async Task Of_a_commitment_the_witness_says_what_they_heard_and_its_owner_alone_reads_it()
    {
        var id = await _there.Site.Writer.RunAsync(writes =>
        {
            var promise = writes.Insert(
                "INSERT INTO commitment (activity_id, person_id, role, text, share, witness_id, at) VALUES (@activity, @alma, 'Member', 'Ring Otto first', 'Nobody', @cecil, @Now)",
                new { activity = _there.World.Activities[0], alma = _there.World["Alma Tamm"], cecil = _there.World["Cecil Hart"], writes.Now });
            writes.Execute("INSERT INTO commitment_asked (commitment_id, what, at) VALUES (@promise, 'NinetyDays', @Now)", new { promise, writes.Now });
            return promise;
        }, Stop);
        var page = $"/promises/{id}/witnessed";
        Assert.Contains($"href=\"{page}\"", await _there.PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Mari Kask", "Sven Sponsor" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, page)));
        }

        using var bare = await _there.SendAsync("Cecil Hart", page, HttpStatusCode.UnprocessableEntity, ("Words", "Well done"));
        await bare.RefusesAsync("What did you hear? Choose one.", ">Well done</textarea>");
        using var said = await _there.SendAsync("Cecil Hart", page, HttpStatusCode.Redirect, ("State", "Kept"), ("Words", "Well done"));
        Assert.DoesNotContain("Ring Otto first", await _there.PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
        Assert.Contains("Cecil Hart: Well done", await _there.PageAsync("Alma Tamm", $"/promises/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_the_ninetieth_day_are_what_the_rows_of_those_who_brought_it_say()
    {
        await AtAsync(_ninety);
        foreach (var (position, state) in new[] { "Kept", "Kept", "Kept", "Changed", "Changed", "Stopped", null }.Index())
        {
            await _there.Site.Writer.RunAsync(writes =>
            {
                var set = writes.Insert(
                    "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (@Programme, @at, @name, @Now, @Now)", new { _there.Programme, at = 20 + position, name = $"Set {position}", writes.Now });
                var outcome = writes.Insert("INSERT INTO outcome (workshop_id, set_id, created_at, changed_at) VALUES (@Final, @set, @Now, @Now)", new { _there.Final, set, writes.Now });
                return writes.Execute(
                    """
                    INSERT INTO outcome_became (outcome_id, part, asked_at, state, at) VALUES
                      (@outcome, 'Owner', @Now, @state, iif(@state IS NULL, NULL, @Now)), (@outcome, 'Client', @Now, 'Stopped', @Now)
                    """, new { outcome, state, writes.Now });
            }, Stop);
        }

        var report = await _there.Site.Db.ReadAsync(reads => LiveReport.Read(reads, Kinds, _there.Programme, _ninety)!, Stop);
        var rows = await _there.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT state FROM outcome_became WHERE part = 'Owner' AND state IS NOT NULL"), Stop);
        (string, double?, int?) Raw(string key, string state) => (key, rows.Count(one => one == state), rows.Count);
        Assert.Equal(6, rows.Count);
        Assert.Equal(
            [Raw("outcomes-kept", "Kept"), Raw("outcomes-changed", "Changed"), Raw("outcomes-stopped", "Stopped")],
            report.Figures.Where(figure => figure.Key.StartsWith("outcomes-", StringComparison.Ordinal)).Select(figure => (figure.Key, figure.Value, figure.N)));
    }

    private async Task OpenAsync(bool ownProblem)
    {
        _there = await FinalWorld.OpenAsync(ownProblem);
        await _there.Site.Writer.RunAsync(writes =>
        {
            // So late that the program that runs beside does nothing of it by itself.
            writes.Execute("UPDATE workshop SET date = '2096-09-15' WHERE id = @Final", new { _there.Final });
            Became.Plan(writes, _there.Final);
            return true;
        }, Stop);
    }

    private async Task SayAsync(string name)
    {
        using var said = await _there.SendAsync(name, Page, HttpStatusCode.Redirect, ("State", "Kept"), ("Text", "As it was"), ("Version", "1"));
    }

    private Task<int> PublishAsync() => _there.Site.Writer.RunAsync(
        writes => ReportVersion.Publish(writes, LiveReport.Read(writes, Kinds, _there.Programme, _ninety)!, "", null), Stop);

    private Task<long> VersionsAsync() => _there.OneAsync<long>("SELECT count(*) FROM report_version");

    private ActivityKinds Kinds => _there.Site.Services.GetRequiredService<ActivityKinds>();

    /// <summary>A program that starts at a moment does what is due by then, and ends.</summary>
    private async Task AtAsync(DateTimeOffset moment)
    {
        var clock = new Clock(moment);
        using var writer = new Writer(_there.Site.File, clock);
        await writer.StartAsync(Stop);
        var due = new Due(_there.Site.Db, writer, clock, [new AskWhatBecame(), new Renewal(Kinds)], NullLogger<Due>.Instance) { Interval = TimeSpan.FromMilliseconds(10) };
        await due.StartAsync(Stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await _there.OneAsync<long>(
            "SELECT count(*) FROM due WHERE done_at IS NULL AND due_at <= @now AND kind IN ('OutcomeNinetyDays', 'ReportAfterNinetyDays')", new { now = Utc.Text(moment) }) > 0)
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }

        await due.StopAsync(Stop);
        await writer.StopAsync(Stop);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
