using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Tests.Reports.Editor;

/// <summary>A reflection that was shown to the programme is read by nobody's supervisor and by no client: in a report only after it was given for them too.</summary>
public sealed class ReflectionQuoteTests : IAsyncLifetime
{
    private const string Words = "I stayed when it got hard";
    private readonly string _id = Tokens.New();
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Report => $"/programmes/{_there.World.Programme}/report";

    private string Editor => Report + "/edit";

    private string Page => $"/quotes/{_id}";

    private string Choice => $"value=\"reflection-{_id}\"";

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        await _there.Site.SetAsync("UPDATE workshop SET state = 'Held'");
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task What_its_author_showed_to_the_programme_is_quoted_after_their_yes_alone_and_goes_with_their_no()
    {
        await WriteAsync("Alma Tamm");
        Assert.DoesNotContain(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
        Assert.Contains(Words, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal); // to be asked for
        await ChooseAsync(0);
        Assert.DoesNotContain(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal); // chosen by hand, and not given

        await AskAsync();
        Assert.Contains($"href=\"{Page}", await ReadAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        Assert.Contains("supervisors and clients too", await ReadAsync("Alma Tamm", Page), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Aada Advisor", "Uma Supervisor", "Cecil Hart", "Mari Kask" })
        {
            using var strange = await (await _there.AsAsync(name)).GetAsync(Page, Stop);
            using var pressed = await (await _there.AsAsync(name)).PostFormAsync("/account", Page, ("says", "Yes"));
            Assert.Equal((name, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (name, strange.StatusCode, pressed.StatusCode));
        }

        Assert.DoesNotContain(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
        await SayAsync("Alma Tamm", "Yes");
        Assert.Contains(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
        Assert.Contains(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        await PublishAsync();
        Assert.Contains(Words, await ReadAsync("Clio Client", Report + "/1"), StringComparison.Ordinal);
        await SayAsync("Alma Tamm", "No");
        Assert.DoesNotContain(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await ReadAsync("Clio Client", Report + "/1"), StringComparison.Ordinal);
        await AskAsync();
        Assert.DoesNotContain($"href=\"{Page}", await ReadAsync("Alma Tamm", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_from_the_programme_before_it_is_published_is_in_no_report_and_is_asked_anew_when_it_is_shown_again()
    {
        await WriteAsync("Alma Tamm");
        await AskAsync();
        await SayAsync("Alma Tamm", "Yes");
        await ChooseAsync(0);
        Assert.Contains(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        var alma = _there.World["Alma Tamm"];
        await _there.Site.Writer.RunAsync(writes => Sharing.Withdraw(writes, _there.Set, writes.First<long>("SELECT max(id) FROM share"), alma), Stop);
        await PublishAsync();
        Assert.DoesNotContain(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await ReadAsync("Clio Client", Report + "/1"), StringComparison.Ordinal);
        await _there.Site.Writer.RunAsync(writes => Sharing.Give(writes, "Reflection", _id, _there.Set, alma, "Programme", alma), Stop);
        Assert.DoesNotContain(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_a_set_s_own_has_two_yeses_of_it_and_goes_with_the_no_of_any_one()
    {
        await WriteAsync(null);
        await AskAsync();
        foreach (var name in new[] { "Cecil Hart", "Uma Supervisor", "Chen Champion", "Clio Client", "Mari Kask" })
        {
            using var strange = await (await _there.AsAsync(name)).GetAsync(Page, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, strange.StatusCode));
        }

        await SayAsync("Alma Tamm", "Yes");
        await SayAsync("Alma Tamm", "Yes"); // twice is one
        Assert.DoesNotContain(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{Page}", await ReadAsync("Alma Tamm", "/"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}", await ReadAsync("Bo Lind", "/"), StringComparison.Ordinal);
        await SayAsync("Aada Advisor", "Yes");
        await ChooseAsync(0);
        Assert.Contains(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        await PublishAsync();
        Assert.Equal(1, await ReleasedAsync());
        await SayAsync("Bo Lind", "No");
        await RefusedAsync("Alma Tamm");
        await RefusedAsync("Aada Advisor");
        Assert.Equal(0, await ReleasedAsync());
        foreach (var page in new[] { Report, Report + "/1" })
        {
            Assert.DoesNotContain(Words, await ReadAsync("Mari Kask", page), StringComparison.Ordinal);
        }

        await SayAsync("Bo Lind", "Yes"); // who said no takes it back, and it wants a second yes
        Assert.DoesNotContain(Words, await ReadAsync("Mari Kask", Report), StringComparison.Ordinal);
        await SayAsync("Bo Lind", "No");
        await SayAsync("Alma Tamm", "No");
        await RefusedAsync("Bo Lind"); // or the second no would be lost with the first
        await RefusedAsync("Alma Tamm");
        Assert.Contains("More than one of you said no.", await ReadAsync("Bo Lind", Page), StringComparison.Ordinal);
        Assert.Equal(
            ["Mari Kask tell-author-of-quote", "Alma Tamm share-with-report", "Alma Tamm share-with-report", "Aada Advisor share-with-report", "Bo Lind withdraw-from-report", "Bo Lind share-with-report", "Bo Lind withdraw-from-report", "Alma Tamm withdraw-from-report"],
            await _there.Site.Db.ReadAsync(reads => reads.Query<string>(
                "SELECT p.name || ' ' || a.act FROM audit a JOIN person p ON p.id = a.person_id WHERE a.thing = 'reflection' AND a.thing_id = @_id ORDER BY a.id", new { _id }), Stop));
    }

    [Fact]
    public async Task A_yes_was_to_these_words_and_ends_when_they_read_otherwise()
    {
        await WriteAsync("Alma Tamm");
        await AskAsync();
        await SayAsync("Alma Tamm", "Yes");
        Assert.Contains(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE reflection SET text = 'I nearly left' WHERE id = @_id", new { _id });
        Assert.DoesNotContain(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_to_the_whole_organisation_may_be_chosen_at_once()
    {
        await WriteAsync("Alma Tamm", "Organisation");
        Assert.Contains(Choice, await ReadAsync("Mari Kask", Editor), StringComparison.Ordinal);
    }

    private Task<bool> WriteAsync(string? author, string audience = "Programme") => _there.Site.Writer.RunAsync(writes =>
    {
        var by = new { _id, _there.Set, author = author is null ? (long?)null : _there.World[author], alma = _there.World["Alma Tamm"], bo = _there.World["Bo Lind"], own = author is not null, audience, Words, writes.Now };
        writes.Execute("INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@_id, @Set, @author, @Words, @Now, @Now)", by);
        return writes.Execute(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            VALUES (@Set, 'Reflection', @_id, @author, @audience, @alma, @Now, iif(@own, NULL, @bo), @Now)
            """, by) == 1;
    }, Stop);

    private async Task AskAsync()
    {
        using var asked = await (await _there.AsAsync("Mari Kask")).PostFormAsync(Editor, Editor + "?handler=ask", ("post", _id));
        Assert.Equal(Editor + "#asks", asked.Headers.Location!.OriginalString);
    }

    private async Task SayAsync(string name, string says)
    {
        using var said = await (await _there.AsAsync(name)).PostFormAsync(Page, Page, ("says", says));
        Assert.Equal((name, HttpStatusCode.Redirect), (name, said.StatusCode));
    }

    private async Task RefusedAsync(string name)
    {
        using var said = await (await _there.AsAsync(name)).PostFormAsync(Page, Page, ("says", "Yes"));
        Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, said.StatusCode));
        Assert.Contains("One of you said no.", WebUtility.HtmlDecode(await said.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    private Task<double> ReleasedAsync() => _there.Site.Db.ReadAsync(
        reads => LiveReport.Read(reads, new ActivityKinds([]), _there.World.Programme, DateTimeOffset.UtcNow)!.Find("learnings-released")!.Value ?? 0, Stop);

    private async Task ChooseAsync(long version)
    {
        using var chosen = await (await _there.AsAsync("Mari Kask")).PostFormAsync(
            Editor, Editor, [("Version", $"{version}"), .. ReportSection.All.SelectMany(one => new[] { ("Order", one.Key), ("Shown", one.Key) }), ("Quotes", $"reflection-{_id}")]);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    private async Task PublishAsync()
    {
        if (await _there.Site.OneAsync<long>("SELECT count(*) FROM report_draft") == 0)
        {
            await ChooseAsync(0);
        }

        await _there.Site.Writer.RunAsync(writes => ReportVersion.Publish(
            writes, LiveReport.Read(writes, new ActivityKinds([]), _there.World.Programme, DateTimeOffset.UtcNow)!, "", _there.World["Mari Kask"]), Stop);
    }

    private async Task<string> ReadAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
