using System.Globalization;
using System.Net;

namespace WorkshopHub.Tests.Sets.Supervision;

/// <summary>Talks between a member and their supervisor: dated, told of beforehand, written down by one and confirmed by the other.</summary>
public sealed class TalkTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private HttpClient _uma = null!;
    private string _page = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync(ownProblem: true);
        (_alma, _uma) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Uma Supervisor"));
        _page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}/talks";
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_talk_is_dated_told_of_beforehand_written_down_and_stands_when_the_other_says_yes()
    {
        using var nowhere = await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Starts", "9ish"), ("Plan.Date", Day(3)));
        await nowhere.RefusesAsync("A time, for example 09:00", "9ish");
        using var over = await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", Day(-3)));
        await over.RefusesAsync("That day is over");
        using var slip = await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", Day(400)));
        await slip.RefusesAsync("more than a year ahead");
        using var planned = await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", Day(1)), ("Plan.Starts", "09:00"), ("Plan.Place", "Cottering"));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Contains("Write what they should know", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var told = await _alma.PostAsync(_page, "?handler=Word", ("Version", "1"), ("Word", "Permits for weekends exist"));
        var read = WebUtility.HtmlDecode(await _uma.GetStringAsync(_page, Stop));
        Assert.Contains("Alma, tomorrow at 9:00", read, StringComparison.Ordinal);
        Assert.Contains("Permits for weekends exist", read, StringComparison.Ordinal);
        using var hers = await _uma.PostAsync(_page, "?handler=Word", ("Version", "2"), ("Word", "Forged"));
        Assert.Equal(HttpStatusCode.Forbidden, hers.StatusCode);

        var talk = $"{_page}/{await _there.Site.OneAsync<long>("SELECT id FROM supervisor_talk")}";
        using var bare = await WriteAsync(_uma, talk, 2, "Two Saturdays dug", "", Day(15));
        await bare.RefusesAsync("What does each of you do next?", "Two Saturdays dug");
        using var far = await WriteAsync(_uma, talk, 2, "Two Saturdays dug", "Uma rings the authority", Day(35));
        await far.RefusesAsync("That is 35 days away. At most four weeks", "name=\"go\" value=\"take\"");
        using var slipped = await WriteAsync(_uma, talk, 2, "Two Saturdays dug", "Uma rings the authority", Day(400));
        await slipped.RefusesAsync("more than a year ahead");
        using var written = await WriteAsync(_uma, talk, 2, "Two Saturdays dug", "Uma rings the authority", Day(35), "take");
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Contains("Read what you agreed with Uma", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var self = await _uma.PostAsync(_page, "?handler=Yes&talk=1", ("Version", "3"));
        Assert.Equal(HttpStatusCode.Conflict, self.StatusCode);
        using var yes = await _alma.PostAsync(_page, "?handler=Yes&talk=1", ("Version", "3"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Equal(2, await _there.Site.OneAsync<long>("SELECT count(*) FROM supervisor_talk"));
        using var changed = await WriteAsync(_uma, talk, 4, "Rewritten", "Rewritten", Day(10));
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        using var did = await _uma.PostAsync(_page, "?handler=Did&talk=1&yes=true");
        var mine = await _alma.GetStringAsync(_page, Stop);
        Assert.Contains("Uma rings the authority", mine, StringComparison.Ordinal);
        Assert.Contains("Uma did theirs", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_who_write_at_once_see_both_and_the_second_can_put_it_otherwise()
    {
        using var first = await WriteAsync(_alma, $"{_page}/0", 0, "Half of it", "Alma plans Saturday", Day(14));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var talk = $"{_page}/{await _there.Site.OneAsync<long>("SELECT id FROM supervisor_talk")}";
        using var late = await WriteAsync(_uma, talk, 0, "A third of it", "Uma rings", Day(14));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Half of it", both, StringComparison.Ordinal);
        Assert.Contains("A third of it", both, StringComparison.Ordinal);
        using var otherwise = await WriteAsync(_uma, talk, 1, "A third of it", "Uma rings", Day(14));
        Assert.Equal(HttpStatusCode.Redirect, otherwise.StatusCode);
        Assert.Contains("Uma wrote down what you agreed", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_met_by_chance_write_it_down_beside_the_talk_that_is_planned()
    {
        await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", Day(5)));
        using var met = await WriteAsync(_alma, $"{_page}/0", 0, "Half of it", "Alma plans Saturday", Day(14));
        Assert.Equal(HttpStatusCode.Redirect, met.StatusCode);
        Assert.Equal(2, await _there.Site.OneAsync<long>("SELECT count(*) FROM supervisor_talk"));
        using var yes = await _uma.PostAsync(_page, "?handler=Yes&talk=2", ("Version", "1"));
        Assert.Equal("1 planned, 1 stands", await _there.Site.OneAsync<string>(
            "SELECT sum(written_at IS NULL) || ' planned, ' || sum(stands_at IS NOT NULL) || ' stands' FROM supervisor_talk"));
    }

    [Fact]
    public async Task Only_these_two_read_them_and_who_was_the_supervisor_before_reads_nothing_more()
    {
        await WriteAsync(_alma, $"{_page}/0", 0, "Half of it", "Alma plans Saturday", Day(14));
        await _uma.PostAsync(_page, "?handler=Noticed", ("Noticed", "Alma spoke first"));
        foreach (var name in new[] { "Bo Lind", "Aada Advisor", "Cecil Hart", "Viktor Supervisor", "Chen Champion", "Clio Client", "Sven Sponsor", "Mari Kask", "Otto Outsider" })
        {
            var other = await _there.AsAsync(name);
            foreach (var page in new[] { _page, $"{_page}/0", $"{_page}/1" })
            {
                using var read = await other.GetAsync(page, Stop);
                Assert.Equal((name, page, HttpStatusCode.NotFound), (name, page, read.StatusCode));
            }

            using var forged = await other.PostFormAsync("/account", $"{_page}?handler=Plan", ("Plan.Date", Day(1)), ("Plan.Version", "0"));
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        }

        await _there.Site.SetAsync("UPDATE membership SET supervisor_id = @viktor WHERE person_id = @alma", new { viktor = _there.World["Viktor Supervisor"], alma = _there.World["Alma Tamm"] });
        using var former = await _uma.GetAsync(_page, Stop);
        using var wrote = await WriteAsync(_uma, $"{_page}/1", 1, "Forged", "Forged", "", from: "/account");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (former.StatusCode, wrote.StatusCode));
        var viktor = await (await _there.AsAsync("Viktor Supervisor")).GetStringAsync(_page, Stop);
        Assert.DoesNotContain("Half of it", viktor, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma spoke first", viktor, StringComparison.Ordinal);
        Assert.Contains("Half of it", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_weeks_without_a_talk_are_told_to_both_where_members_have_problems_of_their_own()
    {
        await _there.Site.SetAsync("UPDATE programme SET start_date = @start", new { start = Day(-31) });
        Assert.Contains("No talk with Uma for 31 days", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var people = await _uma.GetStringAsync("/as/supervisor", Stop);
        Assert.Contains("31 days", people, StringComparison.Ordinal);
        await _uma.PostAsync(_page, "?handler=Plan", ("Plan.Version", "0"), ("Plan.Date", Day(2)));
        Assert.DoesNotContain("No talk with Uma for", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        await _there.Site.SetAsync("DELETE FROM supervisor_talk");
        await _there.Site.SetAsync("UPDATE programme SET format = 'CommonProblem'");
        Assert.DoesNotContain("No talk with Uma for", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    private static string Day(int fromNow) => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn")).Date
        .AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> WriteAsync(
        HttpClient client, string page, long version, string progress, string agreed, string next, string go = "", string? from = null) => client.PostFormAsync(
        from ?? page, page, ("Record.Version", $"{version}"), ("Record.Progress", progress), ("Record.AgreedNext", agreed), ("Record.NextDate", next), ("go", go));

    [Fact]
    public async Task Who_was_the_supervisor_before_takes_no_talk_along_and_the_member_does()
    {
        await _there.Site.SetAsync(
            """
            INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, word, progress, agreed_next, written_by, written_at, stands_at, created_at, created_by, changed_at, changed_by)
            VALUES ((SELECT programme_id FROM sets WHERE id = @Set), @alma, @uma, '2026-03-20', 'Came early', 'Half of it', 'A Saturday', @alma, @at, @at, @at, @alma, @at, @alma)
            """, new { _there.Set, alma = _there.World["Alma Tamm"], uma = _there.World["Uma Supervisor"], at = "2026-03-20T09:00:00.000Z" });
        var file = $"/programmes/{await _there.Site.OneAsync<long>("SELECT programme_id FROM sets WHERE id = @Set", new { _there.Set })}/mine?handler=file";
        Assert.Contains("Half of it", await _uma.GetStringAsync(file, Stop), StringComparison.Ordinal);
        foreach (var change in new[] { "left_at = '2026-03-21T09:00:00.000Z'", "left_at = NULL, supervisor_id = @viktor" })
        {
            await _there.Site.SetAsync($"UPDATE membership SET {change} WHERE person_id = @alma", new { viktor = _there.World["Viktor Supervisor"], alma = _there.World["Alma Tamm"] });
            using var former = await _uma.GetAsync(file, Stop);
            Assert.DoesNotContain("Half of it", await former.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Contains("Half of it", await _alma.GetStringAsync(file, Stop), StringComparison.Ordinal);
    }
}
