using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>Writes an svg element that uses a symbol of the one sprite.</summary>
public static class Sprite
{
    /// <summary>Where the sprite lies.</summary>
    public const string Address = "/img/icons.svg";

    /// <summary>Makes the tag helper's element the drawing of a symbol.</summary>
    /// <param name="output">The element that the tag helper writes.</param>
    /// <param name="symbol">The symbol's id.</param>
    /// <param name="classes">Its own class; classes that the page wrote are kept.</param>
    /// <param name="label">What it says; null for decoration.</param>
    public static void Draw(TagHelperOutput output, string symbol, string classes, string? label)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var name in classes.Split(' '))
        {
            output.AddClass(name, HtmlEncoder.Default);
        }

        Say(output.Attributes, label);
        output.Content.SetHtmlContent(Use(symbol));
    }

    /// <summary>A drawing to put into other content.</summary>
    /// <param name="symbol">The symbol's id.</param>
    /// <param name="classes">Its classes.</param>
    public static TagBuilder Svg(string symbol, string classes)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = classes;
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(Use(symbol));
        return svg;
    }

    private static void Say(TagHelperAttributeList attributes, string? label)
    {
        if (label is null)
        {
            attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            attributes.SetAttribute("role", "img");
            attributes.SetAttribute("aria-label", label);
        }
    }

    private static TagBuilder Use(string symbol)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{Address}#{symbol}";
        return use;
    }
}
