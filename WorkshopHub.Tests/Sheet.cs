using System.Net;
using System.Text.RegularExpressions;

namespace WorkshopHub.Tests;

/// <summary>A form of a page, with what a browser would send.</summary>
internal sealed class SheetForm(string? action)
{
    public string? Action => action;

    /// <summary>What goes along unless something else is filled in.</summary>
    public List<(string Name, string Value)> Fields { get; } = [];

    /// <summary>Every field that can be filled in.</summary>
    public HashSet<string> Names { get; } = [];
}

/// <summary>A button: what it says, and what it sends beside its form.</summary>
internal sealed record SheetButton(string Words, string? Action, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>A page taken apart as far as a person without scripts uses it: words, links, forms and buttons.</summary>
internal sealed partial class Sheet
{
    private readonly List<(string Words, string Href)> _links = [];
    private readonly List<(SheetForm Form, SheetButton Button)> _buttons = [];
    private readonly List<(string Words, string Value)> _options = [];
    private readonly Dictionary<string, SheetForm> _named = [];

    public Sheet(string html)
    {
        Html = html;
        var main = html.IndexOf("<main", StringComparison.Ordinal) is var begin and >= 0 ? html[begin..] : html;
        Words = Plain(main);
        foreach (Match tag in FormTag().Matches(html))
        {
            if (Attribute(tag.Value, "id") is { } id)
            {
                _named[id] = new SheetForm(Attribute(tag.Value, "action"));
            }
        }

        Read(html);
    }

    public string Html { get; }

    public string Words { get; }

    public string? Link(string words) => _links.FirstOrDefault(link => link.Words.StartsWith(words, StringComparison.Ordinal)).Href;

    public string? Option(string words) => _options.FirstOrDefault(option => option.Words.StartsWith(words, StringComparison.Ordinal)).Value;

    /// <summary>The value of a tick or a choice by its label.</summary>
    public string? Tick(string words) => TickTag().Matches(Html).Where(tick => Plain(tick.Groups[2].Value).StartsWith(words, StringComparison.Ordinal))
        .Select(tick => Attribute(tick.Groups[1].Value, "value")).FirstOrDefault();

    public (SheetForm Form, SheetButton Button)? Button(string words) =>
        _buttons.Where(one => one.Button.Words == words).Select(one => ((SheetForm, SheetButton)?)one).LastOrDefault()
        ?? _buttons.Where(one => one.Button.Words.StartsWith(words, StringComparison.Ordinal)).Select(one => ((SheetForm, SheetButton)?)one).FirstOrDefault();

    private static string Plain(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Hidden().Replace(html, " "), " ")), " ").Trim();

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : Regex.IsMatch(tag, $"\\s{name}(?=[\\s/>])") ? "" : null;

    private void Read(string html)
    {
        SheetForm? inside = null;
        (string Name, SheetForm? Form, bool Chosen)? select = null;
        foreach (Match piece in Pieces().Matches(html))
        {
            var tag = piece.Groups["tag"].Value;
            var kind = piece.Groups["kind"].Value;
            var text = piece.Groups["text"].Value;
            var form = Attribute(tag, "form") is { } other ? _named.GetValueOrDefault(other) : inside;
            switch (kind)
            {
                case "form":
                    inside = Attribute(tag, "id") is { } id ? _named[id] : new SheetForm(Attribute(tag, "action"));
                    break;
                case "/form":
                    inside = null;
                    break;
                case "a":
                    _links.Add((Label(tag, text), Attribute(tag, "href") ?? ""));
                    break;
                case "button" when Attribute(tag, "type") is null or "submit" && Attribute(tag, "disabled") is null && form is not null:
                    _buttons.Add((form, new SheetButton(
                        Label(tag, text), Attribute(tag, "formaction"),
                        Attribute(tag, "name") is { } name ? [(name, Attribute(tag, "value") ?? "")] : [])));
                    break;
                case "input" or "textarea":
                    Field(form, tag, kind == "textarea" ? WebUtility.HtmlDecode(text).TrimStart('\n') : Attribute(tag, "value") ?? "");
                    break;
                case "select":
                    select = (Attribute(tag, "name") ?? "", form, false);
                    form?.Names.Add(select.Value.Name);
                    break;
                case "option" when select is { } now:
                    _options.Add((Plain(text), Attribute(tag, "value") ?? Plain(text)));
                    if (Attribute(tag, "selected") is not null || (!now.Chosen && now.Form?.Fields.TrueForAll(field => field.Name != now.Name) is true))
                    {
                        now.Form?.Fields.RemoveAll(field => field.Name == now.Name);
                        now.Form?.Fields.Add((now.Name, _options[^1].Value));
                        select = now with { Chosen = now.Chosen || Attribute(tag, "selected") is not null };
                    }

                    break;
            }
        }
    }

    private static string Label(string tag, string text) => Attribute(tag, "aria-label") is { Length: > 0 } said ? said : Plain(text);

    private static void Field(SheetForm? form, string tag, string value)
    {
        if (form is null || Attribute(tag, "name") is not { } name || Attribute(tag, "disabled") is not null)
        {
            return;
        }

        form.Names.Add(name);
        if (Attribute(tag, "type") is not ("file" or "submit") && (Attribute(tag, "type") is not ("radio" or "checkbox") || Attribute(tag, "checked") is not null))
        {
            form.Fields.Add((name, value));
        }
    }

    [GeneratedRegex("<label[^>]*>\\s*(<input[^>]*type=\"(?:checkbox|radio)\"[^>]*>)(.*?)</label>", RegexOptions.Singleline)]
    private static partial Regex TickTag();

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex FormTag();

    [GeneratedRegex("(?<tag><(?<kind>/?form|input|select)\\b[^>]*>)|(?<tag><(?<kind>a|button|textarea|option)\\b[^>]*>)(?<text>.*?)</\\k<kind>>", RegexOptions.Singleline)]
    private static partial Regex Pieces();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("<(svg|script|style|textarea)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
