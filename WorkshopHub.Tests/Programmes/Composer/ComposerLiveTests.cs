using System.Net;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>What one facilitator presses reaches the open composers of the others at once.</summary>
public sealed class ComposerLiveTests : IAsyncLifetime
{
    private readonly LiveRoom _room = LiveRoom.Open();
    private HttpClient _mari = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Page => $"/programmes/{_room.World.Programme}/composer";

    public async ValueTask InitializeAsync() => _mari = await Office.SignInAsync(_room.Site, World.Mail("Mari Kask"));

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _room.DisposeAsync();
    }

    [Fact]
    public async Task Each_press_and_each_change_of_the_sets_elsewhere_is_told_and_makes_another_mark()
    {
        var (world, channel) = (_room.World, Channels.Composer(_room.World.Programme));
        var other = await ConnectAsync("Mari Kask");
        Assert.Equal(channel, Assert.Single((await other.WatchAsync("composer", world.Programme)).Channels).Key);
        List<string> marks = [await MarkAsync()];
        var triangle = $"{world.Sets[1].Id}";
        foreach (var (page, handler, fields) in new (string, string, (string, string)[])[]
        {
            (Page, "begin", [("number", "6")]),
            (Page, $"move&person={world["Alma Tamm"]}&to=2", []),
            (Page, "undo", []),
            ($"/programmes/{world.Programme}/people/{world["Otto Outsider"]}", "set", [("Form.SetId", triangle)]),
            (Page, "discard", []),
        })
        {
            using var done = await _mari.PostFormAsync("/account", $"{page}?handler={handler}", [("Version", await VersionAsync()), .. fields]);
            Assert.True(done.StatusCode == HttpStatusCode.Redirect, $"{handler}: {(int)done.StatusCode}");
            var heard = await other.UntilAsync(push => push.Reread is true);
            Assert.All(heard, push => Assert.Equal(channel, push.Channel));
            marks.Add(await MarkAsync());
        }

        Assert.Equal(marks.Count, marks.Distinct().Count());
    }

    [Fact]
    public async Task Only_who_composes_hears_of_it()
    {
        foreach (var name in new[] { "Sven Sponsor", "Alma Tamm", "Aada Advisor" })
        {
            var other = await ConnectAsync(name);
            await Assert.ThrowsAsync<HubException>(() => other.WatchAsync("composer", _room.World.Programme));
        }
    }

    private Task<string> MarkAsync() => _mari.GetStringAsync($"{Page}?handler=mark", Stop);

    private async Task<string> VersionAsync() => $"{await _room.Site.Db.ReadAsync(
        reads => reads.First<long?>("SELECT version FROM set_draft WHERE programme_id = @Programme", new { _room.World.Programme }) ?? 0, Stop)}";

    private async Task<Listener> ConnectAsync(string name)
    {
        using var client = _room.Site.NewClient();
        using var known = await _room.Site.AsAsync(_room.World, name);
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        return await _room.ConnectAsync(answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("wh_person=", StringComparison.Ordinal)).Split(';')[0]);
    }
}
