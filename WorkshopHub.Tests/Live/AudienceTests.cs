using System.Net;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

public sealed class AudienceTests : IAsyncLifetime
{
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task The_server_says_what_a_phone_may_hear()
    {
        var (id, cookie) = await _room.JoinAsync(set: 2);
        var phone = await _room.ConnectAsync(cookie);

        var answer = await phone.WatchAsync("phone", _room.World.Workshop);

        Assert.Equal(id, answer.Me);
        Assert.Equivalent(
            new[]
            {
                Channels.Room(_room.World.Workshop), Channels.Set(_room.World.Workshop, _room.World.Sets[2].Id),
                Channels.Participant(id),
            },
            answer.Channels.Keys, strict: true);
    }

    [Theory]
    [InlineData("control", 0)]
    [InlineData("wall", 0)]
    [InlineData("phone", 1)]
    [InlineData("everything", 0)]
    public async Task Another_view_and_another_workshop_are_refused(string view, long further)
    {
        var (phone, witness) = (await _room.WatchPhoneAsync(), await _room.WatchPhoneAsync());
        var room = Channels.Room(_room.World.Workshop);

        await Assert.ThrowsAsync<HubException>(() => phone.WatchAsync(view, _room.World.Workshop + further));

        // It no longer hears what it watched before, until it watches again.
        // The first of two has gone to all when the second comes to anybody; that one may still be on its way to all.
        foreach (var number in new[] { 1, 3 })
        {
            _room.Wire.Changed(LiveRoom.Piece(number, () => 1), room);
            await witness.NextAsync();
        }

        await phone.WatchAsync("phone", _room.World.Workshop);
        _room.Wire.Changed(LiveRoom.Piece(2, () => 1), room);
        string heard;
        do
        {
            heard = Assert.Single((await phone.NextAsync()).Puts!).Id;
            Assert.NotEqual("num-1-1", heard);
        }
        while (heard != "num-1-2");
    }

    [Fact]
    public async Task A_screen_that_is_unpaired_is_closed_in_the_same_moment_and_refused_when_it_comes_back()
    {
        var (id, cookie) = await _room.PairAsync();
        var wall = await _room.ConnectAsync(cookie);
        await wall.WatchAsync("wall", _room.World.Workshop);
        await _room.Site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE screen SET unpaired_at = @Now WHERE id = @id", new { writes.Now, id }), TestContext.Current.CancellationToken);

        _room.Get<Connections>().Abort(screen: id);

        await wall.Closed;
        var again = await _room.ConnectAsync(cookie);
        await Assert.ThrowsAsync<HubException>(() => again.WatchAsync("wall", _room.World.Workshop));
    }

    [Fact]
    public async Task Who_signs_out_is_cut_off_in_the_same_moment()
    {
        using var client = _room.Site.NewClient();
        var desk = await DeskAsync(client, "Mari Kask");
        await client.PostFormAsync($"/w/{_room.World.Workshop}/people", "/signin?handler=Out");
        await desk.Closed;
    }

    [Fact]
    public async Task Who_loses_a_role_is_cut_off_in_the_same_moment_and_refused_when_they_come_back()
    {
        var (world, sponsor) = (_room.World, _room.World["Sven Sponsor"]);
        var role = await _room.Site.Writer.RunAsync(writes => writes.Insert(
            "INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@sponsor, @Programme, 'Facilitator')",
            new { sponsor, world.Programme }), TestContext.Current.CancellationToken);
        using var client = _room.Site.NewClient();
        var desk = await DeskAsync(client, "Sven Sponsor");
        using var mari = await Office.SignInAsync(_room.Site, World.Mail("Mari Kask"));
        await mari.PostAsync($"/programmes/{world.Programme}/people/{sponsor}", "?handler=Take", ("role", $"{role}"));
        await desk.Closed;
        var again = await _room.ConnectAsync(desk.Cookie);
        await Assert.ThrowsAsync<HubException>(() => again.WatchAsync("control", world.Workshop));
    }

    [Fact]
    public async Task A_page_of_another_site_reaches_neither_the_hub_nor_a_write()
    {
        var (_, cookie) = await _room.JoinAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => _room.ConnectAsync(cookie, "http://evil.test"));
        await Assert.ThrowsAsync<HttpRequestException>(() => _room.ConnectAsync(cookie, "null"));
        await (await _room.ConnectAsync(cookie, _room.Site.Url)).WatchAsync("phone", _room.World.Workshop);

        using var client = _room.Site.NewClient();
        using var write = new HttpRequestMessage(HttpMethod.Post, "/signin");
        write.Headers.Add("Origin", "http://evil.test");
        using var answer = await client.SendAsync(write, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_calls_too_often_is_closed()
    {
        var phone = await _room.WatchPhoneAsync();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var call = 0; call < 200; call++)
            {
                await phone.WatchAsync("phone", _room.World.Workshop);
            }
        });
        await phone.Closed;
    }

    /// <summary>Signs somebody in who watches the control room then.</summary>
    private async Task<(Task Closed, string Cookie)> DeskAsync(HttpClient client, string name)
    {
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("wh_person=", StringComparison.Ordinal)).Split(';')[0];
        var desk = await _room.ConnectAsync(cookie);
        await desk.WatchAsync("control", _room.World.Workshop);
        return (desk.Closed, cookie);
    }
}
