using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Who reads and writes the sponsor's problems, and who signs what the sets may decide.</summary>
public sealed class ProblemRightsTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _sven = null!;
    private long _offered;
    private long _proposed;

    public ProblemRightsTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string List => $"/programmes/{_world.Programme}/problems";

    public async ValueTask InitializeAsync()
    {
        _sven = await _site.AsAsync(_world, "Sven Sponsor");
        (_offered, _proposed) = await _site.Writer.RunAsync(writes =>
        {
            ProblemDetails Of(string title) => new()
            {
                Title = title,
                Description = $"{title} happen",
                WhyItMatters = "It costs.",
                ClientId = _world["Clio Client"],
                NoClearExpertise = true,
                NoClearExpertiseNote = "Each has a part.",
                NoKnownAnswer = true,
                NoKnownAnswerNote = "We asked.",
            };
            var offered = ProblemCommands.Add(writes, _world.Programme, Of("Holes"), null);
            Assert.True(ProblemCommands.Offer(writes, _world.Programme, offered, 1, null));
            return (offered, ProblemCommands.Add(writes, _world.Programme, Of("Alarms"), null));
        });
    }

    public ValueTask DisposeAsync()
    {
        _sven.Dispose();
        return _site.DisposeAsync();
    }

    [Theory]
    [InlineData("Alma Tamm")]
    [InlineData("Uma Supervisor")]
    [InlineData("Aada Advisor")]
    [InlineData("Chen Champion")]
    public async Task Everybody_in_the_programme_reads_what_is_offered_and_only_sponsor_office_and_client_what_is_not(string name)
    {
        foreach (var writer in new[] { "Sven Sponsor", "Mari Kask", "Clio Client" })
        {
            using var may = await _site.AsAsync(_world, writer);
            Assert.Equal(HttpStatusCode.OK, (await may.GetAsync($"/problems/{_proposed}", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await may.GetAsync($"/problems/{_proposed}/write/hurts", Stop)).StatusCode);
        }

        using var one = await _site.AsAsync(_world, name);
        var list = await one.GetStringAsync(List, Stop);
        Assert.Contains("Holes", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Alarms", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Write a problem", list, StringComparison.Ordinal);
        Assert.Contains("Each has a part.", await one.GetStringAsync($"/problems/{_offered}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"/problems/{_proposed}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"/problems/{_proposed}/write/hurts", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.GetAsync($"/problems/{_offered}/write/hurts", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.GetAsync($"{List}/new", Stop)).StatusCode);
        var before = await ProblemsAsync();
        foreach (var (page, handler) in new[] { ($"/problems/{_offered}/write/hurts", ""), ($"/problems/{_offered}/write/hurts", "?handler=keep"), ($"{List}/new", ""), (List, "?handler=Offer") })
        {
            using var answer = await one.PostFormAsync(
                "/account", page + handler, ("Form.Title", "Forged"), ("Form.Version", "2"), ("problem", $"{_offered}"), ("version", "2"), ("offered", "false"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(before, await ProblemsAsync());
    }

    [Fact]
    public async Task Somebody_without_a_part_finds_nothing_and_nobody_finds_what_is_not_there()
    {
        using var otto = await _site.AsAsync(_world, "Otto Outsider");
        foreach (var page in new[] { List, $"{List}/new", $"/programmes/{_world.Programme}/authority", $"/problems/{_offered}", $"/problems/{_offered}/write/hurts" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _sven.GetAsync(page, Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await otto.GetAsync(page, Stop)).StatusCode);
            using var nobody = _site.NewClient();
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(page, Stop)).StatusCode);
        }

        foreach (var page in new[] { "/programmes/9999/problems", "/programmes/9999/problems/new", "/programmes/9999/authority", "/problems/9999", "/problems/9999/write/hurts", $"/problems/{_offered}/write/nothing" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _sven.GetAsync(page, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task A_client_writes_the_own_problem_and_begins_one_but_neither_offers_nor_gives_it_away_nor_touches_anothers()
    {
        using var clio = await _site.AsAsync(_world, "Clio Client");
        using var written = await clio.PostAsync(
            $"/problems/{_proposed}/write/good", "", ("go", "next"), ("Form.Version", "1"), ("Form.SuccessLooksLike", "Half the alarms."));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        using var given = await clio.PostAsync($"/problems/{_proposed}/write/lives", "", ("go", "leave"), ("Form.Version", "2"), ("Form.ClientId", ""));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var alarms = (await _site.Db.ReadAsync(reads => ProblemRow.Find(reads, _proposed), Stop))!;
        Assert.Equal(("Half the alarms.", _world["Clio Client"]), (alarms.SuccessLooksLike, alarms.ClientId));
        using var offer = await clio.PostFormAsync("/account", $"{List}?handler=Offer", ("problem", $"{_proposed}"), ("version", "3"), ("offered", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, offer.StatusCode);

        var own = Office.Leads(await clio.PostAsync($"{List}/new", "", ("go", "next"), ("Form.Title", "Leaks at night")));
        Assert.Equal(_world["Clio Client"], (await _site.Db.ReadAsync(reads => ProblemRow.Find(reads, own), Stop))!.ClientId);
        await _site.SetAsync("UPDATE problem SET client_id = NULL WHERE id = @_proposed", new { _proposed });
        Assert.Equal(HttpStatusCode.NotFound, (await clio.GetAsync($"/problems/{_proposed}", Stop)).StatusCode);
        using var late = await clio.PostFormAsync("/account", $"/problems/{_proposed}/write/good", ("Form.Version", "3"), ("Form.SuccessLooksLike", "Mine still"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task The_sponsor_alone_signs_what_the_sets_may_decide_and_everybody_reads_it()
    {
        var page = $"/programmes/{_world.Programme}/authority";
        (string, string)[] words = [("Version", "0"), ("MayDecide", "Trials of up to 12 weeks."), ("MustAsk", "Contracts."), ("SpendLimit", "15,000"), ("Currency", "GBP")];
        foreach (var name in new[] { "Mari Kask", "Alma Tamm", "Uma Supervisor", "Chen Champion", "Clio Client" })
        {
            using var other = await _site.AsAsync(_world, name);
            using var forged = await other.PostFormAsync("/account", page, words);
            Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        }

        using var odd = await _sven.PostAsync(page, "", [.. words.Where(one => one.Item1 != "SpendLimit"), ("SpendLimit", "a lot")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        var again = await odd.Content.ReadAsStringAsync(Stop);
        Assert.Contains("whole figures", again, StringComparison.Ordinal);
        Assert.Contains("Trials of up to 12 weeks.", again, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _sven.PostAsync(page, "", words)).StatusCode);
        var signed = (await _site.Db.ReadAsync(reads => Authority.Of(reads, _world.Programme), Stop))!;
        Assert.Equal(("Sven Sponsor", "£15,000"), (signed.SignedByName, signed.Sum));
        (string, string)[] others = [("Version", "0"), ("MayDecide", "Trials of a week."), ("MustAsk", "Contracts."), ("SpendLimit", "900"), ("Currency", "GBP")];
        using var second = await _sven.PostAsync(page, "", others);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await second.Content.ReadAsStringAsync(Stop);
        Assert.Equal(["May decide", "May spend"], Regex.Matches(both, "<h3 class=\"mt-4\">([^<]*)</h3>").Select(field => field.Groups[1].Value));
        Assert.All(["</span>Trials of a week.</p>", "</span>Trials of up to 12 weeks.</p>", "</span>£900</p>", "</span>£15,000</p>", ">Trials of a week.</textarea>"], one => Assert.Contains(one, both, StringComparison.Ordinal));
        Assert.Equal("Trials of up to 12 weeks.", (await _site.Db.ReadAsync(reads => Authority.Of(reads, _world.Programme), Stop))!.MayDecide);
        foreach (var name in new[] { "Mari Kask", "Alma Tamm", "Uma Supervisor", "Chen Champion", "Clio Client", "Aada Advisor" })
        {
            using var other = await _site.AsAsync(_world, name);
            Assert.Contains("Trials of up to 12 weeks.", await other.GetStringAsync(page, Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_proposed_problem_is_put_aside_and_taken_up_again_by_who_writes_the_list_and_nothing_of_it_is_lost()
    {
        using var sven = new PlainDesk(await _site.AsAsync(_world, "Sven Sponsor"), "Sven");
        await sven.OpenAsync(List);
        await sven.PressAsync("Put aside: Alarms");
        sven.Sees("Put aside (1)").Misses("Offer Alarms");
        Assert.Equal("Stopped", await _site.OneAsync<string>("SELECT state FROM problem WHERE id = @_proposed", new { _proposed }));
        using var clio = await _site.AsAsync(_world, "Clio Client");
        using var forged = await clio.PostFormAsync("/account", $"{List}?handler=aside", ("problem", $"{_proposed}"), ("version", "2"), ("aside", "false"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var offered = await _sven.PostAsync(List, "?handler=Aside", ("problem", $"{_offered}"), ("version", "2"), ("aside", "true"));
        Assert.Equal(HttpStatusCode.Conflict, offered.StatusCode);
        await sven.PressAsync("Take up again: Alarms");
        sven.Sees("Alarms happen").Misses("Put aside (1)");
        Assert.Equal("Proposed", await _site.OneAsync<string>("SELECT state FROM problem WHERE id = @_proposed", new { _proposed }));
    }

    [Fact]
    public async Task Who_is_no_longer_the_sponsor_writes_and_signs_no_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await _sven.GetAsync($"/problems/{_proposed}/write/hurts", Stop)).StatusCode);
        await _site.SetAsync("DELETE FROM role_assignment WHERE role = 'Sponsor'");
        Assert.Equal(HttpStatusCode.NotFound, (await _sven.GetAsync($"/problems/{_proposed}/write/hurts", Stop)).StatusCode);
        using var late = await _sven.PostFormAsync("/account", $"/programmes/{_world.Programme}/authority", ("Version", "0"), ("MayDecide", "Everything."));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Null(await _site.Db.ReadAsync(reads => Authority.Of(reads, _world.Programme), Stop));
    }

    private async Task<string> ProblemsAsync() => string.Join('\n', await _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT id || title || state || version FROM problem ORDER BY id"), Stop));
}
