using System.Globalization;
using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>A measure from its baseline to its result: the set writes, the client confirms, and what was confirmed changes with a reason only.</summary>
public sealed class MeasureTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private HttpClient _clio = null!;
    private string _page = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        (_alma, _clio) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Clio Client"));
        using var begun = await _alma.PostAsync(_there.At("work"), "?handler=Measure", ("New.Name", "Digs opened again within 30 days"), ("New.Unit", "%"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        _page = $"/measures/{await _there.Site.OneAsync<long>("SELECT id FROM measure")}";
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_baseline_that_the_client_confirmed_changes_with_a_reason_only_which_stays_and_is_confirmed_anew()
    {
        using var written = await KeepAsync("19.1");
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Contains("Confirm how it was before", await _clio.GetStringAsync("/as/client", Stop), StringComparison.Ordinal);
        using var self = await _alma.PostAsync(_page, "?handler=Before", ("Count.Version", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Forbidden, self.StatusCode);
        using var yes = await _clio.PostAsync(_page, "?handler=Before", ("Count.Version", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        using var mute = await KeepAsync("17");
        await mute.RefusesAsync("Clio Client has confirmed 19.1%. Say why it changes", "value=\"17\"");
        using var aim = await KeepAsync("19.1", ("Target", "15"));
        Assert.Equal(HttpStatusCode.Redirect, aim.StatusCode);
        using var told = await KeepAsync("17", ("Reason", "Two depots were counted twice"));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.Equal("17 open 19.1 Clio Client Two depots were counted twice", await _there.Site.OneAsync<string>(
            """
            SELECT printf('%g ', m.baseline) || iif(m.baseline_confirmed_at IS NULL, 'open ', 'locked ') || printf('%g ', b.baseline) || p.name || ' ' || b.reason
            FROM measure m JOIN measure_baseline b ON b.measure_id = m.id JOIN person p ON p.id = b.confirmed_by
            """));
        Assert.Contains("Two depots were counted twice", await _clio.GetStringAsync(_page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_takes_a_figure_and_a_press_once_from_a_phone_and_also_when_the_programme_is_closed()
    {
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed'");
        var id = _page.Split('/')[^1];
        var token = Tokens.New();
        foreach (var _ in new[] { 1, 2 })
        {
            using var read = await _alma.PostAsync(_there.At("work"), "?handler=Read", ("Measure", id), ("Token", token), ("Reading.Value", "11,5 %"));
            Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        }

        using var word = await _alma.PostAsync(_there.At("work"), "?handler=Read", ("Measure", id), ("Token", Tokens.New()), ("Reading.Value", "about ten"));
        await word.RefusesAsync("A number, please", "about ten");
        using var ahead = await _alma.PostAsync(_page, "?handler=Read", ("Reading.Value", "9"), ("Reading.Date", "2099-01-01"));
        await ahead.RefusesAsync("That day is still to come");
        Assert.Equal("11.5", await _there.Site.OneAsync<string>("SELECT group_concat(printf('%g', value)) FROM measure_reading"));
        using var taken = await _alma.PostAsync(_page, "?handler=Take&reading=1&back=false");
        Assert.Contains("Not read yet", await _alma.GetStringAsync(_there.At("work"), Stop), StringComparison.Ordinal);
        using var put = await _alma.PostAsync(_page, "?handler=Take&reading=1&back=true");
        Assert.Contains("Last read on", await _alma.GetStringAsync(_there.At("work"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_warned_of_where_its_last_case_was_not_followed_yet_and_not_confirmed_before_its_last_day()
    {
        var today = DateTime.UtcNow.Date;
        using var early = await KeepAsync("19.1", ("Result", "10.9"), ("ResultDate", "2026-03-10"), ("LastCaseOn", "2026-03-01"), ("FollowUpDays", "30"));
        Assert.Equal(HttpStatusCode.Redirect, early.StatusCode);
        Assert.Contains("Each case is followed for 30 days, the last one until 31 March", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        using var undated = await KeepAsync("19.1", ("Result", "10.9"));
        await undated.RefusesAsync("Until which day does the result count?");
        using var ahead = await KeepAsync("19.1", ("Result", "10.9"), ("ResultDate", today.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        using var soon = await _clio.PostAsync(_page, "?handler=Confirm", ("Count.Version", $"{await VersionAsync()}"));
        await soon.RefusesAsync("be confirmed before its last day");
        using var due = await KeepAsync("19.1", ("Result", "10.9"), ("ResultDate", "2026-08-17"));
        using var right = await _clio.PostAsync(_page, "?handler=Confirm", ("Count.Version", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal("Confirmed locked", await _there.Site.OneAsync<string>("SELECT client || iif(baseline_confirmed_at IS NULL, ' open', ' locked') FROM measure"));
        using var changed = await KeepAsync("19.1", ("Result", "9"), ("ResultDate", "2026-08-17"));
        Assert.Null(await _there.Site.OneAsync<string>("SELECT client FROM measure"));

        // What it was before is known only after the result was confirmed: then both are to be confirmed.
        using var unknown = await KeepAsync("", ("Result", "9"), ("ResultDate", "2026-08-17"), ("Reason", "Nobody counted then"));
        using var alone = await _clio.PostAsync(_page, "?handler=Confirm", ("Count.Version", $"{await VersionAsync()}"));
        Assert.Equal("Confirmed", await _there.Site.OneAsync<string>("SELECT client FROM measure"));
        using var known = await KeepAsync("12", ("Result", "9"), ("ResultDate", "2026-08-17"));
        Assert.Null(await _there.Site.OneAsync<string>("SELECT client FROM measure"));
    }

    [Fact]
    public async Task A_client_who_counts_otherwise_says_how_and_why_and_both_figures_stand()
    {
        using var figures = await KeepAsync("7", ("Result", "3"), ("ResultDate", "2026-08-31"));
        var version = await VersionAsync();
        using var mute = await _clio.PostAsync(_page, "?handler=Otherwise", ("Count.Version", $"{version}"), ("Count.Value", "4"));
        await mute.RefusesAsync("Say in a few words why", "value=\"4\"");
        using var old = await _clio.PostAsync(_page, "?handler=Otherwise", ("Count.Version", $"{version - 1}"), ("Count.Value", "4"), ("Count.Why", "One was logged elsewhere"));
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        using var said = await _clio.PostAsync(_page, "?handler=Otherwise", ("Count.Version", $"{version}"), ("Count.Value", "4"), ("Count.Why", "One was logged elsewhere"), ("Count.Until", "2026-08-31"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var work = await _alma.GetStringAsync(_there.At("work"), Stop);
        Assert.Contains("Clio Client counts otherwise: 4%", work, StringComparison.Ordinal);
        Assert.Contains("One was logged elsewhere", work, StringComparison.Ordinal);
        Assert.Contains("Look again: Digs opened again", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_one_measure_see_both_and_a_fourth_measure_is_one_too_many()
    {
        var bo = await _there.AsAsync("Bo Lind");
        using var first = await KeepAsync("19.1");
        using var second = await bo.PostAsync(_page, "", ("Version", "1"), ("Name", "Digs opened again within 30 days"), ("Baseline", "20"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("19.1", both, StringComparison.Ordinal);
        using var word = await bo.PostAsync(_page, "", ("Version", "2"), ("Name", "Digs"), ("Baseline", "many"), ("FollowUpDays", "-1"));
        await word.RefusesAsync("A number, please", "A number of days");
        foreach (var name in new[] { "Complaints", "Second permits" })
        {
            using var one = await _alma.PostAsync(_there.At("work"), "?handler=Measure", ("New.Name", name));
            Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        }

        using var many = await _alma.PostAsync(_there.At("work"), "?handler=Measure", ("New.Name", "Weather"));
        await many.RefusesAsync("Three measures are enough");
    }

    [Fact]
    public async Task Measures_are_read_by_those_around_the_set_written_by_its_members_and_by_other_sets_read_at_the_final()
    {
        using var figures = await KeepAsync("19.1");
        foreach (var (name, may) in new[] { ("Aada Advisor", true), ("Chen Champion", true), ("Sven Sponsor", true), ("Mari Kask", true), ("Uma Supervisor", true), ("Cecil Hart", false), ("Otto Outsider", false) })
        {
            var other = await _there.AsAsync(name);
            using var answer = await other.GetAsync(_page, Stop);
            Assert.Equal((name, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (name, answer.StatusCode));
            foreach (var handler in new[] { "", "?handler=Read", "?handler=Before", "?handler=Confirm", "?handler=Otherwise" })
            {
                using var acted = await other.PostFormAsync("/account", _page + handler, ("Version", "2"), ("Count.Version", "2"), ("Name", "Forged"), ("Reading.Value", "1"));
                Assert.Equal((name, handler, may ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound), (name, handler, acted.StatusCode));
            }
        }

        await _there.Site.SetAsync(
            "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Live', 'now', 'now')",
            new { _there.World.Programme });
        Assert.Contains("Digs opened again", await (await _there.AsAsync("Cecil Hart")).GetStringAsync(_there.At("shown"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_of_a_figure_stands_beside_its_field_at_once()
    {
        using var begun = await _alma.PostAsync(_there.At("work"), "?handler=Measure", ("New.Name", ""), ("New.Unit", new string('u', 21)));
        await begun.RefusesBesideAsync("New.Name", "New.Unit");
        using var whole = await KeepAsync("many", ("Name", ""), ("Unit", new string('u', 21)), ("Result", "5"), ("TrialFrom", "soon"), ("FollowUpDays", "x"), ("Source", new string('s', 101)));
        await whole.RefusesBesideAsync("Name", "Unit", "Baseline", "TrialFrom", "ResultDate", "FollowUpDays", "Source");
        using var kept = await KeepAsync("19.1");
        using var locked = await _clio.PostAsync(_page, "?handler=Before", ("Count.Version", $"{await VersionAsync()}"));
        using var mute = await KeepAsync("17", ("LastCaseOn", "soon"));
        await mute.RefusesBesideAsync("Reason", "LastCaseOn");
        using var read = await _alma.PostAsync(_page, "?handler=Read", ("Reading.Value", "ten"), ("Reading.Date", "2099-01-01"), ("Reading.N", "some"), ("Reading.Note", new string('n', 101)));
        await read.RefusesBesideAsync("Reading.Value", "Reading.Date", "Reading.N", "Reading.Note");
        using var count = await _clio.PostAsync(_page, "?handler=Otherwise", ("Count.Version", $"{await VersionAsync()}"), ("Count.Value", "-4"), ("Count.Until", "soon"));
        await count.RefusesBesideAsync("Count.Value", "Count.Until", "Count.Why");
    }

    private async Task<HttpResponseMessage> KeepAsync(string baseline, params (string, string)[] more) => await _alma.PostAsync(
        _page, "", [("Version", $"{await VersionAsync()}"), ("Baseline", baseline), .. new[] { ("Name", "Digs opened again within 30 days"), ("Unit", "%") }.ExceptBy(more.Select(one => one.Item1), one => one.Item1), .. more]);

    private Task<long> VersionAsync() => _there.Site.OneAsync<long>("SELECT version FROM measure");
}
