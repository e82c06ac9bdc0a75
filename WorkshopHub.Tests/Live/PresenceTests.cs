using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.ControlRoom;

namespace WorkshopHub.Tests.Live;

public sealed class PresenceTests : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly LiveRoom _room = LiveRoom.Open();
    private readonly SemaphoreSlim _changed = new(0);

    public ValueTask InitializeAsync()
    {
        _room.Presence.Changed += _ => _changed.Release();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        _changed.Dispose();
    }

    [Fact]
    public async Task A_phone_is_unknown_then_live_then_gone_since_it_left()
    {
        var (id, cookie) = await _room.JoinAsync();
        Assert.Equal(new Reach(Contact.Unknown, null), _room.Presence.Of(_room.World.Workshop).Participant(id));

        var phone = await _room.ConnectAsync(cookie);
        await phone.WatchAsync("phone", _room.World.Workshop);
        await UntilAsync(here => here.Participant(id).State is Contact.Live && here.PhonesLive == 1);

        var before = TimeProvider.System.GetUtcNow();
        await phone.Hub.StopAsync(TestContext.Current.CancellationToken);
        await UntilAsync(here => here.PhonesGone == 1 && here.PhonesLive == 0);
        Assert.True(_room.Presence.Of(_room.World.Workshop).Participant(id).Since >= before);
    }

    [Fact]
    public async Task Somebody_who_joined_and_left_is_gone_since_then_and_no_longer_counted_as_here()
    {
        var (alma, cookie) = await _room.JoinAsync(member: "Alma Tamm");
        var (_, others) = await _room.JoinAsync(member: "Bo Lind");
        await (await _room.ConnectAsync(others)).WatchAsync("phone", _room.World.Workshop);
        await _room.WatchPhoneAsync(); // a guest, whom nobody expects
        var phone = await _room.ConnectAsync(cookie);
        await phone.WatchAsync("phone", _room.World.Workshop);
        await UntilAsync(here => here.PhonesLive == 3);
        Assert.Equal((2, 0), (await PeopleAsync()).SeatsOf(_room.World.Sets[0].Id));
        Assert.Contains("2 of 2 here", await StageAsync(), StringComparison.Ordinal);

        await phone.Hub.StopAsync(TestContext.Current.CancellationToken);
        await UntilAsync(here => here.Participant(alma).State is Contact.Gone);

        var people = await PeopleAsync();
        Assert.Equal((1, 1), people.SeatsOf(_room.World.Sets[0].Id));
        Assert.Equal(1, people.Here);
        var gone = Assert.Single(people.Gone);
        Assert.Equal(("Alma Tamm", _room.Presence.Of(_room.World.Workshop).Participant(alma).Since), gone);
        Assert.DoesNotContain(people.Missing, role => role.Names.Contains("Alma Tamm"));
        Assert.Contains(people.Missing, role => role.Role is Role.Sponsor && role.Names.SequenceEqual(["Sven Sponsor"]));
        var page = await ControlAsync();
        Assert.Contains("aria-label=\"1 of 2 here, 1 gone\"", page, StringComparison.Ordinal);
        Assert.Contains($"Gone: Alma Tamm since {people.Clock(gone.Since!.Value)}", page, StringComparison.Ordinal);
        Assert.Contains("Members: Cecil Hart", page, StringComparison.Ordinal);
        var wall = await StageAsync();
        Assert.Contains("1 of 2 here", wall, StringComparison.Ordinal);
        Assert.Contains($"<strong>1 of {people.Of}</strong> here", wall, StringComparison.Ordinal);
        Assert.Contains("Members <b>1</b> of 12", wall, StringComparison.Ordinal);
        Assert.Contains("Guests <b>1</b></li>", wall, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_restart_whoever_has_not_come_back_in_a_minute_is_not_here_but_who_has_joined_since_is()
    {
        var started = TimeProvider.System.GetUtcNow();
        var (before, after) = (started.AddHours(-1), started.AddMinutes(2));
        var here = new WorkshopPresence { KnownSince = started };
        Assert.True(here.IsHere(7, before));
        Assert.False((here with { Settled = true }).IsHere(7, before));
        Assert.True((here with { Settled = true }).IsHere(7, after));
    }

    [Fact]
    public async Task The_control_room_says_how_many_posts_wait_on_how_many_phones()
    {
        var phones = new List<Listener>();
        for (var phone = 0; phone < 4; phone++)
        {
            phones.Add(await _room.WatchPhoneAsync());
        }

        foreach (var (phone, posts) in phones.Zip([2, 1, 2, 0]))
        {
            await phone.Hub.InvokeAsync("Queueing", posts, TestContext.Current.CancellationToken);
        }

        await UntilAsync(here => here is { PhonesQueueing: 3, PostsQueueing: 5, PhonesLive: 4 });
        Assert.Contains("3 phones hold 5 posts", await ControlAsync(), StringComparison.Ordinal);
        await phones[0].Hub.InvokeAsync("Queueing", 0, TestContext.Current.CancellationToken);
        await UntilAsync(here => here is { PhonesQueueing: 2, PostsQueueing: 3 });
    }

    [Fact]
    public async Task A_screen_is_what_it_reports_and_what_it_shows_is_passed_on_in_one_batch()
    {
        var told = new TaskCompletionSource<(long Workshop, long Screen, IReadOnlyList<string> Posts)>();
        _room.Get<Shown>().OnShown = (workshop, screen, posts) =>
        {
            told.TrySetResult((workshop, screen, posts));
            return Task.CompletedTask;
        };
        var (id, cookie) = await _room.PairAsync();
        var wall = await _room.ConnectAsync(cookie);
        await wall.WatchAsync("wall", _room.World.Workshop);
        var (first, second) = (Tokens.New(), Tokens.New());

        await wall.Hub.InvokeAsync("Showing", Report(first, "<script>"), TestContext.Current.CancellationToken);
        await wall.Hub.InvokeAsync("Showing", Report(first, second), TestContext.Current.CancellationToken);

        await UntilAsync(here => here.Screen(id) is { State: Contact.Live, Showing: { Layout: "Columns", Page: 2, Sleeps: true } });
        var batch = await told.Task.WaitAsync(_patience, TestContext.Current.CancellationToken);
        Assert.Equal((_room.World.Workshop, id), (batch.Workshop, batch.Screen));
        Assert.Equivalent(new[] { first, second }, batch.Posts, strict: true);
    }

    [Fact]
    public async Task A_phone_cannot_say_what_a_screen_shows()
    {
        var told = new ConcurrentQueue<long>();
        _room.Get<Shown>().OnShown = (_, screen, _) =>
        {
            told.Enqueue(screen);
            return Task.CompletedTask;
        };
        var phone = await _room.WatchPhoneAsync();
        await phone.Hub.InvokeAsync("Showing", Report(Tokens.New()), TestContext.Current.CancellationToken);
        await UntilAsync(here => here.PhonesLive == 1);
        Assert.Empty(told);
        Assert.Empty(_room.Presence.Of(_room.World.Workshop).Screens);
    }

    [Fact]
    public async Task Many_that_drop_at_once_are_told_together()
    {
        var phones = new List<Listener>();
        for (var phone = 0; phone < 8; phone++)
        {
            phones.Add(await _room.WatchPhoneAsync(phone % 6));
        }

        await UntilAsync(here => here.PhonesLive == 8 && here.Drop is null);
        await Task.WhenAll(phones.Take(5).Select(phone => phone.Hub.StopAsync()));
        await UntilAsync(here => here.Drop is { Count: 5, Of: 8 });
        Assert.Contains("5 of 8 phones dropped at once", await ControlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_nobody_is_said_to_be_gone_who_was_not_seen()
    {
        var (id, cookie) = await _room.JoinAsync();
        await (await _room.ConnectAsync(cookie)).WatchAsync("phone", _room.World.Workshop);
        var (epoch, started) = (_room.Wire.Epoch, TimeProvider.System.GetUtcNow());

        await _room.RestartAsync();

        Assert.NotEqual(epoch, _room.Wire.Epoch);
        var here = _room.Presence.Of(_room.World.Workshop);
        Assert.Equal(new Reach(Contact.Unknown, null), here.Participant(id));
        Assert.True(here.KnownSince >= started);
        await (await _room.ConnectAsync(cookie)).WatchAsync("phone", _room.World.Workshop);
        _room.Presence.Changed += _ => _changed.Release();
        await UntilAsync(now => now.Participant(id).State is Contact.Live);
    }

    private Task<PeopleHere> PeopleAsync() => _room.Site.Db.ReadAsync(
        reads => PeopleHere.Read(reads, _room.Presence, _room.World.Workshop), TestContext.Current.CancellationToken);

    private async Task<string> ControlAsync()
    {
        using var desk = await Office.SignInAsync(_room.Site, World.Mail("Mari Kask"));
        return System.Net.WebUtility.HtmlDecode(await desk.GetStringAsync($"/w/{_room.World.Workshop}/control", TestContext.Current.CancellationToken));
    }

    private async Task<string> StageAsync()
    {
        using var wall = Clients.New(_room.Site.Url, Viewers.ScreenCookie, _room.World.Screens[0]);
        return await wall.GetStringAsync("/wall/stage", TestContext.Current.CancellationToken);
    }

    private static object Report(params string[] posts) =>
        new { layout = "Columns", item = "12", page = 2, pages = 3, sleeps = true, posts };

    private async Task UntilAsync(Func<WorkshopPresence, bool> fits)
    {
        while (!fits(_room.Presence.Of(_room.World.Workshop)))
        {
            Assert.True(await _changed.WaitAsync(_patience, TestContext.Current.CancellationToken), "Nothing changed any more");
        }
    }
}
