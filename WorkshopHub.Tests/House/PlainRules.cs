using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.House;

/// <summary>Rules that one file keeps or breaks by its text alone. Each answers what breaks it.</summary>
public static partial class PlainRules
{
    /// <summary>Everything that people wrote is encoded.</summary>
    public static IEnumerable<string> NoRawHtml(Source source) =>
        Find(source, RawHtml(), "writes HTML past the encoder");

    /// <summary>The content security policy allows no inline script, style or handler.</summary>
    public static IEnumerable<string> NothingInline(Source source) =>
        source.IsRazor ? Find(source, Inline(), "has inline script, style or handler") : [];

    /// <summary>A partial named with its ending is found beside its caller, off-request too.</summary>
    public static IEnumerable<string> PartialsCarryTheirEnding(Source source) =>
        Find(source, PartialWithoutEnding(), "names a partial without .cshtml");

    /// <summary>A partial that a handler answers with is looked for from the top: beside the page it is not found.</summary>
    public static IEnumerable<string> HandlersNamePartialsFromTheTop(Source source) =>
        source.IsCode ? Find(source, PartialBeside(), "names a partial as if it stood beside") : [];

    /// <summary>Pages have one absolute address.</summary>
    public static IEnumerable<string> RoutesAreAbsolute(Source source) =>
        source.IsRazor ? Find(source, RelativeRoute(), "has no explicit absolute route") : [];

    /// <summary>A form with an address of its own carries its token: it gets none by itself.</summary>
    public static IEnumerable<string> FormsCarryTheirToken(Source source) =>
        source.IsRazor ? Find(source, FormWithoutToken(), "sends a form without its token") : [];

    /// <summary>Files stay short enough to read.</summary>
    public static IEnumerable<string> FilesAreShort(Source source)
    {
        var most = source.IsRazor ? 150 : 250;
        var lines = source.Text.TrimEnd('\n').Split('\n').Length;
        return lines > most ? [$"{source.Path} has {lines} lines, {most} is the most"] : [];
    }

    /// <summary>Lists of names stand as a directory has them.</summary>
    public static IEnumerable<string> NamesStandInOrder(Source source) =>
        source.IsCode && source.Room != "Data" ? Find(source, NameInOrder(), "orders names as SQLite does, Ä after Z") : [];

    /// <summary>Scripts build no HTML and run no text.</summary>
    public static IEnumerable<string> ScriptsRunNoText(Source source) =>
        Find(source, RunsText(), "runs a text as script or sets an inline style attribute");

    private static IEnumerable<string> Find(Source source, Regex rule, string what) =>
        rule.Matches(source.Text).Select(match => source.At(match.Index, $"{what}: {match.Value.Trim()}"));

    [GeneratedRegex(@"Html\.Raw\b|new HtmlString\(|\.AppendHtmlLine\(")]
    private static partial Regex RawHtml();

    [GeneratedRegex(
        """\sstyle\s*=\s*["'@]|<style\b|<script\b(?![^>]*\ssrc\s*=)(?![^>]*application/json)|<[^>]*\s(on[a-z]+|hx-on[:-][a-z:-]+)\s*=\s*["']""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(
        @"<partial\s[^>]*\bname=""(?!@)[^""]*(?<!\.cshtml)""|\b(Partial|PartialAsync|RenderPartialAsync|RenderAsync)\(""[_~/][^""]*(?<!\.cshtml)""")]
    private static partial Regex PartialWithoutEnding();

    [GeneratedRegex("""ORDER BY[^"\n]*(?<![\w@])name\b(?![^"\n]*COLLATE NAMES)""")]
    private static partial Regex NameInOrder();

    [GeneratedRegex("""<form\b(?=[^>]*method="post")(?=[^>]*\saction=)(?![^>]*antiforgery)[^>]*>""")]
    private static partial Regex FormWithoutToken();

    [GeneratedRegex(@"\b(Partial|PartialAsync|RenderAsync)\(\s*""_[^""]*""")]
    private static partial Regex PartialBeside();

    [GeneratedRegex("""^@page(?![ \t]+"/).*""", RegexOptions.Multiline)]
    private static partial Regex RelativeRoute();

    [GeneratedRegex(@"\beval\(|new Function\(|setAttribute\(\s*[""']style|document\.write\(")]
    private static partial Regex RunsText();
}
