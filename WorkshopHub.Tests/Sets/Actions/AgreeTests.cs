using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Tests.Sets.Actions;

public sealed partial class AgreeTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task An_action_agreed_in_airtime_is_the_presenters_and_names_the_questions_it_came_from()
    {
        using var agreed = await _acting.AgreeAsync("Bo Lind", "Go out with the gang", slot: true, questions: [_acting.Questions[0], _acting.Questions[2]]);
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        var action = Assert.Single(await _acting.AllAsync());
        Assert.Equal(("Alma Tamm", 1, 4L, ActingWorld.First), (action.Owner, action.Number, action.Meeting!.Value, action.Due));
        var from = Assert.Single(action.From);
        Assert.Equal((ActingWorld.Moved, "Bo Lind", true), (from.Text, from.Asker, from.Moved));
        var alma = await _acting.AsAsync("Alma Tamm");
        using var page = await alma.GetAsync($"{_acting.List}/1", Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("“Who sees the hole first?”", words, StringComparison.Ordinal);
        Assert.Contains("Bo asked. You marked it: this one moved me.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_in_airtime_offers_its_questions_and_the_day_of_the_next_meeting()
    {
        var form = await _acting.Site.Db.ReadAsync(reads => AgreeForm.OfSlot(reads, _acting.Set, _acting.Slot, "/"), Stop);
        Assert.Equal(("Alma", ActingWorld.Second), (form!.Owner, form.Due));
        Assert.Equal([ActingWorld.Moved, "What would a map say?"], form.Questions.Select(question => question.Text));
        Assert.Null(await _acting.Site.Db.ReadAsync(reads => AgreeForm.OfSlot(reads, _acting.There.World.Sets[1].Id, _acting.Slot, "/"), Stop));
    }

    [Fact]
    public async Task The_page_of_an_airtime_offers_the_form_to_the_pen_and_shows_everybody_what_was_agreed()
    {
        await _acting.BeginAsync("Bo Lind");
        await _acting.Site.SetAsync(
            "UPDATE airtime_slot SET state = 'Open', started_at = '2030-01-15T09:00:00.000Z', running_since = '2030-01-15T09:00:00.000Z' WHERE id = @Slot", new { _acting.Slot });
        var page = _acting.There.At($"meetings/4/airtime?slot={_acting.Slot}");
        var bo = await _acting.AsAsync("Bo Lind");
        Assert.Contains("Promise it", await bo.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var agreed = await _acting.AgreeAsync("Bo Lind", "Go out with the gang", slot: true, questions: [_acting.Questions[0]]);
        var fay = await _acting.AsAsync("Fay Novak");
        var html = WebUtility.HtmlDecode(await fay.GetStringAsync(page, Stop));
        Assert.Contains("Alma, by 15 January. From Bo’s question", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Promise it", html, StringComparison.Ordinal);
        var region = await fay.GetStringAsync($"{_acting.List}?handler=slot&slot={_acting.Slot}", Stop);
        var list = region[region.IndexOf("<ul id=\"acts-", StringComparison.Ordinal)..region.LastIndexOf("</div>", StringComparison.Ordinal)].Trim();
        Assert.Contains(list, await fay.GetStringAsync(page, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2030-01-15", "What will be done?")]
    [InlineData("Go", "", "By when?")]
    [InlineData("Go", "soon", "This is no date")]
    [InlineData("Go", "2020-01-15", "That day is over. Choose today or a later day.")]
    public async Task What_cannot_be_an_action_is_refused_beside_its_field_and_the_words_stay(string text, string due, string says)
    {
        using var refused = await _acting.AgreeAsync("Alma Tamm", text, due);
        await refused.RefusesAsync(says);
        Assert.Contains($"value=\"{due}\"", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await _acting.AllAsync());
    }

    [Fact]
    public async Task A_form_of_which_nothing_can_be_read_is_asked_for_the_words()
    {
        var alma = await _acting.AsAsync("Alma Tamm");
        using var send = new HttpRequestMessage(HttpMethod.Post, $"{_acting.List}?handler=agree");
        send.Headers.Add("RequestVerificationToken", Clients.TokenIn(await alma.GetStringAsync(_acting.List, Stop)));
        send.Content = new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(at => KeyValuePair.Create($"f{at}", "x"))); // more fields than a form may have
        using var unread = await alma.SendAsync(send, Stop);
        await unread.RefusesAsync("What will be done?");
        Assert.Empty(_acting.Site.Faults.All);
    }

    [Fact]
    public async Task What_a_phone_sends_twice_is_one_action()
    {
        var key = Tokens.New();
        foreach (var _ in new[] { 1, 2 })
        {
            using var sent = await _acting.AgreeAsync("Alma Tamm", "Go out", key: key);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.Single(await _acting.AllAsync());
        using var other = await _acting.AgreeAsync("Alma Tamm", "Stay in", key: key);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("Another action has this place already", await ActingWorld.WordsAsync(other), StringComparison.Ordinal);
        Assert.Single(await _acting.AllAsync());
    }

    [Fact]
    public async Task For_a_script_the_answer_is_where_to_go_and_htmx_gets_a_fresh_form()
    {
        var alma = await _acting.AsAsync("Alma Tamm");
        var token = Clients.TokenIn(await alma.GetStringAsync(_acting.List, Stop));
        foreach (var (header, status) in new[] { ("X-Script", HttpStatusCode.NoContent), ("HX-Request", HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{_acting.List}?handler=agree");
            request.Headers.Add(header, "true");
            request.Content = new FormUrlEncodedContent([new("Key", Tokens.New()), new("Text", "Go out"), new("Due", ActingWorld.First), new("__RequestVerificationToken", token)]);
            using var answer = await alma.SendAsync(request, Stop);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(header == "X-Script", answer.Headers.TryGetValues("X-Go", out var go) && go.Single() == _acting.List);
        }

        Assert.Equal(2, (await _acting.AllAsync()).Count);
    }

    [Fact]
    public async Task In_the_meeting_a_promise_under_which_another_stands_is_a_conflict_and_both_stand_side_by_side()
    {
        var key = Tokens.New();
        using var theirs = await _acting.AgreeAsync("Fay Novak", "Ring the depot", ActingWorld.Second, slot: true, key: key);
        var alma = await _acting.AsAsync("Alma Tamm");
        var token = Clients.TokenIn(await alma.GetStringAsync(_acting.List, Stop));
        using var first = await SendAsync(key);
        Assert.Equal(HttpStatusCode.Conflict, first.StatusCode);
        var both = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync(Stop));
        Assert.StartsWith("<form", both.Trim(), StringComparison.Ordinal); // the form alone, where it stood
        Assert.Contains("Fay Novak promised something by this form already", both, StringComparison.Ordinal);
        Assert.Contains(">Ring the depot</a>", both, StringComparison.Ordinal);
        Assert.Contains("Go out with the gang</textarea>", both, StringComparison.Ordinal);
        Assert.Contains("Promise mine, too", both, StringComparison.Ordinal);
        using var mine = await SendAsync(Key().Match(both).Groups[1].Value);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal(["Ring the depot", "Go out with the gang"], (await _acting.AllAsync()).Select(action => action.Text));

        async Task<HttpResponseMessage> SendAsync(string id)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{_acting.List}?handler=agree");
            request.Headers.Add("HX-Request", "true");
            request.Content = new FormUrlEncodedContent(
            [
                new("Key", id), new("SlotId", ActingWorld.N(_acting.Slot)), new("Text", "Go out with the gang"), new("Due", ActingWorld.Second), new("__RequestVerificationToken", token),
            ]);
            return await alma.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task A_promise_of_another_set_under_the_same_id_is_not_told()
    {
        var key = Tokens.New();
        var cecil = await _acting.AsAsync("Cecil Hart");
        using var theirs = await cecil.PostAsync($"/sets/{_acting.There.World.Sets[1].Id}/actions", "?handler=agree", ("Key", key), ("Text", "Measure the culvert"), ("Due", ActingWorld.First));
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        using var mine = await _acting.AgreeAsync("Alma Tamm", "Go out", key: key);
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.DoesNotContain("culvert", await mine.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_advisor_reads_and_promises_nothing_and_others_find_nothing()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var aada = await _acting.AsAsync("Aada Advisor");
        Assert.Contains("Go out with the gang", await aada.GetStringAsync(_acting.List, Stop), StringComparison.Ordinal);
        using var agreed = await _acting.AgreeAsync("Aada Advisor", "Mine");
        Assert.Equal(HttpStatusCode.NotFound, agreed.StatusCode);
        foreach (var name in new[] { "Cecil Hart", "Mari Kask", "Chen Champion", "Clio Client", "Uma Supervisor", "Sven Sponsor", "Arno Advisor" })
        {
            var client = await _acting.AsAsync(name);
            foreach (var page in new[] { _acting.List, $"{_acting.List}/1", $"{_acting.List}/1/tell" })
            {
                using var answer = await client.GetAsync(page, Stop);
                Assert.Equal((name, HttpStatusCode.NotFound), (name, answer.StatusCode));
            }
        }
    }

    [GeneratedRegex("name=\"Key\" value=\"([a-z0-9]{26})\"", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
