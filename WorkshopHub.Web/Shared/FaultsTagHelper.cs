using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// A field with <c>faults="Model.Faults"</c> says itself what is wrong with it: marked for screen readers, with the
/// message right under it. Its id follows from its name where none is given. <c>fault="words"</c> says it where the fault goes by
/// another name than the field.
/// </summary>
[HtmlTargetElement("input", Attributes = "faults")]
[HtmlTargetElement("input", Attributes = "fault")]
[HtmlTargetElement("textarea", Attributes = "fault")]
[HtmlTargetElement("select", Attributes = "faults")]
[HtmlTargetElement("textarea", Attributes = "faults")]
[HtmlTargetElement("fieldset", Attributes = "faults,name")]
public sealed class FaultsTagHelper : TagHelper
{
    /// <summary>All messages of the form, by field.</summary>
    public IReadOnlyDictionary<string, string>? Faults { get; set; }

    /// <summary>The message of this field alone; null where it is right.</summary>
    public string? Fault { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = context.AllAttributes["name"]?.Value?.ToString() ?? "";
        if (!output.Attributes.ContainsName("id"))
        {
            output.Attributes.SetAttribute("id", name);
        }

        // What Razor has nothing to say for comes as an empty text.
        if ((string.IsNullOrEmpty(Fault) ? Faults?.GetValueOrDefault(name) : Fault) is not { } message)
        {
            return;
        }

        var id = $"{output.Attributes["id"].Value}-fault";
        if (output.TagName != "fieldset")
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        var besides = output.Attributes["aria-describedby"]?.Value?.ToString();
        output.Attributes.SetAttribute("aria-describedby", string.IsNullOrEmpty(besides) ? id : $"{id} {besides}");
        var says = new TagBuilder("span");
        says.AddCssClass("err");
        says.Attributes["id"] = id;
        var words = new TagBuilder("span");
        words.InnerHtml.Append(message);
        says.InnerHtml.AppendHtml("""<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#i-alert"></use></svg>""");
        says.InnerHtml.AppendHtml(words);
        if (output.TagName == "fieldset")
        {
            output.PostContent.AppendHtml(says);
        }
        else
        {
            output.PostElement.AppendHtml(says);
        }
    }
}
