using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Tests.Shared;

/// <summary>Forms over the limit: each is told so in the house's words, and nothing changes.</summary>
public sealed class LargeFormsTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public LargeFormsTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/signin", BodyLimit.Ordinary + 1, false)]
    [InlineData("/signin", BodyLimit.Ordinary + 1, true)]
    [InlineData("/signin", 40_000_000, false)]
    [InlineData("/signin", 40_000_000, true)]
    [InlineData("/programmes/1/paste", BodyLimit.List + 1, false)]
    [InlineData("/programmes/1/paste", 40_000_000, true)]
    [InlineData("/w/1/control?handler=next", 1_000_000, false)]
    [InlineData("/nowhere", 1_000_000, false)]
    public async Task What_is_too_large_is_told_so_and_led_on(string address, long bytes, bool chunked)
    {
        using var client = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var (status, text) = await SendAsync(client, address, bytes, chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("<h1>That is too large</h1>", text);
        Assert.Contains("Everything that was here before is as it was", text);
        Assert.Contains($"href=\"{address.Split('?')[0]}\"", text);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/programmes/new")).StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_changes_nothing_though_its_form_is_right()
    {
        using var client = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var name = ("Name", new string('x', (int)BodyLimit.Ordinary));
        var answer = await client.PostFormAsync("/programmes/new", "/programmes/new", name);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(1, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM programme")));
    }

    [Fact]
    public async Task A_list_of_two_megabytes_is_read_by_the_page_that_asks_for_lists()
    {
        using var client = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var page = $"/programmes/{_world.Programme}/paste";
        var list = string.Concat(Enumerable.Range(0, 500).Select(i => $"Person {i},person{i}@flow.test,{new string('x', 4_000)}\n"));
        var answer = await client.PostFormAsync(page, page, ("List", list));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("500 rows", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_that_does_not_say_its_length_is_read_like_any_other()
    {
        using var client = _site.NewClient();
        var token = Regex.Match(await client.GetStringAsync("/signin"), "RequestVerificationToken[^>]*value=\"([^\"]+)").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signin")
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("Email", World.Mail("Mari Kask")), KeyValuePair.Create("Password", World.Password),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ]),
        };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await client.SendAsync(request);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(
        HttpClient client, string address, long bytes, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(
                "List=" + new string('x', (int)bytes - 5), Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
