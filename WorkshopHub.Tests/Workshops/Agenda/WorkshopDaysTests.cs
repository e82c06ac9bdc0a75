using System.Net;

namespace WorkshopHub.Tests.Workshops.Agenda;

/// <summary>A workshop is planned on a day that can be, and its form follows the kind that is chosen.</summary>
public sealed class WorkshopDaysTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _mari = null!;

    public WorkshopDaysTests() => (_world, _site) = World.Start(open: false);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string New => $"/programmes/{_world.Programme}/workshops/new";

    public async ValueTask InitializeAsync()
    {
        _mari = await Office.SignInAsync(_site, "mari.kask@flow.test");
        await _site.SetAsync("UPDATE workshop SET date = '2098-06-01'");
        await _site.SetAsync("UPDATE programme SET start_date = '2098-06-01', end_date = '2098-12-01'");
    }

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Theory]
    [InlineData("2020-01-01", "Wednesday 1 January 2020 is past.")]
    [InlineData("2098-05-31", "Kick-off is on Sunday 1 June 2098. This one comes after it.")]
    [InlineData("2098-06-01", "This one comes after it.")]
    public async Task A_day_that_is_past_or_out_of_order_is_refused_beside_the_field(string day, string says)
    {
        using var answer = await PlanAsync("MidTerm", day);
        await answer.RefusesAsync(says, day);
        using var moved = await _mari.PostAsync($"/workshops/{_world.Workshop}/edit", "", ("Form.Version", "1"), ("Form.Kind", "KickOff"), ("Form.Title", "Kick-off"), ("Form.Date", "2020-01-01"), ("Form.Starts", "09:00"));
        await moved.RefusesAsync("is past");
    }

    [Fact]
    public async Task A_day_after_the_programmes_last_is_kept_and_the_agenda_says_so_with_its_year()
    {
        using var planned = await PlanAsync("Final", "2099-01-10");
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var html = WebUtility.HtmlDecode(await _mari.GetStringAsync(planned.Headers.Location, Stop));
        Assert.Contains("It is after the programme’s last day, 1 December 2098.", html, StringComparison.Ordinal);
        Assert.Contains("Saturday 10 January 2099", html, StringComparison.Ordinal);
        Assert.Contains("Final, 10 January 2099", await _mari.GetStringAsync($"/programmes/{_world.Programme}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_is_edited_although_its_day_is_past()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Held', date = '2020-03-10'");
        using var answer = await _mari.PostAsync($"/workshops/{_world.Workshop}/edit", "", ("Form.Version", "1"), ("Form.Kind", "KickOff"), ("Form.Title", "Kick-off"), ("Form.Date", "2020-03-11"), ("Form.Starts", "09:00"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("Kick-off", "Final")]
    [InlineData("The last day", "The last day")]
    public async Task Title_and_agenda_that_nobody_touched_follow_the_kind_that_is_chosen(string typed, string kept)
    {
        await _site.SetAsync("UPDATE workshop SET kind = 'MidTerm'");
        var form = await _mari.GetStringAsync(New, Stop);
        Assert.Contains("name=\"Shown\" value=\"KickOff\"", form, StringComparison.Ordinal);
        using var planned = await PlanAsync("Final", "2098-11-10", ("Form.Title", typed), ("Shown", "KickOff"), ("Template", "kick-off"));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Equal(kept, await _site.OneAsync<string>("SELECT title FROM workshop WHERE kind = 'Final'"));
        var items = await _site.OneAsync<long>("SELECT count(*) FROM agenda_item i JOIN workshop w ON w.id = i.workshop_id AND w.kind = 'Final'");
        Assert.Equal(WorkshopHub.Web.Workshops.Agenda.Templates.AgendaTemplates.For("CommonProblem", "Final").Items.Count, items);
    }

    private Task<HttpResponseMessage> PlanAsync(string kind, string day, params (string, string)[] more) => _mari.PostAsync(
        New, "", [("Form.Kind", kind), ("Form.Date", day), ("Form.Starts", "09:00"), .. more.Length > 0 ? more : [("Form.Title", kind), ("Template", "empty-day")]]);
}
