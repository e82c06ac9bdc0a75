using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Texts of several lines as they are kept.</summary>
public static class Lines
{
    /// <summary>Each line as a line is kept (<see cref="Line"/>), no more than one empty line between two, none at the ends.</summary>
    public static string Clean(string? text) => string.Join(
        '\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Line.Clean)).Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Trim();
}
