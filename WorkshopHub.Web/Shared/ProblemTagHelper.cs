using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// The place of a message about one field of a kind's own settings: filled from ViewData["Problems"], left out where
/// there is nothing to say.
/// </summary>
[HtmlTargetElement("span", Attributes = "data-valmsg-for")]
public sealed class ProblemTagHelper : TagHelper
{
    /// <summary>The page around.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = output.Attributes["data-valmsg-for"].Value?.ToString() ?? "";
        if (View.ViewData["Problems"] is IReadOnlyDictionary<string, string> problems && problems.TryGetValue(field, out var message))
        {
            output.Content.AppendHtml("""<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#i-alert"></use></svg><span>""");
            output.Content.Append(message);
            output.Content.AppendHtml("</span>");
        }
        else
        {
            output.SuppressOutput();
        }
    }
}
