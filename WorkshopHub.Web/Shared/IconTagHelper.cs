using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>A drawing of the sprite: <c>&lt;icon name="i-next" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The symbol: i-... (actions), k-... (kinds of post), a-... (kinds of activity).</summary>
    public string Name { get; set; } = "";

    /// <summary>Said by screen readers where no words stand beside the icon; otherwise it is decoration.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Sprite.Draw(output, Name, Name == "i-logo" ? "icon icon-solid" : "icon", Label);
}
