using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace WorkshopHub.Tests.House;

/// <summary>A form of a page as a browser sends it, with the button that is pressed.</summary>
internal sealed class FormOf(IHtmlFormElement form, IHtmlElement button)
{
    private static readonly HtmlParser _parser = new();

    /// <summary>Where it goes; null for the page itself.</summary>
    public string? Action => button.GetAttribute("formaction") ?? form.GetAttribute("action");

    /// <summary>What a person types into: no ticks, choices, files or passwords.</summary>
    public IReadOnlyList<IElement> Typed => [.. form.Elements.Where(one => IsTyped(one) && one.HasAttribute("name") && !one.HasAttribute("readonly"))];

    /// <summary>All forms of a page that somebody types into, each with the button that sends it.</summary>
    public static IReadOnlyList<FormOf> In(string html) =>
    [
        .. _parser.ParseDocument(html).Forms.Where(form => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .SelectMany(form => form.Elements.OfType<IHtmlElement>().Where(IsButton).OrderBy(one => one.HasAttribute("formaction")).Take(1).Select(button => new FormOf(form, button)))
            .Where(one => one.Typed.Count > 0),
    ];

    /// <summary>What is sent when something else stands in one field.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(IElement field, string value)
    {
        foreach (var one in form.Elements.Where(one => one.HasAttribute("name") && !one.HasAttribute("disabled")))
        {
            var name = one.GetAttribute("name")!;
            if (one == field)
            {
                yield return new(name, value);
            }
            else if (one is IHtmlSelectElement select)
            {
                foreach (var option in select.SelectedOptions)
                {
                    yield return new(name, option.Value);
                }
            }
            else if (one is IHtmlTextAreaElement text)
            {
                yield return new(name, text.TextContent);
            }
            else if (one is IHtmlInputElement input && input.Type is not ("submit" or "button" or "file" or "image") && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
            {
                yield return new(name, input.GetAttribute("value") ?? (input.Type is "checkbox" or "radio" ? "on" : ""));
            }
        }

        if (button.GetAttribute("name") is { } pressed)
        {
            yield return new(pressed, button.GetAttribute("value") ?? "");
        }
    }

    /// <summary>What stands in the same field of a page that came back, and what that says beside it; null where it is not there.</summary>
    public static (string Value, string? Says)? On(string html, IElement sent)
    {
        var page = _parser.ParseDocument(html);
        var field = (string.IsNullOrEmpty(sent.Id) ? null : page.GetElementById(sent.Id))
            ?? page.QuerySelectorAll("input, textarea").FirstOrDefault(one => one.GetAttribute("name") == sent.GetAttribute("name"));
        if (field is null)
        {
            return null;
        }

        var says = (field.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(page.GetElementById)
            .FirstOrDefault(one => one is not null && (one.ClassList.Contains("err") || one.ClassList.Contains("note-bad")) && !one.HasAttribute("hidden"));
        return (field is IHtmlTextAreaElement text ? text.TextContent : field.GetAttribute("value") ?? "", field.GetAttribute("aria-invalid") == "true" ? says?.TextContent.Trim() : null);
    }

    private static bool IsTyped(IElement one) => one is IHtmlTextAreaElement
        || (one is IHtmlInputElement && (one.GetAttribute("type") ?? "text") is "text" or "search" or "email" or "tel" or "url" or "number" or "date" or "time" or "datetime-local");

    private static bool IsButton(IHtmlElement one) => !one.HasAttribute("disabled")
        && (one is IHtmlButtonElement button ? (button.GetAttribute("type") ?? "submit") == "submit" : one is IHtmlInputElement { Type: "submit" });
}
