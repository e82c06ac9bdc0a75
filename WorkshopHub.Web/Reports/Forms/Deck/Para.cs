using System.Text;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Words of one look.</summary>
/// <param name="Text">The words; a line end is one on the slide too.</param>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Colour">Their colour as six hexadecimal digits.</param>
internal sealed record Run(string Text, bool Bold = false, string Colour = Ink.Black)
{
    /// <summary>Their size in points, or null for that of the paragraph.</summary>
    public double? Size { get; init; }
}

/// <summary>A paragraph on a slide.</summary>
/// <param name="Runs">Its words.</param>
internal sealed record Para(IReadOnlyList<Run> Runs)
{
    /// <summary>A paragraph of one look.</summary>
    public Para(string text, double size = 14, bool bold = false, string colour = Ink.Black)
        : this([new Run(text, bold, colour)]) => Size = size;

    /// <summary>Points of its letters.</summary>
    public double Size { get; init; } = 14;

    /// <summary>Points of room after it.</summary>
    public double After { get; init; } = 4;

    /// <summary>l, ctr or r; null for the side from which its script runs.</summary>
    public string? Align { get; init; }

    /// <summary>All its words.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Whether its first letter is of a script that runs from right to left.</summary>
    public bool IsRightToLeft => Text.EnumerateRunes().FirstOrDefault(Rune.IsLetter).Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFEFC) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>How high it stands in a column of some points: an estimate for letters as wide as DejaVu Sans, which may stand in where Arial is not installed.</summary>
    public double Height(double width) => Text.ReplaceLineEndings("\n").Split('\n').Sum(line => Lines(line, width)) * Size * 1.19 + After;

    /// <summary>Whether it stands in one line of a column of some points.</summary>
    public bool IsOneLine(double width) => !Text.Contains('\n', StringComparison.Ordinal) && Lines(Text, width) < 2;

    /// <summary>The same words, smaller or larger.</summary>
    public Para Scaled(double by) => this with { Size = Size * by, Runs = [.. Runs.Select(run => run.Size is { } size ? run with { Size = size * by } : run)] };

    private double Lines(string line, double width)
    {
        double lines = 1;
        double at = 0;
        foreach (var word in line.Split(' '))
        {
            var wide = word.EnumerateRunes().Sum(Width) * Size * (Runs.Any(run => run.Bold) ? 1.14 : 1);
            if (at > 0 && at + wide > width)
            {
                lines++;
                at = 0;
            }

            lines += Math.Floor(wide / width);
            at += (wide % width) + (Size * 0.32);
        }

        return lines;
    }

    private static double Width(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '\'' or '’' or '(' or ')' or '-' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.95,
        >= 'A' and <= 'Z' => 0.7,
        < 0x1100 => 0.61,
        >= 0x2E80 and <= 0xFFEF => 1.05,
        >= 0x1F000 => 1.2,
        _ => 0.75,
    };
}

/// <summary>The colours of the house, as the light theme has them.</summary>
internal static class Ink
{
    /// <summary>Text.</summary>
    public const string Black = "1C1915";

    /// <summary>Text that stands back.</summary>
    public const string Soft = "4D4638";

    /// <summary>Rules.</summary>
    public const string Rule = "D8CCB4";

    /// <summary>Edges that must be seen.</summary>
    public const string Edge = "857A64";

    /// <summary>What slides are on.</summary>
    public const string Sheet = "FFFCF5";

    /// <summary>Panels.</summary>
    public const string Sunk = "EAE1CE";

    private static readonly string[] _sets = ["B0381C", "855500", "2B673B", "0A616D", "294DA0", "7F2A6A"];

    private static readonly string[] _shapes = ["ellipse", "triangle", "rect", "diamond", "hexagon", "star5"];

    /// <summary>The colour of a set by its place, from 1.</summary>
    public static string OfSet(long position) => _sets[(int)((position - 1) % _sets.Length)];

    /// <summary>The shape of a set's mark.</summary>
    public static string ShapeOf(long position) => _shapes[(int)((position - 1) % _shapes.Length)];

    /// <summary>Whether dark letters read better on a colour than light ones do.</summary>
    public static bool IsLight(string colour)
    {
        double Part(int at) => Math.Pow(int.Parse(colour.AsSpan(at, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) / 255.0, 2.2);
        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4)) > 0.2;
    }

    /// <summary>Shades for the parts of a stacked bar: the darkest first, apart in black and white too.</summary>
    public static IReadOnlyList<string> Shades { get; } = ["1C1915", "5E7A8C", "B9A87F", "E3D8C0", "8C3B2A", "FFFCF5"];
}
