using System.Diagnostics;
using System.Globalization;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Live;

public sealed class WireTests : IAsyncLifetime
{
    private readonly LiveRoom _room = LiveRoom.Open();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Pushes_are_numbered_without_gaps_however_many_things_change_at_once()
    {
        var wall = await _room.WatchWallAsync();
        Parallel.For(1, 2001, id => _room.Wire.Changed(LiveRoom.Piece(id, () => id), _room.Wall));
        _room.Wire.Changed(LiveRoom.Piece(5000, () => 1), _room.Wall);

        var heard = await wall.UntilAsync(push => push.Puts!.Any(put => put.Id == "num-1-5000"));

        Assert.Equal(Enumerable.Range(1, heard.Count).Select(n => (long)n), heard.Select(push => push.Seq));
        Assert.Equal(2001, heard.SelectMany(push => push.Puts!).Select(put => put.Id).Distinct().Count());
        Assert.All(heard, push => Assert.Equal(_room.Wire.Epoch, push.Epoch));
    }

    [Fact]
    public async Task A_piece_is_read_and_rendered_once_for_all_its_channels()
    {
        var wall = await _room.WatchWallAsync();
        var another = await _room.WatchWallAsync();
        var phone = await _room.WatchPhoneAsync();
        var (before, reads) = (_room.Get<Partials>().Rendered, 0);

        _room.Wire.Changed(
            LiveRoom.Piece(1, () => 7, onRead: () => Interlocked.Increment(ref reads)),
            _room.Wall, Channels.Room(_room.World.Workshop), Channels.Control(_room.World.Workshop));
        var told = new[] { await wall.NextAsync(), await another.NextAsync(), await phone.NextAsync() };

        Assert.Equal((1, before + 1), (reads, _room.Get<Partials>().Rendered));
        Assert.All(told, push => Assert.Equal("""<span class="num" id="num-1-1">7</span>""", Assert.Single(push.Puts!).Html));
    }

    [Fact]
    public async Task A_burst_of_a_calm_piece_becomes_few_pushes_and_ends_with_the_last_state()
    {
        var wall = await _room.WatchWallAsync();
        var (count, clock) = (0L, Stopwatch.StartNew());
        while (clock.ElapsedMilliseconds < 700)
        {
            Interlocked.Increment(ref count);
            _room.Wire.Changed(LiveRoom.Piece(1, () => Interlocked.Read(ref count), calm: true), _room.Wall);
            await Task.Yield();
        }

        var took = clock.Elapsed;
        var last = Interlocked.Read(ref count);
        var heard = (await wall.UntilAsync(push => push.Puts?.Any(put => put.Html.Contains($">{last}<", StringComparison.Ordinal)) is true))
            .Where(push => push.Puts?.Any(put => put.Id == "num-1-1") is true).ToList();

        Assert.InRange(heard.Count, 2, (int)(took.TotalMilliseconds / 150) + 2);
        Assert.True(last > 100);
    }

    [Fact]
    public async Task A_piece_that_fails_stops_no_other_and_its_listeners_are_told_to_read_again()
    {
        var wall = await _room.WatchWallAsync();
        _room.Wire.Changed(new Piece("a", _ => throw new InvalidOperationException("broken")), _room.Wall);
        _room.Wire.Changed(new Piece("b", _ => new PieceState.Put("~/Activities/_Timer.cshtml", "no timer")), _room.Wall);
        _room.Wire.Changed(LiveRoom.Piece(1, () => 1), _room.Wall);

        var heard = await wall.UntilAsync(push => push.Puts is not null);

        Assert.Contains(heard, push => push.Reread is true);
        Assert.Equal("num-1-1", Assert.Single(heard[^1].Puts!).Id);
    }

    [Fact]
    public async Task What_nobody_watches_is_counted_but_not_rendered()
    {
        var before = _room.Get<Partials>().Rendered;
        _room.Wire.Changed(LiveRoom.Piece(1, () => 1), _room.Wall);
        var phone = await _room.WatchPhoneAsync();
        _room.Wire.Changed(LiveRoom.Piece(2, () => 1), Channels.Room(_room.World.Workshop));
        await phone.NextAsync();

        Assert.Equal(before + 1, _room.Get<Partials>().Rendered);
        Assert.EndsWith("@1", _room.Wire.Stamp(_room.Wall), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_heartbeat_says_where_the_channels_stand()
    {
        var wall = await _room.WatchWallAsync();
        _room.Wire.Changed(LiveRoom.Piece(1, () => 1), _room.Wall);
        var push = await wall.NextAsync();

        // Who is here comes on the same channel.
        var beat = await wall.BeatAsync();
        var at = string.Join(' ', beat.Channels[_room.Wall]).Split(' ');

        Assert.Equal(_room.Wire.Epoch, at[0]);
        Assert.InRange(long.Parse(at[1], CultureInfo.InvariantCulture), push.Seq, _room.Wire.Seq(_room.Wall));
    }

    [Fact]
    public async Task A_region_that_a_thousand_ask_for_is_rendered_once_and_old_as_soon_as_a_change_is_announced()
    {
        var (regions, before, count) = (_room.Get<Regions>(), _room.Get<Partials>().Rendered, 1L);
        Task<string> AskAsync() => regions.HtmlAsync(
            "count", "~/Activities/_ColumnCount.cshtml",
            (_, _) => new Web.Activities.WallColumn(1, 1, null, "", Interlocked.Read(ref count), []), _room.Wall);

        var first = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(AskAsync)));
        Assert.Equal(before + 1, _room.Get<Partials>().Rendered);
        Assert.All(first, html => Assert.Contains(">1<", html, StringComparison.Ordinal));

        Interlocked.Increment(ref count);
        _room.Wire.Changed(LiveRoom.Piece(1, () => 2), _room.Wall);
        Assert.Contains(">2<", await AskAsync(), StringComparison.Ordinal);
    }
}
