using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Accounts;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>What goes ninety days after the closing: everybody whose it is knows the day, takes their own along, and the report's figures stay true.</summary>
public sealed class RetentionToldTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Mine => $"/programmes/{_there.World.Programme}/mine";

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task From_the_closing_on_the_day_stands_on_the_page_of_everybody_whose_notes_go()
    {
        Assert.DoesNotContain("Download your own", await PageAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        await EnterAsync("Closed");
        foreach (var name in new[] { "Alma Tamm", "Cecil Hart", "Aada Advisor" })
        {
            Assert.Contains("Download your own of Flow before", await PageAsync(name, "/"), StringComparison.Ordinal);
            Assert.Contains("everything is here. Then the confidential notes are deleted", await PageAsync(name, Mine), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Download your own", await PageAsync("Chen Champion", "/"), StringComparison.Ordinal);
        using var outside = await (await _there.AsAsync("Otto Outsider")).GetAsync(Mine, Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        await EnterAsync("Reporting");
        Assert.DoesNotContain("Download your own", await PageAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM due WHERE kind IN ('Retention', 'RetentionTold') AND done_at IS NULL"));
    }

    [Fact]
    public async Task Two_weeks_before_a_mail_says_the_day_and_the_way_once_and_nothing_that_is_confidential()
    {
        await using var post = new PostOffice();
        var world = World.Plant();
        await using var site = new Site(world.File, null, post.Settings);
        await site.Writer.RunAsync(writes =>
        {
            ProgrammeCommands.Enter(writes, world.Programme, "Closed", null);
            return true;
        }, Stop);
        var (told, goes) = (await DueAsync("RetentionTold"), await DueAsync("Retention"));
        Assert.Equal(KeptFor.ToldDays, (goes - told).TotalDays);
        var work = site.Services.GetServices<IDueWork>().OfType<RetentionTold>().Single();
        for (var times = 0; times < 2; times++)
        {
            await site.Writer.RunAsync(writes =>
            {
                work.Do(writes, world.Programme);
                return true;
            }, Stop);
        }

        var mails = await site.Db.ReadAsync(reads => reads.Query<(string Name, string Subject, string Text, string Path)>(
            "SELECT p.name, m.subject, m.text, m.path FROM mail m JOIN person p ON p.id = m.person_id WHERE m.about LIKE 'retention:%' ORDER BY p.name"), Stop);
        Assert.Equal(14, mails.Count); // twelve members and two advisors
        Assert.All(mails, mail => Assert.Equal($"/programmes/{world.Programme}/mine", mail.Path));
        Assert.StartsWith("Notes of yours are deleted on ", mails[0].Subject, StringComparison.Ordinal);

        async Task<DateTimeOffset> DueAsync(string kind) => Utc.Parse((await site.OneAsync<string>("SELECT due_at FROM due WHERE kind = @kind AND done_at IS NULL", new { kind }))!);
    }

    [Fact]
    public async Task The_file_holds_ones_own_and_nothing_of_anybody_else()
    {
        await _there.Site.Writer.RunAsync(writes =>
        {
            foreach (var (name, word) in new[] { ("Alma Tamm", "almas"), ("Bo Lind", "bos") })
            {
                var by = new
                {
                    membership = writes.First<long>("SELECT id FROM membership WHERE person_id = @id", new { id = _there.World[name] }),
                    me = _there.World[name],
                    word,
                    _there.Problem,
                    activity = _there.World.Activities[0],
                    uma = _there.World["Uma Supervisor"],
                    cecil = _there.World["Cecil Hart"],
                    _there.World.Programme,
                    writes.Now
                };
                writes.Execute("INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) VALUES (@membership, @word || '-goal', @Now, @Now)", by);
                writes.Execute("INSERT INTO self_rating (membership_id, moment, value, note, at) VALUES (@membership, 'KickOff', 2, @word || '-rating', @Now)", by);
                writes.Execute("INSERT INTO noticed (membership_id, writer_id, text, at) VALUES (@membership, @uma, @word || '-noticed', @Now)", by);
                writes.Execute("INSERT INTO preference_rank (activity_id, person_id, rank, problem_id, why) VALUES (@activity, @me, 1, @Problem, @word || '-why')", by);
                writes.Execute("INSERT INTO connection (activity_id, from_id, to_id, strength) VALUES (@activity, @me, @cecil, 3)", by);
                writes.Execute("INSERT INTO commitment (activity_id, person_id, role, text, share, at) VALUES (@activity, @me, 'Member', @word || '-promise', 'Nobody', @Now)", by);
                writes.Execute(
                    """
                    INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, progress, created_at, created_by, changed_at, changed_by)
                    VALUES (@Programme, @me, @uma, '2026-04-01', @word || '-talk', @Now, @me, @Now, @me)
                    """, by);
            }

            return true;
        }, Stop);
        var file = await (await _there.AsAsync("Alma Tamm")).GetStringAsync($"{Mine}?handler=file", Stop);
        string[] parts = ["goal", "rating", "noticed", "why", "promise", "talk"];
        Assert.All(parts, part => Assert.Contains($"almas-{part}", file, StringComparison.Ordinal));
        Assert.Contains("would ring: Cecil Hart", file, StringComparison.Ordinal);
        Assert.DoesNotContain("bos-", file, StringComparison.Ordinal);
        foreach (var name in new[] { "Uma Supervisor", "Aada Advisor", "Chen Champion", "Mari Kask" })
        {
            Assert.DoesNotMatch("almas-(goal|rating|noticed|why|promise)", await (await _there.AsAsync(name)).GetStringAsync($"{Mine}?handler=file", Stop));
        }
    }

    [Fact]
    public async Task When_the_notes_are_gone_the_reports_figures_are_the_same_from_counts()
    {
        var all = _there.World.Sets.SelectMany(set => set.Members).ToList();
        await _there.Site.Writer.RunAsync(writes =>
        {
            var activity = writes.Insert(
                """
                INSERT INTO activity (workshop_id, kind, title, name_mode, reveal, state, created_at, changed_at)
                VALUES (@Workshop, 'connections', 'Whom would I ring', 'Private', 'AfterClose', 'Closed', @Now, @Now)
                """, new { _there.World.Workshop, writes.Now });
            foreach (var (from, index) in all.Select((name, index) => (name, index)))
            {
                foreach (var to in all.Where(to => to != from))
                {
                    writes.Execute(
                        "INSERT INTO connection (activity_id, from_id, to_id, strength) VALUES (@activity, @from, @to, @strength)",
                        new { activity, from = _there.World[from], to = _there.World[to], strength = 3 - (index % 2) });
                }
            }

            var slot = writes.Insert(
                "INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, issue, changed_at) VALUES (@meeting, @alma, 1, 60, 'The yard', @Now)",
                new { meeting = _there.Meetings[0], alma = _there.World["Alma Tamm"], writes.Now });
            foreach (var tick in new[] { writes.Now, null, null })
            {
                writes.Execute(
                    """
                    INSERT INTO airtime_question (id, slot_id, asker_id, text, state, ticked_at, at, by, changed_at, changed_by)
                    VALUES (@id, @slot, @bo, 'Who says so?', 'Noted', @tick, @Now, @bo, @Now, @bo)
                    """, new { id = WorkshopHub.Web.Accounts.Tokens.New(), slot, bo = _there.World["Bo Lind"], tick, writes.Now });
            }

            return true;
        }, Stop);
        await EnterAsync("Closed");
        var before = await ReportAsync();
        Assert.NotEmpty(before.Together!.Now!.Cells);
        await _there.Site.Writer.RunAsync(writes =>
        {
            foreach (var room in _there.Site.Services.GetServices<IForgetting>())
            {
                room.OnClosing(writes, _there.World.Programme);
            }

            return true;
        }, Stop);
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT (SELECT count(*) FROM connection) + (SELECT count(*) FROM airtime_question)"));
        var after = await ReportAsync();
        Assert.Equal(before.Figures.Select(figure => (figure.Key, figure.Value, figure.N)), after.Figures.Select(figure => (figure.Key, figure.Value, figure.N)));
        Assert.Equal(before.Together.Now.Groups, after.Together!.Now!.Groups);
        Assert.Equal(before.Together.Now.Cells, after.Together.Now.Cells);
        Assert.Empty(after.Together.Now.Dots);
        Assert.Equal((3L, 1L), (await _there.Site.OneAsync<long>("SELECT questions FROM airtime_count"), await _there.Site.OneAsync<long>("SELECT moved FROM airtime_count")));
    }

    private Task<bool> EnterAsync(string state) => _there.Site.Writer.RunAsync(writes =>
    {
        ProgrammeCommands.Enter(writes, _there.World.Programme, state, null);
        return true;
    }, Stop);

    private async Task<OutcomeReport> ReportAsync() => (await _there.Site.Db.ReadAsync(reads => LiveReport.Read(
        reads, _there.Site.Services.GetRequiredService<ActivityKinds>(), _there.World.Programme, DateTimeOffset.UtcNow), Stop))!;

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
