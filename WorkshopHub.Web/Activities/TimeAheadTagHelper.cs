using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Activities;

/// <summary>A time that moves on with the clock (<c>&lt;time ahead="row.Ahead" /&gt;</c>); its script is wall-times.js.</summary>
[HtmlTargetElement("time", Attributes = "ahead")]
public sealed class TimeAheadTagHelper : TagHelper
{
    /// <summary>The time.</summary>
    public required TimeAhead Ahead { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-at", Ahead.At.ToUnixTimeMilliseconds());
        output.Attributes.SetAttribute("data-drifts", Ahead.Drifts.ToUnixTimeMilliseconds());
        output.Attributes.SetAttribute("data-clock", Ahead.Clock);
        output.Content.SetContent(Ahead.Clock);
    }
}
