using System.Globalization;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// Somebody's text in Markdown: <c>&lt;markdown text="@text" /&gt;</c>. It is parsed and built anew, element by element, from a short
/// list of what may stand there; everything else, HTML above all, is text. Links lead to http, https, mail and pages of the house.
/// </summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The level of a heading with one #: those with more come under it.</summary>
    public int Top { get; set; } = 3;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "markdown");
        output.Attributes.SetAttribute("dir", "auto");
        foreach (var block in Markdown.Parse(Text ?? "", _pipeline))
        {
            output.Content.AppendHtml(Build(block));
        }
    }

    /// <summary>The same text without its signs, a line for each block, for where nothing but words can stand.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. Markdown.Parse(text, _pipeline).Descendants<LeafBlock>().Select(block => block.Inline is { } inline ? string.Concat(inline.Descendants().Select(Word)) : $"{block.Lines}")
            .Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>Where its links lead out of the house, in the order in which they stand: on paper they are notes with a number.</summary>
    public static IReadOnlyList<string> LinksOut(string text) =>
        [.. Markdown.Parse(text, _pipeline).Descendants().Select(part => part switch
            {
                LinkInline { IsImage: false } link => link.Url,
                AutolinkInline { IsEmail: false } link => link.Url,
                _ => null,
            }).OfType<string>().Where(url => url.StartsWith("http", StringComparison.Ordinal) && IsSafe(url))];

    private static string Word(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };

    private TagBuilder Build(Block block) => block switch
    {
        HeadingBlock heading => Of(string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(6, heading.Level + Top - 1)}"), heading.Inline),
        ListBlock list => Of(list.IsOrdered ? "ol" : "ul", list),
        ListItemBlock item => Of("li", item),
        QuoteBlock quote => Of("blockquote", quote),
        ThematicBreakBlock => new TagBuilder("hr") { TagRenderMode = TagRenderMode.SelfClosing },
        CodeBlock code => Plain("pre", code.Lines.ToString()),
        LeafBlock leaf => Of("p", leaf.Inline),
        ContainerBlock container => Of("div", container),
        _ => new TagBuilder("p"),
    };

    private TagBuilder Of(string name, ContainerBlock blocks)
    {
        var tag = new TagBuilder(name);
        foreach (var block in blocks)
        {
            // A list whose items stand close has words in its items and no paragraphs.
            if (block is ParagraphBlock { Inline: { } words } && blocks is ListItemBlock { Parent: ListBlock { IsLoose: false } })
            {
                Fill(tag, words);
            }
            else
            {
                tag.InnerHtml.AppendHtml(Build(block));
            }
        }

        return tag;
    }

    private static TagBuilder Of(string name, ContainerInline? inline)
    {
        var tag = new TagBuilder(name);
        Fill(tag, inline);
        return tag;
    }

    private static TagBuilder Plain(string name, string words)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(words);
        return tag;
    }

    private static void Fill(TagBuilder tag, ContainerInline? inline)
    {
        foreach (var part in inline ?? Enumerable.Empty<Inline>())
        {
            switch (part)
            {
                case EmphasisInline emphasis:
                    tag.InnerHtml.AppendHtml(Of(emphasis.DelimiterCount > 1 ? "strong" : "em", emphasis));
                    break;
                case LinkInline { IsImage: false } link when IsSafe(link.Url):
                    tag.InnerHtml.AppendHtml(Link(link.Url!, Of("a", link)));
                    break;
                case AutolinkInline link when IsSafe(link.IsEmail ? $"mailto:{link.Url}" : link.Url):
                    tag.InnerHtml.AppendHtml(Link(link.IsEmail ? $"mailto:{link.Url}" : link.Url, Plain("a", link.Url)));
                    break;
                case CodeInline code:
                    tag.InnerHtml.AppendHtml(Plain("code", code.Content));
                    break;
                case LineBreakInline { IsHard: true }:
                    tag.InnerHtml.AppendHtml(new TagBuilder("br") { TagRenderMode = TagRenderMode.SelfClosing });
                    break;
                case ContainerInline other:
                    Fill(tag, other);
                    break;
                default:
                    tag.InnerHtml.Append(part is LineBreakInline ? "\n" : Word(part));
                    break;
            }
        }
    }

    private static TagBuilder Link(string url, TagBuilder tag)
    {
        tag.Attributes["href"] = url;
        tag.Attributes["rel"] = "noopener noreferrer";
        return tag;
    }

    private static bool IsSafe(string? url) => url is { Length: > 0 }
        && ((url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal))
            || (Uri.TryCreate(url, UriKind.Absolute, out var there) && there.Scheme is "http" or "https" or "mailto"));
}
