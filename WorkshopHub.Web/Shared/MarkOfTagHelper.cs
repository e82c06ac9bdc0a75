using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// The mark of a set, from its position (<c>&lt;mark-of position="3" /&gt;</c>) or its key
/// (<c>&lt;mark-of set="square" /&gt;</c>). Its colour comes from the nearest data-set.
/// </summary>
[HtmlTargetElement("mark-of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkOfTagHelper : TagHelper
{
    /// <summary>The set's place in its programme, from 1. Nothing is drawn without position and set.</summary>
    public long? Position { get; set; }

    /// <summary>The mark's key, where no position is known.</summary>
    public string? Set { get; set; }

    /// <summary>Draws the key's outline.</summary>
    public bool Outline { get; set; }

    /// <summary>Said by screen readers where no name stands beside the mark.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Mark? mark = Position is { } place ? Marks.For(place) : Set is { Length: > 0 } key ? new Mark(key, Outline) : null;
        if (mark is { } found)
        {
            Sprite.Draw(output, found.Symbol, found.Outline ? "mark mark-outline" : "mark", Label);
        }
        else
        {
            output.SuppressOutput();
        }
    }
}

/// <summary>A set's mark and name in its colour: <c>&lt;set-name position="3" name="@set.Name" /&gt;</c>.</summary>
[HtmlTargetElement("set-name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SetNameTagHelper : TagHelper
{
    /// <summary>The set's place in its programme, from 1.</summary>
    public long Position { get; set; }

    /// <summary>The set's own name.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var mark = Marks.For(Position);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", own is null ? "set-name" : $"set-name {own}");
        output.Attributes.SetAttribute("data-set", mark.Key);
        output.Content.AppendHtml(Sprite.Svg(mark.Symbol, mark.Outline ? "mark mark-outline" : "mark"));
        output.Content.Append(Name);
    }
}
