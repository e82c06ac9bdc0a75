using System.Text.RegularExpressions;

namespace WorkshopHub.Tests;

/// <summary>One element of a page.</summary>
internal static partial class Element
{
    /// <summary>The element with an id, its white space drawn together.</summary>
    public static string Of(string html, string id)
    {
        var found = Regex.Match(html, $"""<(\w+)[^>]* id="{id}"[^>]*>""");
        Assert.True(found.Success, $"There is no #{id} in {html}");
        var name = found.Groups[1].Value;
        var depth = 0;
        foreach (var tag in Regex.Matches(html[found.Index..], $@"<(/?){name}\b[^>]*>").Cast<Match>())
        {
            depth += tag.Groups[1].Length == 0 ? 1 : -1;
            if (depth == 0)
            {
                return Blank().Replace(html[found.Index..(found.Index + tag.Index + tag.Length)], " ");
            }
        }

        throw new InvalidOperationException($"#{id} has no end.");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
