using System.Net;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

/// <summary>Two facilitators press on what both of them see; the second of two changes nothing and sees what the first did.</summary>
public sealed class TwoFacilitatorsTests : IAsyncLifetime
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;
    private HttpClient _one = null!;
    private HttpClient _two = null!;

    private string Home => $"/w/{_world.Workshop}/control";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        _one = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        _two = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        await _site.BeginAsync(_world);
    }

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        _two.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_timer_of_what_runs_now_is_changed_once()
    {
        var now = (await ShowAsync()).Now!;
        await TwiceAsync($"pause/{now.Id}/{now.Version}", "“What have you learned?” has been changed");
        now = (await ShowAsync()).Now!;
        await TwiceAsync($"extend/{now.Id}/{now.Version}/5", "has just changed “What have you learned?”");
        Assert.Equal(300, (await ShowAsync()).Now!.TimerExtraSeconds);
        now = (await ShowAsync()).Now!;
        await TwiceAsync($"close/{now.Id}/{now.Version}", "“What have you learned?” has been changed");
    }

    [Fact]
    public async Task Who_moves_on_comes_to_what_the_button_said_and_to_nothing_else()
    {
        var show = await ShowAsync();
        var (now, next) = (show.Now!, show.Next!);
        await PressAsync(_one, $"skip/{next.Id}/{next.Version}");
        var late = await RefusedAsync($"next/{now.Id}/{now.Version}/{next.Id}", []);
        Assert.Contains("Mari Kask was first: “Offers and requests” comes next now.", late, StringComparison.Ordinal);
        Assert.Equal(now.Id, (await ShowAsync()).Now!.Id);
        show = await ShowAsync();
        await TwiceAsync($"next/{now.Id}/{now.Version}/{show.Next!.Id}", "was first: now it is “Offers and requests”");
    }

    [Fact]
    public async Task Two_activities_that_are_put_in_before_the_same_item_do_not_slip_behind_each_other_unseen()
    {
        var show = await ShowAsync();
        var press = $"insert/{show.Now!.Id}/{show.Now.Version}/{show.Next!.Id}";
        await PressAsync(_one, press, ("text", "Stretch"), ("kind", "moment"), ("minutes", "5"), ("when", "next"));
        var late = await RefusedAsync(press, [("text", "A breath of air"), ("kind", "moment"), ("minutes", "5"), ("when", "next")]);
        Assert.Contains("“Stretch” comes next now", late, StringComparison.Ordinal);
        Assert.Contains("value=\"A breath of air\"", late, StringComparison.Ordinal);
        Assert.Equal(4, (await ShowAsync()).Items.Count);
    }

    [Fact]
    public async Task An_item_is_swapped_with_the_neighbour_that_was_seen()
    {
        var show = await ShowAsync();
        var (two, three) = (show.Items[1], show.Items[2]);
        await PressAsync(_one, $"insert/{show.Now!.Id}/{show.Now.Version}/{two.Id}", ("text", "Stretch"), ("kind", "moment"), ("minutes", "5"));
        show = await ShowAsync();
        await PressAsync(_one, $"down/{show.Items[1].Id}/{show.Items[1].Version}/{two.Id}");
        var late = await RefusedAsync($"up/{three.Id}/{three.Version}/{two.Id}", []);
        Assert.Contains("was first: “Stretch” stands there now", late, StringComparison.Ordinal);
        Assert.Equal(["What have you learned?", "The sponsor speaks", "Stretch", "Offers and requests"], (await ShowAsync()).Items.Select(item => item.Title));
    }

    [Fact]
    public async Task A_switch_is_turned_by_the_first_of_two()
    {
        await TwiceAsync("approve-first/0/0/1", "was first: new posts wait until they are approved");
        Assert.True((await ShowAsync()).Workshop.ApproveFirst);
        await TwiceAsync("approve-first/0/1/0", "was first: new posts go straight to the wall");
    }

    [Fact]
    public async Task A_line_on_every_screen_is_not_talked_over_unseen()
    {
        await PressAsync(_one, "say/0/0", ("text", "Two minutes left"));
        var late = await RefusedAsync("say/0/0", [("text", "Back at ten")]);
        Assert.Contains("Mari Kask was first: “Two minutes left” is on every screen", late, StringComparison.Ordinal);
        Assert.Contains("value=\"Back at ten\"", late, StringComparison.Ordinal);
        var show = await ShowAsync();
        Assert.Equal("Two minutes left", show.Workshop.SayText);
        await PressAsync(_two, $"say/0/{show.SaidUntil}", ("text", "Back at ten"));
        Assert.Contains("“Back at ten” is on every screen now", await RefusedAsync($"unsay/0/{show.SaidUntil}", []), StringComparison.Ordinal);
        show = await ShowAsync();
        await TwiceAsync($"unsay/0/{show.SaidUntil}", "off the screens already");
    }

    [Fact]
    public async Task A_set_is_moved_from_the_room_where_it_was_seen_and_both_rooms_are_brought_back_once()
    {
        await _site.WriteAsync(w => w.Execute("UPDATE agenda_item SET room = position - 1 WHERE position > 1"));
        var circle = _world.Sets[0];
        await TwiceAsync($"room/{circle.Id}/1/2", "was first: Circle is in room 2");
        var show = await ShowAsync();
        await PressAsync(_one, $"next/{show.Now!.Id}/{show.Now.Version}/{show.Next!.Id}");
        show = await ShowAsync();
        Assert.Equal(("The sponsor speaks", "Offers and requests"), (show.Now!.Title, show.Second!.Title));
        await TwiceAsync($"pause/{show.Second.Id}/{show.Second.Version}", "“Offers and requests” has been changed");
        show = await ShowAsync();
        await TwiceAsync($"finish/{show.Now!.Id}/{show.Now.Version}", "was first: nothing runs now");
        Assert.DoesNotContain((await ShowAsync()).Items, item => item.State == "Running");
    }

    private async Task TwiceAsync(string press, string says)
    {
        await PressAsync(_one, press);
        Assert.Contains(says, await RefusedAsync(press, []), StringComparison.Ordinal);
    }

    private async Task PressAsync(HttpClient client, string press, params (string, string)[] typed)
    {
        using var answer = await client.PostFormAsync(Home, Home, [("press", press), .. typed]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{press}: {answer.StatusCode}");
    }

    /// <summary>The second of two is refused; the page says what the first did.</summary>
    private async Task<string> RefusedAsync(string press, (string, string)[] typed)
    {
        using var answer = await _two.PostFormAsync(Home, Home, [("press", press), .. typed]);
        Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{press}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task<Show> ShowAsync() => _site.Db.ReadAsync(
        reads => Show.Read(reads, _world.Workshop, TimeProvider.System.GetUtcNow())!, Stop);
}
