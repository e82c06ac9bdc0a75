using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Tests.Workshops;

/// <summary>
/// Two workshops are open. Nobody reaches the things of the one (an activity, a post, a screen, an item) by an address of the
/// other, not even somebody who may run both.
/// </summary>
public sealed class OtherWorkshopTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private long _elsewhere;
    private long _theirActivity;
    private long _theirItem;
    private string _post = "";

    public OtherWorkshopTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync()
    {
        await PlainPhone.OpenAsync(_world, _site);
        _post = await _site.PostAsync(_world, "Alma Tamm", "Here we learned it");
        await _site.WriteAsync(writes =>
        {
            _elsewhere = writes.Insert(
                """
                INSERT INTO workshop (programme_id, kind, title, date, state, room_code, created_at, changed_at)
                VALUES (@Programme, 'MidTerm', 'Elsewhere', '2026-03-10', 'Live', '111222', @Now, @Now)
                """,
                new { _world.Programme, writes.Now });
            _theirActivity = writes.Insert(
                """
                INSERT INTO activity (workshop_id, kind, title, state, created_at, changed_at)
                VALUES (@_elsewhere, 'posts', 'Theirs', 'Open', @Now, @Now)
                """,
                new { _elsewhere, writes.Now });
            return _theirItem = writes.Insert(
                """
                INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id)
                VALUES (@_elsewhere, 1, 'Theirs', 10, @_theirActivity)
                """,
                new { _elsewhere, _theirActivity });
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("hide")]
    [InlineData("approve")]
    [InlineData("ask-edit")]
    [InlineData("why2")]
    public async Task A_post_is_not_moderated_from_another_control_room(string verb)
    {
        using var mari = await Office.SignInAsync(_site, "mari.kask@flow.test");
        var desk = $"/w/{_elsewhere}/control";
        using var answer = await mari.PostFormAsync(desk, $"{desk}/posts", ("press", $"{verb}/{_post}/1"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM post WHERE state = 'Shown' AND version = 1"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM audit WHERE thing = 'post'"));
    }

    [Fact]
    public async Task A_post_is_not_marked_from_another_room_and_an_answer_goes_to_ones_own_room_only()
    {
        var guest = await _site.WriteAsync(writes => writes.Insert(
            "INSERT INTO participant (workshop_id, name, role, joined_at) VALUES (@_elsewhere, 'Gus', 'Guest', @Now)",
            new { _elsewhere, writes.Now }));
        var seat = new Seat { WorkshopId = _elsewhere, ParticipantId = guest, Role = Role.Guest, Name = "Gus" };
        var marked = await _site.WriteAsync(writes => Posts.Heart(writes, _post, seat));
        Assert.Equal(AnsweredAs.Refused, marked.As);

        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var home = $"/w/{_world.Workshop}";
        using var answer = await bo.Client.PostFormAsync(
            home, home, ("activity", $"{_theirActivity}"), ("id", Tokens.New()), ("kind", "Learning"), ("text", "Over there"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal((0, 1), (await CountAsync("SELECT count(*) FROM heart"), await CountAsync("SELECT count(*) FROM post")));
    }

    [Fact]
    public async Task A_screen_is_neither_worked_from_another_control_room_nor_shows_a_post_of_another_room()
    {
        var screen = await CountAsync("SELECT min(id) FROM screen");
        var outcomes = await _site.WriteAsync(writes => new[]
        {
            ScreenActs.Rename(writes, _elsewhere, screen, 1, "Ours", null),
            ScreenActs.Hold(writes, _elsewhere, screen, 1, ScreenLayout.Timer, null, null),
            ScreenActs.Blank(writes, _elsewhere, screen, 1, true, null),
            Pairing.Unpair(writes, _elsewhere, screen, 1, null),
            AllScreens.Blank(writes, _elsewhere, 0, true, null),
        }.Select(outcome => outcome.Result).ToArray());
        Assert.Equal(
            [ScreenResult.Missing, ScreenResult.Missing, ScreenResult.Missing, ScreenResult.Missing, ScreenResult.Done], outcomes);
        Assert.Equal(2, await CountAsync("SELECT count(*) FROM screen WHERE version = 1 AND unpaired_at IS NULL"));

        var spot = await _site.WriteAsync(writes => AllScreens.Spotlight(writes, _elsewhere, 0, _post, null));
        Assert.Equal(ScreenResult.Invalid, spot.Result);
        Assert.Null(await _site.Db.ReadAsync(reads => SpotPost.Find(reads, _elsewhere, _post)));
        Assert.Empty(await _site.WriteAsync(writes => PostsModeration.ShownOnWall(writes, _elsewhere, [_post])));
        Assert.Single(await _site.WriteAsync(writes => PostsModeration.ShownOnWall(writes, _world.Workshop, [_post])));
    }

    [Fact]
    public async Task An_item_is_not_run_or_changed_from_another_workshop()
    {
        var outcomes = await _site.WriteAsync(writes => new[]
        {
            RunOfShow.Jump(writes, Press(_world.Items[0]), _theirItem), RunOfShow.Skip(writes, Press(_theirItem)),
            RunOfShow.Next(writes, Press(_theirItem)), RunOfShow.Finish(writes, Press(_theirItem)),
            RunOfShow.Extend(writes, Press(_theirItem), 2),
        }.Select(pressed => pressed.Outcome).Distinct().ToArray());
        Assert.Equal([PressOutcome.Unknown], outcomes);
        Assert.False(await _site.WriteAsync(writes => AgendaCommands.SetMinutes(writes, _world.Workshop, _theirItem, 1, 20)));
        await _site.WriteAsync(writes =>
        {
            AgendaCommands.Remove(writes, _world.Workshop, _theirItem, null);
            AgendaCommands.Move(writes, _world.Workshop, _theirItem, 0);
            return AgendaCommands.Copy(writes, _world.Workshop, _theirItem, null);
        });
        Assert.Equal(1, await CountAsync(
            "SELECT count(*) FROM agenda_item WHERE title = 'Theirs' AND minutes = 10 AND version = 1 AND state = 'Planned'"));
        Assert.Equal(3, await CountAsync($"SELECT count(*) FROM agenda_item WHERE workshop_id = {_world.Workshop}"));
    }

    private Press Press(long item) => new(_world.Workshop, _world["Mari Kask"], item, 1);

    private Task<long> CountAsync(string sql) => _site.Db.ReadAsync(reads => reads.First<long>(sql));
}
