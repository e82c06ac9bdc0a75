using Microsoft.Playwright;
using Xunit.Sdk;

namespace WorkshopHub.Tests;

public sealed class BrowserTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Pages_are_seen_at_a_host_name_without_tls_as_in_a_room()
    {
        var visitor = await VisitAsync($"http://{Browser.Host}", Device.Phone);
        await ServeAsync(visitor, "<h1>Hello</h1>");

        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => window.isSecureContext"));
        Assert.Equal("undefined", await visitor.Page.EvaluateAsync<string>("() => typeof crypto.randomUUID"));
        Assert.Equal("function", await visitor.Page.EvaluateAsync<string>("() => typeof crypto.getRandomValues"));
    }

    [Fact]
    public async Task Axe_works_under_the_content_security_policy_and_finds_what_is_wrong()
    {
        var visitor = await VisitAsync($"http://{Browser.Host}", Device.Desk);

        await ServeAsync(visitor, "<main><h1>Hello</h1></main>");
        await Axe.CheckAsync(visitor.Page);

        await ServeAsync(visitor, "<main><h1>Hello</h1><input></main>");
        var problem = await Assert.ThrowsAnyAsync<XunitException>(() => Axe.CheckAsync(visitor.Page));
        Assert.Contains("label", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_can_hardly_be_read_is_found_on_every_page_whatever_was_good_before()
    {
        var visitor = await VisitAsync($"http://{Browser.Host}", Device.Desk);
        await ServeAsync(visitor, "<main><h1>Hello</h1><p>Words in <b>black</b></p></main>");
        await Axe.CheckAsync(visitor.Page);
        await Axe.CheckAsync(visitor.Page);
        foreach (var (element, style) in new[]
        {
            ("p", "color: rgb(200, 200, 200)"), ("main", "background-color: rgb(60, 60, 60)"), ("b", "background-color: rgb(60, 60, 60)"),
            ("main", "opacity: 0.3"), ("p", "position: absolute; background-color: rgb(60, 60, 60)"),
        })
        {
            await visitor.Page.EvalOnSelectorAsync(element, "(it, style) => { it.style.cssText = style; }", style);
            var problem = await Assert.ThrowsAnyAsync<XunitException>(() => Axe.CheckColoursAsync(visitor.Page));
            Assert.Contains("color-contrast", problem.Message, StringComparison.Ordinal);
            await visitor.Page.EvalOnSelectorAsync(element, "it => { it.style.cssText = ''; }");
        }

        await Axe.CheckColoursAsync(visitor.Page);
    }

    [Fact]
    public async Task An_offence_against_the_content_security_policy_is_a_problem()
    {
        var visitor = await VisitAsync($"http://{Browser.Host}", Device.Desk);
        await ServeAsync(visitor, "<h1 style='color:red'>Hello</h1>");

        Assert.Contains("Content Security Policy", Assert.Single(visitor.Problems), StringComparison.Ordinal);
        visitor.Expect("Content Security Policy");
    }

    private static async Task ServeAsync(Visitor visitor, string body)
    {
        await visitor.Context.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Headers = [KeyValuePair.Create("Content-Security-Policy", "default-src 'self'")],
            Body = $"<!doctype html><html lang=en><title>Hello</title><body>{body}</body></html>",
        }));
        Assert.Equal(200, await visitor.GoAsync("/"));
    }
}
