using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

/// <summary>An activity that is put in while the workshop runs.</summary>
public sealed class PutInTests : IAsyncLifetime
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;
    private HttpClient _desk = null!;

    private string Home => $"/w/{_world.Workshop}/control";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        _desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await _site.BeginAsync(_world);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Each_kind_begins_with_its_own_settings_and_names_and_every_screen_can_show_it()
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var wall = Clients.New(_site.Url, Web.Accounts.Viewers.ScreenCookie, _world.Screens[0]);
        foreach (var kind in _site.Services.GetRequiredService<ActivityKinds>().All)
        {
            var now = (await ShowAsync()).Now!;
            using var answer = await PressAsync($"insert/{now.Id}/{now.Version}", kind.Key);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{kind.Key}: {answer.StatusCode}");
            now = (await ShowAsync()).Now!;
            var activity = await _site.Db.ReadAsync(reads => WorkshopHub.Web.Activities.Activity.Find(reads, now.ActivityId)!, Stop);
            Assert.Equal(
                (kind.Key, kind.NewSettings, kind.NameModes[0], kind.Reveals[0]),
                (activity.Kind, activity.Settings, activity.NameMode, activity.Reveal));
            foreach (var (client, page) in new[] { (phone.Client, $"/w/{_world.Workshop}"), (wall, "/wall"), (_desk, Home) })
            {
                using var shown = await client.GetAsync(page, Stop);
                Assert.True(shown.StatusCode == HttpStatusCode.OK, $"{kind.Key} on {page}: {shown.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_refused_beside_the_form_and_nothing_is_put_in()
    {
        var now = (await ShowAsync()).Now!;
        foreach (var kind in new[] { "nonsense", "" })
        {
            using var answer = await PressAsync($"insert/{now.Id}/{now.Version}", kind);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Choose what kind of activity it is.", page, StringComparison.Ordinal);
            Assert.Contains("value=\"Something more\"", page, StringComparison.Ordinal);
        }

        Assert.Equal(3, (await ShowAsync()).Items.Count);
        Assert.Equal(now.Id, (await ShowAsync()).Now!.Id);
    }

    [Fact]
    public async Task What_now_and_next_are_for_stands_on_top_with_the_note_for_the_facilitator()
    {
        await _site.WriteAsync(w => w.Execute("""
            UPDATE agenda_item SET purpose = 'Hear what may be decided', facilitator_note = 'Pour water for Sven.' WHERE position = 2
            """));
        var top = await _desk.GetStringAsync(Home + "?handler=part&part=top", Stop);
        Assert.Contains("Learn from each other", top, StringComparison.Ordinal);
        Assert.Contains("Say that names are shown.", top, StringComparison.Ordinal);
        Assert.Contains("Next: The sponsor speaks", top, StringComparison.Ordinal);
        Assert.Contains("Hear what may be decided", top, StringComparison.Ordinal);
        Assert.Contains("Pour water for Sven.", top, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PressAsync(string press, string kind) => _desk.PostFormAsync(
        Home, Home, ("press", press), ("text", "Something more"), ("kind", kind), ("minutes", "5"), ("when", "now"));

    private Task<Show> ShowAsync() => _site.Db.ReadAsync(
        reads => Show.Read(reads, _world.Workshop, TimeProvider.System.GetUtcNow())!, Stop);
}
