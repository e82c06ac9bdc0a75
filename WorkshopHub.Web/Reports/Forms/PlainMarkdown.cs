using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Words that were written in Markdown, for where only words can stand: a paragraph a line, without the signs.</summary>
internal static partial class PlainMarkdown
{
    /// <summary>The paragraphs.</summary>
    public static IReadOnlyList<string> Of(string markdown) =>
    [
        .. Blank().Split(markdown.ReplaceLineEndings("\n")).SelectMany(block => Item().IsMatch(block) ? block.Split('\n') : [block.Replace('\n', ' ')])
            .Select(Line).Where(line => line.Length > 0),
    ];

    private static string Line(string line)
    {
        var isItem = Item().IsMatch(line);
        var words = Link().Replace(Head().Replace(Item().Replace(line, ""), ""), "$1 ($2)");
        words = Escaped().Replace(Signs().Replace(words, "$2"), "$1").Trim();
        return isItem && words.Length > 0 ? $"– {words}" : words;
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)])\s+", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*(?:#{1,6}|>)\s*")]
    private static partial Regex Head();

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)\s]*)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)(?<!\\)\1")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!>])")]
    private static partial Regex Escaped();
}
