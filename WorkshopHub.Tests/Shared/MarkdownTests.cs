using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Tests.Shared;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# A\n## B", "<h3>A</h3><h4>B</h4>")]
    [InlineData("one **two** *three* `four`", "<p>one <strong>two</strong> <em>three</em> <code>four</code></p>")]
    [InlineData("- a\n- b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>")]
    [InlineData("> said", "<blockquote><p>said</p></blockquote>")]
    [InlineData("[plan](https://example.org/a?b=1&c=2)", "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">plan</a></p>")]
    [InlineData("[plan](/programmes/1)", "<p><a href=\"/programmes/1\" rel=\"noopener noreferrer\">plan</a></p>")]
    [InlineData("õäöü 日本 &amp; &lt;", "<p>õäöü 日本 &amp; &lt;</p>")]
    public async Task What_people_write_becomes_the_elements_of_a_page(string text, string html) => Assert.Equal(html, await BuildAsync(text));

    [Theory]
    [InlineData("<b onclick=\"x()\">a</b>")]
    [InlineData("<script>x()</script>")]
    [InlineData("[a](javascript:x())")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("![a](https://example.org/p.png)")]
    [InlineData("<javascript:x()>")]
    public async Task Nothing_but_words_comes_of_what_may_not_stand_there(string text)
    {
        var html = await BuildAsync(text);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_out_of_the_house_are_numbered_on_paper_in_their_order_and_others_are_not() => Assert.Equal(
        ["https://b.test/", "http://a.test/x"],
        MarkdownTagHelper.LinksOut("See [b](https://b.test/), [here](/own), <mail@a.test>, ![no](https://c.test/p.png) and <http://a.test/x>, [bad](javascript:alert(1))"));

    [Fact]
    public void Its_words_alone_are_lines() => Assert.Equal(["A b", "c", "d & e"], MarkdownTagHelper.Lines("# A *b*\n\n- c\n- d &amp; e"));

    private static async Task<string> BuildAsync(string text)
    {
        var output = new TagHelperOutput("markdown", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new MarkdownTagHelper { Text = text }.Process(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        await Task.CompletedTask;
        using var writer = new StringWriter();
        output.Content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
