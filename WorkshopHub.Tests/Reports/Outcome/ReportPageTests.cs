using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>Who reads the report: before it is published, and after.</summary>
public sealed class ReportPageTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private string Address => $"/programmes/{_world.Programme}/report";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Everybody has a way in.</summary>
    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp)
            SELECT p.id, a.password_hash, lower(hex(randomblob(16))) FROM person p JOIN account a ON a.person_id = @mari WHERE true
            ON CONFLICT (person_id) DO NOTHING
            """, new { mari = _world["Mari Kask"] }));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Until_it_is_published_sponsor_and_facilitator_alone_read_it()
    {
        foreach (var (name, may) in new[]
        {
            ("Mari Kask", true), ("Sven Sponsor", true), ("Alma Tamm", false), ("Aada Advisor", false), ("Uma Supervisor", false), ("Clio Client", false),
            ("Chen Champion", false), ("Otto Outsider", false),
        })
        {
            using var client = await Office.SignInAsync(_site, World.Mail(name));
            using var answer = await client.GetAsync(Address, Stop);
            using var version = await client.GetAsync(Address + "/1", Stop);

            Assert.Equal((name, may ? HttpStatusCode.OK : HttpStatusCode.NotFound, HttpStatusCode.NotFound), (name, answer.StatusCode, version.StatusCode));
            if (may)
            {
                var html = await answer.Content.ReadAsStringAsync(Stop);
                Assert.Contains("Draft, as of now", html, StringComparison.Ordinal);
                Assert.Contains("not recorded", html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Once_published_everybody_of_the_programme_reads_it_and_nobody_else()
    {
        await _site.SetAsync(
            "INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@id, @set, @alma, @chen, 'Who owns the list', '2026-03-11T09:00:00.000Z')",
            new { id = new string('d', 26), set = _world.Sets[0].Id, alma = _world["Alma Tamm"], chen = _world["Chen Champion"] });
        await PublishAsync();
        foreach (var (name, may) in new[]
        {
            ("Alma Tamm", true), ("Aada Advisor", true), ("Uma Supervisor", true), ("Clio Client", true), ("Chen Champion", true), ("Sven Sponsor", true),
            ("Otto Outsider", false),
        })
        {
            using var client = await Office.SignInAsync(_site, World.Mail(name));
            using var version = await client.GetAsync(Address + "/1", Stop);
            using var draft = await client.GetAsync(Address, Stop);

            Assert.Equal((name, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (name, version.StatusCode));
            Assert.Equal((name, !may ? HttpStatusCode.NotFound : name == "Sven Sponsor" ? HttpStatusCode.OK : HttpStatusCode.Redirect), (name, draft.StatusCode));
            Assert.True(!may || draft.StatusCode == HttpStatusCode.OK || draft.Headers.Location!.ToString().EndsWith("/report/1", StringComparison.Ordinal));
            if (may)
            {
                // A figure leads to what it was counted from where its reader may go: doors are the sponsor's, the dates everybody's.
                var html = await version.Content.ReadAsStringAsync(Stop);
                Assert.Contains($"href=\"/programmes/{_world.Programme}/timeline\"", html, StringComparison.Ordinal);
                Assert.Equal((name, name == "Sven Sponsor"), (name, html.Contains("/progress#doors", StringComparison.Ordinal)));
            }

            Assert.Equal((name, may), (name, (await client.GetStringAsync("/")).Contains("The outcome report of", StringComparison.Ordinal)));
        }

        await _site.SetAsync("UPDATE membership SET left_at = '2026-05-12T09:00:00.000Z' WHERE person_id = @alma", new { alma = _world["Alma Tamm"] });
        using var left = await Office.SignInAsync(_site, World.Mail("Alma Tamm"));
        using var gone = await left.GetAsync(Address + "/1", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("The outcome report of", await left.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_stays_as_it_was_when_the_programme_goes_on()
    {
        await PublishAsync();
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE sets SET name = 'Renamed' WHERE id = @Id", new { _world.Sets[0].Id }));
        using var client = await Office.SignInAsync(_site, World.Mail("Sven Sponsor"));

        Assert.DoesNotContain("Renamed", await client.GetStringAsync(Address + "/1"), StringComparison.Ordinal);
        Assert.Contains("Renamed", await client.GetStringAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_its_author_takes_back_leaves_the_published_version_too()
    {
        const string Words = "We asked before we dug.";
        var alma = _world["Alma Tamm"];
        await _site.Writer.RunAsync(writes =>
        {
            var id = new string('a', 26);
            writes.Execute(
                "INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@id, @set, @alma, @Words, @Now, @Now)",
                new { id, set = _world.Sets[0].Id, alma, Words, writes.Now });
            writes.Execute(
                """
                INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at)
                VALUES (@set, 'Reflection', @id, @alma, 'Organisation', @alma, @Now, @Now)
                """, new { id, set = _world.Sets[0].Id, alma, writes.Now });
            return ReportDraft.Save(writes, new ReportDraft { ProgrammeId = _world.Programme, Quotes = [$"reflection-{id}"] }, _world["Mari Kask"]);
        });
        await PublishAsync();
        using var client = await Office.SignInAsync(_site, World.Mail("Bo Lind"));
        Assert.Contains(Words, await client.GetStringAsync(Address + "/1"), StringComparison.Ordinal);

        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE share SET withdrawn_by = @alma, withdrawn_at = @Now", new { alma, writes.Now }));

        Assert.DoesNotContain(Words, await client.GetStringAsync(Address + "/1"), StringComparison.Ordinal);
    }

    private Task<int> PublishAsync() => _site.Writer.RunAsync(writes => ReportVersion.Publish(
        writes, LiveReport.Read(writes, new ActivityKinds([]), _world.Programme, DateTimeOffset.UtcNow)!, "", _world["Mari Kask"]));
}
