using System.Net;

namespace WorkshopHub.Tests.Shared;

public sealed class ErrorPagesTests : IAsyncLifetime
{
    private static readonly Uri _nowhere = new("/nowhere", UriKind.Relative);

    private readonly Site _site = World.Start().Site;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_person_who_gets_lost_is_told_so_and_led_on()
    {
        var (status, text) = await AskAsync("/nowhere", "text/html");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Nothing lives here", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_a_short_plain_answer()
    {
        var (status, text) = await AskAsync("/nowhere", "*/*");
        Assert.Equal((HttpStatusCode.NotFound, "Nothing lives here"), (status, text));
    }

    [Fact]
    public async Task A_wall_shows_no_error_and_tries_again_by_itself()
    {
        var (_, text) = await AskAsync("/wall/nowhere", "text/html");
        Assert.Contains("http-equiv=\"refresh\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing lives here", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_to_a_page_that_takes_nothing_is_not_found_and_breaks_nothing()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        foreach (var page in new[] { "/", "/programmes/1/timeline", "/programmes/1?handler=nothing" })
        {
            using var answer = await mari.PostFormAsync("/account", page, ("Form.Date", ""));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
        }

        Assert.Empty(_site.Faults.All);
    }

    [Fact]
    public async Task A_form_with_a_stale_token_is_not_taken_and_the_page_says_what_is_safe()
    {
        using var client = _site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Email", "mari.kask@flow.test")]);
        using var answer = await client.PostAsync(new Uri("/signin", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "still in the fields behind this page",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_has_a_short_reference_and_no_inner_details()
    {
        var (status, text) = await AskAsync("/errors/500", "text/html");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Matches("<strong class=\"num nowrap\">[0-9A-F]{3}-[0-9A-F]{3}</strong>", text);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_inline_script_foreign_frames_and_referrers()
    {
        using var client = _site.NewClient();
        using var answer = await client.GetAsync(_nowhere, TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(string path, string accept)
    {
        using var client = _site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
