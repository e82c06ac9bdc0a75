using System.Text.RegularExpressions;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.House;

/// <summary>Nothing outside a kind's folder knows the kind.</summary>
public static partial class KindRules
{
    private static readonly string[] _partials = ["_Phone.cshtml", "_Settings.cshtml", "_Report.cshtml"];

    /// <summary>The folder of a kind: the last part of its namespace.</summary>
    public static string FolderOf(ActivityKind kind) => kind.GetType().Namespace!.Split('.')[^1];

    /// <summary>Keys are kebab-case words, each once.</summary>
    public static IEnumerable<string> KeysAreOneWordEach(IEnumerable<string> keys) => keys.GroupBy(key => key)
        .Where(same => same.Count() > 1 || !Kebab().IsMatch(same.Key))
        .Select(same => $"“{same.Key}” is no kebab-case word, or the key of {same.Count()} kinds");

    /// <summary>Each kind has the partials that pages ask it for.</summary>
    public static IEnumerable<string> PartialsMissing(string folder, IEnumerable<string> paths) => _partials
        .Select(partial => $"WorkshopHub.Web/Activities/{folder}/{partial}").Except(paths, StringComparer.Ordinal)
        .Select(path => $"{path} is missing");

    /// <summary>Styles and scripts of kinds bear the key of a kind: they are found by it, and no page names them.</summary>
    public static IEnumerable<string> StrayFiles(IEnumerable<string> keys, IEnumerable<string> files) => files
        .Where(file => !keys.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal))
        .Select(file => $"{file} is called after no kind");

    /// <summary>Files outside the kind's folder that name its key or its namespace; templates of agendas may.</summary>
    public static IEnumerable<string> NamedElsewhere(string key, string folder, IEnumerable<Source> sources) =>
        from source in sources
        where source.Room != "Demo" && !source.Path.Contains("/Templates/", StringComparison.Ordinal)
            && !source.Path.StartsWith($"WorkshopHub.Web/Activities/{folder}/", StringComparison.Ordinal)
        from Match named in Regex.Matches(
            source.Text,
            // A plural (n == 1 ? "post" : "posts") is a word, not a key.
            $"""(?<!\?\s*"\w*"\s*:\s*)["']{Regex.Escape(key)}["']|\bActivities\.{folder}\b|Activities/{folder}/|(?:css|js)/kinds/{Regex.Escape(key)}\b""")
        select source.At(named.Index, $"knows the kind “{key}”: {named.Value}");

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
