using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Actions;

public sealed partial class ReportStepTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Pen = "Fay Novak";

    public async ValueTask InitializeAsync()
    {
        _acting = await ActingWorld.OpenAsync();
        await _acting.BeginAsync(Pen);
    }

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    private string Step => _acting.There.At("meetings/4/report");

    [Fact]
    public async Task Every_action_that_is_due_comes_up_and_no_other()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.PromisedAsync("Bo Lind", "Ring the depot", ActingWorld.Second);
        var bo = await _acting.AsAsync("Bo Lind");
        using var page = await bo.GetAsync(Step, Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("Go out with the gang", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the depot", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_stands_above_and_the_next_one_opens()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.PromisedAsync("Bo Lind", "Ring the depot");
        using var told = await TellAsync(Pen, 1, "NotDone");
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var action = (await _acting.ActionAsync(1))!;
        Assert.Equal(("NotDone", 4L, "Take boots"), (action.State, action.Last!.Meeting!.Value, action.Last.Learned));
        var fay = await _acting.AsAsync(Pen);
        using var page = await fay.GetAsync(Step, Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("Learned Take boots Not done", words, StringComparison.Ordinal);
        Assert.Contains("Bo, promised", words, StringComparison.Ordinal);
        Assert.Contains("1 of 2 told", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_on_a_phone_opens_when_its_owner_begins_and_is_read_out()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.PromisedAsync("Bo Lind", "Ring the depot", ActingWorld.Second);
        using var early = await _acting.TellAsync("Bo Lind", 2, "Partly", ("Form.Did", "Rang twice"));
        var fay = await _acting.AsAsync(Pen);
        using var page = await fay.GetAsync(Step, Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("Next. Bo wrote it before; it opens when Bo begins.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Rang twice", words, StringComparison.Ordinal);
        Assert.Contains("Rang twice", await fay.GetStringAsync($"{Step}?action=2", Stop), StringComparison.Ordinal);
        using var told = await TellAsync(Pen, 2, "Partly", ("Form.Did", "Rang twice, then went"));
        var report = Assert.Single((await _acting.ActionAsync(2))!.Reports);
        Assert.Equal((4L, "Rang twice, then went"), (report.Meeting!.Value, report.Did));
    }

    [Fact]
    public async Task A_meeting_waits_for_each_report_but_asks_nothing_of_who_is_not_there()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.PromisedAsync("Bo Lind", "Ring the depot");
        await _acting.PromisedAsync("Hugo Kern", "Map it");
        await _acting.Site.SetAsync("UPDATE membership SET left_at = '2030-01-02T09:00:00.000Z' WHERE person_id = @person", new { person = _acting.There.World["Hugo Kern"] });
        await _acting.Site.SetAsync(
            """
            INSERT INTO meeting_attendance (meeting_id, person_id, state, changed_at, changed_by) VALUES (@meeting, @bo, 'Absent', '2030-01-15T09:00:00.000Z', @bo)
            ON CONFLICT DO UPDATE SET state = 'Absent'
            """, new { meeting = _acting.Meetings[0], bo = _acting.There.World["Bo Lind"] });
        using var refused = await CloseAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var words = await ActingWorld.WordsAsync(refused);
        Assert.Contains("Alma hasn’t told what came of “Go out with the gang”.", words, StringComparison.Ordinal);
        Assert.Contains("Hugo has left. Who takes over “Map it”, or is it dropped?", words, StringComparison.Ordinal);
        Assert.DoesNotContain("what came of “Ring the depot”", words, StringComparison.Ordinal);
        using var told = await TellAsync(Pen, 1, "Done");
        var hugos = (await _acting.ActionAsync(3))!;
        await _acting.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at, supervisor_id)
            SELECT @Set, 'Action', @Thing, @hugo, audience, @hugo, 'now', 'now', supervisor
            FROM (SELECT 'Supervisor' AS audience, @uma AS supervisor UNION ALL SELECT 'Champion', NULL)
            """, new { _acting.Set, hugos.Thing, hugo = _acting.There.World["Hugo Kern"], uma = _acting.There.World["Uma Supervisor"] });
        using var adopted = await PressAsync(Pen, 3, "adopt");
        // What Hugo showed of it is not Fay's to have shown.
        Assert.Equal((2, 0), (await _acting.Site.OneAsync<long>("SELECT count(*) FROM share"), await _acting.Site.OneAsync<long>("SELECT count(*) FROM share WHERE withdrawn_at IS NULL")));
        using var also = await TellAsync(Pen, 3, "Partly");
        using var closed = await CloseAsync();
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var bo = (await _acting.ActionAsync(2))!;
        Assert.Equal(("Agreed", ActingWorld.Second, 0L, "Absent"), (bo.State, bo.Due, bo.Carried, bo.Last!.State));
        Assert.Equal(Pen, (await _acting.ActionAsync(3))!.Owner);
    }

    [Fact]
    public async Task A_report_that_was_told_meanwhile_stands_beside_what_is_typed_and_mine_is_put_in_its_place_or_theirs_stays()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var key = Tokens.New();
        using var told = await TellAsync(Pen, 1, "Done", ("Form.Key", key));
        using var same = await TellAsync(Pen, 1, "Done", ("Form.Key", key));
        using var other = await TellAsync(Pen, 1, "NotDone", ("Form.Key", key), ("Form.Learned", "Ask before"));
        using var late = await TellAsync(Pen, 1, "NotDone", ("Form.Version", "1"), ("Form.Learned", "Ask before"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (told.StatusCode, same.StatusCode));
        foreach (var answer in new[] { other, late })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Contains("You changed this in another window", page, StringComparison.Ordinal);
            Assert.Contains("Take boots", page, StringComparison.Ordinal);
            Assert.Contains("Ask before</textarea>", page, StringComparison.Ordinal);
            Assert.Contains("form=\"edit\">Put mine in its place", page, StringComparison.Ordinal);
            Assert.Contains("id=\"edit\"", page, StringComparison.Ordinal); // the button has its form
        }

        Assert.Equal(("Done", "Take boots"), (await _acting.ActionAsync(1)) is { } theirs ? (theirs.State, theirs.Last!.Learned) : default);
        var both = await late.Content.ReadAsStringAsync(Stop);
        using var mine = await TellAsync(
            Pen, 1, "NotDone", ("Form.Key", Field("Key").Match(both).Groups[1].Value), ("Form.Version", Field("Version").Match(both).Groups[1].Value), ("Form.Learned", "Ask before"));
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        var report = Assert.Single((await _acting.ActionAsync(1))!.Reports);
        Assert.Equal(("NotDone", "Ask before", 4L), (report.State, report.Learned, report.Meeting!.Value));

        static Regex Field(string name) => new($"name=\"Form\\.{name}\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_pressed_over_something_that_has_changed_is_a_conflict_that_keeps_the_words_and_offers_no_empty_report()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var told = await TellAsync(Pen, 1, "Done");
        var fay = await _acting.AsAsync(Pen);
        using var back = await fay.PostAsync(Step, "?handler=back&action=1&version=1");
        using var drop = await fay.PostAsync(Step, "?handler=drop&action=1&version=1", ("Form.Key", Tokens.New()), ("Form.Why", "No use any more"));
        foreach (var answer in new[] { back, drop })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            var words = await ActingWorld.WordsAsync(answer);
            Assert.Contains("Somebody was quicker", words, StringComparison.Ordinal);
            Assert.DoesNotContain("Put mine in its place", words, StringComparison.Ordinal);
        }

        Assert.Contains("No use any more", await ActingWorld.WordsAsync(drop), StringComparison.Ordinal);
        Assert.Equal("Done", (await _acting.ActionAsync(1))!.State);
    }

    [Fact]
    public async Task Only_the_pen_writes_and_nothing_when_the_meeting_is_over()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.PromisedAsync("Bo Lind", "Ring the depot");
        using var other = await TellAsync("Bo Lind", 1, "Done");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("Fay Novak holds the pen now.", await ActingWorld.WordsAsync(other), StringComparison.Ordinal);
        using var told = await TellAsync(Pen, 1, "Done");
        await _acting.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE id = @meeting", new { meeting = _acting.Meetings[0] });
        using var late = await TellAsync(Pen, 2, "Done");
        using var back = await PressAsync(Pen, 1, "back");
        using var own = await _acting.DoAsync("Alma Tamm", 1, "back");
        Assert.All(new[] { late, back, own }, answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(("Done", "Agreed"), ((await _acting.ActionAsync(1))!.State, (await _acting.ActionAsync(2))!.State));
    }

    [Fact]
    public async Task Who_follows_gets_the_same_list_again_by_its_address()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var told = await TellAsync(Pen, 1, "NotDone");
        var bo = await _acting.AsAsync("Bo Lind");
        var (page, region) = (await bo.GetStringAsync(Step, Stop), await bo.GetStringAsync($"{Step}?handler=list", Stop));
        var list = region[region.IndexOf("<div id=\"rb-", StringComparison.Ordinal)..].Trim();
        Assert.Contains("Take boots", list, StringComparison.Ordinal);
        Assert.Contains(list, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", region, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_advisor_reads_the_report_back_and_others_do_not_find_it()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var aada = await _acting.AsAsync("Aada Advisor");
        Assert.Contains("Go out with the gang", await aada.GetStringAsync(Step, Stop), StringComparison.Ordinal);
        using var told = await TellAsync("Aada Advisor", 1, "Done");
        Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
        foreach (var name in new[] { "Cecil Hart", "Mari Kask", "Chen Champion" })
        {
            var client = await _acting.AsAsync(name);
            using var answer = await client.GetAsync(Step, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, answer.StatusCode));
        }
    }

    private async Task<HttpResponseMessage> CloseAsync() =>
        await (await _acting.AsAsync(Pen)).PostAsync(_acting.There.At("meetings/4/close"), "", ("allTheSame", "true"));

    private async Task<HttpResponseMessage> PressAsync(string name, long number, string handler)
    {
        var action = (await _acting.ActionAsync(number))!;
        return await (await _acting.AsAsync(name)).PostAsync(Step, $"?handler={handler}&action={number}&version={action.Version}");
    }

    private async Task<HttpResponseMessage> TellAsync(string name, long number, string state, params (string Name, string Value)[] fields)
    {
        var action = (await _acting.ActionAsync(number))!;
        (string Name, string Value)[] whole =
        [
            ("Form.Key", Tokens.New()), ("Form.Version", ActingWorld.N(action.Version)), ("Form.State", state), ("Form.Did", "Went out"),
            ("Form.Happened", "It rained"), ("Form.Learned", "Take boots"),
        ];
        return await (await _acting.AsAsync(name)).PostAsync(
            Step, $"?handler=tell&action={number}", [.. fields, .. whole.Where(one => fields.All(field => field.Name != one.Name))]);
    }
}
