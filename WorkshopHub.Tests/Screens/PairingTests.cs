using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

public sealed class PairingTests : IDisposable
{
    private readonly World _world;
    private readonly Site _site;
    private readonly WallBrowser _wall;

    public PairingTests()
    {
        (_world, _site) = World.Start();
        _wall = new WallBrowser(_site.NewClient());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _wall.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task A_wall_shows_a_code_of_six_easy_signs_and_keeps_it_over_a_reload()
    {
        var code = await _wall.CodeAsync();

        Assert.Matches("^[2-9A-HJKMNP-Z]{6}$", code);
        Assert.Equal(code, await _wall.CodeAsync());
    }

    [Fact]
    public async Task Typing_the_code_makes_this_browser_the_screen()
    {
        var screen = await _wall.PairAsync(_world, _site, "Front left");

        var html = await _wall.OpenAsync();
        Assert.Contains("id=\"stage\"", html, StringComparison.Ordinal);
        Assert.Equal("Front left", await Read<string>("SELECT name FROM screen WHERE id = @screen", new { screen }));
        Assert.Equal(1, await Read<long>("SELECT count(*) FROM audit WHERE act = 'screen.pair'"));
    }

    [Fact]
    public async Task Another_browser_does_not_become_the_screen()
    {
        using var other = new WallBrowser(_site.NewClient());
        var others = await other.CodeAsync();
        await _wall.PairAsync(_world, _site, "Front left");

        Assert.Contains(others, await other.OpenAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, "/wall/stage"));
    }

    [Fact]
    public async Task Before_it_is_paired_a_browser_reads_nothing()
    {
        var html = await _wall.OpenAsync();

        Assert.DoesNotContain("Flow", html, StringComparison.Ordinal);
        Assert.DoesNotContain(World.RoomCode, html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_wall, "/wall/stage"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_wall, "/wall/pulse"));
    }

    [Fact]
    public async Task A_code_is_typed_as_people_type()
    {
        var code = await _wall.CodeAsync();

        Assert.True((await Pair($" {code[..3].ToLowerInvariant()} - {code[3..]} ", "Back")).Ok);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_name_say_what_is_wrong_and_use_nothing_up()
    {
        var code = await _wall.CodeAsync();

        Assert.Equal("code", (await Pair("222222", "Back")).Field);
        Assert.Equal("code", (await Pair("22", "Back")).Field);
        Assert.Equal("name", (await Pair(code, "  \u200B ")).Field);
        Assert.Equal("name", (await Pair(code, new string('x', 41))).Field);
        var both = await Pair("22", "");
        Assert.Equal("Type the six letters and digits that the wall shows. Give the screen a name, such as “Front left”.", both.Message);
        Assert.True((await Pair(code, new string('x', 40))).Ok);
    }

    [Fact]
    public async Task Two_screens_of_a_workshop_have_two_names()
    {
        await _wall.PairAsync(_world, _site, "Back");
        using var other = new WallBrowser(_site.NewClient());
        var code = await other.CodeAsync();

        Assert.Equal("name", (await Pair(code, "BACK")).Field);
        Assert.True((await Pair(code, "Side")).Ok);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var code = await _wall.CodeAsync();
        Assert.True((await Pair(code, "Back")).Ok);

        var again = await Pair(code, "Side");

        Assert.Equal((ScreenResult.Invalid, "code"), (again.Result, again.Field));
        Assert.Contains("used", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_ends_after_five_minutes_and_the_wall_shows_a_new_one_by_itself()
    {
        var code = await _wall.CodeAsync();
        await _site.Writer.RunAsync(w => w.Execute("UPDATE pairing SET expires_at = @Now", new { w.Now }), Token);

        var late = await Pair(code, "Back");
        Assert.Contains("expired", late.Message, StringComparison.Ordinal);
        var fresh = await _wall.AskAsync();
        Assert.Contains("data-code", fresh, StringComparison.Ordinal);
        Assert.DoesNotContain(code, fresh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_wrong_codes_a_workshop_waits_even_with_the_right_one()
    {
        var code = await _wall.CodeAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(ScreenResult.Invalid, (await Pair("222222", "Back")).Result);
        }

        Assert.Equal(ScreenResult.Wait, (await Pair(code, "Back")).Result);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE pairing_miss SET at = '2026-01-01T00:00:00.000Z'"), Token);
        Assert.True((await Pair(code, "Back")).Ok);
    }

    [Fact]
    public async Task The_file_keeps_neither_the_code_nor_the_secret()
    {
        var code = await _wall.CodeAsync();

        var kept = await Read<string>("SELECT code_hash || secret_hash FROM pairing");
        Assert.DoesNotContain(code, kept, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(Tokens.Hash(code), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_outlives_a_restart()
    {
        var code = await _wall.CodeAsync();
        Assert.True((await Pair(code, "Back")).Ok);
        using var answer = await _wall.Client.GetAsync("/wall/pairing", Token);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("wh_screen=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", cookie, StringComparison.OrdinalIgnoreCase);
        _site.Dispose();

        using var again = new Site(_world.File);
        using var client = again.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Contains("id=\"stage\"", await client.GetStringAsync("/wall", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unpaired_screen_reads_nothing_and_shows_a_code_again()
    {
        var screen = await _wall.PairAsync(_world, _site, "Back");

        var gone = await _site.Writer.RunAsync(w => Pairing.Unpair(w, _world.Workshop, screen, 1, _world["Mari Kask"]), Token);

        Assert.True(gone.Ok);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_wall, "/wall/stage"));
        Assert.Contains("data-code", await _wall.OpenAsync(), StringComparison.Ordinal);
        var again = await _site.Writer.RunAsync(w => Pairing.Unpair(w, _world.Workshop, screen, 2, null), Token);
        Assert.Equal(ScreenResult.Missing, again.Result);
    }

    [Fact]
    public async Task One_address_that_asks_for_codes_without_end_takes_none_from_the_others()
    {
        await using var site = new Site(World.Plant().File, settings: [("Site:Proxies", "127.0.0.1")]);
        var pages = new List<string>();
        for (var asked = 0; asked < 62; asked++)
        {
            pages.Add(await OpenFromAsync(site, "10.0.0.66"));
        }

        Assert.Equal(60, pages.Count(page => page.Contains("data-code", StringComparison.Ordinal)));
        Assert.Contains("Too many screens are waiting", pages[^1], StringComparison.Ordinal);
        Assert.Contains("data-code", await OpenFromAsync(site, "10.0.0.77"), StringComparison.Ordinal);
    }

    private static async Task<string> OpenFromAsync(Site site, string address)
    {
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return await client.GetStringAsync("/wall", Token);
    }

    private static async Task<HttpStatusCode> StatusAsync(WallBrowser wall, string path)
    {
        using var answer = await wall.Client.GetAsync(path, Token);
        return answer.StatusCode;
    }

    private Task<ScreenOutcome> Pair(string code, string name) =>
        _site.Writer.RunAsync(w => Pairing.Pair(w, _world.Workshop, code, name, _world["Mari Kask"]), Token);

    private Task<T> Read<T>(string sql, object? values = null) => _site.Db.ReadAsync(reads => reads.First<T>(sql, values)!, Token);
}
