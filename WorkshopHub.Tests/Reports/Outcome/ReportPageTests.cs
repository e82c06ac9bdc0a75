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

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("Mari Kask", true)]
    [InlineData("Sven Sponsor", true)]
    [InlineData("Alma Tamm", false)]
    [InlineData("Aada Advisor", false)]
    [InlineData("Uma Supervisor", false)]
    [InlineData("Clio Client", false)]
    [InlineData("Chen Champion", false)]
    [InlineData("Otto Outsider", false)]
    public async Task Until_it_is_published_sponsor_and_facilitator_alone_read_it(string name, bool may)
    {
        using var client = await Office.SignInAsync(_site, World.Mail(name));
        using var answer = await client.GetAsync(Address, TestContext.Current.CancellationToken);
        using var version = await client.GetAsync(Address + "/1", TestContext.Current.CancellationToken);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, version.StatusCode);
        if (may)
        {
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Draft, as of now", html, StringComparison.Ordinal);
            Assert.Contains("not recorded", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Alma Tamm", true)]
    [InlineData("Aada Advisor", true)]
    [InlineData("Uma Supervisor", true)]
    [InlineData("Clio Client", true)]
    [InlineData("Chen Champion", true)]
    [InlineData("Sven Sponsor", true)]
    [InlineData("Otto Outsider", false)]
    public async Task Once_published_everybody_of_the_programme_reads_it_and_nobody_else(string name, bool may)
    {
        await PublishAsync();
        using var client = await Office.SignInAsync(_site, World.Mail(name));
        using var version = await client.GetAsync(Address + "/1", TestContext.Current.CancellationToken);
        using var draft = await client.GetAsync(Address, TestContext.Current.CancellationToken);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, version.StatusCode);
        Assert.Equal(!may ? HttpStatusCode.NotFound : name == "Sven Sponsor" ? HttpStatusCode.OK : HttpStatusCode.Redirect, draft.StatusCode);
        Assert.True(!may || draft.StatusCode == HttpStatusCode.OK || draft.Headers.Location!.ToString().EndsWith("/report/1", StringComparison.Ordinal));
        using var home = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(may, (await home.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("The outcome report of", StringComparison.Ordinal));
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
                VALUES (@set, 'Reflection', @id, @alma, 'Programme', @alma, @Now, @Now)
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
