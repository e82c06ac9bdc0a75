using System.Net;
using WorkshopHub.Tests.House;
using WorkshopHub.Web.Accounts.Trail;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Accounts;

/// <summary>The log of who did what, for the admin alone and without any text.</summary>
public sealed class TrailTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _mari = null!;

    public TrailTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Only_an_admin_reads_it_and_a_facilitator_of_the_house_does_not()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _mari.GetAsync("/audit", Stop)).StatusCode);
        await AdminAsync();
        Assert.Contains("Who did what", await _mari.GetStringAsync("/audit", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_who_gave_which_role_to_whom_in_which_programme_and_not_what_anybody_wrote()
    {
        await AdminAsync();
        await _mari.PostAsync($"/programmes/{_world.Programme}", "?handler=Person", ("Form.Name", "Otto Outsider"), ("Form.Role", "Advisor"));
        using var alma = await _site.AsAsync(_world, "Alma Tamm");
        using var yes = await alma.PostAsync(await _site.MembershipAsync(_world, "Alma Tamm"), "", ("Version", "1"), ("WillingToRisk", "Say it openly"));
        var log = await ReadAsync("");
        Assert.Matches("Mari Kask gave the role of advisor to Otto Outsider Flow", log);
        Assert.Matches("Alma Tamm said yes to taking part: themselves Flow", log);
        Assert.DoesNotContain("Say it openly", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_filtered_by_sort_name_and_day_and_paged()
    {
        await AdminAsync();
        await _site.Writer.RunAsync(writes =>
        {
            for (var n = 0; n < 60; n++)
            {
                Audit.Note(writes, _world["Mari Kask"], null, "give-client", "person", _world["Clio Client"], _world.Programme);
            }

            Audit.Note(writes, _world["Sven Sponsor"], null, "export-people", "person", 12);
            Audit.Note(writes, _world["Mari Kask"], _world.Workshop, "next", "agenda_item", 1);
            Audit.Note(writes, _world["Mari Kask"], _world.Workshop, "hide", "post", "a");
            return true;
        });
        Assert.Contains("62 lines", await ReadAsync(""), StringComparison.Ordinal);
        Assert.Contains("63 lines", await ReadAsync("?sort=all"), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", await ReadAsync("?p=2"), StringComparison.Ordinal);
        var exports = await ReadAsync("?sort=exports");
        Assert.Matches("1 line found.*Sven Sponsor took out people as a file", exports);
        Assert.DoesNotContain(_world.Sets[0].Members[0], exports, StringComparison.Ordinal);
        Assert.Contains("1 line found", await ReadAsync("?sort=moderation"), StringComparison.Ordinal);
        Assert.Contains("60 lines found", await ReadAsync("?who=clio"), StringComparison.Ordinal);
        Assert.Contains("Nothing fits", await ReadAsync("?to=2020-01-01"), StringComparison.Ordinal);
        Assert.Contains("62 lines found", await ReadAsync("?from=2020-01-01"), StringComparison.Ordinal);
        Assert.Contains("A day, or nothing", await ReadAsync("?from=soon"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/programmes/{id:long}/report/{number:long}.pptx", "export-report-pptx programme")]
    [InlineData("/programmes/{id:long}/report/{number:long}.xlsx", "export-report-xlsx programme")]
    [InlineData("/programmes/{id:long}/report/{number:long}.csv", "export-report-csv programme")]
    [InlineData("/programmes/{id:long}/report/{number:long}.json", "export-report-json programme")]
    [InlineData("/sets/{id:long}/meetings/{number:long}/record", "export-record sets")]
    [InlineData("/sets/{id:long}/keep", "export-own-set sets")]
    [InlineData("/own", "export-own person")]
    [InlineData("/programmes/{id:long}/mine", "export-own-programme programme")]
    [InlineData("/w/{workshop:long}/mine", "export-own-workshop workshop")]
    [InlineData("/calendar", "export-own-calendar person")]
    [InlineData("/sets/{id:long}/dates", "export-calendar sets")]
    [InlineData("/workshops/{id:long}/templates", "export-template workshop", "Mari Kask")]
    public async Task Each_file_that_is_taken_out_is_one_line_more_without_any_text(string route, string told, string who = "Alma Tamm")
    {
        var planted = await Planted.InAsync(_world, _site);
        using var alma = await _site.AsAsync(_world, who);
        var before = await _site.OneAsync<long>("SELECT count(*) FROM audit");
        var act = KnownAct.All.Single(one => one.Verb == "GET" && one.Route == route && one.Handler != "empty");
        using var answer = await alma.GetAsync(act.Address!(planted), Stop);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(before + 1, await _site.OneAsync<long>("SELECT count(*) FROM audit"));
        Assert.Equal(told, await _site.OneAsync<string>(
            "SELECT act || ' ' || thing FROM audit WHERE person_id = @alma AND CAST(thing_id AS INTEGER) || '' = thing_id ORDER BY id DESC LIMIT 1", new { alma = _world[who] }));
        Assert.Matches($"{who} took out (what is their own|their own dates as a file|as a file the dates of Circle|as a template the agenda of|the outcome report|the record of a meeting)", await ReadAsync("?sort=exports"));
    }

    [Theory]
    [InlineData("take-from-archive", "programmes")]
    [InlineData("report-note-hide", "moderation")]
    [InlineData("make-calendar-address", "accounts")]
    [InlineData("end-override", "overrides")]
    [InlineData("share-reflection", "shares")]
    [InlineData("export-people", "exports")]
    [InlineData("share-with-champion", "shares")]
    [InlineData("withdraw-share", "shares")]
    [InlineData("tell-author-of-quote", "shares")]
    [InlineData("share-with-report", "shares")]
    [InlineData("withdraw-from-report", "shares")]
    public void Each_act_has_its_sort(string act, string sort) => Assert.Equal(sort, TrailSort.Of(act)?.Key);

    [Theory]
    [InlineData("share-with-champion", "showed something to the champion")]
    [InlineData("withdraw-share", "took back what was shown")]
    [InlineData("share-with-report", "said yes to a quote in the outcome report")]
    public void What_was_shown_is_told_in_words(string act, string words) => Assert.Equal(words, TrailWords.Of(act));

    private Task<int> AdminAsync() => _site.SetAsync("UPDATE account SET is_admin = 1 WHERE person_id = @mari", new { mari = _world["Mari Kask"] });

    private async Task<string> ReadAsync(string query)
    {
        using var hand = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        return (await hand.OpenAsync("/audit" + query)).Words;
    }
}
