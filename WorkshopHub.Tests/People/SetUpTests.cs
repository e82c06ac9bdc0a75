using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.People;

public sealed class SetUpTests
{
    [Fact]
    public async Task An_empty_house_is_set_up_once_and_its_first_person_runs_the_office()
    {
        await using var site = new Site();
        var token = await SetUpLink.EnsureAsync(site.Writer);
        using var client = site.NewClient();
        (await client.GetAsync($"/setup?t={token}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var answer = await client.PostFormAsync($"/setup?t={token}", "/setup", [("t", token!), .. Office.FirstPerson]);
        Assert.Equal("/setup/address", answer.Headers.Location!.ToString());
        Assert.Contains("What do people type?", await client.GetStringAsync("/setup/address", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(await SetUpLink.EnsureAsync(site.Writer));
        using var other = site.NewClient();
        using var again = await other.GetAsync($"/setup?t={token}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_new_start_prints_a_new_link_and_the_old_one_stops_working()
    {
        await using var site = new Site();
        var old = await SetUpLink.EnsureAsync(site.Writer);
        var now = await SetUpLink.EnsureAsync(site.Writer);
        using var client = site.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/setup?t={old}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/setup?t={now}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, await site.Db.ReadAsync(
            reads => reads.First<long>("SELECT count(*) FROM personal_link WHERE token_hash = @now", new { now }),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_short_password_is_refused_beside_its_field_and_everything_else_stays_typed()
    {
        await using var site = new Site();
        var token = await SetUpLink.EnsureAsync(site.Writer);
        using var client = site.NewClient();
        using var answer = await client.PostFormAsync(
            $"/setup?t={token}", "/setup", ("t", token!), ("Organisation", "Wendmere"), ("Name", "Samuel Okafor"),
            ("Email", "samuel@wendmere"), ("Password", "12345678"), ("TimeZone", "Asia/Tokyo"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("8 characters. Four ordinary words are easier to keep than a short riddle.", html, StringComparison.Ordinal);
        Assert.Contains("The address stops after “wendmere”", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Samuel Okafor\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", html, StringComparison.Ordinal);
        Assert.Matches("selected[^>]*>Tokyo", html);
        Assert.NotNull(await SetUpLink.EnsureAsync(site.Writer));
    }

    [Theory]
    [InlineData("localhost:5000", "means each phone itself")]
    [InlineData("127.0.0.1", "means each phone itself")]
    [InlineData("http://[::1]:80", "means each phone itself")]
    [InlineData("hub wendmere", "This is no address")]
    [InlineData("hub.wendmere/j", "Only the name is needed")]
    public async Task An_address_that_no_phone_could_use_is_refused(string typed, string says)
    {
        await using var site = new Site();
        using var client = await Office.SetUpAsync(site);
        using var answer = await client.PostFormAsync("/setup/address", "/setup/address", ("Own", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains(typed, html, StringComparison.Ordinal);
        Assert.Null(await site.Db.ReadAsync(
            reads => Settings.Get(reads, Settings.SiteAddress), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_that_shows_the_code_learns_that_a_phone_reached_it()
    {
        await using var site = new Site();
        using var client = await Office.SetUpAsync(site);
        await client.PostFormAsync("/setup/address", "/setup/address", ("Address", site.Url));
        var tests = (ReachTests)site.Services.GetService(typeof(ReachTests))!;
        var test = tests.Start(site.Url);
        var state = $"/check/{test.Token}?handler=State";
        Assert.Contains("Try it now", await client.GetStringAsync(state, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var phone = site.NewClient();
        Assert.Contains("It works", await phone.GetStringAsync($"/CHECK/{test.Token.ToUpperInvariant()}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await phone.GetAsync($"/check/{test.Token}?ms=41", TestContext.Current.CancellationToken);
        Assert.Contains("in 41 ms, as hub.test", await client.GetStringAsync(state, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("in 41 ms", await client.GetStringAsync("/setup/try", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.GetAsync(state, TestContext.Current.CancellationToken)).StatusCode);
    }
}
