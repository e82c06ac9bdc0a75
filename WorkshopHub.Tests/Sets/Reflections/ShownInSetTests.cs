using System.Net;
using WorkshopHub.Tests.Sets.Meetings;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Reflections;

/// <summary>A page of somebody’s journal goes as far as its writer says, and leaves open pages when it is taken back.</summary>
public sealed class ShownInSetTests : IAsyncLifetime
{
    private const string Mine = "I stayed when Bill called";

    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Journal => _there.At("journal");

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Theory]
    [InlineData("withdraw")]
    [InlineData("throwaway")]
    [InlineData("other words")]
    public async Task What_is_shown_to_the_set_comes_onto_open_pages_and_goes_from_them_when_it_is_taken_back(string how)
    {
        var id = await WriteAsync();
        var bo = await LiveMeeting.ListenAsync(_there, "Bo Lind");
        await bo.WatchAsync("set", _there.Set);
        await PostAsync("?handler=share", ("item", id), ("Audience", "Set"));
        var heard = await bo.UntilAsync(push => push.Reread is true);
        Assert.Contains(Mine, await PartAsync(), StringComparison.Ordinal);
        await PostAsync(
            how == "other words" ? "" : $"?handler={how}", ("item", id), ("share", "1"), ("Mine.Id", id), ("Mine.Version", "1"), ("Mine.Text", "Other words"), ("Mine.Shown", "back"));
        heard = [.. heard, .. await bo.UntilAsync(push => push.Reread is true)];
        Assert.DoesNotContain(Mine, await PartAsync(), StringComparison.Ordinal);
        Assert.All(heard, push => Assert.Null(push.Puts)); // what is read is asked for by each, and not said on the wire
        await bo.Hub.DisposeAsync();
    }

    [Fact]
    public async Task What_is_shown_to_one_audience_is_not_shown_to_the_set_nor_that_it_was()
    {
        await PostAsync("?handler=share", ("item", await WriteAsync()), ("Audience", "Champion"));
        Assert.Contains(Mine, await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Aada Advisor" })
        {
            foreach (var page in new[] { Journal, _there.At("shared"), _there.At("reflections"), _there.At("advising"), _there.At(), _there.At("keep?handler=file") })
            {
                var read = await PageAsync(name, page);
                Assert.False(read.Contains(Mine, StringComparison.Ordinal), $"{name} reads it on {page}");
                Assert.False(page.EndsWith("shared", StringComparison.Ordinal) && read.Contains("Your champion.", StringComparison.Ordinal), $"{name} sees that it was shown");
            }
        }

        foreach (var page in new[] { $"/programmes/{_there.World.Programme}/learnings", "/search?q=Bill" })
        {
            Assert.DoesNotContain(Mine, await PageAsync("Cecil Hart", page) + await PageAsync("Sven Sponsor", page) + await PageAsync("Clio Client", page), StringComparison.Ordinal);
        }

        Assert.Contains("Your champion.", await PageAsync("Alma Tamm", _there.At("shared")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Supervisor")]
    [InlineData("Client")]
    [InlineData("Advisor")]
    [InlineData("Wall")]
    public async Task Nobody_shows_a_reflection_to_whom_the_table_gives_none(string audience)
    {
        var id = await WriteAsync();
        using var refused = await (await _there.AsAsync("Alma Tamm")).PostFormAsync(Journal, $"{Journal}?handler=share", ("item", id), ("Audience", audience));
        await refused.RefusesAsync("Choose to whom you show it.");
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM share"));
    }

    [Fact]
    public async Task Who_has_left_reads_nothing_that_others_show_to_the_set_and_nothing_that_the_advisor_asks()
    {
        await PostAsync("?handler=share", ("item", await WriteAsync()), ("Audience", "Set"));
        await _there.Site.SetAsync(
            "INSERT INTO reflection_prompt (set_id, text, by, at) VALUES (@Set, 'What did nobody say?', @aada, '2026-03-24T10:00:00.000Z')",
            new { _there.Set, aada = _there.World["Aada Advisor"] });
        Assert.Contains("What did nobody say?", await PageAsync("Bo Lind", Journal), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE membership SET left_at = '2026-05-12T09:00:00.000Z' WHERE person_id = @bo", new { bo = _there.World["Bo Lind"] });
        var left = await PageAsync("Bo Lind", Journal);
        Assert.DoesNotContain(Mine, left, StringComparison.Ordinal);
        Assert.DoesNotContain("What did nobody say?", left, StringComparison.Ordinal);
        using var part = await (await _there.AsAsync("Bo Lind")).GetAsync($"{Journal}?handler=part", Stop);
        Assert.Equal(HttpStatusCode.NotFound, part.StatusCode);
    }

    private async Task<string> WriteAsync()
    {
        var id = Tokens.New();
        await PostAsync("", ("Mine.Id", id), ("Mine.Text", Mine));
        return id;
    }

    private Task<string> PartAsync() => PageAsync("Bo Lind", $"{Journal}?handler=part");

    private async Task PostAsync(string query, params (string, string)[] fields)
    {
        using var answer = await (await _there.AsAsync("Alma Tamm")).PostFormAsync(Journal, Journal + query, fields);
        Assert.Equal((query, HttpStatusCode.Redirect), (query, answer.StatusCode));
    }

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
