using System.Net;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

public sealed class AllScreensTests : IAsyncLifetime
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;
    private string _post = "";

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
        _post = await _site.PostAsync(_world, "Alma Tamm", "It was the lift.");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task After_a_spotlight_each_screen_shows_again_what_it_was_held_on()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        await desk.ScreenAsync("Left", "screen-hold", "Timer");
        await PressAsync(desk, $"spot/0/0/{_post}", "0");
        Assert.Equal([ScreenLayout.Spotlight, ScreenLayout.Spotlight], await LayoutsAsync());
        var other = await _site.PostAsync(_world, "Cecil Hart", "And the trays.");
        await PressAsync(desk, $"spot/0/1/{other}");
        await PressAsync(desk, "end-spot/0/2");
        Assert.Equal([ScreenLayout.Timer, ScreenLayout.Follow], await LayoutsAsync());
    }

    [Fact]
    public async Task A_spotlight_ends_when_the_room_moves_on()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        await desk.ScreenAsync("Left", "screen-hold", "Timer");
        await PressAsync(desk, $"spot/0/0/{_post}", "0");
        var show = await _site.Db.ReadAsync(reads => WorkshopHub.Web.Workshops.Show.Read(reads, _world.Workshop, TimeProvider.System.GetUtcNow()));
        await PressAsync(desk, $"next/{show!.Now!.Id}/{show.Now.Version}/0");
        Assert.Equal([ScreenLayout.Timer, ScreenLayout.Follow], await LayoutsAsync());
    }

    [Fact]
    public async Task A_spotlight_whose_post_is_hidden_gives_way_to_what_was_held_before()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        await desk.ScreenAsync("Left", "screen-hold", "Agenda");
        await desk.ScreenAsync("Left", "screen-spot", _post);
        await desk.HideAsync(_post);
        using var wall = _site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{WorkshopHub.Web.Accounts.Viewers.ScreenCookie}={_world.Screens[0]}");
        Assert.Contains("data-layout=\"agenda\"", await wall.GetStringAsync("/wall", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_presses_on_all_screens_sees_what_the_first_did()
    {
        using var one = await ScreenDesk.OpenAsync(_world, _site);
        using var two = await ScreenDesk.OpenAsync(_world, _site);
        await PressAsync(one, "blank-all/0/0/1");
        foreach (var (press, turn) in new[] { ("blank-all/0/0/1", "0"), ($"spot/0/0/{_post}", "0"), ("end-spot/0/0", "0") })
        {
            using var late = await two.RawAsync(press, ("turn", turn));
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Contains("A colleague was first. All screens are blank now", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal([ScreenLayout.Follow, ScreenLayout.Follow], await LayoutsAsync());
        await PressAsync(two, $"spot/0/0/{_post}", "1");
        Assert.Contains("value=\"end-spot/0/2\"", await two.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_says_on_every_screen_is_not_overwritten_unseen()
    {
        using var one = await ScreenDesk.OpenAsync(_world, _site);
        using var two = await ScreenDesk.OpenAsync(_world, _site);
        using (var said = await one.RawAsync("say/0/0", ("text", "Back at eleven")))
        {
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        }

        foreach (var press in new[] { "say/0/0", "unsay/0/0" })
        {
            using var late = await two.RawAsync(press, ("text", "Lunch is here"));
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Contains("“Back at eleven” is on every screen", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }

        var page = await two.PageAsync();
        var seen = System.Text.RegularExpressions.Regex.Match(page, "value=\"(say/0/[0-9]+)\"").Groups[1].Value;
        using var now = await two.RawAsync(seen, ("text", "Lunch is here"));
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        Assert.Equal("Lunch is here", await _site.Db.ReadAsync(reads => reads.First<string>("SELECT say_text FROM workshop")));
    }

    [Fact]
    public async Task A_screen_is_unpaired_only_after_a_question_that_works_without_scripts()
    {
        using var desk = await ScreenDesk.OpenAsync(_world, _site);
        var screen = await _site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM screen WHERE name = 'Left'"));
        Assert.DoesNotContain($"<button class=\"btn btn-quiet text-bad\" type=\"submit\" form=\"act\" name=\"press\" value=\"unpair/{screen}", await desk.PageAsync(), StringComparison.Ordinal);
        var asked = await desk.PageAsync($"?ask=unpair&screen={screen}");
        Assert.Matches($"<dialog[^>]* id=\"unpair\"[^>]* open(?s:.)*>Left</output>(?s:.)*value=\"unpair/{screen}/1/0\"", asked);
        using var done = await desk.RawAsync($"unpair/{screen}/1/0");
        Assert.Equal(1, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM screen WHERE unpaired_at IS NULL")));
    }

    private static async Task PressAsync(ScreenDesk desk, string press, string turn = "")
    {
        using var answer = await desk.RawAsync(press, ("turn", turn));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<ScreenLayout[]> LayoutsAsync() => _site.Db.ReadAsync(
        reads => reads.Query<string>("SELECT layout FROM screen ORDER BY name").Select(Enum.Parse<ScreenLayout>).ToArray());
}
